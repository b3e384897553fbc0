/** A person writes: a new letter, a verdict turned, a citation inserted. */
import { strict as assert } from 'node:assert';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Tests } from '../suite/runner.ts';
import { answer, asked, goTo, openLetter, quickInput, runCommand, until, type Window } from './hands.ts';

/** Tests that write letters. */
export function draftingTests({ page, folder, keep }: Window): Tests {
  const saved = async (name: string) => (await readFile(join(folder, name), 'utf8')).replace(/\s+/g, ' ');
  const savedAs = async (name: string, expected: (text: string) => boolean) => {
    await page.keyboard.press('Control+S');
    await until(async () => expected(await saved(name)));
  };
  return {
    'a person starts a new letter from a pasted list': async () => {
      const list = '1. Baclofen 10 mg #45\n2. MRI of the lumbar spine\n';
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(list)})`);
      await runCommand(page, 'IMR: New Letter…');
      await asked(page, /paste the list/).waitFor();
      await quickInput(page)
        .getByRole('button', { name: /Paste the list/ })
        .click();
      const box = quickInput(page).locator('input[type="text"]').first();
      for (let look = 0; look < 50 && !(await box.inputValue()).includes(';'); look++)
        await page.waitForTimeout(50);
      assert.equal(await box.inputValue(), 'Baclofen 10 mg #45; MRI of the lumbar spine');
      await keep('7-new-letter-items');
      await page.keyboard.press('Enter');

      await asked(page, /Tick the items/).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
      await keep('8-new-letter-verdicts');
      await page.keyboard.press('Enter');

      await answer(page, 'Form of the letter', 'Without');
      await answer(page, /Date of injury/, 'June 3, 2014');
      await answer(page, /request for authorization/, '');
      await answer(page, /utilization review/, 'October 12, 2015');
      await page.locator('.tab.active').filter({ hasText: 'Untitled' }).waitFor();
      await page.locator('.view-line').getByText('Expert Reviewer').first().waitFor();
      await keep('9-new-letter');
      await page.locator('.view-line').filter({ hasText: 'Baclofen 10 mg #45: Upheld' }).waitFor();
      await page.keyboard.press('Control+End');
      const second = page.locator('.view-line').filter({ hasText: 'MRI of the lumbar spine: Overturned' });
      await second.waitFor();
      await keep('10-new-letter-items');
      await runCommand(page, 'View: Revert and Close Editor');
    },

    'a person starts a letter of a form of the office': async () => {
      const config = join(folder, '.imr/config.json');
      const form = {
        name: 'Acme determination',
        title: 'ACME INDEPENDENT REVIEW',
        labels: { rationale: 'Reasons:' },
        header: { urDenialDate: 'UR Denied:' },
        fields: ['caseNumber'],
      };
      await mkdir(dirname(config), { recursive: true });
      await writeFile(config, JSON.stringify({ forms: [form] }));
      try {
        await untilOffered(page, '“ACME INDEPENDENT REVIEW”');
        await keep('10c-new-letter-own-form');
        await answer(page, 'Form of the letter', 'Acme');
        await answer(page, /Date of injury/, 'June 3, 2014');
        await answer(page, /request for authorization/, '');
        await answer(page, /utilization review/, 'October 12, 2015');
        await page.locator('.tab.active').filter({ hasText: 'Untitled' }).waitFor();
        for (const line of ['ACME INDEPENDENT REVIEW', 'UR Denied: October 12, 2015'])
          await page.locator('.view-line').filter({ hasText: line }).waitFor();
        await page.keyboard.press('Control+End');
        const reasons = page
          .locator('.view-line')
          .filter({ hasText: 'Reasons: No, the request for Baclofen' });
        await reasons.waitFor();
        await runCommand(page, 'View: Revert and Close Editor');
      } finally {
        await rm(config);
      }
    },

    'a person adds a disputed item after the one at the cursor': async () => {
      await openLetter(page, 'case.imr');
      const before = await saved('case.imr');
      await goTo(page, 40);
      await page.keyboard.press('Alt+i');
      await page.keyboard.press('a');
      await answer(page, /Several items/, 'Norco 10/325 mg #60');
      await asked(page, /Tick the items/).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.view-line').filter({ hasText: 'Norco 10/325 mg #60: Upheld' }).waitFor();
      // The first stop is the line of the claims administrator, with the lines to choose from.
      await page.locator('.suggest-widget.visible').getByText('did not cite any medical evidence').waitFor();
      await keep('10a-item-added');
      await page.keyboard.press('Escape');
      await savedAs('case.imr', (text) =>
        /Similarly, the request for Norco, an? (?:short-acting )?opioid, was likewise not .* page 80 of/.test(
          text,
        ),
      );
      assert.match(
        await saved('case.imr'),
        /Norco 10\/325 mg #60: Upheld .* MRI of the left shoulder: Overturned/,
      );
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Z');
      await savedAs('case.imr', (text) => text === before);
    },

    'a person overturns an item: heading, opener and conclusion in one step, one undo': async () => {
      await openLetter(page, 'case.imr');
      const before = await saved('case.imr');
      await goTo(page, 40);
      await page.keyboard.press('Alt+i');
      await page.keyboard.press('v');
      await page.locator('.view-line').filter({ hasText: 'Cyclobenzaprine 7.5mg #60: Overturned' }).waitFor();
      await keep('11-overturned');
      // One condition: the editor empties a file before it writes it, so that one reading may hold half a letter.
      await savedAs(
        'case.imr',
        (text) =>
          /Yes, the request for cyclobenzaprine, a muscle relaxant, was medically necessary/.test(text) &&
          /office visit at issue\. Therefore, the request was medically necessary\. MRI/.test(text),
      );
      await page.keyboard.press('Control+Z');
      await savedAs('case.imr', (text) => text === before);
    },

    'a person searches a citation by its page and inserts it with its guideline line': async () => {
      await openLetter(page, 'case.imr');
      const before = await saved('case.imr');
      await goTo(page, 51);
      await page.keyboard.press('Alt+i');
      await page.keyboard.press('c');
      await asked(page, /Topic, drug or page/).waitFor();
      await quickInput(page).getByRole('option').first().waitFor();
      await keep('12-citations');
      await quickInput(page).locator('input[type="text"]').first().fill('efficacy of medication page 7');
      const first = quickInput(page).getByRole('option').first();
      await first.filter({ hasText: /efficacy/i }).waitFor();
      await keep('13-citation-search');
      await page.keyboard.press('Enter');
      await page.locator('.view-line').filter({ hasText: 'page 7' }).first().waitFor();
      await page.keyboard.press('Escape');
      await keep('14-citation-inserted');
      await savedAs('case.imr', (text) =>
        /MAXIMUS guideline: .*Introduction\. Decision rationale: .* Page 7 of/.test(text),
      );
      await page.keyboard.press('Control+Z');
      await savedAs('case.imr', (text) => text === before);
    },
  };
}

/** Looks at the form that New Letter offers, and again where the editor has not yet noticed the settings of the folder. */
async function untilOffered(page: Window['page'], form: string): Promise<void> {
  const offered = quickInput(page).getByText(form).first();
  for (let look = 1; ; look++) {
    await runCommand(page, 'IMR: New Letter…');
    await answer(page, /Several items/, 'Baclofen 10 mg #45');
    await asked(page, /Tick the items/).waitFor();
    await page.keyboard.press('Enter');
    await asked(page, 'Form of the letter').waitFor();
    try {
      await offered.waitFor({ timeout: 3000 });
      return;
    } catch (error) {
      if (look === 6) throw error;
      await page.keyboard.press('Escape');
      await quickInput(page).waitFor({ state: 'hidden' });
    }
  }
}
