/**
 * `npm start [FOLDER]`: builds, prints what the checker finds in the folder's letters, and opens VS Code with the
 * extension on the folder: the desktop VS Code where `code` is on the PATH, else VS Code's server build.
 * `--server` takes the server build even so; `--check` stops after the findings.
 */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installCodeServer, startCodeServer } from './code-server.ts';
import { CACHE, ROOT, run } from './lib.ts';
import { pack } from './vsix.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { server: { type: 'boolean' }, check: { type: 'boolean' } },
});
// npm runs scripts in the package's folder; a relative FOLDER is meant from where the user typed it.
const folder = positionals[0] ? resolve(process.env.INIT_CWD ?? '.', positionals[0]) : join(ROOT, 'examples');
if (!existsSync(folder)) fail(`There is no folder ${folder}.`);

console.log('Building …');
if ((await run(process.execPath, ['scripts/build.ts'])) !== 0) fail('The build failed.');

console.log(`What the checker finds in ${folder}:\n`);
// 1 means findings, which is what a reader of this output came for.
if ((await run(process.execPath, ['dist/imr.js', 'check', folder])) > 1)
  fail('The letters could not be checked.');

if (!values.check) await (!values.server && desktopCode() ? openDesktop() : openServer());

/** The desktop VS Code's command, when it is on the PATH. */
function desktopCode(): string | undefined {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((path) => join(path, name))
    .find(existsSync);
}

async function openDesktop(): Promise<void> {
  console.log('\nOpening VS Code.');
  const args = [`--extensionDevelopmentPath=${ROOT}`, folder];
  process.exitCode = await run(desktopCode() ?? 'code', args, { shell: process.platform === 'win32' });
}

async function openServer(): Promise<void> {
  await installCodeServer();
  await mkdir(CACHE, { recursive: true });
  const vsix = join(CACHE, 'imr-rationale.vsix');
  await pack(ROOT, vsix);
  const editor = await startCodeServer({ home: join(CACHE, 'editor-home'), extensions: [vsix], folder });
  console.log(`\nVS Code with IMR Rationale: ${editor.url}\nCtrl-C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void editor.stop());
  await editor.ended;
}

function fail(reason: string): never {
  console.error(reason);
  process.exit(1);
}
