import { describe, expect, it } from 'vitest';
import { checkDoublePrepositions } from '../../server/src/language/words/double-preposition.ts';
import { tokenize } from '../../server/src/language/words/tokens.ts';

const find = (text: string) => checkDoublePrepositions(tokenize(text));

describe('two prepositions behind a noun', () => {
  it.each([
    ['The request for of therapy was denied.', 'for of', ['for', 'of']],
    ['There is a scar across over the knee.', 'across over', ['across', 'over']],
    ['A trial of with gabapentin was made.', 'of with', ['of', 'with']],
    ['The review of by the physician was short.', 'of by', ['of', 'by']],
    ['He used it in conjunction with to rest.', 'with to', ['with', 'to']],
  ])('%s', (text, words, suggestions) => {
    const [finding, ...more] = find(text);
    expect(more).toEqual([]);
    expect(text.slice(finding?.start, finding?.end)).toBe(words);
    expect(finding?.suggestions).toEqual(suggestions);
  });

  it.each([
    'The visit he was sent for by the nurse was late.',
    'It is a pain he is used to with ease.',
    'He was taken care of by his wife.',
    'The use of for example ice is usual.',
    'A brace of from 2 to 4 pounds is heavy.',
    'The wrist is to be looked at by a surgeon.',
    'The pain he came in for by bus has gone.',
    'An injection of up to 5 ml was given.',
  ])('is silent: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});
