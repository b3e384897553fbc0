import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureChromium, launchChromium } from '../../scripts/chromium.ts';
import { installCodeServer, startCodeServer } from '../../scripts/code-server.ts';
import { CACHE, ROOT } from '../../scripts/lib.ts';
import { pack } from '../../scripts/vsix.ts';
import { freshLetters } from '../../test/editor/bundle.ts';
import { runCommand, warnings } from '../../test/editor/window/hands.ts';
import { type Stats, statsOf } from './stats.ts';

/** Windows that are opened, each with an extension host of its own. */
export const windows = 7;
const letter = 'case.imr';

/**
 * Milliseconds for which the extension keeps the extension host of the real editor busy when the first letter wakes it:
 * loading of its code and the call that activates it, as "Developer: Show Running Extensions" tells them.
 */
export async function measureActivation(): Promise<Stats> {
  const browser = await launchChromium(await ensureChromium());
  await installCodeServer();
  const product = join(CACHE, 'imr-rationale-activation.vsix');
  await pack(ROOT, product);
  const home = join(CACHE, 'editor-homes', 'activation');
  await rm(home, { recursive: true, force: true });
  const editor = await startCodeServer({
    home,
    extensions: [product],
    folder: await freshLetters('activation'),
  });
  try {
    const times: number[] = [];
    while (times.length < windows) {
      // High enough for all that runs: the list holds only what is seen.
      const page = await browser.newPage({ viewport: { width: 1000, height: 1800 } });
      page.setDefaultTimeout(60_000);
      await page.goto(editor.url);
      await page.getByRole('treeitem', { name: letter, exact: true }).dblclick();
      await warnings(page, 1);
      await runCommand(page, 'Developer: Show Running Extensions');
      const told = page.locator('.extension', { hasText: 'IMR Rationale' }).locator('.activation-time');
      const [, ms] = /(\d+) ?ms/.exec((await told.textContent()) ?? '') ?? [];
      if (ms === undefined) throw new Error('The editor does not tell the time of activation.');
      times.push(Number(ms));
      await page.close();
    }
    return statsOf(times);
  } finally {
    await browser.close();
    await editor.stop();
  }
}
