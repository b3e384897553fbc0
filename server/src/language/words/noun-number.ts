import {
  ADJECTIVE,
  classOf,
  countOf,
  DESCRIBING,
  FINITE_PAST,
  looksSingular,
  NUMBER,
  PERSON,
  PREPOSITION,
  setOf,
  THE,
  THIRD,
} from './clause-words.ts';
import { inflect } from './inflection.ts';
import { misformed } from './misformed.ts';
import { isBoundary, isPast, isVerb } from './noun-phrase.ts';
import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

/**
 * Finds a plural behind an article that goes with one, where nothing but adjectives stands between: "a first-line
 * agents", "a second opinions was given"; and a singular behind what goes with more ("several indication for it", "one
 * of his provider"). What a noun describes may be plural ("a drugs test"), so the phrase must end behind the noun.
 */
export function checkNounNumber(tokens: readonly Token[]): WordFinding[] {
  const findings: WordFinding[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const article = tokens[at] as Token;
    if (article.text !== article.lower && !article.opens) continue;
    if (ONE_THING.has(article.lower)) {
      const noun = tokens[pluralBehind(tokens, at)];
      if (noun) findings.push(misformed(noun, inflect(noun.lower, 'singular'), 'one article and a plural'));
    } else if (MANY.has(article.lower) || isOneOf(tokens, at) || isNumber(tokens, at)) {
      const noun = tokens[singularBehind(tokens, at)];
      if (noun) findings.push(misformed(noun, inflect(noun.lower, 'plural'), 'one of more that is many'));
    }
  }
  return findings;
}

/** Nouns of which there may be one or more. */
const COUNTED: ReadonlySet<string> = new Set([
  ...PERSON,
  ...classOf('countedOne'),
  ...'indication contraindication opinion option specialist abnormality complication point antidepressant analgesic week month year day hour plane concern problem issue area level method modality agent component disorder element aspect feature requirement domain measurement extremity tablet capsule orthotic author article comorbidity deformity laceration contusion sprain strain protrusion'.split(
    ' ',
  ),
]);
/** Those that are verbs as well: "these note with care". */
const ALSO_VERB = setOf(
  'exercise note report request risk score test value visit tear sign gain program patient drug fracture spasm study',
);

const ONE_THING = setOf('a an another each every');
const MOST_WORDS = 5;

/** Place of a plural that ends the phrase of an article; -1 where none does. */
function pluralBehind(tokens: readonly Token[], article: number): number {
  let nouns = false;
  for (let at = article + 1; at < Math.min(tokens.length, article + 1 + MOST_WORDS); at++) {
    const token = tokens[at] as Token;
    if (token.text === '-' && token.glued && at > article + 1) continue;
    if (token.type !== 'word' || token.text !== token.lower) return -1;
    const ruled = nouns && isRuled(tokens, article, at);
    const either = ruled && isEither(tokens, at);
    if (at > article + 1 && (isPlural(token) || either) && !token.glued) {
      const ends = nouns ? ruled : endsPhrase(tokens, at);
      return (either || !isVerb(tokens, at)) && ends ? at : -1;
    }
    if (!isAdjective(tokens, at)) {
      if (countOf(token.lower) !== 'one' && !isUnknownNoun(token)) return -1;
      nouns = true;
    }
  }
  return -1;
}

const A_OR_AN = setOf('a an');
/** Verbs that show that a plural with nouns before it stands for one: "a urine drug screens is". */
const ONE_RULES = setOf('is was has');

/** Whether what follows a plural with nouns before it shows that it ends the phrase: "a disc protrusions at L4-5". */
function isRuled(tokens: readonly Token[], article: number, at: number): boolean {
  const next = tokens[at + 1]?.lower ?? '';
  if (ONE_RULES.has(next)) return true;
  const one = A_OR_AN.has((tokens[article] as Token).lower);
  return one && PREPOSITION.has(next) && countOf((tokens[at - 1] as Token).lower) === 'one';
}

/** Whether a plural that may be a verb as well is none: "a drug screens is", but not behind a person ("when a patient rests is"). */
function isEither(tokens: readonly Token[], at: number): boolean {
  const before = (tokens[at - 1] as Token).lower;
  const ruled = ONE_RULES.has(tokens[at + 1]?.lower ?? '') && !PERSON.has(before);
  return ruled && countOf((tokens[at] as Token).lower) === 'more' && countOf(before) === 'one';
}

