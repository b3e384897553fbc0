import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guidelinePdf, painTopics } from '../support/guideline-pdf.ts';
import { letter } from '../support/letter.ts';
import { Workplace } from './program.ts';

const place = new Workplace();
const { bytes, pages } = await guidelinePdf({ topics: painTopics, cover: 3, outline: true });
const gabapentin = pages.get('Gabapentin (Neurontin)') ?? 0;
const massage = pages.get('Massage therapy') ?? 0;
const index = (): string => join(place.folder, '.no-settings/guidelines/cpmtg-2009.json');

/** A letter of 2014 that cites a page for gabapentin. */
const citing = (page: number): string =>
  letter({
    header: {
      'UR Denial Date': '11/21/2014',
      'Application Received': '11/29/2014',
      'Date Assigned': '12/06/2014',
      'Decision Date': '01/04/2015',
      'Date of Injury': '09/15/2012',
    },
    summary:
      'The injured worker sustained an industrial injury on 09/15/2012. The utilization review dated 11/21/2014 non-certified Gabapentin.',
    items: [
      {
        heading: 'Gabapentin 300mg #60: Upheld',
        maximus: `Decision based on MTUS Chronic Pain Treatment Guidelines GABAPENTIN Page(s): ${page}.`,
        rationale: 'There is no documentation of gain. Therefore, the request is not medically necessary.',
      },
    ],
  });
const check = () => place.imr(['check', '--no-words', 'one.imr']).stdout;

describe('imr guideline', () => {
  it('reads a copy, says how, and from then on its pages count', () => {
    place.write('pain.pdf', bytes);
    place.write('one.imr', citing(massage));
    expect(check()).toMatch(/treats on pages 18-19\./);
    const added = place.imr(['guideline', 'add', 'pain.pdf', '--as', 'cpmtg-2009']);
    expect(added).toMatchObject({ status: 0, stderr: '' });
    expect(added.stdout).toMatch(
      /^cpmtg-2009: pages 1-\d+, 7 topics, read \d{4}-\d\d-\d\d from .*pain\.pdf\n/,
    );
    expect(added.stdout).toContain('page 1 is sheet 4 of the file, by the numbers printed on the pages');
    expect(added.stdout).toContain('topics by its outline');
    expect(check()).toMatch(
      new RegExp(
        `warning .*Page ${massage} is cited for gabapentin, which the guideline treats on pages? ${gabapentin}`,
        'i',
      ),
    );
    place.write('one.imr', citing(gabapentin));
    expect(check()).not.toMatch(/page-/);
  });

  it('lists what was read, and forgets it', () => {
    place.write('pain.pdf', bytes);
    place.imr(['guideline', 'add', 'pain.pdf', '--as', 'cpmtg-2009']);
    expect(place.imr(['guideline', 'list']).stdout).toMatch(/^cpmtg-2009: pages 1-/);
    expect(place.imr(['guideline', 'list', '--all']).stdout).toMatch(/^acoem-2004-ch12$/m);
    expect(statSync(index()).mode & 0o077, 'readable for others').toBe(0);
    expect(place.imr(['guideline', 'remove', 'cpmtg-2009']).status).toBe(0);
    expect(existsSync(index())).toBe(false);
    expect(readdirSync(join(index(), '..'))).toEqual([]);
    expect(existsSync(join(place.folder, 'pain.pdf'))).toBe(true);
    expect(place.imr(['guideline', 'list']).stdout).toMatch(/^No guideline was read/);
    place.write('one.imr', citing(massage));
    expect(check()).toMatch(/treats on pages 18-19\./);
  });

  it('asks where page 1 is when no numbers are printed', async () => {
    const bare = await guidelinePdf({ topics: painTopics, cover: 2, heads: false });
    place.write('bare.pdf', bare.bytes);
    const add = (...more: string[]) =>
      place.imr(['guideline', 'add', 'bare.pdf', '--as', 'cpmtg-2009', ...more]);
    expect(add()).toMatchObject({ status: 2, stderr: expect.stringContaining('--page-one N') });
    expect(add('--page-one', '3').stdout).toContain('page 1 is sheet 3 of the file, as you said');
    place.write('one.imr', citing(gabapentin));
    expect(check()).not.toMatch(/page-/);
  });

  it.each([
    ['no such file', ['add', 'gone.pdf', '--as', 'cpmtg-2009'], /There is no file .*gone\.pdf/],
    ['no PDF', ['add', 'note.txt', '--as', 'cpmtg-2009'], /note\.txt is no PDF/],
    ['a damaged PDF', ['add', 'cut.pdf', '--as', 'cpmtg-2009'], /is damaged|is a scan/],
    ['an unknown guideline', ['add', 'note.txt', '--as', 'cpmtg'], /no guideline "cpmtg"/],
    ['no identifier', ['add', 'note.txt'], /Take imr guideline add/],
    ['nothing to forget', ['remove', 'cpmtg-2009'], /was not read on this machine/],
    ['a way out of the folder', ['remove', '../../x'], /was not read on this machine/],
  ])('says in one sentence what is wrong: %s', (_, args, message) => {
    place.write('note.txt', 'a note');
    place.write('cut.pdf', bytes.subarray(0, 400));
    const { status, stderr } = place.imr(['guideline', ...args]);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('reads a guideline that the office itself has added', () => {
    place.write('.imr/config.json', '{ "guidelines": [{ "id": "acme", "names": ["Acme"], "year": 2015 }] }');
    place.write('pain.pdf', bytes);
    expect(place.imr(['guideline', 'add', 'pain.pdf', '--as', 'acme']).status).toBe(0);
  });
});
