import { gather } from '../gather.ts';
import { perText } from '../per-text.ts';
import { stretchesOf } from '../stretches.ts';
import { type Token, tokenize, withoutPossessive } from './tokens.ts';
import type { LetterVocabulary } from './types.ts';

const TITLES: ReadonlySet<string> = new Set(['dr', 'drs', 'mr', 'mrs', 'ms', 'prof', 'doctor', 'nurse']);
const DEGREES: ReadonlySet<string> = new Set([
  'md',
  'm',
  'do',
  'dc',
  'd',
  'dpm',
  'phd',
  'psyd',
  'np',
  'pa',
  'lac',
  'pt',
  'esq',
  'et',
]);

/**
 * Collects the letter's own words from all of its blocks.
 *
 * A word that the letter uses several times, or a name after a title or before a degree, is hardly a slip. Words
 * are counted when they are first asked for: most letters hold no unknown word.
 */
export function buildLetterVocabulary(blocks: readonly string[]): LetterVocabulary {
  let counts: Map<string, number> | undefined;
  let names: ReadonlySet<string> | undefined;
  let known: readonly ReturnType<typeof wordsOf>[] | undefined;
  // A drug that the words do not know stands in many blocks of a long letter.
  const counted = new Map<string, number>();
  const all = () => {
    known ??= gather(blocks, (block) => stretchesOf(block).map(({ text }) => wordsOf(text)));
    return known;
  };
  return {
    get counts() {
      counts ??= sumOf(all().map((words) => words.counts));
      return counts;
    },
    countOf(word) {
      const count = counted.get(word) ?? all().reduce((sum, words) => sum + (words.counts.get(word) ?? 0), 0);
      counted.set(word, count);
      return count;
    },
    isName(word) {
      names ??= new Set(gather(all(), (words) => [...words.names]));
      return names.has(word);
    },
  };
}

/** How often a sentence uses each of its words, and its names. */
const wordsOf = perText((text) => {
  const tokens = tokenize(text);
  return { counts: countWords(tokens), names: namesIn(tokens) };
});

function countWords(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) {
    if (token.type !== 'word') continue;
    const word = withoutPossessive(token.lower);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function sumOf(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const counts of all) {
    for (const [word, count] of counts) sum.set(word, (sum.get(word) ?? 0) + count);
  }
  return sum;
}

function namesIn(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'word' || token.lower === token.text) continue;
    const before = tokens[index - 1]?.text === '.' ? tokens[index - 2] : tokens[index - 1];
    const after = tokens[index + 1]?.text === ',' ? tokens[index + 2] : tokens[index + 1];
    const titled = before !== undefined && TITLES.has(before.lower) && before.text !== before.lower;
    const graduated = after !== undefined && isDegree(after.text) && tokens[index + 1]?.text === ',';
    const author = after?.lower === 'et' && tokens[index + 2]?.lower === 'al';
    if (titled || graduated || author) names.add(withoutPossessive(token.lower));
  }
  return names;
}

function isDegree(text: string): boolean {
  return text === text.toUpperCase() && DEGREES.has(text.toLowerCase());
}
