import { opensClause } from './clause-opening.ts';
import { existingAt } from './clause-subject.ts';
import { ADVERB, BASE, countOf, SUBJUNCTIVE, setOf, THE } from './clause-words.ts';
import { missingBefore } from './misformed.ts';
import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

/**
 * Finds places where the helping verb of a denial is lost: "has" in "the need not been established", "do" in "the
 * records not show".
 */
export function checkLostHelpers(tokens: readonly Token[]): WordFinding[] {
  const findings: WordFinding[] = [];
  for (let at = 1; at < tokens.length; at++) {
    const { lower } = tokens[at] as Token;
    const finding =
      lower === 'been' ? lostHave(tokens, at) : lower === 'not' ? lostDo(tokens, at) : undefined;
    if (finding !== undefined) findings.push(finding);
  }
  return findings;
}

const LOST = 'a denial without its verb';
const HAVE = /^(?:ha(?:s|ve|d|ving)(?:n't)?|\w+'(?:ve|d|s))$/;
const NOT = setOf('not never');

/** "The need not been established": nothing in the sentence before "been" that it belongs to. */
function lostHave(tokens: readonly Token[], been: number): WordFinding | undefined {
  let at = been;
  while (NOT.has(tokens[at - 1]?.lower ?? '') || ADVERB.has(tokens[at - 1]?.lower ?? '')) at--;
  const noun = tokens[at - 1];
  if (noun === undefined || (tokens[at] as Token).opens || noun.type !== 'word') return undefined;
  const named = THE.has(tokens[at - 2]?.lower ?? '') || PRONOUN.has(noun.lower);
  const number = countOf(noun.lower) ?? (named ? 'one' : undefined);
  if (number === undefined) return undefined;
  for (let back = at - 1; back >= 0; back--) {
    const token = tokens[back] as Token;
    if (HAVE.test(token.lower)) return undefined;
    if (token.opens) break;
  }
  return missingBefore(tokens[at] as Token, number === 'one' ? 'has' : 'have', LOST);
}

const PRONOUN = setOf('he she it');

const LONGEST_SUBJECT = 6;

/** "The records not show a trial": a denied verb without "do". */
function lostDo(tokens: readonly Token[], not: number): WordFinding | undefined {
  if (!BASE.has(tokens[not + 1]?.lower ?? '')) return undefined;
  let start = not - 1;
  while (start >= 0 && not - start <= LONGEST_SUBJECT && !opensClause(tokens, start)) start--;
  const subject = start < 0 ? undefined : existingAt(tokens, start);
  // "the user need not understand it"
  if (subject?.end !== not || subject.head === 'need') return undefined;
  for (let back = start; back >= 0; back--) {
    const token = tokens[back] as Token;
    if (SUBJUNCTIVE.has(token.lower)) return undefined;
    if (token.opens) break;
  }
  return missingBefore(tokens[not] as Token, subject.number === 'one' ? 'does' : 'do', LOST);
}
