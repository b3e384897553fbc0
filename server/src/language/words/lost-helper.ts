import { opensClause } from './clause-opening.ts';
import { existingAt } from './clause-subject.ts';
import { ADVERB, BASE, countOf, SUBJUNCTIVE, setOf, THE } from './clause-words.ts';
import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

/**
 * Finds places where the helping verb of a denial is lost: "has" in "the need not been established", "do" in "the
 * records not show".
 */
export function checkLostHelpers(tokens: readonly Token[]): WordFinding[] {
  const findings: WordFinding[] = [];
  for (let at = 1; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.lower === 'been') {
      const have = lostHave(tokens, at);
      if (have !== undefined) findings.push(have);
    } else if (opensClause(tokens, at - 1)) {
      const doing = lostDo(tokens, at - 1);
      if (doing !== undefined) findings.push(doing);
    }
  }
  return findings;
}

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
  return toFinding(tokens[at] as Token, number === 'one' ? 'has' : 'have');
}

const PRONOUN = setOf('he she it');

/** "The records not show a trial": a denied verb without "do". */
function lostDo(tokens: readonly Token[], at: number): WordFinding | undefined {
  const subject = existingAt(tokens, at);
  // "the user need not understand it"
  if (subject === undefined || subject.head === 'need' || tokens[subject.end]?.lower !== 'not')
    return undefined;
  const verb = tokens[subject.end + 1];
  if (verb === undefined || !BASE.has(verb.lower)) return undefined;
  for (let back = at; back >= 0; back--) {
    const token = tokens[back] as Token;
    if (SUBJUNCTIVE.has(token.lower)) return undefined;
    if (token.opens) break;
  }
  return toFinding(tokens[subject.end] as Token, subject.number === 'one' ? 'does' : 'do');
}

function toFinding({ text, start, end }: Token, lost: string): WordFinding {
  return {
    start,
    end,
    kind: 'grammar',
    severity: 'warning',
    message: `“${lost}” seems to be missing before “${text}”.`,
    suggestions: [`${lost} ${text}`],
    preferred: true,
    evidence: 'a denial without its verb',
  };
}
