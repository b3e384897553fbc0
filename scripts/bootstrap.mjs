// First step of `npm start` and `npm test`, and the only script that must run on a machine where nothing was
// installed: any Node from 20 on, no dependency. It installs what the lock file names (only when node_modules does
// not already hold exactly that), then runs `scripts/<task>.ts` with the Node 24 that the `node` package brought.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Whether node_modules holds what package-lock.json names, by npm's own record of what it installed. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record) || !existsSync(node)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}

/** Installs from the lock file, and repairs the `node` package where a policy of this npm kept its script from running. */
function install() {
  console.log('Installing what package-lock.json names …');
  run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], root);
  if (!existsSync(node))
    run(process.execPath, ['installArchSpecificPackage.js'], join(root, 'node_modules', 'node'));
}

function run(command, args, cwd) {
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(
    `${command} ${args.join(' ')} failed${error ? `: ${error.message}` : '.'} Is the npm registry reachable?`,
  );
  process.exit(status || 1);
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Node 20 or newer is needed to install; this is ${process.version}.`);
  process.exit(1);
}
const [task, ...args] = process.argv.slice(2);
if (!isInstalled()) install();

const env = { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) };
const child = spawn(node, [join(root, 'scripts', `${task}.ts`), ...args], { stdio: 'inherit', env });
// A terminal sends Ctrl-C to the child as well; a `kill` of this process must be handed on.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
});
