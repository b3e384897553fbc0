import { describe, expect, it } from 'vitest';
import { check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';
import { summaryOf } from '../support/request-item.ts';

function found(rationale: string, summary = summaryOf('Pain goes on.')): string[] {
  const text = letter({
    summary,
    items: [{ rationale: `${rationale} The request is not medically necessary.` }],
  });
  return check(text, 'sex-mismatch').map((finding) => `${finding.severity} ${marked(text, finding)}`);
}

describe('the sex of the patient', () => {
  it('is told at the second of two statements', () => {
    const summary = 'The injured worker is a 44 year old male. This is a 44 year old woman with pain.';
    expect(found('There is no gain.', summary)).toEqual(['warning woman']);
  });

  it.each([
    ['The pain has not decreased, and she is unable to sit.', 'warning she'],
    ['There is no wound. She can manage at home.', 'information She'],
  ])('%s', (rationale, finding) => {
    expect(found(rationale)).toEqual([finding]);
  });

  it.each([
    'The therapist saw no change, and she is unable to say more.',
    'The nurse practitioner was asked. She can manage the drug.',
    'The pain has not decreased, and he is unable to sit.',
    'His wife drives, and she is able to help.',
  ])('is silent: %s', (rationale) => {
    expect(found(rationale)).toEqual([]);
  });
});
