/**
 * Takes the pictures of the walkthrough from the real editor, light and dark, into client/walkthrough/. Build first; run
 * it again when what they show has changed: `node test/editor/pictures.ts`.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ensureChromium, launchChromium } from '../../scripts/chromium.ts';
import { installCodeServer, startCodeServer } from '../../scripts/code-server.ts';
import { CACHE, ROOT } from '../../scripts/lib.ts';
import { pack } from '../../scripts/vsix.ts';
import { freshLetters } from './bundle.ts';
import { smallPicture } from './webp.ts';
import {
  answer,
  asked,
  goTo,
  openLetter,
  quickInput,
  runCommand,
  warnings,
  webview,
} from './window/hands.ts';

const PICTURES = join(ROOT, 'client/walkthrough');
/** Small, so that the walkthrough shows it at about its own size; without the icons at the left edge. */
const SIZE = { width: 680, height: 420 };
const CLIP = { x: 50, y: 0, width: SIZE.width - 50, height: SIZE.height };
const CASE = 'case.imr';

/** What each picture shows; each starts with the case open, and leaves it as it was. */
const scenes: Record<string, (page: Page, shoot: () => Promise<void>) => Promise<void>> = {
  'new-letter': async (page, shoot) => {
    await runCommand(page, 'IMR: New Letter…');
    await answer(page, /paste the list/, 'Baclofen 10 mg #45; MRI of the lumbar spine');
    await asked(page, /Tick the items/).waitFor();
    await page.keyboard.press('Enter');
    await answer(page, 'Form of the letter', 'Without');
    await answer(page, /Date of injury/, 'June 3, 2014');
    await answer(page, /request for authorization/, '');
    await answer(page, /utilization review/, 'October 12, 2015');
    await page.locator('.view-line').getByText('[specialty]').first().waitFor();
    await shoot();
    await runCommand(page, 'View: Revert and Close Editor');
  },
  findings: async (page, shoot) => {
    await goTo(page, 1);
    await page.keyboard.press('F8');
    await page.locator('.marker-widget').getByText('September 24, 2015').first().waitFor();
    await shoot();
    await runCommand(page, 'View: Close Editor');
  },
  citation: async (page, shoot) => {
    await goTo(page, lineOf('Decision rationale: No'));
    await runCommand(page, 'IMR: Insert Citation…');
    await asked(page, /Topic, drug or page/).waitFor();
    await quickInput(page).locator('input[type="text"]').first().fill('muscle relaxants');
    await quickInput(page)
      .getByRole('option')
      .filter({ hasText: /relaxants/i })
      .first()
      .waitFor();
    await page.waitForTimeout(500);
    await shoot();
    await page.keyboard.press('Escape');
  },
  verdict: async (page, shoot) => {
    await goTo(page, lineOf('#60: Upheld'));
    await runCommand(page, 'IMR: Uphold / Overturn This Item');
    await page.locator('.view-line').filter({ hasText: '#60: Overturned' }).waitFor();
    await page.waitForTimeout(1000);
    await shoot();
    await runCommand(page, 'Notifications: Clear All Notifications');
    await page.keyboard.press('Control+Z');
    await page.locator('.view-line').filter({ hasText: '#60: Upheld' }).waitFor();
  },
  timeline: async (page, shoot) => {
    await goTo(page, lineOf('The applicant is'));
    await runCommand(page, 'IMR: Show Case Timeline');
    await webview(page).getByText('This points back').first().waitFor();
    await shoot();
    await runCommand(page, 'View: Close Editor');
  },
  dismiss: async (page, shoot) => {
    await goTo(page, 1);
    await page.keyboard.press('F8');
    await page.locator('.marker-widget').getByText('September 24, 2015').first().waitFor();
    await runCommand(page, 'IMR: Dismiss Finding…');
    await answer(page, /Why is it no slip/, 'Two visits; the note of the other one is in the file');
    await warnings(page, 0);
    await runCommand(page, 'IMR: Show Dismissed Findings');
    await quickInput(page).getByText('Two visits').waitFor();
    await shoot();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await warnings(page, 1);
  },
  settings: async (page, shoot) => {
    await page.keyboard.press('Control+,');
    const search = page.locator('.settings-editor .suggest-input-container');
    await search.click();
    await page.keyboard.type('@ext:imr-rationale.imr-rationale');
    const first = page.locator('.settings-editor').getByText('When a letter is checked').first();
    await first.waitFor();
    // Away from the box, whose suggestions cover the settings.
    await first.click();
    await page.waitForTimeout(1000);
    await shoot();
    await page.keyboard.press('Escape');
    await page.locator('.settings-editor').waitFor({ state: 'hidden' });
  },
};

/** The letter as it is written in the editor: a paragraph is a line. */
const letter = (await readFile(join(ROOT, 'test/editor/fixtures', CASE), 'utf8')).replace(
  /^(.{80,})\n(?=.)/gm,
  '$1 ',
);

/** The number of the line that holds some words. */
function lineOf(words: string): number {
  return letter.slice(0, letter.indexOf(words)).split('\n').length;
}

const browser = await launchChromium(await ensureChromium());
await installCodeServer();
const product = join(CACHE, 'imr-rationale-pictures.vsix');
await pack(ROOT, product);
const home = join(CACHE, 'editor-homes', 'pictures');
await rm(home, { recursive: true, force: true });
await mkdir(PICTURES, { recursive: true });
const folder = await freshLetters('pictures');
await writeFile(join(folder, CASE), letter);
const editor = await startCodeServer({ home, extensions: [product], folder });
try {
  const page = await browser.newPage({ viewport: SIZE });
  page.setDefaultTimeout(60_000);
  const workbench = await browser.newPage();
  await page.goto(editor.url);
  await page.getByRole('treeitem', { name: CASE }).dblclick();
  await warnings(page, 1);
  await page.keyboard.press('Control+B');
  for (const theme of ['light', 'dark']) {
    for (const [name, scene] of Object.entries(scenes)) {
      await openLetter(page, CASE);
      await scene(page, async () => {
        // What opens or closes does so gently.
        await page.waitForTimeout(500);
        const picture = await smallPicture(workbench, await page.screenshot({ clip: CLIP }));
        await writeFile(join(PICTURES, `${name}-${theme}.webp`), picture);
        console.log(`${name}-${theme}.webp: ${picture.length} bytes`);
      });
    }
    await runCommand(page, 'Preferences: Toggle between Light/Dark Themes');
  }
} finally {
  await browser.close();
  await editor.stop();
}
