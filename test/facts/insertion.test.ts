import { expect, test } from 'vitest';
import { type CitationInsertion, factsOf, insertCitation } from '../../server/src/language/facts/index.ts';
import type { LetterParts } from '../../server/src/language/rules/index.ts';
import { parseDetermination } from '../../server/src/language/syntax/index.ts';
import { case2014 } from '../support/case-2014.ts';
import { applyFix } from '../support/check.ts';
import { letter } from '../support/letter.ts';

/** The letter after the insertion, from the MAXIMUS line on. */
function insert(text: string, insertion: CitationInsertion): string {
  const facts = factsOf(parseDetermination(text));
  const [item] = facts.items;
  if (!item) throw new Error('The letter has no item.');
  const edits = insertCitation(facts, item, insertion);
  const changed = applyFix(text, { title: '', edits, preferred: false, certain: false });
  return changed.slice(changed.indexOf('MAXIMUS guideline:'));
}

const line = (maximus: string, insertion: CitationInsertion, parts: LetterParts = {}): string =>
  insert(
    letter({
      ...parts,
      items: [{ maximus, rationale: 'Therefore, the request is not medically necessary.' }],
    }),
    insertion,
  ).split('\n')[0] ?? '';

const efficacy: CitationInsertion = { lineEntry: { guideline: 'cpmtg-2009', page: 7 } };
const relaxants: CitationInsertion = {
  lineEntry: { guideline: 'cpmtg-2016', section: 'Muscle relaxants (for pain)' },
};

test('adds a page in the style of a line that prints pages', () => {
  expect(
    line(
      'Decision based on MTUS Chronic Pain Treatment Guidelines BACLOFEN Page(s): 64.',
      efficacy,
      case2014,
    ),
  ).toBe(
    'MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines BACLOFEN Page(s): 64, INTRODUCTION Page(s): 7.',
  );
  expect(
    line(
      'Decision based on MTUS Chronic Pain Treatment Guidelines Gabapentin (Neurontin) Page(s): 49.',
      { lineEntry: { guideline: 'cpmtg-2009', page: 19 } },
      case2014,
    ),
  ).toBe(
    'MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Gabapentin (Neurontin) Page(s): 19, 49.',
  );
  expect(
    line(
      'Decision based on MTUS Chronic Pain Treatment Guidelines BACLOFEN Page(s): 64.',
      { lineEntry: { guideline: 'acoem-2004-ch15', page: 402 } },
      case2014,
    ),
  ).toBe(
    'MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines BACLOFEN Page(s): 64, and ACOEM Chapter 15 Stress-Related Conditions Page(s): 402.',
  );
});

test('adds a section in alphabetical order where the list is so, else at its end', () => {
  const chronic = 'Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s):';
  expect(line(`${chronic} Muscle relaxants (for pain).`, efficacy)).toBe(
    `MAXIMUS guideline: ${chronic} Introduction, Muscle relaxants (for pain).`,
  );
  expect(line(`${chronic} Topical analgesics, Baclofen.`, efficacy)).toBe(
    `MAXIMUS guideline: ${chronic} Topical analgesics, Baclofen, Introduction.`,
  );
});

test('adds a further guideline before a non-MTUS citation', () => {
  expect(
    line(
      'Decision based on MTUS Low Back Complaints 2004, Section(s): Initial Care. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Low Back.',
      relaxants,
    ),
  ).toBe(
    'MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Initial Care, and Chronic Pain Medical Treatment 2016, Section(s): Muscle relaxants (for pain). Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Low Back.',
  );
});

test('lists an adopted chapter under the label of the form', () => {
  expect(
    line('Decision based on MTUS Knee Complaints 2004.', {
      lineEntry: { guideline: 'acoem-2004-ch3', page: 48 },
    }),
  ).toBe(
    'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, and General Approaches 2004, Section(s): Initial Approaches to Treatment.',
  );
});

test('replaces the sentence of a line that cites nothing', () => {
  expect(line('The Expert Reviewer did not cite any medical evidence for its decision.', relaxants)).toBe(
    'MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle relaxants (for pain).',
  );
  expect(
    line(
      'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation ODG Low Back.',
      relaxants,
    ),
  ).toBe(
    'MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle relaxants (for pain). Decision based on Non-MTUS Citation ODG Low Back.',
  );
});

test('lists two pages of one guideline together', () => {
  expect(
    line(
      'The Expert Reviewer did not cite any medical evidence for its decision.',
      {
        lineEntry: [
          { guideline: 'cpmtg-2009', page: 64 },
          { guideline: 'cpmtg-2009', page: 7 },
        ],
      },
      case2014,
    ),
  ).toBe(
    'MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Baclofen Page(s): 64, Introduction Page(s): 7.',
  );
});

test('adds a source outside of the MTUS', () => {
  const odg: CitationInsertion = { lineEntry: { other: 'Official Disability Guidelines (ODG) Pain' } };
  expect(line('Decision based on MTUS Acupuncture Treatment 2007.', odg)).toBe(
    'MAXIMUS guideline: Decision based on MTUS Acupuncture Treatment 2007. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Pain.',
  );
  expect(line('The Expert Reviewer did not cite any medical evidence for its decision.', odg)).toBe(
    'MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Pain.',
  );
});

test('leaves a line alone that lists the entry', () => {
  const listed =
    'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle relaxants (for pain).';
  expect(line(listed, relaxants)).toBe(`MAXIMUS guideline: ${listed}`);
});

test('puts the sentence before the conclusion, with the blanks that the writer uses', () => {
  const rationale =
    'No gain was recorded.  The applicant is off work.  Therefore, the request is not medically necessary.';
  expect(insert(letter({ items: [{ rationale }] }), { sentence: 'The MTUS asks for gain.' })).toContain(
    'No gain was recorded.  The applicant is off work.  The MTUS asks for gain.  Therefore, the request is not medically necessary.\n',
  );
});

test('puts the sentence where it is wanted, at the start of a sentence', () => {
  const text = letter({
    items: [
      {
        rationale:
          'No gain was recorded. The applicant is off work. Therefore, the request is not medically necessary.',
      },
    ],
  });
  expect(insert(text, { sentence: 'The MTUS asks for gain.', at: text.indexOf('was recorded') })).toContain(
    'rationale: The MTUS asks for gain. No gain was recorded. ',
  );
});

test('puts the sentence at the end where nothing concludes', () => {
  expect(
    insert(letter({ items: [{ rationale: 'No gain was recorded.' }] }), {
      sentence: 'The MTUS asks for gain.',
    }),
  ).toContain('No gain was recorded. The MTUS asks for gain.\n');
});

test('keeps the line ends of a letter with carriage returns', () => {
  const text = letter({
    items: [{ rationale: 'No gain was recorded. Therefore, the request is not medically necessary.' }],
  }).replaceAll('\n', '\r\n');
  const changed = insert(text, { sentence: 'The MTUS asks for gain.', ...relaxants });
  expect(changed).toContain('The MTUS asks for gain. Therefore,');
  expect(changed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});
