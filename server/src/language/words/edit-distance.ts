/** Neighbours of each letter on a US keyboard; a slip between neighbours is likelier than another. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  q: 'wa',
  w: 'qase',
  e: 'wsdr',
  r: 'edft',
  t: 'rfgy',
  y: 'tghu',
  u: 'yhji',
  i: 'ujko',
  o: 'iklp',
  p: 'ol',
  a: 'qwsz',
  s: 'awedxz',
  d: 'serfcx',
  f: 'drtgvc',
  g: 'ftyhbv',
  h: 'gyujnb',
  j: 'huikmn',
  k: 'jiolm',
  l: 'kop',
  z: 'asx',
  x: 'zsdc',
  c: 'xdfv',
  v: 'cfgb',
  b: 'vghn',
  n: 'bhjm',
  m: 'njk',
};
const VOWELS = 'aeiouy';

/** Cost of typing `b` for `a`, between 0.7 (neighbouring keys, vowel for vowel) and 1. */
function substitution(a: string, b: string): number {
  if (a === b) return 0;
  if (NEIGHBOURS[a]?.includes(b)) return 0.8;
  return VOWELS.includes(a) && VOWELS.includes(b) ? 0.7 : 1;
}

/**
 * Weighted edit distance (optimal string alignment) between two lower-case words: swapped neighbours cost 0.7,
 * a letter doubled or undoubled 0.6, a vowel for a vowel 0.7, a neighbouring key 0.8, any other edit 1; an edit
 * of the first letter costs 0.4 more, for writers seldom miss the first letter.
 *
 * @param limit distances above it are not worked out.
 * @returns the distance, or `Infinity` above the limit.
 */
export function weightedDistance(typed: string, wanted: string, limit: number): number {
  // every edit costs at least 0.6, so the difference in length bounds the distance from below
  if (Math.abs(typed.length - wanted.length) * 0.6 > limit) return Number.POSITIVE_INFINITY;
  let beforePrevious: number[] = [];
  let previous = firstRow(wanted);
  for (let i = 1; i <= typed.length; i++) {
    const row = nextRow(typed, i, wanted, previous, beforePrevious);
    if (leastOf(row) > limit + SWAP) return Number.POSITIVE_INFINITY;
    beforePrevious = previous;
    previous = row;
  }
  const distance = previous[wanted.length] ?? Number.POSITIVE_INFINITY;
  return distance <= limit ? distance : Number.POSITIVE_INFINITY;
}

/** Cost of two neighbouring letters in the wrong order. */
const SWAP = 0.7;
const DOUBLED = 0.6;
const FIRST_LETTER = 0.4;

/** The table's row before any letter of the typed word: what the first letters of `wanted` cost alone. */
function firstRow(wanted: string): number[] {
  const row = [0];
  for (let j = 1; j <= wanted.length; j++) {
    const doubled = j > 1 && wanted[j - 1] === wanted[j - 2];
    row[j] = (row[j - 1] ?? 0) + (doubled ? DOUBLED : 1);
  }
  return row;
}

/** The table's row for the first `i` letters of `typed`, from the two rows before it. */
function nextRow(
  typed: string,
  i: number,
  wanted: string,
  previous: readonly number[],
  beforePrevious: readonly number[],
): number[] {
  const a = typed.charAt(i - 1);
  const doubledTyped = i > 1 && a === typed.charAt(i - 2);
  const row: number[] = [(previous[0] ?? 0) + (doubledTyped ? DOUBLED : 1)];
  for (let j = 1; j <= wanted.length; j++) {
    const b = wanted.charAt(j - 1);
    const first = i === 1 && j === 1 && a !== b ? FIRST_LETTER : 0;
    const doubledWanted = j > 1 && b === wanted.charAt(j - 2);
    let cost = (previous[j - 1] ?? 0) + substitution(a, b) + first;
    cost = Math.min(cost, (previous[j] ?? 0) + (doubledTyped ? DOUBLED : 1));
    cost = Math.min(cost, (row[j - 1] ?? 0) + (doubledWanted ? DOUBLED : 1));
    if (i > 1 && j > 1 && a === wanted.charAt(j - 2) && typed.charAt(i - 2) === b) {
      cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + SWAP);
    }
    row[j] = cost;
  }
  return row;
}

/** The least cost of a row; no later row has a smaller one but by a swap. */
function leastOf(row: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const cost of row) if (cost < least) least = cost;
  return least;
}
