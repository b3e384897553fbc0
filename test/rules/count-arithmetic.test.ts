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
    ['He had five visits in June 2016 and five more in July 2016, for a total of 15 visits.', '15'],
    ['He was given six sessions and 4 additional ones in May, or a total of twelve.', 'twelve'],
    ['Added to the six already had, the eight sessions asked for would make 24.', '24'],
    ['The eight visits, together with the ten that he had, come to 28.', '28'],
    [
      'Four tablets of 200 mg make a daily dose of 1,200 mg.',
      'Four tablets of 200 mg make a daily dose of 1,200 mg',
    ],
    [
      'He takes one capsule twice a day, so that sixty capsules would last sixty days.',
      'one capsule twice a day, so that sixty capsules would last sixty days',
    ],
  ])('%s', (sentence, place) => {
    expect(found(sentence)).toEqual([place]);
  });

  it.each([
    'He has attended 7 of the 12 authorized visits and had 12 of 12 sessions.',
    'He rated it 8 of 10 after the visits.',
    'He takes 600 mg three times a day, for a total of 1,800 mg.',
    'He takes 100 mg once a day and 50 mg twice a day, for a total of 200 mg.',
    'He had 6 of acupuncture and 4 of therapy.',
    'He had four visits in June and four more in July, for a total of 12 visits with the four of May.',
    'He had five visits in June 2016 and five more in July 2016, for a total of 10 visits.',
    'Six visits were had in May. Six in June and six visits in July and 4 more in August made a total of 22.',
    'He had three visits. He had six visits in June and four more in July, for a total of 13.',
    'He was authorized six visits and then six more, and attended a total of ten.',
    'He had six visits and four more of the twelve, for a total of 9 weeks.',
    'Added to the six already had, the eight sessions asked for would make 14.',
    'The eight visits, added to the ten that he had and the two of May, would make 20.',
    'Three tablets of 200 mg make a daily dose of 600 mg.',
    'He takes one capsule twice a day, so that sixty capsules would last thirty days.',
    'He takes one to two tablets twice a day, so that 60 tablets last 30 days.',
    'One tablet twice daily as needed, so that 60 tablets last 60 days.',
  ])('is silent: %s', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });
});
