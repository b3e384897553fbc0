import { BE, behindBe } from './behind-be.ts';
import { behindHave, HAVE } from './behind-have.ts';
import { A, BASE, countOf, FINITE_PAST, FINITE_THIRD, PERSON, setOf, THE, THIRD } from './clause-words.ts';
import { inflect } from './inflection.ts';
import { misformed } from './misformed.ts';
import { isPast, isVerb } from './noun-phrase.ts';
import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';
import { isBehindRelative, isBetween, LONGEST_SUBJECT, MODAL, TAKEN } from './verb-context.ts';

/**
 * Finds verbs in a form that the words before them do not take ("cannot lifts", "does not tolerates", "is limits by"),
 * and nouns behind a pronoun that can only be their article ("that she symptoms have improved").
 */
export function checkVerbForms(tokens: readonly Token[]): WordFinding[] {
  const findings: WordFinding[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const finding = checks.get((tokens[at] as Token).lower)?.(tokens, at);
    if (finding !== undefined) findings.push(finding);
  }
  return findings;
}

const DO = setOf('do does did');
/** Words behind which a modal comes before its subject: "when should tears be repaired", "so will walking". */
const INVERTING = setOf('when where how why what which who so nor neither');
/** "He cannot lifts it": behind a modal, and behind "does not", stands the bare verb. */
function behindModal(tokens: readonly Token[], at: number): WordFinding | undefined {
  const { lower, text, opens } = tokens[at] as Token;
  // "Should tears be found", "May visits", "the will", "the empty can tests"
  const before = tokens[at - 1];
  if (opens || text !== lower || isNamed(before) || INVERTING.has(before?.lower ?? '')) return undefined;
  if (DO.has(lower) && tokens[at + 1]?.lower !== 'not') return undefined;
  let verb = at + 1;
  while (isBetween(tokens[verb])) verb++;
  const token = tokens[verb];
  if (token === undefined || token.text !== token.lower) return undefined;
  // "the best that it could is rest"
  const third = THIRD.has(token.lower) && !BE.has(token.lower);
  const ing = token.lower.endsWith('ing') && inflect(token.lower, 'base') !== token.lower;
  if (!third && !ing) return undefined;
  return misformed(token, token.lower === 'has' ? 'have' : inflect(token.lower, 'base'), TAKEN);
}

/** Tests of the shoulder: "Jobe's empty can", "full can". */
const CAN_IS_NOUN = setOf('empty full');

function isNamed(before: Token | undefined): boolean {
  if (before === undefined) return false;
  const { lower } = before;
  return THE.has(lower) || A.has(lower) || CAN_IS_NOUN.has(lower) || lower.endsWith("'s");
}

/** Prepositions behind which what is done stands in "-ing". */
const DOING = setOf('of in for by without after before despite');

/** "Helpful in reduce the pain": behind a preposition no bare verb stands with its object. */
function behindPreposition(tokens: readonly Token[], at: number): WordFinding | undefined {
  const verb = tokens[at + 1];
  if (verb === undefined || !BASE.has(verb.lower) || verb.text !== verb.lower || verb.glued) return undefined;
  const object = tokens[at + 2];
  if (object === undefined || object.text !== object.lower) return undefined;
  if (!THE.has(object.lower) && !A.has(object.lower)) return undefined;
  // "the conditions he is treated for include a tear"
  const before = tokens[at - 1];
  if (before !== undefined && (isPast(before) || inflect(before.lower, 'base') !== before.lower))
    return undefined;
  return misformed(verb, inflect(verb.lower, 'ing'), TAKEN);
}

/** Words behind which "to" leads to a verb; another verb may end a clause with it: "the clinic he goes to requires". */
const INFINITIVE = setOf(
  'fail fails failed failing able unable order ability inability need needs needed plan plans planned want wants wanted likely unlikely tries tried continue continues continued expected advised asked allowed required difficult attempt attempts attempted',
);

