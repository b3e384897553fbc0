import { opensClause } from './clause-opening.ts';
import { existingAt } from './clause-subject.ts';
import { ADVERB, setOf } from './clause-words.ts';
import type { Token } from './tokens.ts';

/** Why a form of a verb is wrong. */
export const TAKEN = 'the form that the words around it take';
/** Verbs behind which a bare verb stands. */
export const MODAL = setOf('can cannot could should would must shall will may might');
/** Words that deny a verb. */
export const NOT = setOf('not never no longer');

/** Words that may stand between a helping verb and its verb. */
export function isBetween(token: Token | undefined): boolean {
  return token !== undefined && (NOT.has(token.lower) || ADVERB.has(token.lower));
}

/** Words of the longest subject that is looked for before a verb. */
export const LONGEST_SUBJECT = 6;
const PRONOUN = setOf('he she it they we');

/** Whether the subject of a verb opens its clause: no other verb may follow it then. */
export function isRuled(tokens: readonly Token[], verb: number): boolean {
  const pronoun = PRONOUN.has(tokens[verb - 1]?.lower ?? '');
  for (let start = verb - 1; start >= Math.max(0, verb - LONGEST_SUBJECT); start--) {
    // "the pain that he had"
    const opens = opensClause(tokens, start) && tokens[start - 1]?.lower !== 'that';
    if (opens && (pronoun || existingAt(tokens, start)?.end === verb)) return true;
    if (pronoun) return false;
  }
  return false;
}

/** Whether a word of a question or relative clause stands before a place in its sentence: "what he is expected to remains". */
export function isBehindRelative(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && !(tokens[back + 1] as Token).opens; back--) {
    if (RELATIVE.has((tokens[back] as Token).lower)) return true;
  }
  return false;
}

const RELATIVE = setOf('what whatever which who whom how where than');
