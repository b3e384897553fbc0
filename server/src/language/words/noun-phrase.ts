import {
  A,
  ADVERB,
  BEHIND_NOUN,
  BEHIND_VERB,
  countOf,
  EITHER_FOR_MORE,
  EITHER_FOR_ONE,
  FINITE_PAST,
  FINITE_THIRD,
  FOR_MORE,
  FOR_ONE,
  MONTH,
  MORE,
  NUMBER,
  PART,
  PERSON,
  PREPOSITION,
  STOP,
  setOf,
  THE,
  THESE,
} from './clause-words.ts';
import { inflect } from './inflection.ts';
import type { Token } from './tokens.ts';

/** A noun with what stands before it: how many it names, and the place behind it. */
export interface Noun {
  readonly number: 'one' | 'more';
  readonly head: string;
  readonly end: number;
}

const ONCE = setOf('once twice');
const TIMES = setOf('times time x');
const TITLE = setOf('dr mr mrs ms');
const MOST_WORDS = 5;

/** End of the words that describe a noun and the noun itself; they end where a verb or another phrase begins. */
export function groupEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  let words = 0;
  let leading = 0;
  for (; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if ((token.text === '-' || token.text === '/') && at > from && token.glued) continue;
    if (token.text === '.' && TITLE.has(tokens[at - 1]?.lower ?? '')) continue;
    if (token.type === 'mark' || (isVerb(tokens, at) && !isPlainNoun(tokens, at, from))) break;
    if (PERSON.has(tokens[at - 1]?.lower ?? '') && at > from && isPast(token)) break;
    const leads = words === leading && mayLead(token);
    if (leads) leading++;
    else if (isBoundary(token)) break;
    else if (token.lower.endsWith("n't") || rulesNext(tokens, at, from)) return from;
    if (token.type === 'word' && ++words > MOST_WORDS) return from;
  }
  const last = tokens[at - 1];
  return at > from && last?.type === 'word' ? at : from;
}

/** Whether a word may stand between an article and its noun though it ends other phrases: "the nine items". */
function mayLead({ lower }: Token): boolean {
  return BEHIND_NOUN.has(lower) || NUMBER.has(lower);
}

/** Whether a word before a noun is a verb that rules it: "this lets therapy", "the note describing sessions". */
function rulesNext(tokens: readonly Token[], at: number, from: number): boolean {
  const { lower } = tokens[at] as Token;
  if (FINITE_THIRD.has(lower)) return true;
  if (at === from) return false;
  const noun = countOf(lower) !== undefined;
  // "the worker emailed the office"
  const behindNoun = lower.endsWith('ed') && countOf(tokens[at - 1]?.lower ?? '') !== undefined;
  const ruling =
    lower.endsWith('ing') && !noun && !ING_BEFORE_NOUN.has(lower) && tokens[at - 1]?.text !== '-';
  return FINITE_PAST.has(lower) || behindNoun || ruling;
}

/** Words in "-ing" that describe the noun behind them: "the requested heating pad". */
const ING_BEFORE_NOUN = setOf(
  'heating walking standing nursing treating referring prescribing requesting existing ongoing underlying operating reviewing attending evaluating examining rotating training bathing sleeping hearing swimming driving working loading raising lifting grinding bending stretching strengthening numbing',
);

/** Whether a word that may be a verb begins a sentence as a noun: "Diagnoses is". */
function isPlainNoun(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at] as Token;
  return at === from && token.opens && MORE.has(token.lower);
}

/** Whether a word is a verb of the past. */
export function isPast({ lower }: Token): boolean {
  return FINITE_PAST.has(lower) || /.{3}ed$/.test(lower);
}

/** Whether a word is the verb of what stands before it. */
export function isVerb(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  return FOR_MORE.has(lower) || FOR_ONE.has(lower) || isVerbHere(tokens, at) || saysThat(tokens, at);
}

/** Whether a word that is a noun as well is a verb where it stands: "the request for transport lack a reason". */
export function isVerbHere(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  const either = EITHER_FOR_MORE.has(lower) || EITHER_FOR_ONE.has(lower);
  return either && BEHIND_VERB.has(tokens[at + 1]?.lower ?? '');
}

