import { describe, expect, it } from 'vitest';
import { check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';
import { fixed, item, summaryOf } from '../support/request-item.ts';

const by = (rule: string, heading: string, rationale: string, summary = 'He has pain.'): string[] => {
  const text = letter({
    ...item(heading, `${rationale} The request is not medically necessary.`),
    summary: summaryOf(summary),
  });
  return check(text, rule).map((finding) => marked(text, finding));
};

describe('the number of visits that is asked for', () => {
  it.each([
    [
      'Aquatic therapy 2 times a week for 5 weeks',
      'The five visits requested go beyond it.',
      'the five visits requested',
    ],
    ['Acupuncture 12 visits', 'The request would add 8 visits.', 'The request would add 8 visits'],
  ])('is another than in "%s": "%s"', (heading, rationale, words) => {
    expect(by('quantity-arithmetic', heading, rationale).map((found) => found.toLowerCase())).toEqual([
      words.toLowerCase(),
    ]);
  });

  it.each([
    ['Aquatic therapy 2 times a week for 5 weeks', 'The ten visits requested go beyond it.'],
    ['Aquatic therapy 2-3 times a week for 4 weeks', 'The 12 visits requested go beyond it.'],
    ['Acupuncture 12 visits', 'The 8 visits requested in May were denied.'],
    ['Acupuncture 12 visits', 'The 8 visits requested last year were had.'],
    ['Acupuncture 12 visits', 'The 8 visits requested were had.', 'He had 8 visits in May.'],
    ['Acupuncture 6 visits for each region', 'The 12 visits requested go beyond it.'],
  ])('is the same, or of another request: "%s": "%s"', (heading, rationale, summary?: string) => {
    expect(by('quantity-arithmetic', heading, rationale, summary)).toEqual([]);
  });
});

describe("a guideline's numbers", () => {
  const found = (rationale: string): string[] => by('quantity-guideline', 'Physical therapy', rationale);

  it.each([
    'The MTUS recommends 19-20 visits over 8 weeks for myalgia and myositis.',
    'The guideline allows a trial of 12 visits over 2 weeks and, with gains, up to 18 visits over 6-8 weeks.',
    'The time to produce functional improvement is 13 to 16 treatments.',
  ])('are others than "%s"', (sentence) => {
    expect(found(sentence)).toHaveLength(1);
  });

  it.each([
    'The MTUS recommends 9-10 visits over 8 weeks for myalgia and myositis.',
    'The request is for 10-12 visits over 6 weeks for myalgia and myositis.',
    'The guideline allows a trial of 6 visits over 2 weeks and, with gains, up to 18 visits over 6-8 weeks.',
    'The guideline allows a trial of 3-4 visits over 2 weeks and up to 6-10 visits over 5-6 weeks.',
    'The time to produce functional improvement is 3 to 6 treatments.',
  ])('are those of "%s"', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });

  it('are put right together', () => {
    const text = (numbers: string): string =>
      letter(
        item(
          'Physical therapy',
          `The MTUS recommends ${numbers} for myalgia and myositis. It is not medically necessary.`,
        ),
      );
    expect(fixed(text('29-30 visits over 6 weeks'), 'quantity-guideline')).toBe(
      text('9-10 visits over 8 weeks'),
    );
  });
});

describe('a split heading', () => {
  const sides =
    'X-rays of both knees was the original request. X-ray of the left knee was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, x-ray of the right knee is';

  it('leaves one side', () => {
    expect(by('scope-mismatch', sides, 'As such, x-rays of both knees are not medically necessary.')).toEqual(
      ['both knees'],
    );
    expect(
      by('scope-mismatch', sides, 'Both knees hurt. As such, x-ray of the knee is not medically necessary.'),
    ).toEqual([]);
    expect(
      by('scope-mismatch', sides, 'Of the x-rays of both knees the right one is not medically necessary.'),
    ).toEqual([]);
  });

  const strengths = (left: string): string =>
    `Lyrica 75mg #60 was the original request. Lyrica 50mg #60 was authorized by the Claims Administrator, leaving the original request IMR eligible. The original request, Lyrica ${left} #60 is`;

  it('leaves the strength of the original request', () => {
    expect(by('strength-mismatch', strengths('100mg'), 'It is not shown.')).toHaveLength(1);
    expect(by('strength-mismatch', strengths('75mg'), 'It is not shown.')).toEqual([]);
  });

  const rental =
    'Knee scooter rental for 6 months was the original request. The Claims Administrator authorized a knee scooter rental for 2 months, leaving the original request IMR eligible. The original request, knee scooter rental for 6 months is';

  it('leaves the months of the original request', () => {
    const months = (count: number): string =>
      `The request for a knee scooter rental for ${count} months is not medically necessary.`;
    expect(by('scope-mismatch', rental, months(4))).toEqual(['4']);
    expect(by('scope-mismatch', rental, months(6))).toEqual([]);
  });
});

describe('tests named together', () => {
  const found = (sentence: string): string[] => by('body-part-test', 'Physical therapy', sentence);

  it('examine what the first of them examines', () => {
    expect(found('The McMurray and joint line stress tests of the shoulder were positive.')).toEqual([
      'McMurray and joint line stress tests of the shoulder',
    ]);
    expect(found('The Neer and Hawkins tests at the left knee were negative.')).toHaveLength(1);
    expect(found('The Lachman and varus stress tests of the knee were negative.')).toEqual([]);
    expect(found('McMurray and Lachman tests were negative, and the elbow was normal.')).toEqual([]);
  });
});
