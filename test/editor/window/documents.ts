/** A person takes in a letter that came as PDF, and hands one on as Word. */
import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tests } from '../suite/runner.ts';
import { chooseInMenu, runCommand, until, type Window } from './hands.ts';

/** Tests of importing and exporting. */
export function documentTests({ page, folder, keep }: Window): Tests {
  const bytes = (name: string) => readFile(join(folder, name));
  const tab = (name: string) => page.locator('.tab.active').filter({ hasText: name });
  const entry = page.getByRole('menuitem', { name: 'Import Letter…' });
  const openMenu = async () => {
    // A menu that opens while the editor still reads its extensions lacks their entries.
    for (let attempt = 1; attempt < 5 && !(await entry.isVisible()); attempt++) {
      await page.keyboard.press('Escape');
      await page.getByRole('treeitem', { name: 'received.pdf' }).click({ button: 'right' });
      await entry.waitFor({ timeout: 3_000 }).catch(() => undefined);
    }
    await entry.waitFor();
  };
  return {
    'a person imports a PDF from the explorer, and nothing is ever written over': async () => {
      await runCommand(page, 'View: Show Explorer');
      await openMenu();
      await keep('20-import-menu');
      await chooseInMenu(page, 'Import Letter…');
      await tab('received.imr.txt').waitFor();
      await page
        .getByRole('button', { name: /Errors: [1-9]/ })
        .first()
        .waitFor();
      await keep('21-imported');

      const first = await bytes('received.imr.txt');
      await openMenu();
      await chooseInMenu(page, 'Import Letter…');
      const question = page.locator('.notifications-toasts').getByText('is there already');
      await question.waitFor();
      await keep('22-import-again');
      await page.getByRole('button', { name: 'Keep Both' }).click();
      await tab('received-2.imr.txt').waitFor();
      assert.deepEqual(await bytes('received.imr.txt'), first);
      assert.deepEqual(await bytes('received-2.imr.txt'), first);
    },

    'a person exports the letter to Word': async () => {
      await runCommand(page, 'IMR: Export to Word');
      await page.locator('.notifications-toasts').getByText('Exported to received-2.docx').waitFor();
      await keep('23-exported');
      await until(async () => (await bytes('received-2.docx')).subarray(0, 2).toString() === 'PK');
      await runCommand(page, 'View: Close All Editors');
    },
  };
}