/** Words for more than one behind an article that goes with one: "a few". */
const NOT_COUNTED = setOf('few couple dozen hundred thousand');

function isUnknownNoun(token: Token): boolean {
  const { lower } = token;
  const counts = NUMBER.has(lower) || NOT_COUNTED.has(lower);
  return looksSingular(lower) && !counts && !isBoundary(token) && !FINITE_PAST.has(lower);
}

/** What goes with more than one thing. */
const MANY = setOf('several many multiple numerous various these those');
/** Whether "one of the" ends at a place: "one of his", "one of the patient's". */
function isOneOf(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at] as Token;
  const from = lower.endsWith("'s") ? at - 2 : at - 1;
  if (!THE.has(lower) && !lower.endsWith("'s")) return false;
  return tokens[from]?.lower === 'of' && tokens[from - 1]?.lower === 'one';
}

/** Words before a number that names one thing ("grade four", "phase two") or describes what follows ("a six week at home program"). */
const NUMBERED = setOf(
  'grade phase stage level type class chapter table figure point points factor option step part day week month visit page number item line tier and or a an this the per - / .',
);

/** Whether a number in words counts what follows: "four antidepressants", not "phase two". */
function isNumber(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at] as Token;
  return NUMBER.has(lower) && tokens[at + 1]?.type === 'word' && !NUMBERED.has(tokens[at - 1]?.lower ?? '');
}

/** Place of a singular that ends the phrase of what goes with more; -1 where none does. */
function singularBehind(tokens: readonly Token[], first: number): number {
  for (let at = first + 1; at < Math.min(tokens.length, first + 1 + MOST_WORDS); at++) {
    const token = tokens[at] as Token;
    if (token.type !== 'word' || token.text !== token.lower || token.glued) return -1;
    const counted = COUNTED.has(token.lower) && !(at === first + 1 && ALSO_VERB.has(token.lower));
    if (counted) return (endsPhrase(tokens, at) && !isJoined(tokens[at + 1])) || acts(tokens, at) ? at : -1;
    if (!isAdjective(tokens, at)) return -1;
  }
  return -1;
}

/** "One of his provider recommended". */
function acts(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    next !== undefined && PERSON.has((tokens[at] as Token).lower) && (isPast(next) || isVerb(tokens, at + 1))
  );
}

/** "Several hand and wrist injuries". */
function isJoined(next: Token | undefined): boolean {
  return next?.text === ',' || next?.lower === 'and' || next?.lower === 'or' || next?.lower === 'to';
}

/** Plurals that are verbs as well, behind a compound: "a follow-up results in". */
const ALSO_VERBS = setOf('results attempts calls points times searches');

/** Whether a word is a plural noun of the field and nothing else: "limits" may be a verb. */
function isPlural({ lower }: Token): boolean {
  return /[^su]s$/.test(lower) && countOf(lower) === 'more' && !THIRD.has(lower) && !ALSO_VERBS.has(lower);
}

const ADJECTIVES = setOf(
  'first second third new large small single short long left right severe mild moderate certain different specific separate proper full simple brief proposed requested',
);

/** Whether a word can only describe the noun behind it, be it as a part of a compound: "first-line". */
function isAdjective(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at] as Token;
  const joined = isHyphen(tokens[at + 1]) || isHyphen(tokens[at - 1]);
  const plain = ADJECTIVE.test(lower) || ADJECTIVES.has(lower) || DESCRIBING.has(lower);
  return joined || (plain && (countOf(lower) === undefined || ADJECTIVES.has(lower)));
}

function isHyphen(token: Token | undefined): boolean {
  return token?.text === '-' && token.glued === true;
}

const BEHIND = setOf('is was were are has have had and or that which to before after because');

/** Whether no other noun can follow that the plural would describe. */
function endsPhrase(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined) return true;
  if (next.text === '.' || next.text === ',') return tokens[at + 2]?.glued !== true;
  return PREPOSITION.has(next.lower) || BEHIND.has(next.lower);
}
