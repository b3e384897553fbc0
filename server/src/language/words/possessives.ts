import {
  classOf,
  countOf,
  FOR_ONE,
  looksSingular,
  PART,
  PERSON,
  PREPOSITION,
  setOf,
  THE,
} from './clause-words.ts';
import { inflect } from './inflection.ts';
import { misformed } from './misformed.ts';
import { isPast } from './noun-phrase.ts';
import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

/**
 * Finds apostrophes that stand where a plural is meant ("patient's who fail it", "headache's since the fall"), and
 * plurals that lack one ("the patients right elbow was splinted").
 */
export function checkPossessives(tokens: readonly Token[]): WordFinding[] {
  const findings: WordFinding[] = [];
  for (let at = 0; at + 1 < tokens.length; at++) {
    const token = tokens[at] as Token;
    const owns = token.lower.endsWith("'s");
    const right =
      token.lower === "it's" ? itsMeant(tokens, at) : owns ? pluralMeant(tokens, at) : ownerMeant(tokens, at);
    if (right !== undefined) findings.push(misformed(token, right, 'what stands behind it'));
  }
  return findings;
}

const WHO = setOf('who whose');
const THINGS: ReadonlySet<string> = new Set([...classOf('countedOne')].filter((noun) => !PERSON.has(noun)));
const IS_MORE = setOf('are were have');

/** The plural for a possessive that owns nothing. */
function pluralMeant(tokens: readonly Token[], at: number): string | undefined {
  const { text, lower } = tokens[at] as Token;
  const noun = lower.slice(0, -2);
  const next = tokens[at + 1] as Token;
  const plural = () => inflect(text.slice(0, -2), 'plural');
  if (PERSON.has(noun)) return WHO.has(next.lower) || IS_MORE.has(next.lower) ? plural() : undefined;
  if (!THINGS.has(noun)) return undefined;
  return IS_MORE.has(next.lower) || PREPOSITION.has(next.lower) || BEHIND.has(next.lower)
    ? plural()
    : undefined;
}

const BEHIND = setOf('. , since that which who and');

const SURELY_VERB = setOf('should would could must cannot was were had has is may might');

/** "Its" where "it's" stands before a noun with its verb: "it's withdrawal should be slow". */
function itsMeant(tokens: readonly Token[], at: number): string | undefined {
  const noun = tokens[at + 1] as Token;
  const verb = tokens[at + 2]?.lower ?? '';
  if (countOf(noun.lower) === undefined && !looksSingular(noun.lower)) return undefined;
  if (!SURELY_VERB.has(verb)) return undefined;
  return (tokens[at] as Token).text.replace("'", '').replace('’', '');
}

const SIDE = setOf('left right upper lower');

/** The possessive for a plural with a part of the body of one: "the patients right elbow was". */
function ownerMeant(tokens: readonly Token[], at: number): string | undefined {
  const { lower, text } = tokens[at] as Token;
  const one = lower.slice(0, -1);
  if (!lower.endsWith('s') || !PERSON.has(one) || !THE.has(tokens[at - 1]?.lower ?? 'injured'))
    return undefined;
  const sided = SIDE.has((tokens[at + 1] as Token).lower);
  const part = sided ? at + 2 : at + 1;
  const { lower: name } = tokens[part] ?? { lower: '' };
  const verb = tokens[part + 1];
  // "the workers hand in their badges"
  const clear = sided || (verb?.type === 'word' && (isPast(verb) || FOR_ONE.has(verb.lower)));
  return clear && PART.has(name) && countOf(name) === 'one' ? `${text.slice(0, -1)}'s` : undefined;
}
