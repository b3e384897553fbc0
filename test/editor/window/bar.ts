/** How many keystrokes a letter's item costs: a person writes sample 000's Baclofen item from an empty letter. */
import { strict as assert } from 'node:assert';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib.ts';
import type { Tests } from '../suite/runner.ts';
import { asked, openLetter, until, type Window } from './hands.ts';
import { keysOf } from './keys.ts';

const LETTER = 'empty.imr';
/** The writer's own: no passage has it. */
const OWN =
  'Zanaflex, Amrix, and Skelaxin were in use beside it, so that no relief could be put down to Baclofen alone.';

/** The test that counts; everything that is pressed between the empty letter and the saved one counts. */
export function barTests({ page, folder, keep }: Window): Tests {
  const line = (text: string) => page.locator('.view-line').filter({ hasText: text }).first();
  const suggestion = (text: string | RegExp) =>
    page.locator('.suggest-widget.visible .monaco-list-row.focused').filter({ hasText: text });
  return {
    'a disputed item is written with a third of the keystrokes of typing it': async () => {
      const path = join(folder, LETTER);
      await writeFile(path, '');
      await openLetter(page, LETTER);
      const keys = keysOf(page);

      // New letter, into the empty one.
      await keys.press('Alt+i', 'n');
      await asked(page, /Several items/).waitFor();
      await keys.type('Baclofen 10 mg QTY 45.00');
      await keys.press('Enter');
      await asked(page, /Tick the items/).waitFor();
      await keys.press('Enter');
      await asked(page, 'Form of the letter').waitFor();
      await keys.press('Enter');
      for (const [question, date] of [
        [/Date of injury/, 'November 19, 2014'],
        [/request for authorization/, 'September 29, 2015'],
        [/utilization review/, 'October 27, 2015'],
      ] as const) {
        await asked(page, question).waitFor();
        await keys.type(date);
        await keys.press('Enter');
      }
      await line('State(s) of Licensure').waitFor();

      // Past licensure, specialty, complaint and the rest of the summary, which other items of the letter share.
      await keys.press('Tab', 'Tab', 'Tab', 'Tab');
      // What the claims administrator relied on, of the lines that are usual for the drug.
      await suggestion('[guideline]').waitFor();
      await keys.press('ArrowDown');
      await suggestion('Muscle relaxants').waitFor();
      await keys.press('Enter');
      // The MAXIMUS line follows the citation; the tense stays.
      await keys.press('Tab');
      await suggestion('was').waitFor();
      await keys.press('Enter');
      // The citation: the second of the list, which adds a guideline to the line above.
      await keys.press('Control+Space');
      await suggestion(/Baclofen, page 64/).waitFor();
      await keys.press('ArrowDown');
      await suggestion('ACOEM 47').waitFor();
      await keys.press('Enter');
      await line('General Approaches 2004').waitFor();
      // The deciding fact, with the date of the visit.
      await keys.press('Tab');
      await keys.press('Control+Space');
      await suggestion('Off work').waitFor();
      await keys.press('Enter');
      await line('September 29, 2015.').waitFor();
      await keys.press('Tab');
      // What only the reviewer can say.
      await keys.type(` ${OWN} `);
      await keys.press('Control+Space');
      await keys.type('func');
      await suggestion('No functional improvement').waitFor();
      await keys.press('Enter', 'Escape');
      await keys.press('Control+S');

      const expected = (await readFile(join(ROOT, 'test/editor/fixtures/baclofen-item.txt'), 'utf8')).trim();
      const item = async () => {
        const text = await readFile(path, 'utf8');
        return text.slice(text.indexOf(expected.split('\n', 1)[0] ?? '')).trim();
      };
      await until(async () => (await item()) === expected).catch(() => undefined);
      await keep('20-item-written');
      assert.equal(await item(), expected);
      const share = keys.count / expected.length;
      console.log(
        `  ${keys.count} keystrokes for an item of ${expected.length} characters: ${(share * 100).toFixed(1)} % of typing it.`,
      );
      assert.ok(share <= 1 / 3, `${keys.count} keystrokes are more than a third of ${expected.length}`);
    },
  };
}
