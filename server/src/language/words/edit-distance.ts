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
  let previous: number[] = [0];
  for (let j = 1; j <= wanted.length; j++) {
    const doubled = j > 1 && wanted[j - 1] === wanted[j - 2];
    previous[j] = (previous[j - 1] ?? 0) + (doubled ? 0.6 : 1);
  }
  for (let i = 1; i <= typed.length; i++) {
    const a = typed.charAt(i - 1);
    const doubledTyped = i > 1 && a === typed.charAt(i - 2);
    const row: number[] = [(previous[0] ?? 0) + (doubledTyped ? 0.6 : 1)];
    let best = row[0] ?? 0;
    for (let j = 1; j <= wanted.length; j++) {
      const b = wanted.charAt(j - 1);
      const first = i === 1 && j === 1 && a !== b ? 0.4 : 0;
      const doubledWanted = j > 1 && b === wanted.charAt(j - 2);
      let cost = (previous[j - 1] ?? 0) + substitution(a, b) + first;
      cost = Math.min(cost, (previous[j] ?? 0) + (doubledTyped ? 0.6 : 1));
      cost = Math.min(cost, (row[j - 1] ?? 0) + (doubledWanted ? 0.6 : 1));
      if (i > 1 && j > 1 && a === wanted.charAt(j - 2) && typed.charAt(i - 2) === b) {
        cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 0.7);
      }
      row[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > limit + 0.7) return Number.POSITIVE_INFINITY;
    beforePrevious = previous;
    previous = row;
  }
  const distance = previous[wanted.length] ?? Number.POSITIVE_INFINITY;
  return distance <= limit ? distance : Number.POSITIVE_INFINITY;
}
