/** A person reads: the case timeline, a rule's page, the walkthrough. */
import { strict as assert } from 'node:assert';
import type { Tests } from '../suite/runner.ts';
import {
  answer,
  openLetter,
  pressUntilVisible,
  runCommand,
  until,
  type Window,
  warnings,
  webview,
} from './hands.ts';

/** Tests of the views. */
export function readingTests({ page, keep }: Window): Tests {
  return {
    'a person reads the case as a line, by keyboard, and goes to the text': async () => {
      await openLetter(page, 'case.imr');
      await page.keyboard.press('Alt+i');
      await page.keyboard.press('t');
      const view = webview(page);
      const first = view.locator('button.event').first();
      await first.waitFor();
      await view.getByText('This points back to September 21, 2015').first().waitFor();
      await keep('15-timeline');

      await first.focus();
      await page.keyboard.press('ArrowDown');
      const focused = view.locator('button:focus');
      assert.match((await focused.getAttribute('aria-label')) ?? '', /^Mar 5, 2015: visit/);
      await page.keyboard.press('Enter');
      await page.locator('.view-line').filter({ hasText: 'March 5, 2015' }).waitFor();
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();

      // Typed over the selected date: the line follows.
      await page.keyboard.type('April 7, 2015');
      await view.getByText('Apr 7, 2015').waitFor();
      await keep('16-timeline-follows');
      await pressUntilVisible(page, 'Control+Z', view.getByText('Mar 5, 2015'));
    },

    'a rule’s page opens inside the editor': async () => {
      await runCommand(page, 'View: Close All Editors');
      await runCommand(page, 'IMR: Explain This Rule');
      await answer(page, 'Rule to read about', 'subdivision-ef');
      await webview(page).getByRole('heading', { name: 'subdivision-ef' }).waitFor();
      await keep('17-rule');
      await runCommand(page, 'View: Close All Editors');
    },

    'the walkthrough leads through the first hour': async () => {
      // The pictures stand beside the steps where there is room for both.
      await page.keyboard.press('Control+B');
      await page.setViewportSize({ width: 1500, height: 900 });
      await runCommand(page, 'IMR: Get Started');
      const step = page.locator('.getting-started-step').filter({ hasText: 'See what does not agree' });
      await step.waitFor();
      await step.click();
      const picture = page.locator('.getting-started-media img').first();
      await picture.waitFor();
      const loaded = () =>
        picture.evaluate((image) => 'naturalWidth' in image && Number(image.naturalWidth) > 0);
      await until(loaded);
      await keep('18-walkthrough');
      await page.setViewportSize({ width: 1280, height: 800 });
    },

    'the language status says what is found': async () => {
      await openLetter(page, 'case.imr');
      await warnings(page, 1);
      const braces = page
        .locator('.statusbar-item')
        .filter({ has: page.locator('.codicon-bracket, .codicon-bracket-dot, .codicon-bracket-error') });
      await braces.first().hover();
      await page
        .getByText(/1 finding/)
        .first()
        .waitFor();
      await keep('19-status');
    },
  };
}
