import {
  A,
  ADVERB,
  ANY,
  BARE,
  BARE_WITH_PHRASE,
  BEFORE_SUBJECT,
  BEHIND_NOUN,
  CLAUSE,
  countOf,
  DESCRIBING,
  FINITE_PAST,
  FINITE_THIRD,
  FOR_MORE,
  FOR_ONE,
  FRONTED,
  looksPlural,
  MEASURE,
  MORE,
  MORE_OF,
  NUMBER,
  ONE,
  PERSON,
  PREPOSITION,
  QUANTITY,
  REPORTS,
  STOP,
  setOf,
  THE,
  THESE,
} from './clause-words.ts';
import { inflect } from './inflection.ts';
import type { Token } from './tokens.ts';

/** Words of a date with the preposition before it: "On June 10, 2016". */
const LONGEST_DATE = 4;

/** Whether the subject of a clause may begin at `at`. */
export function opensClause(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.type !== 'word') return false;
  if (token.opens) return true;
  const before = tokens[at - 1] as Token;
  if (before.type === 'word' && !LEADS.has(before.lower)) return false;
  if (before.text === ';' || CLAUSE.has(before.lower)) return true;
  if (BEFORE_SUBJECT.has(before.lower))
    return before.opens || tokens[at - 2]?.text === ',' || tokens[at - 2]?.text === ';';
  if (before.text === ',') return isFronted(tokens, at - 1) || namesPerson(tokens, at);
  if (before.lower === 'but') return tokens[at - 2]?.text === ',';
  if (before.type === 'number') return THE.has(token.lower) && isDated(tokens, at - 1);
  return REPORTS.has(before.lower) && namesPerson(tokens, at);
}

/** Whether "the patient", "the injured worker" begins at `at`. */
function namesPerson(tokens: readonly Token[], at: number): boolean {
  const lower = (place: number) => tokens[place]?.lower ?? '';
  return (
    lower(at) === 'the' &&
    (PERSON.has(lower(at + 1)) || (lower(at + 1) === 'injured' && PERSON.has(lower(at + 2))))
  );
}

/** The words behind which a subject may begin. */
const LEADS: ReadonlySet<string> = new Set([...CLAUSE, ...BEFORE_SUBJECT, ...REPORTS, 'but']);

/** Whether a date leads to the subject without a comma: "On 06/10/2016 the knee". */
function isDated(tokens: readonly Token[], number: number): boolean {
  for (let at = number - 1; at >= Math.max(0, number - LONGEST_DATE); at--) {
    const token = tokens[at] as Token;
    if (token.opens) return token.lower === 'on' || token.lower === 'in' || token.lower === 'by';
  }
  return false;
}

/** Whether what stands before a comma only leads to the subject: "On examination,", "Based on the notes,". */
function isFronted(tokens: readonly Token[], comma: number): boolean {
  for (let at = comma - 1; at >= 0; at--) {
    const token = tokens[at] as Token;
    if (token.opens) return FRONTED.has(token.lower);
    if (token.text === ',' || token.text === ';' || token.text === '(') return false;
  }
  return false;
}

/** A subject: how many it names, and the place behind it. */
export interface Subject {
  readonly number: 'one' | 'more';
  readonly head: string;
  readonly end: number;
  /** Whether the last noun may be the subject of a clause that hangs on the head: "the care patients receive". */
  readonly attracts: boolean;
}

/** The subject that begins at `at`, up to where its verb should stand; undefined where it cannot be read surely. */
export function subjectAt(tokens: readonly Token[], at: number): Subject | undefined {
  return pairAt(tokens, at) ?? someOfAt(tokens, at) ?? nounAt(tokens, at);
}

/** "Both the neurologist and the therapist". */
function pairAt(tokens: readonly Token[], at: number): Subject | undefined {
  if (tokens[at]?.lower !== 'both') return undefined;
  const first = existingAt(tokens, at + 1);
  if (first === undefined || tokens[first.end]?.lower !== 'and') return undefined;
  const second = nounAt(tokens, first.end + 1);
  return second && { ...second, number: 'more', attracts: false };
}

/** "Each of the requested creams", "four of the nine items". */
function someOfAt(tokens: readonly Token[], at: number): Subject | undefined {
  const head = tokens[at]?.lower ?? '';
  const number = head === 'each' || head === 'one' ? 'one' : MORE_OF.has(head) ? 'more' : undefined;
  if (number === undefined || tokens[at + 1]?.lower !== 'of') return undefined;
  const all = nounAt(tokens, at + 2);
  // "one of the reasons patients", "most of the pain"
  if (all === undefined || all.attracts || all.number === 'one') return undefined;
  return { number, head, end: all.end, attracts: false };
}