function takesInfinitive(tokens: readonly Token[], at: number): boolean {
  if (!INFINITIVE.has(tokens[at]?.lower ?? '')) return false;
  const that = tokens.slice(Math.max(0, at - LONGEST_SUBJECT), at).some(({ lower }) => SETS_ON.has(lower));
  return !that && !isBehindRelative(tokens, at);
}

/** "The work that he is expected to resumes in May". */
const SETS_ON = setOf('that as');

/** What a verb rules: "the purpose is to determining whether". */
const ASKED = setOf('whether if the his her that how');
/** Words behind which "to" leads to nothing but a verb: "the records fail to showed any gain". */
const SURELY_TO = setOf('fail fails failed failing able unable inability ability');

function isNoun(token: Token | undefined): boolean {
  return token !== undefined && countOf(token.lower) !== undefined;
}

/** Forms of the past that are verbs of their own. */
const ALSO_BASE = setOf('lay fell saw wound bound ground found left');

/** "The goal is to decreased the use": behind "to" stands the bare verb, where an object follows. */
function behindTo(tokens: readonly Token[], at: number): WordFinding | undefined {
  const verb = tokens[at + 1];
  const object = tokens[at + 2];
  if (verb === undefined || object === undefined || verb.text !== verb.lower) return undefined;
  if (FINITE_THIRD.has(verb.lower) && takesInfinitive(tokens, at - 1)) {
    return misformed(verb, inflect(verb.lower, 'base'), TAKEN);
  }
  if (ALSO_BASE.has(verb.lower)) return undefined;
  const base = inflect(verb.lower, 'base');
  const leads = BE.has(tokens[at - 1]?.lower ?? '') && isNoun(tokens[at - 2]);
  if (leads && BASE.has(base) && verb.lower === inflect(base, 'ing') && ASKED.has(object.lower)) {
    return misformed(verb, base, TAKEN);
  }
  if (base === verb.lower || inflect(base, 'past') !== verb.lower || verb.glued) return undefined;
  if (SURELY_TO.has(tokens[at - 1]?.lower ?? '') && FINITE_PAST.has(verb.lower)) {
    return misformed(verb, base, TAKEN);
  }
  return THE.has(object.lower) || A.has(object.lower) ? misformed(verb, base, TAKEN) : undefined;
}

/** The article that each pronoun was written for. */
const ARTICLE: ReadonlyMap<string, string> = new Map([
  ['he', 'his'],
  ['she', 'her'],
  ['they', 'the'],
]);

/** "She symptoms have improved": a noun with its verb behind a pronoun. */
function asArticle(tokens: readonly Token[], at: number): WordFinding | undefined {
  const token = tokens[at] as Token;
  const article = ARTICLE.get(token.lower) as string;
  const noun = tokens[at + 1];
  if (noun?.type !== 'word' || noun.text !== noun.lower) return undefined;
  const isNoun =
    countOf(noun.lower) !== undefined && !THIRD.has(noun.lower) && inflect(noun.lower, 'past') === noun.lower;
  const verb = tokens[at + 2];
  // "the papers they reference are"
  if (token.lower === 'they' && !PERSON.has(noun.lower)) return undefined;
  if (!isNoun || verb?.type !== 'word' || (!isVerb(tokens, at + 2) && !isPast(verb))) return undefined;
  return misformed(token, token.opens ? article.charAt(0).toUpperCase() + article.slice(1) : article, TAKEN);
}

/** What to check behind a word. */
const checks = new Map<string, (tokens: readonly Token[], at: number) => WordFinding | undefined>([
  ...[...MODAL, ...DO].map((word) => [word, behindModal] as const),
  ...[...BE].map((word) => [word, behindBe] as const),
  ...[...DOING].map((word) => [word, behindPreposition] as const),
  ['to', behindTo],
  ...[...HAVE].map((word) => [word, behindHave] as const),
  ...[...ARTICLE.keys()].map((word) => [word, asArticle] as const),
]);
