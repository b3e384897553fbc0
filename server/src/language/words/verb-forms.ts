import {
  A,
  ADVERB,
  BASE,
  countOf,
  FINITE_THIRD,
  FOR_ONE,
  HELPING,
  NUMBER,
  PERSON,
  setOf,
  THE,
  THIRD,
} from './clause-words.ts';
import { inflect } from './inflection.ts';
import { misformed } from './misformed.ts';
import { isPast, isVerb } from './noun-phrase.ts';
import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

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

const TAKEN = 'the form that the words around it take';

const MODAL = setOf('can cannot could should would must shall will may might');
const DO = setOf('do does did');
const NOT = setOf('not never no longer');
/** Words behind which a modal comes before its subject: "when should tears be repaired", "so will walking". */
const INVERTING = setOf('when where how why what which who so nor neither');
/** Forms of "to be" behind which no plural noun stands: "were notes by Dr. Okafor". */
const BE = setOf('is was be been being');

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

/** Words that may stand between a modal and its verb. */
function isBetween(token: Token | undefined): boolean {
  return token !== undefined && (NOT.has(token.lower) || ADVERB.has(token.lower));
}

const STANDING_IN = setOf('it there he she they this that which who');

/** Whether a clause may end with a form of "to be": "such evidence as there is comes from", "what the need is remains open". */
function endsClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before !== undefined && STANDING_IN.has(before.lower) && !before.opens) return true;
  for (let back = at - 1; back >= 0; back--) {
    const { lower, opens } = tokens[back] as Token;
    if (lower === 'what' || lower === 'whatever' || lower === 'how') return true;
    if (opens) return false;
  }
  return false;
}

/** "Range of motion is limits by pain", "The pain was denies": behind "to be" stands a participle. */
function inPassive(tokens: readonly Token[], at: number): WordFinding | undefined {
  if (endsClause(tokens, at)) return undefined;
  let verb = at + 1;
  while (isBetween(tokens[verb])) verb++;
  const token = tokens[verb];
  if (token === undefined || token.text !== token.lower || HELPING.has(token.lower)) return undefined;
  // "is visits": a verb that is a noun as well
  const by = tokens[verb + 1]?.lower === 'by';
  // "all he can do is rest", "the plan is continue": a bare verb stands behind "is" alone
  const denied = NOT.has(tokens[at + 1]?.lower ?? '');
  const given = denied || GIVEN.has(token.lower) || BEEN.has((tokens[at] as Token).lower);
  const bare = (BASE.has(token.lower) || GIVEN.has(token.lower)) && given;
  const surely = by ? THIRD.has(token.lower) : FOR_ONE.has(token.lower) || (bare && !namesDeed(tokens, at));
  if (!surely || tokens[verb + 1]?.text === '-') return undefined;
  const form = GOING_ON.has(token.lower) && !by ? 'ing' : 'participle';
  const right = inflect(token.lower, form);
  return right === token.lower ? undefined : misformed(token, right, TAKEN);
}

/** Verbs that have no passive: "he was noted to be ambulate". */
const GOING_ON = setOf('ambulate participate respond improve progress recover continue suffer worsen remain');
/** Bare verbs whose participle is another word, and that are no nouns: "since the drug was begin". */
const GIVEN = setOf('begin give write see forbid withdraw undergo choose');
const BEEN = setOf('be been being');
/** What a bare verb may say: "the next step would be continue with the drug". */
const DEED = setOf('step goal plan aim recommendation option thing alternative approach do did');
const NEAR = 6;

function namesDeed(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - NEAR), at).some(({ lower }) => DEED.has(lower));
}

const HAVE = setOf('has have had');
/** Verbs that are nouns as well: behind "have" they are verbs where an object or another verb follows. */
const OF_HAVE = setOf('show miss stop start request note try');
const OBJECT = setOf('that no some any his her their its improvement authorization');

/** "Has not yet receive it", "had miss four visits": behind "have" stands a participle. */
function behindHave(tokens: readonly Token[], at: number): WordFinding | undefined {
  if (endsClause(tokens, at)) return undefined;
  let verb = at + 1;
  while (isBetween(tokens[verb]) || YET.has(tokens[verb]?.lower ?? '')) verb++;
  const token = tokens[verb];
  if (token === undefined || token.text !== token.lower || HELPING.has(token.lower)) return undefined;
  const surely = verb > at + 1 ? BASE.has(token.lower) : false;
  const next = tokens[verb + 1];
  const ruling =
    OF_HAVE.has(token.lower) &&
    next !== undefined &&
    (THE.has(next.lower) ||
      A.has(next.lower) ||
      OBJECT.has(next.lower) ||
      NUMBER.has(next.lower) ||
      next.type === 'number' ||
      (next.lower.endsWith('ing') && inflect(next.lower, 'base') !== next.lower));
  if (!surely && !ruling) return undefined;
  const participle = inflect(token.lower, 'participle');
  return participle === token.lower ? undefined : misformed(token, participle, TAKEN);
}

const YET = setOf('yet ever already since recently previously');

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
  // "what he is expected to remains open"
  for (let back = at - 1; back >= 0 && !(tokens[back + 1] as Token).opens; back--) {
    if (RELATIVE.has((tokens[back] as Token).lower)) return false;
  }
  return true;
}

const RELATIVE = setOf('what whatever which that who whom how as than');

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
  if (base === verb.lower || inflect(base, 'past') !== verb.lower || verb.glued) return undefined;
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
  ...[...BE].map((word) => [word, inPassive] as const),
  ...[...DOING].map((word) => [word, behindPreposition] as const),
  ['to', behindTo],
  ...[...HAVE].map((word) => [word, behindHave] as const),
  ...[...ARTICLE.keys()].map((word) => [word, asArticle] as const),
]);
