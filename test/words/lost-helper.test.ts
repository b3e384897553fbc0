import { describe, expect, it } from 'vitest';
import { checkLostHelpers } from '../../server/src/language/words/lost-helper.ts';
import { tokenize } from '../../server/src/language/words/tokens.ts';

const find = (text: string) => checkLostHelpers(tokenize(text));

describe('a denial without its verb', () => {
  it.each([
    ['The need for the walker not been established.', 'The need for the walker has not been established.'],
    ['The records not show a trial of heat.', 'The records do not show a trial of heat.'],
    ['The notes never been sent.', 'The notes have never been sent.'],
    ['The guideline not recommend it.', 'The guideline does not recommend it.'],
  ])('%s', (text, right) => {
    const [finding, ...more] = find(text);
    expect(more).toEqual([]);
    expect(text.slice(0, finding?.start) + finding?.suggestions[0] + text.slice(finding?.end)).toBe(right);
  });

  it.each([
    'The need has, on this record, not been shown.',
    'Had the notes been sent, it would be clear.',
    'The drug not having been tried, it is denied.',
    "The patient's not been seen since.",
    'It is asked that the records not include his name.',
    'The patient need not undergo it.',
    'He has rested, and the therapy, once begun, been continued.',
    'The request should not have been denied.',
  ])('is silent: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});