/** Verbs that are nouns as well, where a person and "that" stand around them. */
const SAYS = setOf('state states note notes report reports document documents comment comments');
const IS = setOf('is was are were has have had can could would will does did may');

/** Whether a word that is a noun as well says what a clause tells: "the physician state that", not "the provider notes that were sent". */
export function saysThat(tokens: readonly Token[], at: number): boolean {
  if (!SAYS.has(tokens[at]?.lower ?? '') || !PERSON.has(tokens[at - 1]?.lower ?? '')) return false;
  const behind = tokens[at + 2];
  if (tokens[at + 1]?.lower !== 'that' || behind?.type !== 'word') return false;
  return !IS.has(behind.lower) && !isPast(behind) && !isVerb(tokens, at + 2);
}

export function isBoundary({ lower }: Token): boolean {
  return (
    STOP.has(lower) ||
    ONCE.has(lower) ||
    TIMES.has(lower) ||
    PREPOSITION.has(lower) ||
    ADVERB.has(lower) ||
    BEHIND_NOUN.has(lower)
  );
}

const MOST_PHRASES = 5;

/** End of the phrases behind a head: "of the left knee", "submitted for review"; undefined where they go on otherwise. */
export function phrasesEnd(tokens: readonly Token[], { head, number, end: from }: Noun): number | undefined {
  let at = from;
  let known = true;
  let preposition: string | undefined;
  for (let phrases = 0; phrases <= MOST_PHRASES; phrases++) {
    at = againAt(tokens, behindBrackets(tokens, at), preposition);
    const token = tokens[at];
    if (token === undefined) return undefined;
    if (isVerb(tokens, at) || ADVERB.has(token.lower) || (PERSON.has(head) && isPast(token))) return at;
    if (BEHIND_NOUN.has(token.lower) && !PERSON.has(head) && !BEHIND_NOUN.has(tokens[at - 1]?.lower ?? '')) {
      at++;
      if (token.lower === 'dated') at = dateEnd(tokens, at);
      continue;
    }
    if (token.text === ',') return behindClause(tokens, at);
    const often = Math.max(frequencyEnd(tokens, at), soFarEnd(tokens, at));
    if (often > at) {
      at = often;
      continue;
    }
    // more than one stay more with another: "the notes and the report"
    const joins = token.lower === 'and' && number === 'more' && inflect(head, 'base') === head;
    if (!PREPOSITION.has(token.lower) && !joins) return undefined;
    preposition = joins ? undefined : token.lower;
    const start = at + 1;
    const date = dateEnd(tokens, start);
    if (date > start) {
      at = date;
      continue;
    }
    const quoted = quoteEnd(tokens, start);
    if (quoted > start) {
      at = quoted;
      continue;
    }
    const article = tokens[start]?.lower ?? '';
    const words =
      THE.has(article) ||
      A.has(article) ||
      THESE.has(article) ||
      NUMBER.has(article) ||
      thatTime(tokens, start)
        ? start + 1
        : start;
    const end = groupEnd(tokens, words);
    if (end === words) return undefined;
    const counted = countOf((tokens[end - 1] as Token).lower);
    known &&= counted !== undefined;
    // "the options and warnings dialog", "notes that survive and the rest"
    if (joins && (!known || (words === start && counted !== 'more'))) return undefined;
    // "the ability to correctly name it"
    if (token.lower === 'to' && words === start && counted === undefined) return undefined;
    at = coupledEnd(tokens, head, end);
  }
  return undefined;
}

/** Nouns of which one goes for two parts of the body: "the examination of the hips and knees was". */
const GOES_FOR_TWO = setOf('examination exam evaluation inspection palpation');

/** The place behind "and" with another noun, where both are ruled by the preposition: "a combination of ice and heat". */
function coupledEnd(tokens: readonly Token[], head: string, end: number): number {
  if (tokens[end]?.lower !== 'and') return end;
  const combined = head === 'combination';
  if (!combined && !(GOES_FOR_TWO.has(head) && PART.has((tokens[end - 1] as Token).lower))) return end;
  const from = THE.has(tokens[end + 1]?.lower ?? '') ? end + 2 : end + 1;
  const second = groupEnd(tokens, from);
  return second > from && (combined || PART.has((tokens[second - 1] as Token).lower)) ? second : end;
}

