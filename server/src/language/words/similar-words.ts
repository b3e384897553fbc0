import { weightedDistance } from './edit-distance.ts';

/** Small words that are keyed or heard for each other. A longer word is compared by its letters and its sound. */
const SMALL: Readonly<Record<string, string>> = {
  a: 'an as',
  an: 'and any in on am',
  and: 'an end any',
  as: 'is at has ass',
  at: 'an as add',
  by: 'my be buy bye',
  due: 'do dew',
  for: 'from four or fore form far',
  from: 'form for',
  in: 'on an is it inn',
  is: 'in it as his',
  it: 'is in if',
  no: 'know on not now',
  not: 'no now note nor',
  of: 'or off on if',
  off: 'of',
  on: 'of in one an or',
  or: 'of are on for ore',
  out: 'our oat',
  that: 'than what hat',
  the: 'he then they them tot thee',
  to: 'too two tot do so',
  up: 'us',
  was: 'as has saw',
  with: 'wit which wish width witch',
};

/** Words of fewer letters are compared only as the list above has them. */
const LEAST_LETTERS = 3;

/** The largest weighted edit distance (see `edit-distance.ts`) at which a word of so many letters is near another. */
function limitOf(letters: number): number {
  if (letters < 5) return 1.1;
  if (letters < 6) return 1.4;
  if (letters < 8) return 1.7;
  return letters < 10 ? 2 : 2.2;
}

/**
 * Whether a word may have been keyed or heard for another, both in lower case: a small word that is often taken for
 * it, one a few letters away, or one that sounds the same.
 */
export function isNear(typed: string, wanted: string): boolean {
  if (typed === wanted) return false;
  const small = SMALL[wanted];
  if (small !== undefined) return small.split(' ').includes(typed);
  if (typed.length < LEAST_LETTERS || wanted.length < LEAST_LETTERS) return false;
  const limit = limitOf(Math.min(typed.length, wanted.length));
  return weightedDistance(typed, wanted, limit) <= limit || soundOf(typed) === soundOf(wanted);
}

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/'s$/, ''],
  [/s$/, ''],
  [/es$/, ''],
  [/ies$/, 'y'],
  [/ed$/, ''],
  [/d$/, ''],
  [/ied$/, 'y'],
  [/ing$/, ''],
  [/ing$/, 'e'],
  [/ly$/, ''],
];

/** Whether two words are forms of one, as far as their endings tell. */
export function isOneWord(a: string, b: string): boolean {
  const stems = stemsOf(b);
  return stemsOf(a).some((stem) => stems.includes(stem));
}

function stemsOf(word: string): string[] {
  const stems = [word];
  for (const [ending, instead] of ENDINGS) {
    const stem = word.replace(ending, instead);
    if (stem !== word && stem.length >= LEAST_LETTERS) stems.push(stem);
  }
  return stems;
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^wh/, 'w'],
  [/^ps/, 's'],
  [/ph/g, 'f'],
  [/dge?/g, 'j'],
  [/(?:t|s|c)i(?=on|an|al|ous|ent)/g, 'S'],
  [/sch|sh|ch/g, 'S'],
  [/gh/g, ''],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/th/g, 'T'],
  [/(?<=[^aeiouy])e(?=s?$)/, ''],
  [/(?<!^)[aeiouyhw]+|^[aeiou]+/g, 'V'],
];

/** Roughly what is heard of an English word, any vowel for any other: "plains" and "planes" are both "plVns". */
function soundOf(word: string): string {
  let sound = word;
  for (const [spelling, heard] of SOUNDS) sound = sound.replace(spelling, heard);
  return [...sound].filter((letter, at) => letter !== sound[at - 1]).join('');
}
