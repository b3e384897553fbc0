/** Drives the editor's window with mouse and keyboard, and keeps screenshots of what a person sees. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { ROOT } from '../../scripts/lib.ts';
import { type Result, runTests } from './suite/runner.ts';
import { draftingTests } from './window/drafting.ts';
import { windowOf } from './window/hands.ts';
import { readingTests } from './window/reading.ts';
import { reviewTests } from './window/review.ts';

/** Where the screenshots go; git ignores it. */
const SCREENSHOTS = join(ROOT, 'test/editor/screenshots');

/** Works in the editor at the address, which shows the given folder with the test letters. */
export async function driveWindow(browser: Browser, url: string, folder: string): Promise<Result[]> {
  await mkdir(SCREENSHOTS, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  page.setDefaultTimeout(30_000);
  const window = windowOf(page, folder, SCREENSHOTS);
  await page.goto(url);
  let failures = 0;
  const tests = { ...reviewTests(window), ...draftingTests(window), ...readingTests(window) };
  const kept = Object.entries(tests).map(([name, body]): [string, () => Promise<void>] => [
    name,
    async () => {
      try {
        await body();
      } catch (error) {
        failures += 1;
        await window.keep(`failed-${failures}`);
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
