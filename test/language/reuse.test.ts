import { expect, it, vi } from 'vitest';
import { lettersOf, longLetter } from '../../bench/generate.ts';

/** A checker that shares nothing with others of this process, what was read of texts least of all. */
async function freshChecker() {
  vi.resetModules();
  const { Checker } = await import('../../server/src/language/checker.ts');
  return new Checker();
}

/** A letter before its first item, and its items. */
function partsOf(letter: string): { head: string; items: string[] } {
  const [head = '', ...items] = letter.split(/(?<=\n)(?=[^\n]*: (?:Upheld|Overturned)\s*\n)/);
  return { head, items };
}

const inYear =
  (year: string) =>
  (letter: string): string => {
    const { head, items } = partsOf(letter);
    return head.replaceAll(/\b20\d\d\b/g, year) + items.join('');
  };

/** Edits that leave most of what an item is made of as it is. */
const edits: Record<string, (letter: string) => string> = {
  'another date in the middle': (letter) => {
    const middle = letter.indexOf('. ', letter.length / 2) + 1;
    return `${letter.slice(0, middle)} He was seen on 11/03/2016.${letter.slice(middle)}`;
  },
  'a case of 2006': inYear('2006'),
  'a case of 2019': inYear('2019'),
  'items in another order': (letter) => {
    const { head, items } = partsOf(letter);
    return head + items.toReversed().join('');
  },
  'other verdicts': (letter) => letter.replaceAll('Upheld', 'Overturned'),
  'headings of the item before': (letter) => {
    const { head, items } = partsOf(letter);
    const headings = items.map((item) => item.slice(0, item.indexOf('\n')));
    return head + items.map((item, at) => `${headings.at(at - 1)}${item.slice(item.indexOf('\n'))}`).join('');
  },
  'labels exchanged': (letter) =>
    letter.replaceAll(
      /^(?:Claims Administrator|MAXIMUS) guideline:/gm,
      (label) => `${label.startsWith('M') ? 'Claims Administrator' : 'MAXIMUS'} guideline:`,
    ),
  'pages of a digit more': (letter) => letter.replaceAll(/Page\(s\): (\d+)/g, 'Page(s): 1$1'),
  'no year of a guideline': (letter) => letter.replaceAll(/\(20\d\d\)/g, ''),
};

it('finds in an edited letter what a full check finds', async () => {
  const letters = [...lettersOf(5000, 20), ...[50, 100].map((seed) => longLetter(20_000, seed))];
  const used = await freshChecker();
  for (const letter of letters) used.check(letter);
  let found = 0;
  for (const [name, edit] of Object.entries(edits)) {
    const full = await freshChecker();
    for (const letter of letters.map(edit)) {
      const { findings } = full.check(letter);
      expect(used.check(letter).findings, name).toEqual(findings);
      found += findings.length;
    }
  }
  expect(found).toBeGreaterThan(100);
}, 60_000);

/** Words that an edit puts between two sentences, or in place of some; they touch what rules compare over the letter. */
const words = [
  ' He',
  ' He was seen on 11/03/2016.',
  ' The injury of 09/15/2016 was two years ago.',
  ' An MRI of the left knee dated 10/12/2016 was normal.',
  ' There was no functional improvement as defined in 9792.20(f).',
  ' The request for authorization dated 11/14/2016 was reviewed.',
  ' The patient is a 54 year old female.',
  ' The protrusion at L4-5 was noted.',
  '\n\nMRI of the right knee: Upheld\n\n',
  '',
];

it('finds after edit upon edit of a long letter what a full check finds', async () => {
  const used = await freshChecker();
  let letter = longLetter(40_000, 7);
  used.check(letter);
  let found = 0;
  for (const [index, put] of words.entries()) {
    const at = letter.indexOf('. ', (letter.length * ((index * 7) % 10)) / 10) + 1;
    letter = letter.slice(0, at) + put + letter.slice(at + (index % 3) * 40);
    const { findings } = (await freshChecker()).check(letter);
    expect(used.check(letter).findings, put).toEqual(findings);
    // Typed on, behind the edit, and taken back.
    used.check(`${letter.slice(0, at)} ${letter.slice(at)}`);
    expect(used.check(letter).findings, put).toEqual(findings);
    found += findings.length;
  }
  expect(found).toBeGreaterThan(100);
}, 60_000);
