import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkArticles } from '../../server/src/language/words/articles.ts';
import { checkCapitals } from '../../server/src/language/words/capitals.ts';
import { createWordsChecker } from '../../server/src/language/words/checker.ts';
import { checkDoubled } from '../../server/src/language/words/doubled.ts';
import { checkDoubledItems } from '../../server/src/language/words/doubled-items.ts';
import { checkSpacing } from '../../server/src/language/words/spacing.ts';
import { tokenize } from '../../server/src/language/words/tokens.ts';
import { buildLetterVocabulary } from '../../server/src/language/words/vocabulary.ts';

const articles = (text: string) => checkArticles(tokenize(text)).map((finding) => finding.suggestions[0]);
const doubled = (text: string) => {
  const tokens = tokenize(text);
  return [...checkDoubled(tokens), ...checkDoubledItems(tokens)];
};
const spacing = (text: string) => checkSpacing(text);

function mend(
  text: string,
  findings: readonly { start: number; end: number; suggestions: readonly string[] }[],
) {
  return [...findings]
    .sort((a, b) => b.start - a.start)
    .reduce((mended, f) => mended.slice(0, f.start) + (f.suggestions[0] ?? '') + mended.slice(f.end), text);
}

describe('a and an', () => {
  it.each([
    ['a MRI of the knee', 'an'],
    ['an TENS unit', 'a'],
    ['a EMG of the arm', 'an'],
    ['a x-ray of the hand', 'an'],
    ['a NSAID was given', 'an'],
    ['a RFA was sent', 'an'],
    ['an CT scan', 'a'],
    ['a hour of rest', 'an'],
    ['an one time visit', 'a'],
    ['an unilateral block', 'a'],
    ['an urine screen', 'a'],
    ['a H2 blocker', 'an'],
    ['a L5 root', 'an'],
    ['a 8 week course', 'an'],
    ['an 12 week course', 'a'],
    ['a injection', 'an'],
    ['an physician', 'a'],
    ['A injection was given', 'An'],
  ])('“%s” → %s', (text, wanted) => {
    expect(articles(text)).toEqual([wanted]);
  });

  it.each([
    'an MRI, a TENS unit, an NSAID, an EMG, a CT scan and an x-ray',
    'an H-wave unit, a T-spine film, an S1 block, a C5 root',
    'an hour, a one-time visit, a unit, a urinalysis, an unusual, an uninsured worker, a European study',
    'a historical note and an historical note',
    'vitamin A is taken; hepatitis A or B',
    'at 9 a.m. a SLAP tear, an 80 year old man and an 18 month course',
    'a(n) 54 year old',
    'a McMurray test',
    'admission to a SNF, or to an SNF',
  ])('is silent in “%s”', (text) => {
    expect(articles(text)).toEqual([]);
  });
});

describe('doubled words', () => {
  it.each([
    ['The the pain persists.', 'The pain persists.'],
    ['He rests in in bed.', 'He rests in bed.'],
    ['The request for the request for therapy.', 'The request for therapy.'],
    ['Care has included has included rest and ice.', 'Care has included rest and ice.'],
    ['It shows neck pain, neck pain, and fatigue.', 'It shows neck pain, and fatigue.'],
    ['Stiff left hand joint; old scar; stiff left hand joint.', 'Stiff left hand joint; old scar.'],
  ])('“%s”', (text, mended) => {
    expect(mend(text, doubled(text))).toBe(mended);
  });

  it.each([
    'He had had therapy and said that that helped.',
    'What relief there was was brief.',
    'Strength is 5/5 5/5 and reflexes are 2+ 2+.',
    'Any compound that is not recommended is not recommended.',
    'What has been approved has been approved.',
    'A drug it is not recommended is not recommended.',
    'Bilateral knee and bilateral hip pain.',
    'Range of motion is full. Range of motion is painless.',
    'He moves side-to-side, hand-over-hand.',
    'Pain of C5 C5 level.',
  ])('is silent in “%s”', (text) => {
    expect(doubled(text)).toEqual([]);
  });
});

