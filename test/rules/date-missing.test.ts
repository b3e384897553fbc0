import { describe, expect, it } from 'vitest';
import { check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';

const found = (summary: string): string[] => {
  const text = letter({
    summary: `The injured worker is a 44 year old male injured on 09/15/2016. ${summary}`,
  });
  return check(text, 'date-missing').map((finding) => marked(text, finding));
};

describe('a date that is lost after its preposition', () => {
  it.each([
    'He was instructed to return to modified work on. The progress note was brief.',
    'An MRI of the right knee dated showed a tear.',
    'She met with her surgeon on. Surgery was planned.',
    'A subacromial injection on gave relief for ten days.',
    'The urine drug test on, which was positive, was not repeated.',
    'On 02/03/2016 and again on she complained of pain.',
    'X-rays of the hip taken on were read as normal.',
    'The previous denial for the requests below was on. Therapy was denied.',
    'He reported depression associated with an industrial injury of . He rested.',
  ])('is missed in "%s"', (summary) => {
    expect(found(summary)).toHaveLength(1);
  });

  it.each([
    'The drug that he was on was stopped.',
    'He works on and off. The pain goes on.',
    'Later on she complained of pain.',
    'There were four areas to work on. Every surface he stood on hurt.',
    'The criteria that the surgeon relied on were met.',
    'He was later operated on.',
    'One in ten patients stay on. She put the brace on. He sleeps with his boot on.',
    'There is nothing on which a further visit could be based. The ground on which she fell was wet.',
    'He twice left the stove on. She kept the lights on. It hurt from day one on. She walks with shoes on.',
    'From 2015 on, he worked at a desk. The cast was still on. He likes the radio on.',
    'Which leg she was injured on is not said. It is the visit she was examined on. There was nothing to be reviewed on.',
    'Therapy was not extended on. The appeal had not been ruled on. She has no one to count on.',
    'The equipment is dated. It was replaced. A request form was dated was 11/23/2016.',
    'The surgery and follow-up are based on that. He carried on with therapy.',
  ])('is not missed in "%s"', (summary) => {
    expect(found(summary)).toEqual([]);
  });
});
