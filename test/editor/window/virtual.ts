/** Letters in a file system that is no disk, as in a browser: what is decided about them is kept there too. */
import type { Page } from 'playwright-core';
import type { Tests } from '../suite/runner.ts';
import { answer, pressUntilVisible, runCommand } from './hands.ts';

/** Tests in a virtual workspace with the test letters. */
export function virtualTests(page: Page, keep: (name: string) => Promise<unknown>): Tests {
  const file = (name: string) => page.getByRole('treeitem', { name, exact: true });
  // That of the letter that was imported before.
  const errors = page.getByRole('button', { name: 'Errors: 1' }).first();
  return {
    'in the browser: a dismissal is kept in the virtual folder': async () => {
      await file('case.imr').dblclick();
      await page.locator('.tab.active').filter({ hasText: 'case.imr' }).waitFor();
      const peek = page.locator('.marker-widget').getByText('September 24, 2015').first();
      await pressUntilVisible(page, 'F8', peek);
      await page.keyboard.press('Alt+i');
      await page.keyboard.press('d');
      await answer(page, /Why is it no slip/, 'Two visits');
      await page.locator('.squiggly-warning').first().waitFor({ state: 'hidden' });
      // What the server alone remembered would be gone when it starts anew.
      await runCommand(page, 'IMR: Restart Language Server');
      await errors.waitFor({ state: 'hidden' });
      await errors.waitFor();
      await file('case.imr').dblclick();
      await page.keyboard.press('F8');
      await page.getByText('There is no finding in this letter').first().waitFor();
      await keep('6-dismissed');
    },
  };
}