describe('spaces and marks', () => {
  it.each([
    ['He was seen on 11-08-2016.The note is short.', 'He was seen on 11-08-2016. The note is short.'],
    ['The knee hurts.He rests.', 'The knee hurts. He rests.'],
    ['Pain at the heel .', 'Pain at the heel.'],
    ['Sleep hygiene was taught.. He rests.', 'Sleep hygiene was taught. He rests.'],
    ['neck,shoulder', 'neck, shoulder'],
  ])('“%s”', (text, mended) => {
    expect(mend(text, spacing(text))).toBe(mended);
  });

  it.each([
    'The strength is 7.5 mg and 10,000 units, e.g.Aspirin.',
    'Dr.Okafor and J.R.Smith, U.S.A and Ph.D.',
    'See www.dir.ca.gov/DWC and name@host.Org.',
    'He rests... then works.',
    'The visit(s) and area(s) of pain.',
    'Section 9792.20 applies. Therapy is denied.',
  ])('is silent in “%s”', (text) => {
    expect(spacing(text)).toEqual([]);
  });
});

describe('sentences without a capital', () => {
  const capitals = (text: string) => checkCapitals(tokenize(text)).map(({ suggestions }) => suggestions[0]);

  it.each([
    ['He has pain in the neck. the patient rests.', 'The'],
    ['Flexion was 40 degrees. physical therapy was requested.', 'Physical'],
    ['The pain is rated 8/10. the patient rests.', 'The'],
    ['He was sent for an MRI. in May he returned.', 'In'],
  ])('are found: %s', (text, wanted) => {
    expect(capitals(text)).toEqual([wanted]);
  });

  it.each([
    'He has pain in the neck. The patient rests.',
    'It lasts approx. the same time.',
    'Dr. de Quervain wrote it.',
    'Surgery vs. rest was weighed.',
    'Rest, ice, etc. were tried.',
    'The limit in sec. 4 holds, i.e. rest.',
    'See fig. 2. x-ray images are there.',
  ])('are not seen in “%s”', (text) => {
    expect(capitals(text)).toEqual([]);
  });
});

describe('the checker', () => {
  const checker = createWordsChecker();
  const check = (text: string) =>
    checker.checkBlock({ text, kind: 'rationale', letter: buildLetterVocabulary([text]) });

  it('works before the dictionary is there', () => {
    const text = 'There was spasms and the let knee hurts; a MRI was ordered.';
    expect(mend(text, check(text))).toBe('There were spasms and the left knee hurts; an MRI was ordered.');
  });

  it('reports no two findings for the same place', () => {
    const findings = check('He will order and MRI of of the let lower extremity .');
    const overlapping = findings.some((one, i) => findings.slice(i + 1).some((two) => two.start < one.end));
    expect(findings.length).toBeGreaterThan(2);
    expect(overlapping).toBe(false);
  });

  it('accepts entries of an office', () => {
    const own = createWordsChecker(undefined, {
      phrases: [{ kind: 'word-slip', pattern: '[blew] form', replace: 'blue', fires: [], silent: [] }],
    });
    const text = 'The blew form was sent.';
    const [finding] = own.checkBlock({ text, kind: 'summary', letter: buildLetterVocabulary([text]) });
    expect(finding?.suggestions).toEqual(['blue']);
  });

  it('never throws and keeps its ranges inside the text', () => {
    const words = fc.constantFrom(
      'the',
      'a',
      'an',
      'MRI',
      '.',
      ',',
      '..',
      'let',
      'knee',
      '10/325',
      '"',
      '-',
      'of',
      '(n)',
      'é',
      '12-',
      "'s",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((list) => list.join(' ')),
          fc.array(words).map((list) => list.join('')),
        ),
        (text) => {
          for (const finding of check(text)) {
            expect(finding.start).toBeGreaterThanOrEqual(0);
            expect(finding.end).toBeLessThanOrEqual(text.length);
            expect(finding.end).toBeGreaterThan(finding.start);
          }
        },
      ),
    );
  });
});
