import { describe, expect, it } from 'vitest';
import { check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';
import { fixed, summaryOf } from '../support/request-item.ts';

const close = 'Therefore, the request is not medically necessary.';
const found = (rationale: string, summary = 'He has pain.'): string[] => {
  const text = letter({ summary: summaryOf(summary), items: [{ rationale: `${rationale} ${close}` }] });
  return check(text, 'injury-year-mismatch').map((finding) => marked(text, finding));
};

describe('injury-year-mismatch', () => {
  it.each([
    'This is a request for an MRI. The claimant was injured in 2014.',
    'The patient has an industrial injury of 2014.',
    'The worker sustained an injury in 2014 and has pain.',
  ])('%s', (rationale) => {
    expect(found(rationale)).toEqual(['2014']);
  });

  it.each([
    ['The claimant was injured in 2016.', undefined],
    ['The claimant was first injured in 2014.', undefined],
    ['The claimant was injured in 2014 and again in 2016.', undefined],
    ['The claimant was injured in 2014.', 'He had a claim of 03/04/2014 too.'],
    ['A prior claim is known. The claimant was injured in 2014 in another job.', undefined],
    ['The driver of the car was injured in 2014.', undefined],
  ])('is silent: %s', (rationale, summary) => {
    expect(found(rationale, summary)).toEqual([]);
  });

  it('offers the year of the header', () => {
    const right = letter({ items: [{ rationale: `The claimant was injured in 2016. ${close}` }] });
    expect(fixed(right.replace('injured in 2016', 'injured in 2006'), 'injury-year-mismatch')).toBe(right);
  });
});

describe('spans since the injury in words', () => {
  const spans = (rationale: string): string[] => {
    const text = letter({
      summary: summaryOf('On 11/10/2016 he had pain.'),
      items: [{ rationale: `${rationale} ${close}` }],
    });
    return check(text, 'duration-impossible').map((finding) => marked(text, finding));
  };

  it.each([
    ['He has been off work nineteen months since the injury.', 'nineteen months'],
    ['Now two and a half years after the industrial event, he has pain.', 'two and a half years'],
    ['He has had low back pain for eighteen months.', 'eighteen months'],
    ['He has been taking naproxen for three years.', 'three years'],
    ['On 12/20/2016, two weeks after the injury, he had pain.', 'two weeks'],
  ])('%s', (rationale, span) => {
    expect(spans(rationale)).toEqual([span]);
  });

  it.each([
    'He has been off work for two months since the injury.',
    'He is two and a half months after the industrial event.',
    'He waited fourteen days after the event.',
    'He has been married for twenty years and has had the same job for nine years.',
    'He has had low back pain for ten years, worse since the injury.',
    'He has had low back pain for two months.',
    'He saw a doctor two weeks after the injury.',
    'Two weeks after the injury he went to the clinic.',
    'An MRI was done one month after the accident.',
    'On 12/05/2016 he said that he fell again two weeks after the injury.',
  ])('is silent: %s', (rationale) => {
    expect(spans(rationale)).toEqual([]);
  });
});

describe('treatment of this injury before the injury', () => {
  const severities = (sentence: string): string[] => {
    const text = letter({ summary: summaryOf(sentence) });
    return check(text, 'date-before-injury').map(({ severity }) => severity);
  };

  it('is a slip', () => {
    expect(severities('He has had physical therapy for this injury since 06/20/2016.')).toEqual(['warning']);
  });

  it('may be of an earlier one where the letter does not say', () => {
    expect(severities('He has had physical therapy since 06/20/2016.')).not.toContain('warning');
  });
});
