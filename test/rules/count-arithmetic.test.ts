import { describe, expect, it } from 'vitest';
import { check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';
import { summaryOf } from '../support/request-item.ts';

describe('count-arithmetic', () => {
  const found = (sentence: string): string[] => {
    const text = letter({ summary: summaryOf(sentence) });
    return check(text, 'count-arithmetic').map((finding) => marked(text, finding));
  };

  it.each([
    ['He has attended 17 of the 12 authorized visits.', 'attended 17 of the 12 authorized visits'],
    ['He completed ten of eight sessions.', 'completed ten of eight sessions'],
    ['He takes 600 mg three times a day, for a total of 2,400 mg.', '2,400 mg'],
    ['He takes 300 mg twice daily, a total of 900 mg a day.', '900 mg'],
  ])('%s', (sentence, place) => {
    expect(found(sentence)).toEqual([place]);
  });

  it.each([
    'He has attended 7 of the 12 authorized visits and had 12 of 12 sessions.',
    'He rated it 8 of 10 after the visits.',
    'He takes 600 mg three times a day, for a total of 1,800 mg.',
    'He takes 100 mg once a day and 50 mg twice a day, for a total of 200 mg.',
    'He had 6 of acupuncture and 4 of therapy.',
  ])('is silent: %s', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });
});
