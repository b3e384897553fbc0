import { fieldTerms } from './field-terms.ts';
import type { WordsDictionary } from './types.ts';

/** Small words that are keyed onto their neighbour ("notmedically", "ofthe"). */
const SMALL_WORDS: readonly string[] =
  'not of the to and in is for with on was that from has are his her'.split(' ');
const LEAST_REST = 3;

/** Where a lower-case word that is no word splits into a small word and a usual one; undefined when it does not. */
export function smallWordSplit(word: string, dictionary: WordsDictionary): number | undefined {
  for (const small of SMALL_WORDS) {
    if (word.length < small.length + LEAST_REST) continue;
    if (word.startsWith(small) && isUsual(word.slice(small.length), dictionary)) return small.length;
    const cut = word.length - small.length;
    if (word.endsWith(small) && isUsual(word.slice(0, cut), dictionary)) return cut;
  }
  return undefined;
}

function isUsual(word: string, dictionary: WordsDictionary): boolean {
  return dictionary.rank(word) >= 4 || fieldTerms.has(word);
}
