/**
 * VS Code's server build (npm package `code-server`): the real editor where no desktop VS Code can be had. Its version
 * is pinned in scripts/code-server/, the packages inside it by its own shrinkwrap; it is kept in .cache/.
 */
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answers, type Editor, freePort, keepOutput } from './editor-process.ts';
import { CACHE, capture } from './lib.ts';
import { installPinned } from './pinned.ts';

const HOME = join(CACHE, 'code-server');
const ENTRY = join(HOME, 'node_modules/code-server/out/node/entry.js');

/** Settings of an editor that stays by itself and asks nothing at the start. */
const QUIET_SETTINGS = {
  // The server build saves by itself otherwise, desktop VS Code does not.
  'files.autoSave': 'off',
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

/** Settings of an editor that trusts nothing, and does not ask. */
const RESTRICTED_SETTINGS = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

/** Installs code-server into .cache/ unless the pinned version is there already. Rejects with npm's words on failure. */
export function installCodeServer(): Promise<void> {
  return installPinned('code-server', "VS Code's server build (code-server)", (home, npmCi) =>
    npmCi(join(home, 'node_modules/code-server/lib/vscode')),
  );
}

/** Where one editor keeps its settings and extensions, and what is installed in it. */
export interface EditorOptions {
  /** Folder of this editor's own; made when missing. */
  home: string;
  /** VSIX files or unpacked extension folders. */
  extensions: readonly string[];
  /** Folder or workspace file that the editor opens. */
  folder: string;
  /** Whether folders have to be trusted: the editor then starts in Restricted Mode, and does not ask. */
  restricted?: boolean;
  /** Added to the environment of the server and so of the extension host. */
  env?: Record<string, string>;
}

/** Starts code-server on a free loopback port with the given extensions, and resolves once it answers. */
export async function startCodeServer({
  home,
  extensions,
  folder,
  restricted = false,
  env = {},
}: EditorOptions): Promise<Editor> {
  const settings = join(home, 'data/User/settings.json');
  await mkdir(join(home, 'data/User'), { recursive: true });
  const trust = restricted ? RESTRICTED_SETTINGS : {};
  const quiet = JSON.stringify({ ...QUIET_SETTINGS, ...trust }, null, 2);
  await writeFile(settings, quiet, { flag: 'wx' }).catch(ignoreExisting);
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
      ...['--disable-telemetry', '--disable-update-check'],
      ...(restricted ? [] : ['--disable-workspace-trust']),
      ...['--disable-getting-started-override', '--ignore-last-opened'],
    ],
    { cwd: home, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const log = keepOutput(child);
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const address = `http://127.0.0.1:${port}`;
  await answers(`${address}/healthz`, child, log);
  return {
    url: `${address}/?${folder.endsWith('.code-workspace') ? 'workspace' : 'folder'}=${encodeURIComponent(folder)}`,
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