/** A noun with what stands before and behind it. */
function nounAt(tokens: readonly Token[], at: number): Subject | undefined {
  const noun = existingAt(tokens, at);
  if (noun === undefined || (noun.number === 'more' && maySplit(tokens, at, noun.end))) return undefined;
  const behind = phrasesEnd(tokens, noun);
  return behind === undefined
    ? undefined
    : { ...noun, end: behind, attracts: noun.attracts || mayRule(tokens, behind) };
}

/** A noun with what stands before it. */
export function existingAt(tokens: readonly Token[], at: number): Subject | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  const number = numberOf(first);
  const article = number !== undefined || THE.has(first.lower);
  const from = article ? at + 1 : at;
  const end = groupEnd(tokens, from);
  if (end === from) return undefined;
  const head = (tokens[end - 1] as Token).lower;
  // "the crutches"; where more stands between them the last word may be a verb
  const alone = article && end - from === 1;
  const counted = countOf(head) ?? (alone && looksPlural((tokens[from] as Token).text) ? 'more' : undefined);
  if (counted === undefined || (number !== undefined && counted !== number)) return undefined;
  if (!article && !standsBare(tokens, at, end, counted)) return undefined;
  if (counted === 'more' && isAmount(tokens, at, head)) return undefined;
  const whole = head === 'number' && first.lower === 'the' && end - from === 1;
  if ((QUANTITY.has(head) && !whole) || (counted === 'more' && isName(tokens, end - 1))) return undefined;
  if (isPrinted(tokens, end - 1)) return undefined;
  // "the applicant need only show"
  return { number: counted, head, end, attracts: head === 'need' };
}

/** How many an article and the like speak of, where they tell. */
function numberOf({ lower }: Token): Subject['number'] | undefined {
  if (A.has(lower)) return 'one';
  return THESE.has(lower) || NUMBER.has(lower) || ANY.has(lower) ? 'more' : undefined;
}

/** Whether a plural is one amount: "ten sessions is within the guideline". */
function isAmount(tokens: readonly Token[], at: number, head: string): boolean {
  const counted = tokens.slice(at, at + 3).some(({ lower, type }) => type === 'number' || NUMBER.has(lower));
  return counted && MEASURE.has(head);
}

/**
 * Whether a noun without an article is the subject: not what a verb in "-ing" or a relative clause before it rules
 * ("Taking opioids is", "the drug that helped patients was").
 */
function standsBare(tokens: readonly Token[], at: number, end: number, number: Subject['number']): boolean {
  const head = (tokens[end - 1] as Token).lower;
  const phrase = BARE_WITH_PHRASE.has(head) && PREPOSITION.has(tokens[end]?.lower ?? '');
  const described = tokens[at]?.opens === true && end - at > 1;
  if (number === 'one' && !BARE.has(head) && !phrase && !described) return false;
  // "the nurse that records", but "states that active therapies"
  if (number === 'more' && end - at === 1 && RELATIVE.has(tokens[at - 1]?.lower ?? '')) return false;
  const sentence = tokens[at]?.opens === true && !(tokens[at] as Token).lower.endsWith('ing');
  return tokens
    .slice(at, end - 1)
    .every(
      ({ lower, opens }) =>
        DESCRIBING.has(lower) || ADJECTIVE.test(lower) || (sentence && !opens && countOf(lower) === 'one'),
    );
}

const ADJECTIVE = /.{3}(?:ive|al|ic|ary|ous|ful|able|ible|ular)$/;

/** Words of an article, a noun and its verb. */
const LEAST_OF_CLAUSE = 4;

/** Whether a plural may be a verb with its own subject before it: "that the patient exercises", "the amount pain costs". */
function maySplit(tokens: readonly Token[], from: number, end: number): boolean {
  const head = (tokens[end - 1] as Token).lower;
  if (PERSON.has(tokens[end - 2]?.lower ?? '') && end - 2 >= from) return true;
  return end - from >= LEAST_OF_CLAUSE && inflect(head, 'base') !== head;
}

/** A head with a capital is part of a name: "the Official Disability Guidelines recommends". */
function isName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  return /^[A-Z][a-z]+$/.test(token.text) && !token.opens;
}

