/**
 * The in-editor tests in VS Code's server build: the suite in its extension host, then the window as a person drives it;
 * and in the web build. An argument names a file that takes the counts as JSON; `--only suite`, `window`,
 * `places` or `web` runs that part. Build first.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { ensureChromium, launchChromium } from '../../scripts/chromium.ts';
import { installCodeServer, startCodeServer } from '../../scripts/code-server.ts';
import { CACHE, ROOT } from '../../scripts/lib.ts';
import { installVscodeWeb } from '../../scripts/vscode-web.ts';
import { pack } from '../../scripts/vsix.ts';
import { bundleSuite, freshLetters, SUITE_FOLDER } from './bundle.ts';
import { type Result, report } from './suite/runner.ts';
import { driveWeb } from './web.ts';
import { placeTests, twoFolders } from './window/places.ts';
import { driveWindow, SCREENSHOTS } from './window.ts';

const LIMIT_MS = 120_000;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
const executable = await ensureChromium().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
await Promise.all([installCodeServer(), installVscodeWeb()]);
await bundleSuite();
const product = join(CACHE, 'imr-rationale.vsix');
const suite = join(CACHE, 'editor-suite.vsix');
await pack(ROOT, product);
await pack(SUITE_FOLDER, suite);

console.log('\nIn the editor (VS Code\u2019s server build, and its web build):');
const browser = await launchChromium(executable);
try {
  const parts = { suite: inExtensionHost, window: inWindow, places: inPlaces, web: inWeb };
  const results: Result[] = [];
  for (const [name, part] of Object.entries(parts)) {
    if (values.only !== undefined && values.only !== name) continue;
    let done = await part(browser);
    if (done.some(({ error }) => error !== undefined)) {
      // A whole editor on a busy machine misses a key now and then; what fails twice is broken. Both runs are printed.
      report(done);
      console.log(`  Once more, from the start: ${name}`);
      done = await part(browser);
    }
    results.push(...done);
  }
  const counts = report(results);
  const [countsFile] = positionals;
  if (countsFile !== undefined) await writeFile(countsFile, JSON.stringify(counts));
  if (counts.failed > 0) process.exitCode = 1;
} finally {
  await browser.close();
}

/** Runs the suite in the extension host, which starts once a browser shows the workbench. */
async function inExtensionHost(browser: Browser): Promise<Result[]> {
  const resultFile = join(CACHE, 'editor-suite.json');
  await rm(resultFile, { force: true });
  const editor = await startCodeServer({
    home: await freshHome('suite'),
    extensions: [product, suite],
    folder: await freshLetters('suite'),
    env: { IMR_EDITOR_RESULT: resultFile },
  });
  const page = await browser.newPage();
  try {
    await page.goto(editor.url);
    let text = '';
    for (const until = Date.now() + LIMIT_MS; Date.now() < until; ) {
      text = await readFile(resultFile, 'utf8').catch(() => '');
      if (text.endsWith(']')) return JSON.parse(text) as Result[];
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return [{ name: 'in-editor suite', milliseconds: LIMIT_MS, error: `the suite did not end: ${text}` }];
  } finally {
    await page.close();
    await editor.stop();
  }
}

async function inWindow(browser: Browser): Promise<Result[]> {
  const folder = await freshLetters('window');
  const editor = await startCodeServer({ home: await freshHome('window'), extensions: [product], folder });
  try {
    return await driveWindow(browser, editor.url, folder);
  } finally {
    await editor.stop();
  }
}

/** Several folders that nobody trusts. */
async function inPlaces(browser: Browser): Promise<Result[]> {
  const folder = join(CACHE, 'letters/places');
  const home = await freshHome('places');
  const editor = await startCodeServer({
    home,
    extensions: [product],
    folder: await twoFolders(folder),
    restricted: true,
  });
  try {
    return await driveWindow(browser, editor.url, folder, (window) => placeTests(window, home));
  } finally {
    await editor.stop();
  }
}

function inWeb(): Promise<Result[]> {
  return driveWeb(executable, SCREENSHOTS);
}

async function freshHome(name: string): Promise<string> {
  const home = join(CACHE, 'editor-homes', name);
  await rm(home, { recursive: true, force: true });
  return home;
}
