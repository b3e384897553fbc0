/** VS Code for the Web: the packed extension in the real web build, whose letters lie in a file system of the page. */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromiumWithProfile } from '../../scripts/chromium.ts';
import { CACHE, ROOT } from '../../scripts/lib.ts';
import { startVscodeWeb } from '../../scripts/vscode-web.ts';
import { packedFiles } from '../../scripts/vsix.ts';
import { freshLetters } from './bundle.ts';
import { type Result, runTests, type Tests } from './suite/runner.ts';
import { chooseInMenu, pressUntilVisible, runCommand, warnings, webview } from './window/hands.ts';
import { virtualTests } from './window/virtual.ts';

/**
 * Serves the editor with the files that the VSIX holds and works in it.
 * @param executable path of a Chromium
 * @param screenshots folder that takes them
 */
export async function driveWeb(executable: string, screenshots: string): Promise<Result[]> {
  await mkdir(screenshots, { recursive: true });
  const folder = await freshLetters('web');
  await mkdir(join(folder, '.vscode'));
  const settings = { 'imr.words.dictionaries': ['office.txt'] };
  await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  const editor = await startVscodeWeb(await unpacked(), folder);
  const profile = join(CACHE, 'web-profile');
  await rm(profile, { recursive: true, force: true });
  const browser = await launchChromiumWithProfile(executable, profile, { width: 1280, height: 800 });
  const page = browser.pages()[0] ?? (await browser.newPage());
  page.setDefaultTimeout(30_000);
  let failures = 0;
  const keep = (name: string) => page.screenshot({ path: join(screenshots, `web-${name}.png`) });
  try {
    await page.goto(editor.url);
    const all = { ...webTests(page, keep), ...virtualTests(page, keep) };
    const tests = Object.entries(all).map(([name, body]): [string, () => Promise<void>] => [
      name,
      async () => {
        await body().catch(async (error: unknown) => {
          failures += 1;
          await keep(`failed-${failures}`);
          throw error;
        });
      },
    ]);
    return await runTests(Object.fromEntries(tests), async () => {
      for (let press = 0; press < 3; press++) await page.keyboard.press('Escape');
    });
  } finally {
    await browser.close();
    await editor.stop();
  }
}

/** The files of the VSIX, and nothing else, as a folder. */
async function unpacked(): Promise<string> {
  const folder = join(CACHE, 'web-extension');
  await rm(folder, { recursive: true, force: true });
  for (const file of await packedFiles(ROOT)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(ROOT, file), join(folder, file));
  }
  return folder;
}

function webTests(page: Page, keep: (name: string) => Promise<unknown>): Tests {
  const file = (name: string) => page.getByRole('treeitem', { name });
  const tab = (name: string) => page.locator('.tab.active').filter({ hasText: name });
  const errors = (count: number) => page.getByRole('button', { name: `Errors: ${count}` }).first();
  return {
    'in the browser: what needs files of the machine says so': async () => {
      await file('slips.imr').dblclick();
      const notice = page.locator('.notifications-toasts');
      await notice.getByText('imr.words.dictionaries').waitFor();
      await keep('1-no-files');
      await runCommand(page, 'IMR: Read a Guideline (PDF)…');
      await notice.getByText('a browser has none').waitFor();
      await runCommand(page, 'Notifications: Clear All Notifications');
      await notice.waitFor({ state: 'hidden' });
    },

    'in the browser: a letter is checked by the web worker, and a quick fix mends it': async () => {
      await page.locator('.statusbar').getByText('IMR determination').waitFor();
      await errors(1).waitFor();
      await page.keyboard.press('F8');
      await page.locator('.marker-widget').getByText('9792.20').first().waitFor();
      await keep('2-finding');
      await page.keyboard.press('Escape');
      const menu = page.locator('.action-widget:not(.action-list-submenu-panel)');
      await pressUntilVisible(page, 'Control+.', menu);
      await page.keyboard.press('Enter');
      await page.locator('.view-lines').getByText('9792.20(e)').waitFor();
      await page.keyboard.press('Control+S');
      await errors(1).waitFor({ state: 'hidden' });
    },

    'in the browser: spelling is checked with the dictionary of the extension': async () => {
      await page.keyboard.press('Control+End');
      await page.keyboard.type('The applicant had no gain with physcial therapy.');
      await page.keyboard.press('Control+S');
      await warnings(page, 1);
      await keep('3-spelling');
    },

    'in the browser: the case is shown as a line': async () => {
      await page.keyboard.press('Alt+i');
      await page.keyboard.press('t');
      await webview(page).locator('button.event').first().waitFor();
      await keep('4-timeline');
      await runCommand(page, 'View: Close All Editors');
    },

    'in the browser: a PDF is imported, and goes as Word': async () => {
      await file('received.pdf').click({ button: 'right' });
      await chooseInMenu(page, 'Import Letter…');
      await tab('received.imr.txt').waitFor();
      await errors(1).waitFor();
      await keep('5-imported');
      await runCommand(page, 'IMR: Export to Word');
      await page.locator('.notifications-toasts').getByText('Exported to received.docx').waitFor();
      await file('received.docx').waitFor();
      await keep('6-exported');
    },
  };
}
