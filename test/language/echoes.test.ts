import { describe, expect, it } from 'vitest';
import { marked } from '../support/check.ts';
import { fullChecker } from '../support/full-checker.ts';
import { letter } from '../support/letter.ts';
import { summaryOf } from '../support/request-item.ts';

const checker = fullChecker();
const told = (text: string): string[] =>
  checker.check(text).findings.map((finding) => `${finding.rule}: ${marked(text, finding)}`);

describe('one slip is told once', () => {
  it.each([
    ['The physical examination the right hip revealed no swelling.', 'lost-span: physical examination'],
    ['A form dated the following drugs was sent.', 'date-missing: dated'],
    ['He had decreased sensation motor strength.', 'small-grammar: sensation'],
  ])('in "%s"', (sentence, only) => {
    expect(told(letter({ summary: summaryOf(sentence) }))).toEqual([only]);
  });

  it('where one rule is sure and another doubts', () => {
    const heading = 'Acupuncture of the lumbar and cervical for six sessions: Upheld';
    expect(told(letter({ items: [{ heading }] }))).toEqual(['small-grammar: cervical']);
  });

  it('and a word misheard beside what its phrase says', () => {
    const text = letter({
      items: [
        {
          claims: 'The Claims Administrator did not cite any medical evidence for its decision.',
          maximus: 'The Expert Reviewer did not base their decision on the MTUS.',
          heading:
            'EMG and NCS of the arm was the original request. NCS of the arm was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, EMG of the arm is: Overturned',
          rationale:
            'For these reasons, both electromyography and nerve condition studies are medically necessary.',
        },
      ],
    });
    expect(told(text)).toEqual(['scope-mismatch: nerve condition studies', 'wrong-word: condition']);
  });

  it('and two slips side by side twice', () => {
    expect(told(letter({ summary: summaryOf('The exam showed tendernes, swelings and spasm.') }))).toEqual([
      'misspelling: tendernes',
      'misspelling: swelings',
    ]);
  });
});
