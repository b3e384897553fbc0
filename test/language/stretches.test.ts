import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../../server/src/language/stretches.ts';

describe('the parts of a block that are read by themselves', () => {
  it('are its sentences', () => {
    expect(stretchesOf('He fell. She saw it. Did it hurt? Yes.').map(({ text }) => text)).toEqual([
      'He fell.',
      // "it." could be a short form.
      'She saw it. Did it hurt?',
      'Yes.',
    ]);
  });

  it.each([
    'He was seen by Dr. Lee and by Prof. Hale.',
    'Pain was 4/10. Therapy helped at L4. The rest did not.',
    'See p. Twelve, vs. No. 3 and St. John.',
  ])('are not cut behind titles, short forms and numbers: "%s"', (text) => {
    expect(stretchesOf(text)).toHaveLength(1);
  });

  it('give the block again, whatever it is', () => {
    const word = fc.constantFrom(
      'pain.',
      'Dr.',
      'The',
      'knee',
      '4.',
      'A',
      'etc.',
      '"Yes?"',
      'swollen!',
      '  ',
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const block = words.join(' ');
        const stretches = stretchesOf(block);
        for (const { start, text } of stretches) expect(block.slice(start, start + text.length)).toBe(text);
        expect(stretches.map(({ text }) => text).join(' ')).toBe(block);
      }),
    );
  });
});
