import { describe, expect, it } from 'vitest';
import { decisionsOf, factsOf, leaningOf, quantitiesIn } from '../../server/src/language/facts/index.ts';
import { parseDetermination } from '../../server/src/language/syntax/index.ts';
import { letter } from '../support/letter.ts';

const decisionOf = (rationale: string) => {
  const [decision] = decisionsOf(factsOf(parseDetermination(letter({ items: [{ rationale }] }))));
  if (!decision) throw new Error('The letter has no rationale.');
  return decision;
};

describe('decisions', () => {
  it('takes the last sentence before the opioid notice for the conclusion', () => {
    const { conclusion, noticeFrom, sentences } = decisionOf(
      'Norco did not help. The request was not medically necessary. This decision addresses the medical necessity of opioids as prescribed. It should not be interpreted as advice to stop, even if medically necessary.',
    );
    expect(conclusion).toMatchObject({ necessary: false, tense: 'was', index: 1 });
    expect([noticeFrom, sentences.length]).toEqual([2, 4]);
  });

  it('leaves out what the utilization review or the provider said', () => {
    const { conclusions } = decisionOf(
      'Utilization review found the drug not medically necessary. The provider states that it is medically necessary. The request is medically necessary.',
    );
    expect(conclusions.map((conclusion) => conclusion.index)).toEqual([2]);
  });

  it('gives the "not" that a fix takes out', () => {
    const { conclusion, rationale } = decisionOf(
      'There is no gain. The request is determined to not be medically necessary.',
    );
    expect(conclusion?.not && rationale.flow.text.slice(conclusion.not.start, conclusion.not.end)).toBe(
      'not ',
    );
  });

  it('tells which way an argument leans, conclusions left out', () => {
    expect(
      leaningOf(
        decisionOf(
          'There is no documentation of gain. However, the drug failed. The request is medically necessary.',
        ),
      ),
    ).toBeLessThan(-1);
    expect(
      leaningOf(
        decisionOf(
          'The drug is recommended and the patient meets all criteria. The request is not medically necessary.',
        ),
      ),
    ).toBeGreaterThan(1);
  });
});

describe('quantities', () => {
  it.each([
    ['Norco 10/325mg #60', [['piece', 60]]],
    ['physical therapy, 12 sessions', [['visit', 12]]],
    ['Six additional visits of therapy', [['visit', 6]]],
    [
      'two physical therapy sessions for the back and eight occupational therapy sessions',
      [
        ['visit', 2],
        ['visit', 8],
      ],
    ],
    ['Chiropractic therapy sessions for the neck, #8', [['visit', 8]]],
    ['wheelchair for a 2 month rental', [['month', 2]]],
    ['Baclofen 10 mg QTY 45.00', [['piece', 45]]],
    ['physical therapy 2 times a week', []],
    ['L4-5 injection with 7.5-325 mg', []],
  ])('%s', (text, expected) => {
    expect(quantitiesIn(text).map((quantity) => [quantity.unit, quantity.value])).toEqual(expected);
  });
});
