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
export function buildLetterVocabulary(blocks: Iterable<string>): LetterVocabulary {
  let tokens: (readonly Token[])[] | undefined;
  let counts: Map<string, number> | undefined;
  let names: Set<string> | undefined;
  const split = (): (readonly Token[])[] => {
    tokens ??= Array.from(blocks, tokenize);
    return tokens;
  };
  return {
    get counts() {
      counts ??= countWords(split());
      return counts;
    },
    get names() {
      names ??= collectNames(split());
      return names;
    },
  };
}

function countWords(blocks: readonly (readonly Token[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tokens of blocks) {
    for (const token of tokens) {
      if (token.type !== 'word') continue;
      const word = withoutPossessive(token.lower);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

function collectNames(blocks: readonly (readonly Token[])[]): Set<string> {
  const names = new Set<string>();
  for (const tokens of blocks) {
    for (const [index, token] of tokens.entries()) {
      if (token.type !== 'word' || token.lower === token.text) continue;
      const before = tokens[index - 1]?.text === '.' ? tokens[index - 2] : tokens[index - 1];
      const after = tokens[index + 1]?.text === ',' ? tokens[index + 2] : tokens[index + 1];
      const titled = before !== undefined && TITLES.has(before.lower) && before.text !== before.lower;
      const graduated = after !== undefined && isDegree(after.text) && tokens[index + 1]?.text === ',';
      const author = after?.lower === 'et' && tokens[index + 2]?.lower === 'al';
      if (titled || graduated || author) names.add(withoutPossessive(token.lower));
    }
  }
  return names;
}

function isDegree(text: string): boolean {
  return text === text.toUpperCase() && DEGREES.has(text.toLowerCase());
}
