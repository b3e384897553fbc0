import type { Random } from './random.ts';

/** Keys beside a key, as far as fingers slip. */
const beside: Readonly<Record<string, string>> = {
  a: 's',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  j: 'hk',
  k: 'jl',
  l: 'k',
  m: 'n',
  n: 'bm',
  o: 'ip',
  p: 'o',
  q: 'w',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  w: 'qe',
  x: 'zc',
  y: 'tu',
  z: 'x',
};

/**
 * A word with one typing error: two letters swapped, one left out, one doubled, or the key beside it. The first
 * letter stays: most slips of the pen spare it.
 *
 * @param isWord tells whether the result is a word itself, and so no misspelling.
 * @returns undefined where chance gave no misspelling.
 */
export function misspelt(
  word: string,
  random: Random,
  isWord: (text: string) => boolean,
): string | undefined {
  for (let attempt = 0; attempt < 8; attempt++) {
    const at = 1 + random.below(word.length - 1);
    const letter = word[at] ?? '';
    if (!/[a-z]/i.test(letter)) continue;
    const result = slip(word, at, random);
    if (result !== undefined && result.toLowerCase() !== word.toLowerCase() && !isWord(result.toLowerCase()))
      return result;
  }
  return undefined;
}

function slip(word: string, at: number, random: Random): string | undefined {
  const letter = word[at] ?? '';
  switch (random.below(4)) {
    case 0:
      return at + 1 < word.length
        ? word.slice(0, at) + word[at + 1] + letter + word.slice(at + 2)
        : undefined;
    case 1:
      return word.slice(0, at) + word.slice(at + 1);
    case 2:
      return word.slice(0, at) + letter + word.slice(at);
    default: {
      const other = random.pick([...(beside[letter.toLowerCase()] ?? '')]);
      if (other === undefined) return undefined;
      return (
        word.slice(0, at) +
        (letter === letter.toUpperCase() ? other.toUpperCase() : other) +
        word.slice(at + 1)
      );
    }
  }
}
