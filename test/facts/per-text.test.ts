import { describe, expect, it } from 'vitest';
import { Checker } from '../../server/src/language/checker.ts';
import { makeRoomFor, perText } from '../../server/src/language/per-text.ts';
import { letter } from '../support/letter.ts';

describe('answers kept by text', () => {
  it('asks once for a text, also where the answer is nothing', () => {
    const asked: string[] = [];
    const answer = perText((text) => {
      asked.push(text);
      return text === 'nothing' ? undefined : text.length;
    });
    expect([answer('four'), answer('nothing'), answer('four'), answer('nothing')]).toEqual([
      4,
      undefined,
      4,
      undefined,
    ]);
    expect(asked).toEqual(['four', 'nothing']);
  });

  it('lets the oldest go and keeps what is used', () => {
    makeRoomFor(0);
    let asked = 0;
    const answer = perText((text) => {
      asked++;
      return text.length;
    });
    const page = (number: number): string => `${number} ${'word '.repeat(2000)}`;
    for (let number = 0; number < 100; number++) {
      answer(page(number));
      answer('used again and again');
    }
    expect(asked).toBe(101);
    answer(page(99));
    expect(asked).toBe(101);
    answer(page(0));
    expect(asked).toBe(102);
  });
});

it('finds the same in a letter whatever was checked before', () => {
  const wrong = letter({
    summary:
      'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. On 11/10/2016 he complained of pain in the let lower extremity.',
    items: [
      {
        rationale:
          'The claimant is a 54 year old male. There is no documentation of the. Therefore, the request is not medically necessary.',
      },
    ],
  });
  const first = new Checker().check(wrong).findings;
  expect(first.length).toBeGreaterThan(1);
  const checker = new Checker();
  for (let end = 0; end < wrong.length; end += 97) checker.check(wrong.slice(0, end));
  expect(checker.check(wrong).findings).toEqual(first);
  expect(checker.check(`\n\n${wrong}`).findings).toEqual(
    first.map((finding) => ({
      ...finding,
      start: finding.start + 2,
      end: finding.end + 2,
      related: finding.related.map((place) => ({ ...place, start: place.start + 2, end: place.end + 2 })),
      fixes: finding.fixes.map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({ ...edit, start: edit.start + 2, end: edit.end + 2 })),
      })),
    })),
  );
});
