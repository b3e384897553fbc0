import { describe, expect, it } from 'vitest';
import { letter } from '../support/letter.ts';
import { fixed, item } from '../support/request-item.ts';

describe('a space before a mark', () => {
  it.each([' ', '          '])('is taken out whole: %j', (gap) => {
    const spacedBy = (between: string): string =>
      letter(
        item('Norco 5/325mg #60', `He rests${between}, and is well. The request is not medically necessary.`),
      );
    expect(fixed(spacedBy(gap), 'punctuation-stray')).toBe(spacedBy(''));
  });
});
