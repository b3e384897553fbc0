import { describe, expect, it } from 'vitest';
import { checkLostNouns } from '../../server/src/language/words/lost-noun.ts';
import { tokenize } from '../../server/src/language/words/tokens.ts';

const find = (text: string) => checkLostNouns(tokenize(text));

describe('an article without a noun', () => {
  it.each([
    ['There is a tear of the with swelling.', 'the with'],
    ['He was given a of the drug.', 'a of'],
    ['An was done in May.', 'An was'],
    ['The patient rests the and the wrist.', 'the and'],
    ['Because of his since the fall he rests.', 'his since'],
  ])('%s', (text, words) => {
    const [finding, ...more] = find(text);
    expect(more).toEqual([]);
    expect(text.slice(finding?.start, finding?.end)).toBe(words);
    expect(finding?.suggestions).toEqual([]);
  });

  it.each([
    'An MRI is a with contrast study, or a with and without contrast one.',
    'The by-pass was made; the for-profit clinic closed.',
    'The for profit clinic closed.',
    'The "with" is lost; vitamin A and B were given.',
    'The to be determined date is near.',
    'He saw his at work.',
    'Option a was chosen.',
  ])('is silent: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});
