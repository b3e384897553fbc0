/** A person finds a slip and mends it, and sets a finding aside. */
import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tests } from '../suite/runner.ts';
import {
  answer,
  asked,
  openLetter,
  pressUntilVisible,
  quickInput,
  runCommand,
  type Window,
  warnings,
} from './hands.ts';

/** Tests that read and mend letters. */
export function reviewTests({ page, folder, keep }: Window): Tests {
  const text = (name: string) => readFile(join(folder, name), 'utf8');
  return {
    'a person opens a letter, sees the squiggle, takes the light bulb, saves': async () => {
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
      await page.keyboard.press('Control+J');
    },

    'a person walks to a finding, dismisses it with a reason, and brings it back': async () => {
      await openLetter(page, 'case.imr');
      await warnings(page, 1);
      await page.keyboard.press('F8');
      const peek = page.locator('.marker-widget');
      await peek.getByText('September 24, 2015').first().waitFor();
      await keep('5-next-finding');

      await page.keyboard.press('Alt+i');
      await page.keyboard.press('d');
      await answer(page, /Why is it no slip/, 'Two visits; the second note is in the file');
      await warnings(page, 0);
      const kept = JSON.parse(await text('.imr/dismissed.json')) as { dismissed: { reason: string }[] };
      assert.deepEqual(
        kept.dismissed.map(({ reason }) => reason),
        ['Two visits; the second note is in the file'],
      );

      await runCommand(page, 'IMR: Show Dismissed Findings');
      await quickInput(page).getByText('Two visits').waitFor();
      await keep('6-dismissed');
      await asked(page, /Tick those/).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
      await quickInput(page).getByText('1 Selected').waitFor();
      await page.keyboard.press('Enter');
      await warnings(page, 1);
    },
  };
}