/** The place of a preposition that stands again: "the need for a translator and for transport", "of the neck, and of the back". */
function againAt(tokens: readonly Token[], at: number, preposition: string | undefined): number {
  if (preposition === undefined) return at;
  let next = at;
  if (tokens[next]?.text === ',') next++;
  if (tokens[next]?.lower === 'and' || tokens[next]?.lower === 'or') next++;
  return next > at && tokens[next]?.lower === preposition ? next : at;
}

/** The place behind a date or a year: "06/10/2016", "June 10, 2016"; `at` itself where none stands. */
function dateEnd(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token?.type === 'number') return NUMBER_DATE.test(token.text) ? at + 1 : at;
  if (!MONTH.has(token?.text ?? '')) return at;
  const day = tokens[at + 1]?.type === 'number' ? at + 2 : at + 1;
  const year = tokens[day]?.text === ',' ? day + 1 : day;
  return YEAR.test(tokens[year]?.text ?? '') ? year + 1 : day;
}

const NUMBER_DATE = /^(?:\d\d?([/-])\d\d?\1(?:\d\d)?\d\d|(?:19|20)\d\d)$/;
const YEAR = /^(?:19|20)\d\d$/;

const LONGEST_QUOTE = 30;

/** The place behind a quotation: 'the request for "CT scan of the neck"'. */
function quoteEnd(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== '"') return at;
  for (let end = at + 1; end < Math.min(tokens.length, at + LONGEST_QUOTE); end++) {
    if (tokens[end]?.text === '"') return end + 1;
  }
  return at;
}

const LONGEST_CLAUSE = 20;

/** The place behind what commas set off: "The patient, who has had two operations, remain", "The pad, although cheap, lack". */
function behindClause(tokens: readonly Token[], comma: number): number | undefined {
  if (!SET_OFF.has(tokens[comma + 1]?.lower ?? '')) return undefined;
  for (let at = comma + 2; at < Math.min(tokens.length, comma + LONGEST_CLAUSE); at++) {
    const token = tokens[at] as Token;
    if (token.opens) return undefined;
    if (token.text !== ',') continue;
    return isVerb(tokens, at + 1) ? at + 1 : undefined;
  }
  return undefined;
}

const SET_OFF = setOf(
  'who which although though including however if when while as dated performed obtained completed',
);

/** The place behind "twice a week", "3 times per day". */
function frequencyEnd(tokens: readonly Token[], at: number): number {
  const lower = (place: number) => tokens[place]?.lower ?? '';
  const per = ONCE.has(lower(at)) ? at + 1 : TIMES.has(lower(at + 1)) ? at + 2 : at;
  const counted = per > at && (lower(per) === 'a' || lower(per) === 'per');
  return counted && UNIT.has(lower(per + 1)) ? per + 2 : at;
}

const UNIT = setOf('day week month year');

/** The place behind "so far", "to date". */
function soFarEnd(tokens: readonly Token[], at: number): number {
  const [first, second] = [tokens[at]?.lower ?? '', tokens[at + 1]?.lower];
  return (second === 'far' && SO.has(first)) || (second === 'date' && first === 'to') ? at + 2 : at;
}

const SO = setOf('so thus');

/** Whether "that" points to a time: "findings on that date". */
function thatTime(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'that' && TIME.has(tokens[at + 1]?.lower ?? '');
}

const TIME = setOf('date day time visit');

const LONGEST_BRACKETS = 6;

/** The place behind an abbreviation or remark in brackets. */
function behindBrackets(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== '(') return at;
  // "request(s)"
  if (tokens[at]?.glued === true) return at;
  for (let end = at + 1; end <= at + LONGEST_BRACKETS; end++) {
    if (tokens[end]?.text === ')') return end + 1;
  }
  return at;
}
