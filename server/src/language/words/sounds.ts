import { remember } from './memo.ts';

/**
 * Roughly how English is heard, so that a term that dictation has written as other words can be found. There are two
 * grains: the {@link beatsOf} a word, by which candidates are found quickly, and the {@link soundDistance} of two
 * spellings, which judges them.
 */

/** Classes of consonants that are heard for each other; vowels and what is hardly heard have none. */
const BEATS: Readonly<Record<string, number>> = {
  b: 1,
  f: 1,
  p: 1,
  v: 1,
  d: 2,
  t: 2,
  c: 3,
  g: 3,
  j: 3,
  k: 3,
  q: 3,
  s: 3,
  x: 3,
  z: 3,
  m: 4,
  n: 4,
  l: 5,
  r: 6,
};

/** Spellings whose letters are not what is heard, for the beats. */
const UNHEARD: readonly (readonly [RegExp, string])[] = [
  [/^[kgp](?=n)/, ''],
  [/^w(?=r)|^p(?=s)/, ''],
  [/gh/g, ''],
  [/t(?=ch|i(?:on|an|al|ous|ent))/g, 's'],
];

/** Classes are numbered from 1, so that beats in a row are the digits of one number. */
const BASE = 7;

/** What is heard of the consonants of a word: their classes in order, of neighbours of one class one. */
export interface Beats {
  /** The classes as digits to the base 7; of a long word as many as 32 bits hold. */
  readonly digits: number;
  /** What the digits of words before it are multiplied by to stand before these. */
  readonly shift: number;
  readonly count: number;
  /** Its first and last class where it begins and ends with a consonant, else 0. */
  readonly opens: number;
  readonly closes: number;
}

/**
 * The digits of words with one more behind them: the same for "gang lion" and "ganglion".
 *
 * @param digits those of the words before
 * @param closes the class that these end with, or 0
 */
export function digitsWith(digits: number, closes: number, next: Beats): number {
  const { opens, shift } = next;
  if (opens === 0 || opens !== closes) return (Math.imul(digits, shift) + next.digits) | 0;
  const rest = shift / BASE;
  return (Math.imul(digits, rest) + next.digits - Math.imul(opens, rest)) | 0;
}

/** The beats of a lower-case word. */
export function beatsOf(word: string): Beats {
  const classes = classesOf(word);
  const beats = beatsIn(classes);
  return {
    digits: beats.reduce(withBeat, 0),
    shift: BASE ** beats.length,
    count: beats.length,
    opens: classes[0] ?? 0,
    closes: classes.at(-1) ?? 0,
  };
}

/** The digits of a lower-case word's first beat, of its first two, and so on to all of them. */
export function openingsOf(word: string): number[] {
  let digits = 0;
  return beatsIn(classesOf(word)).map((beat) => {
    digits = withBeat(digits, beat);
    return digits;
  });
}

function classesOf(word: string): number[] {
  let spelt = word;
  for (const [spelling, heard] of UNHEARD) spelt = spelt.replace(spelling, heard);
  return [...spelt].map((letter) => BEATS[letter] ?? 0);
}

function beatsIn(classes: readonly number[]): number[] {
  return classes.filter((beat, at) => beat !== 0 && beat !== classes[at - 1]);
}

function withBeat(digits: number, beat: number): number {
  return (Math.imul(digits, BASE) + beat) | 0;
}

/** Letters and groups of letters as single sounds. "ch" and a soft "g" are heard in two ways. */
function soundsOf(text: string, hard: boolean): string {
  const sounds = text
    .replace(/[^a-z]/g, '')
    .replace(/^[kgp](?=n)|^w(?=r)|^p(?=s)/, '')
    .replace(/ph/g, 'f')
    .replace(/tch/g, 'S')
    .replace(/[tcsx]i(?=on|an|al|ous|ent)/g, 'S')
    .replace(/sch|sh/g, 'S')
    .replace(/ch/g, hard ? 'k' : 'S')
    .replace(/dge?/g, (match) => (match === 'd' ? 'd' : 'j'))
    .replace(/igh/g, 'i')
    .replace(/gh/g, '')
    .replace(/g(?=[eiy])/g, hard ? 'k' : 'j')
    .replace(/ck|q/g, 'k')
    .replace(/sc?(?=[eiy])|c(?=[eiy])|z/g, 's')
    .replace(/c/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/th/g, 'T')
    .replace(/(?<=[^aeiouy])e(?=s?$)/, '')
    .replace(/eau|o[uwo]|eu|[eu]w|ue/g, 'u')
    .replace(/e[aei]|ie|e?y/g, 'i')
    .replace(/a[iyuwh]/g, 'a')
    .replace(/o[aeh]/g, 'o')
    .replace(/w/g, 'u');
  return [...sounds].filter((sound, at) => sound !== sounds[at - 1]).join('');
}

const VOWELS = 'aeiou';
/** Consonants that are easily heard for each other. */
const ALIKE: ReadonlySet<string> = new Set(
  'bp dt gk fv mn tT dT sT jS sS jk dj'.split(' ').flatMap(([a, b]) => [`${a}${b}`, `${b}${a}`]),
);

const OF_VOWELS = 0.35;
const OF_ALIKE = 0.35;
const OF_CONSONANTS = 1;
const OF_BOTH_KINDS = 1.2;

function exchange(a: string, b: string): number {
  if (a === b) return 0;
  const vowel = VOWELS.includes(a);
  if (vowel !== VOWELS.includes(b)) return OF_BOTH_KINDS;
  if (vowel) return OF_VOWELS;
  return ALIKE.has(a + b) ? OF_ALIKE : OF_CONSONANTS;
}

/** Cost of a sound that only one of the two has; an "h" is easily missed. */
function loss(sound: string): number {
  if (sound === 'h') return 0.15;
  return VOWELS.includes(sound) ? 0.45 : 0.9;
}

/** How far two lower-case spellings are from each other by what is heard: 0 sounds the same, 1 is about one consonant. */
export function soundDistance(one: string, two: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (const a of readingsOf(one)) for (const b of readingsOf(two)) least = Math.min(least, distance(a, b));
  return least;
}

/** The sounds of a spelling; two readings where it has a letter that is heard in two ways. */
const readingsOf: (text: string) => readonly string[] = remember((text) => [
  ...new Set([soundsOf(text, true), soundsOf(text, false)]),
]);

/** Weighted edit distance of two strings of sounds. */
function distance(one: string, two: string): number {
  let above = [0];
  for (const sound of two) above.push((above.at(-1) as number) + loss(sound));
  for (const sound of one) {
    const row = [(above[0] as number) + loss(sound)];
    for (let at = 1; at < above.length; at++) {
      const other = two.charAt(at - 1);
      row.push(
        Math.min(
          (above[at] as number) + loss(sound),
          (row[at - 1] as number) + loss(other),
          (above[at - 1] as number) + exchange(sound, other),
        ),
      );
    }
    above = row;
  }
  return above.at(-1) as number;
}
