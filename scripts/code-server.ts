/**
 * VS Code's server build (npm package `code-server`): the real editor where no desktop VS Code can be had. Its version
 * is pinned in scripts/code-server/, the packages inside it by its own shrinkwrap; it is kept in .cache/.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { CACHE, capture, ROOT } from './lib.ts';

const HOME = join(CACHE, 'code-server');
const ENTRY = join(HOME, 'node_modules/code-server/out/node/entry.js');
const NPM_CI = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** Settings of an editor that stays by itself and asks nothing at the start. */
const QUIET_SETTINGS = {
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
};

/** Installs code-server into .cache/ unless the pinned version is there already. Rejects with npm's words on failure. */
export async function installCodeServer(): Promise<void> {
  const pins = join(ROOT, 'scripts/code-server');
  const lock = await readFile(join(pins, 'package-lock.json'), 'utf8');
  const stamp = join(HOME, 'installed-lock.json');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === lock) return;

  console.log("Installing VS Code's server build (code-server) into .cache/ …");
  await rm(HOME, { recursive: true, force: true });
  await mkdir(HOME, { recursive: true });
  await cp(pins, HOME, { recursive: true });
  await npm(NPM_CI, HOME);
  // The shrinkwrap inside lacks a peer dependency that nothing needs; without this flag npm calls it out of date.
  await npm([...NPM_CI, '--legacy-peer-deps'], join(HOME, 'node_modules/code-server/lib/vscode'));
  await writeFile(stamp, lock);
}

async function npm(args: readonly string[], cwd: string): Promise<void> {
  const { code, output } = await capture('npm', args, { cwd });
  if (code !== 0) throw new Error(`code-server could not be installed (npm ${args[0]}):\n${output}`);
}

/** Where one editor keeps its settings and extensions, and what is installed in it. */
export interface EditorOptions {
  /** Folder of this editor's own; made when missing. */
  home: string;
  /** VSIX files or unpacked extension folders. */
  extensions: readonly string[];
  /** Folder that the editor opens. */
  folder: string;
  /** Added to the environment of the server and so of the extension host. */
  env?: Record<string, string>;
}

/** A running editor. */
export interface Editor {
  /** Address with the folder in it, on the loopback interface. */
  url: string;
  /** Settles when the server has ended. */
  ended: Promise<void>;
  /** Ends the server. */
  stop(): Promise<void>;
}

/** Starts code-server on a free loopback port with the given extensions, and resolves once it answers. */
export async function startCodeServer({
  home,
  extensions,
  folder,
  env = {},
}: EditorOptions): Promise<Editor> {
  const settings = join(home, 'data/User/settings.json');
  await mkdir(join(home, 'data/User'), { recursive: true });
  await writeFile(settings, JSON.stringify(QUIET_SETTINGS, null, 2), { flag: 'wx' }).catch(ignoreExisting);
  // Its own configuration file, so that one of the user's does not decide about address and password.
  const config = join(home, 'config.yaml');
  await writeFile(config, 'auth: none\n');
  const common = [
    '--config',
    config,
    '--user-data-dir',
    join(home, 'data'),
    '--extensions-dir',
    join(home, 'extensions'),
  ];

  const install = extensions.flatMap((extension) => ['--install-extension', extension]);
  const installed = await capture(process.execPath, [ENTRY, ...common, ...install, '--force'], { cwd: home });
  if (installed.code !== 0) throw new Error(`the extension could not be installed:\n${installed.output}`);

  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      ENTRY,
      ...common,
      ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
      ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
      ...['--disable-getting-started-override', '--ignore-last-opened'],
    ],
    { cwd: home, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const log = keepOutput(child);
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const address = `http://127.0.0.1:${port}`;
  await answers(address, child, log);
  return {
    url: `${address}/?folder=${encodeURIComponent(folder)}`,
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function keepOutput(child: ChildProcess): () => string {
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk).slice(-10_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => output;
}

/** Resolves when the address answers; rejects when the process ends before, or after a minute. */
async function answers(address: string, child: ChildProcess, log: () => string): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    if (child.exitCode !== null) throw new Error(`code-server ended at once:\n${log()}`);
    const response = await fetch(`${address}/healthz`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`code-server did not answer within a minute:\n${log()}`);
}

/** A port of the loopback interface that nothing listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
