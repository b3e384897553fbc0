import { A, BASE, HELPING, NUMBER, setOf, THE } from './clause-words.ts';
import { inflect } from './inflection.ts';
import { misformed } from './misformed.ts';
import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';
import { isBehindRelative, isBetween, isRuled, TAKEN } from './verb-context.ts';

/** Forms of "to have" behind which a participle stands. */
export const HAVE = setOf('has have had');
/** Verbs that are nouns as well: behind "have" they are verbs where an object or another verb follows. */
const OF_HAVE = setOf('show miss stop start request note try');
const OBJECT = setOf('that no some any his her their its improvement authorization');

/** "Has not yet receive it", "had miss four visits": behind "have" stands a participle. */
export function behindHave(tokens: readonly Token[], at: number): WordFinding | undefined {
  let verb = at + 1;
  while (isBetween(tokens[verb]) || YET.has(tokens[verb]?.lower ?? '')) verb++;
  const token = tokens[verb];
  if (token === undefined || token.text !== token.lower || HELPING.has(token.lower)) return undefined;
  // "fail-first rules"
  if (tokens[verb + 1]?.text === '-') return undefined;
  if (!isBareBehindHave(tokens, at, verb) || isBehindRelative(tokens, at)) return undefined;
  const participle = inflect(token.lower, 'participle');
  return participle === token.lower ? undefined : misformed(token, participle, TAKEN);
}

/** Whether a word behind "have" can only be the bare form of a verb. */
function isBareBehindHave(tokens: readonly Token[], have: number, verb: number): boolean {
  const { lower } = tokens[verb] as Token;
  // "the symptoms he has include a cough"
  if (BASE.has(lower) || lower === 'show') return verb > have + 1 || isRuled(tokens, have);
  const next = tokens[verb + 1];
  if (!OF_HAVE.has(lower) || next === undefined) return false;
  const counted = NUMBER.has(next.lower) || next.type === 'number';
  const object = THE.has(next.lower) || A.has(next.lower) || OBJECT.has(next.lower);
  return object || counted || (next.lower.endsWith('ing') && inflect(next.lower, 'base') !== next.lower);
}

const YET = setOf('yet ever already since recently previously');