/** Words in capitals are a request as it was printed: "MASSAGE, 6 VISITS is". It is one thing, however many it asks for. */
function isPrinted(tokens: readonly Token[], at: number): boolean {
  return [at, at - 1].every((place) => /^[A-Z]{4,}$/.test(tokens[place]?.text ?? ''));
}

const TITLE = setOf('dr mr mrs ms');
const RELATIVE = setOf('that which what how why where when');
const MOST_WORDS = 5;

/** End of the words that describe a noun and the noun itself; they end where a verb or another phrase begins. */
function groupEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  let words = 0;
  for (; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if ((token.text === '-' || token.text === '/') && at > from && token.glued) continue;
    if (token.text === '.' && TITLE.has(tokens[at - 1]?.lower ?? '')) continue;
    if (token.type === 'mark' || (isVerb(token) && !isPlainNoun(tokens, at, from))) break;
    if (isBoundary(token) && !(at === from && mayLead(token))) break;
    if (token.lower.endsWith("n't") || rulesNext(tokens, at, from)) return from;
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
  return FINITE_PAST.has(lower) || behindNoun || (lower.endsWith('ing') && !noun);
}

/** Whether a word that may be a verb begins a sentence as a noun: "Diagnoses is". */
function isPlainNoun(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at] as Token;
  return at === from && token.opens && MORE.has(token.lower);
}

export function isVerb({ lower }: Token): boolean {
  return FOR_MORE.has(lower) || FOR_ONE.has(lower);
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

const MOST_PHRASES = 4;

/** End of the phrases behind a head: "of the left knee", "submitted for review"; undefined where they go on otherwise. */
function phrasesEnd(tokens: readonly Token[], { head, number, end: from }: Subject): number | undefined {
  let at = from;
  for (let phrases = 0; phrases <= MOST_PHRASES; phrases++) {
    at = behindBrackets(tokens, at);
    const token = tokens[at];
    if (token === undefined) return undefined;
    if (isVerb(token) || ADVERB.has(token.lower)) return at;
    if (BEHIND_NOUN.has(token.lower) && !PERSON.has(head) && at === from) {
      at++;
      continue;
    }
    if (token.text === ',') return behindClause(tokens, at);
    const often = frequencyEnd(tokens, at);
    if (often > at) {
      at = often;
      continue;
    }
    // more than one stay more with another: "the notes and the report"
    const joins = token.lower === 'and' && number === 'more' && inflect(head, 'base') === head;
    if (!PREPOSITION.has(token.lower) && !joins) return undefined;
    const start = at + 1;
    const article = tokens[start]?.lower ?? '';
    const words =
      THE.has(article) || A.has(article) || THESE.has(article) || NUMBER.has(article) ? start + 1 : start;
    const end = groupEnd(tokens, words);
    if (end === words) return undefined;
    // "the options and warnings dialog"
    if (joins && words === start && countOf((tokens[end - 1] as Token).lower) !== 'more') return undefined;
    at = end;
  }
  return undefined;
}

const LONGEST_CLAUSE = 20;

/** The place behind a clause between commas: "The patient, who has had two operations, remain". */
function behindClause(tokens: readonly Token[], comma: number): number | undefined {
  const opens = tokens[comma + 1]?.lower;
  if (opens !== 'who' && opens !== 'which') return undefined;
  for (let at = comma + 2; at < Math.min(tokens.length, comma + LONGEST_CLAUSE); at++) {
    const token = tokens[at] as Token;
    if (token.opens) return undefined;
    if (token.text !== ',') continue;
    const next = tokens[at + 1];
    return next !== undefined && isVerb(next) ? at + 1 : undefined;
  }
  return undefined;
}

/** The place behind "twice a week", "3 times per day". */
function frequencyEnd(tokens: readonly Token[], at: number): number {
  const lower = (place: number) => tokens[place]?.lower ?? '';
  const per = ONCE.has(lower(at)) ? at + 1 : TIMES.has(lower(at + 1)) ? at + 2 : at;
  const counted = per > at && (lower(per) === 'a' || lower(per) === 'per');
  return counted && UNIT.has(lower(per + 1)) ? per + 2 : at;
}

const ONCE = setOf('once twice');
const TIMES = setOf('times time x');
const UNIT = setOf('day week month year');

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

/** Whether two nouns stand together before `end`, the second one a plural. */
function mayRule(tokens: readonly Token[], end: number): boolean {
  const last = (tokens[end - 1] as Token).lower;
  const before = tokens[end - 2]?.lower ?? '';
  return MORE.has(last) && (ONE.has(before) || MORE.has(before));
}
