/** Drives the editor's window with mouse and keyboard, and keeps screenshots of what a person sees. */
import { strict as assert } from 'node:assert';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { ROOT } from '../../scripts/lib.ts';
import { type Result, runTests } from './suite/runner.ts';

/** Where the screenshots go; git ignores it. */
const SCREENSHOTS = join(ROOT, 'test/editor/screenshots');

/** Works in the editor at the address, which shows the given folder with the test letters. */
export async function driveWindow(browser: Browser, url: string, folder: string): Promise<Result[]> {
  await mkdir(SCREENSHOTS, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(15_000);
  const keep = (name: string) => page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  const text = (name: string) => readFile(join(folder, name), 'utf8');

  const results = await runTests(
    {
      'a person opens a letter, sees the squiggle, takes the light bulb, saves': async () => {
        await page.goto(url);
        await page.getByRole('treeitem', { name: 'slips.imr' }).dblclick();
        await page.locator('.statusbar').getByText('IMR determination').waitFor();
        await keep('1-letter');

        await page.keyboard.press('Control+Shift+M');
        const problem = page.locator('.markers-panel').getByText('9792.20').first();
        await problem.waitFor();
        await problem.click();
        await page.locator('.squiggly-warning, .squiggly-error').first().waitFor();
        await keep('2-diagnostics');

        await page.locator('.view-lines').getByText('9792.20(ef)').click();
        const menu = page.locator('.action-widget:not(.action-list-submenu-panel)');
        await pressUntilVisible(page, 'Control+.', menu);
        await keep('3-light-bulb');

        await page.keyboard.press('Enter');
        await menu.waitFor({ state: 'hidden' });
        await page.keyboard.press('Control+S');
        await problem.waitFor({ state: 'hidden' });
        await keep('4-fixed');
        assert.equal(await text('slips.imr'), await text('clean.imr.txt'));
      },
    },
    async () => {},
  );
  if (results.some(({ error }) => error !== undefined)) await keep('failed');
  await page.close();
  return results;
}

/** Presses keys again, as a person would, when the editor was still busy with the click before and lost them. */
async function pressUntilVisible(page: Page, keys: string, awaited: Locator): Promise<void> {
  for (let attempt = 1; attempt < 5; attempt++) {
    await page.keyboard.press(keys);
    const shown = await awaited.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
    if (shown) return;
  }
  await awaited.waitFor();
}
