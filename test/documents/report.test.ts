import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureChromium, launchChromium } from '../../scripts/chromium.ts';
import { clean, slip, Workplace } from '../cli/program.ts';
import { letter } from '../support/letter.ts';

const place = new Workplace();
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium(await ensureChromium());
}, 300_000);

afterAll(() => browser.close());

const nasty = '<img src="https://example.org/x.png" onerror="document.title=1">';

/** A folder of four letters of two months, one of them with markup in its text, one damaged. */
function fill(): void {
  place.write('in/a.imr', slip);
  place.write(
    'in/b.imr',
    letter({ header: { 'Decision Date': '02/14/2017', 'UR Denial Date': '11/23/2016' } }),
  );
  place.write('in/c <b>.imr', clean);
  place.write('in/d.imr', slip.replace('There was no gain', `There was ${nasty} no gain`));
  place.write('in/e.imr', 'binary\u0000');
}

/** Opens the report of a folder; fails when the page asks for anything beside itself or runs anything. */
async function open(scheme: 'light' | 'dark' = 'light', width = 1200): Promise<Page> {
  const page = await browser.newPage({ colorScheme: scheme, viewport: { width, height: 900 } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const address = `file://${join(place.folder, 'report.html')}`;
  await page.goto(address);
  expect(asked).toEqual([address]);
  return page;
}

describe('imr report', () => {
  it('shows the folder and each letter with sentence, reason, items and the case', async () => {
    fill();
    const { status, stdout } = place.imr(['report', 'in', '-o', 'report.html']);
    expect([status, stdout]).toEqual([2, 'report.html: 4 letters\n']);
    const page = await open();
    expect(await page.locator('.tile').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^4letters$/), expect.stringMatching(/^2errors$/)]),
    );
    expect(await page.locator('.kinds th').allTextContents()).toContain('subdivision-ef');
    expect(await page.locator('.months .date').allTextContents()).toEqual(['2017-01', '2017-02']);
    expect(await page.getByText('This is a binary file').count()).toBe(1);

    await page.getByRole('link', { name: 'a.imr' }).click();
    const section = page.locator('section.letter').first();
    expect(await section.locator('.finding mark').first().textContent()).toBe('9792.20(ef)');
    expect(await section.locator('blockquote').first().textContent()).toBe(
      'There was no gain as defined in 9792.20(ef).',
    );
    expect(await section.locator('.items').textContent()).toBe('Baclofen 10mg #45: Upheld');
    const dates = await section.locator('svg .date').allTextContents();
    expect(dates).toEqual([...dates].sort());
    expect(dates).toContain('2016-11-21');
    await page.close();
  });

  it('takes no text of a letter for markup', async () => {
    fill();
    place.imr(['report', 'in', '-o', 'report.html']);
    const page = await open();
    expect(await page.locator('img, script').count()).toBe(0);
    expect(await page.locator('blockquote').allTextContents()).toContainEqual(expect.stringContaining(nasty));
    expect(await page.locator('[src], [href]:not([href^="#"])').count()).toBe(0);
    expect(await page.locator('style').textContent()).not.toMatch(/url\(|@import/);
    await page.close();
  });

  it('shows dismissals with their reasons', async () => {
    place.write('a.imr', slip);
    const [run] = JSON.parse(place.imr(['check', '--reporter', 'sarif', 'a.imr']).stdout).runs;
    const [rule, sentence, words] = run.results[0].partialFingerprints['finding/v1'].split(':');
    const dismissal = { rule, sentence, words, letter: [], reason: 'as UR wrote it', date: '2026-02-03' };
    place.write('.imr/dismissed.json', JSON.stringify({ dismissed: [dismissal] }));
    place.imr(['report', 'a.imr', '-o', 'report.html']);
    const page = await open();
    expect(await page.locator('.dismissed').textContent()).toMatch(/Dismissed 2026-02-03: as UR wrote it/);
    await page.close();
  });

  it('is readable in light and dark, on narrow screens and on paper', async () => {
    fill();
    place.imr(['report', 'in', '-o', 'report.html']);
    const screenshots = join(import.meta.dirname, '../../.cache/report-screenshots');
    mkdirSync(screenshots, { recursive: true });
    for (const [name, scheme, width, media] of [
      ['light', 'light', 1200, 'screen'],
      ['dark', 'dark', 1200, 'screen'],
      ['narrow', 'light', 420, 'screen'],
      ['paper', 'dark', 720, 'print'],
    ] as const) {
      const page = await open(scheme, width);
      await page.emulateMedia({ media, colorScheme: scheme });
      // As text, for only the page knows the names of browsers.
      const look = await page.evaluate<{ text: number; back: number; wide: number }>(`(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        const light = (value) =>
          (value.match(/\\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
        return {
          text: light(color),
          back: light(backgroundColor),
          wide: document.documentElement.scrollWidth - innerWidth,
        };
      })()`);
      expect(Math.abs(look.text - look.back), `contrast, ${name}`).toBeGreaterThan(150);
      expect(look.back > look.text, `dark on light, ${name}`).toBe(name !== 'dark');
      expect(look.wide, `wider than the window, ${name}`).toBeLessThanOrEqual(0);
      await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
      if (media === 'print') {
        const pdf = await page.pdf({ format: 'Letter' });
        expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3);
      }
      await page.close();
    }
  });

  it('hides severities that are switched off', async () => {
    fill();
    place.imr(['report', 'in', '-o', 'report.html']);
    const page = await open();
    expect(await page.locator('.finding.warning').first().isVisible()).toBe(true);
    await page.getByLabel('Warnings').uncheck();
    expect(await page.locator('.finding.warning').first().isVisible()).toBe(false);
    expect(await page.locator('.finding.error').first().isVisible()).toBe(true);
    await page.close();
  });

  it.each([
    [['report', 'a.imr'], /needs -o/],
    [['report', 'a.imr', '-o', 'a.imr'], /ends in \.html/],
    [['report', 'a.imr', '-o', 'no/such/report.html'], /could not be written/],
  ])('says what is wrong with %j', (args, message) => {
    place.write('a.imr', slip);
    const { status, stderr } = place.imr(args);
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
    expect(place.read('a.imr')).toBe(slip);
  });
});
