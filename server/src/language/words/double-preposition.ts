import { countOf, setOf } from './clause-words.ts';
import { inflect } from './inflection.ts';
import { sideBySide } from './misformed.ts';
import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

/**
 * Finds two prepositions in a row of which one is left over, or between which a noun is lost: "the use of for pain",
 * "a trial of with gabapentin". Behind a verb the first may end a clause ("the visit he was sent for by the nurse"), so
 * a noun must stand before them.
 */
export function checkDoublePrepositions(tokens: readonly Token[]): WordFinding[] {
  const findings: WordFinding[] = [];
  for (let at = 1; at + 1 < tokens.length; at++) {
    const first = tokens[at] as Token;
    const second = tokens[at + 1] as Token;
    const seconds = BEHIND.get(first.text);
    if (seconds?.has(second.lower) !== true || second.text !== second.lower || second.glued) continue;
    if (isNoun(tokens[at - 1] as Token) && tokens[at + 2]?.type === 'word')
      findings.push(toFinding(tokens, at));
  }
  return findings;
}

/** Prepositions that never stand behind another one that a noun rules. */
const BEHIND: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['of', setOf('for with by')],
  ['for', setOf('of with by to')],
  ['with', setOf('of by to')],
  ['to', setOf('of for with by')],
  ['in', setOf('of by')],
  ['by', setOf('of for with to')],
  ['across', setOf('over in on')],
  ['from', setOf('of by with')],
  ['at', setOf('of by')],
]);

/** Nouns of set phrases that end on a preposition: "the drug he takes care of by". */
const WITH_VERB = setOf('care use advantage hold sight account');

/** Whether a word is a noun and no form of a verb. */
function isNoun({ lower, type }: Token): boolean {
  return (
    type === 'word' &&
    countOf(lower) !== undefined &&
    inflect(lower, 'base') === lower &&
    !WITH_VERB.has(lower)
  );
}

function toFinding(tokens: readonly Token[], at: number): WordFinding {
  const first = tokens[at] as Token;
  const second = tokens[at + 1] as Token;
  const says = 'a word is missing between them, or one of them is left over';
  return sideBySide(first, second, says, [first.text, second.text], 'two prepositions behind a noun');
}
