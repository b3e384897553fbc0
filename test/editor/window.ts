/** Drives the editor's window with mouse and keyboard, and keeps screenshots of what a person sees. */
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { ROOT } from '../../scripts/lib.ts';
import { type Result, runTests, type Tests } from './suite/runner.ts';
import { barTests } from './window/bar.ts';
import { documentTests } from './window/documents.ts';
import { draftingTests } from './window/drafting.ts';
import { type Window, windowOf } from './window/hands.ts';
import { readingTests } from './window/reading.ts';
import { reviewTests } from './window/review.ts';

/** Where the screenshots go; git ignores it. */
export const SCREENSHOTS = join(ROOT, 'test/editor/screenshots');

/** The tests in the folder with the test letters. */
function letterTests(window: Window): Tests {
  return {
    ...reviewTests(window),
    ...draftingTests(window),
    ...barTests(window),
    ...readingTests(window),
    ...documentTests(window),
  };
}

/** Works in the editor at the address, which shows the given folder. */
export async function driveWindow(
  browser: Browser,
  url: string,
  folder: string,
  testsOf: (window: Window) => Tests = letterTests,
): Promise<Result[]> {
  await mkdir(SCREENSHOTS, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  page.setDefaultTimeout(30_000);
  const window = windowOf(page, folder, SCREENSHOTS);
  await page.goto(url);
  let failures = 0;
  const kept = Object.entries(testsOf(window)).map(([name, body]): [string, () => Promise<void>] => [
    name,
    async () => {
      try {
        await body();
      } catch (error) {
        failures += 1;
        await window.keep(`failed-${basename(folder)}-${failures}`);
        throw error;
      }
    },
  ]);
  const results = await runTests(Object.fromEntries(kept), async () => {
    // Whatever a failed test left open must not take the keys of the next.
    for (let press = 0; press < 3; press++) await page.keyboard.press('Escape');
  });
  await page.close();
  return results;
}
