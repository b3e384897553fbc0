import { weightedDistance } from './edit-distance.ts';
import { type FieldTerm, fieldTerms } from './field-terms.ts';
import type { LetterVocabulary, WordsDictionary } from './types.ts';

/** A word that may have been meant. */
export interface Correction {
  /** As it is to be written; a name or brand keeps its capitals. */
  readonly text: string;
  /** Weighted edit distance, see `edit-distance.ts`. */
  readonly distance: number;
  /** Distance less the bonus for words of the letter and the field; orders the suggestions. */
  readonly score: number;
  /** The field term, if it is one. */
  readonly term?: FieldTerm;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
const LETTER_BONUS = 0.3;
const FIELD_BONUS = 0.2;
const USUAL_BONUS = 0.1;

/** Largest distance at which a field term is still a plausible correction of a word of this length. */
export function fieldLimit(length: number): number {
  if (length < 5) return 0.7;
  if (length < 8) return 1;
  if (length < 10) return 1.7;
  return length < 13 ? 2 : 2.4;
}

/** A term that may be proposed, with the set of its letters as bits. */
interface Candidate {
  readonly lower: string;
  readonly letters: number;
  readonly term: FieldTerm;
}

let termsByLength: ReadonlyMap<number, readonly Candidate[]> | undefined;

function groupByLength(): ReadonlyMap<number, readonly Candidate[]> {
  const groups = new Map<number, Candidate[]>();
  for (const [lower, term] of fieldTerms) {
    if (term.category === 'names' || lower.length < 4) continue;
    const candidate = { lower, letters: letterBits(lower), term };
    const group = groups.get(lower.length);
    if (group === undefined) groups.set(lower.length, [candidate]);
    else group.push(candidate);
  }
  return groups;
}

function letterBits(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** No edit costs less than this for each letter that one word has and the other lacks. */
const LEAST_COST_OF_A_LETTER = 0.35;

/**
 * Field terms near `word` (lower case, unknown), best first.
 *
 * @param limit largest weighted distance; without it, it grows with the length of the word.
 */
export function fieldCorrections(word: string, limit = fieldLimit(word.length)): Correction[] {
  const found: Correction[] = [];
  const reach = Math.ceil(limit / 0.6);
  const letters = letterBits(word);
  termsByLength ??= groupByLength();
  for (let length = word.length - reach; length <= word.length + reach; length++) {
    for (const { lower, letters: termLetters, term } of termsByLength.get(length) ?? []) {
      if (countBits(letters ^ termLetters) * LEAST_COST_OF_A_LETTER > limit) continue;
      const distance = weightedDistance(word, lower, limit);
      if (distance <= limit) found.push({ text: term.text, distance, score: distance - FIELD_BONUS, term });
    }
  }
  return found.sort((a, b) => a.score - b.score);
}

/** No usual English word is longer, in letters; a longer run of letters is no misspelling of one. */
const LONGEST_USUAL_WORD = 30;

/** A word that is known but not usual is only meant where it is long, and all but written. */
const LEAST_LENGTH_OF_RARE = 7;
/** A letter that should be doubled, or should not be. */
const SLIGHT = 0.6;

/** Usual English words one edit away from `word`, best first. */
export function usualCorrections(word: string, dictionary: WordsDictionary): Correction[] {
  if (word.length > LONGEST_USUAL_WORD) return [];
  const found = new Map<string, Correction>();
  const offer = (candidate: string) => {
    if (found.has(candidate)) return;
    const rank = dictionary.rank(candidate);
    if (rank < (word.length >= LEAST_LENGTH_OF_RARE ? 2 : 3)) return;
    const distance = weightedDistance(word, candidate, 1.4);
    if (rank === 2 && distance > SLIGHT) return;
    found.set(candidate, { text: candidate, distance, score: distance - (rank === 4 ? USUAL_BONUS : 0) });
  };
  for (let i = 0; i <= word.length; i++) {
    const head = word.slice(0, i);
    const tail = word.slice(i);
    if (tail !== '') offer(head + tail.slice(1));
    if (tail.length > 1) offer(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2));
    for (const letter of ALPHABET) {
      offer(head + letter + tail);
      if (tail !== '') offer(head + letter + tail.slice(1));
    }
  }
  // "reccomend", "occassionaly": one letter doubled that should not be, and one not that should
  if (found.size === 0 && word.length >= LEAST_LENGTH_OF_RARE) {
    for (const once of doublings(word)) for (const twice of doublings(once)) offer(twice);
  }
  return [...found.values()].sort((a, b) => a.score - b.score);
}

/** The words that a word becomes when one of its letters is doubled, or a doubled one is not. */
function doublings(word: string): string[] {
  return Array.from(word, (letter, at) =>
    word.charAt(at + 1) === letter
      ? word.slice(0, at) + word.slice(at + 1)
      : word.slice(0, at) + letter + word.slice(at),
  );
}

/** Words that the letter itself uses again and again and that stand one edit from `word`, best first. */
export function letterCorrections(
  word: string,
  letter: LetterVocabulary,
  dictionary: WordsDictionary,
): Correction[] {
  const found: Correction[] = [];
  for (const [candidate, count] of letter.counts) {
    if (count < 2 || candidate.length < 5 || Math.abs(candidate.length - word.length) > 1) continue;
    if (candidate === word || (count < 3 && dictionary.rank(candidate) === 0)) continue;
    if (isNumberOf(word, candidate) && dictionary.rank(candidate) < 2) continue;
    const distance = weightedDistance(word, candidate, 1);
    if (distance <= 1) found.push({ text: candidate, distance, score: distance - LETTER_BONUS });
  }
  return found.sort((a, b) => a.score - b.score);
}

/** Whether one word is the plural of the other: the letter's own "gepants" does not make its "gepant" a slip. */
function isNumberOf(word: string, other: string): boolean {
  return word === `${other}s` || other === `${word}s`;
}

/** Joins lists of corrections, each word once with its best score, best first. */
export function mergeCorrections(lists: readonly (readonly Correction[])[]): Correction[] {
  const best = new Map<string, Correction>();
  for (const list of lists) {
    for (const correction of list) {
      const key = correction.text.toLowerCase();
      const before = best.get(key);
      if (before === undefined) best.set(key, correction);
      else {
        const better = correction.score < before.score ? correction : before;
        const term = before.term ?? correction.term;
        const text = term?.text ?? better.text;
        best.set(key, term === undefined ? better : { ...better, text, term });
      }
    }
  }
  return [...best.values()].sort((a, b) => a.score - b.score);
}
