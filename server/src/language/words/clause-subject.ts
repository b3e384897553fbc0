import {
  A,
  ADJECTIVE,
  ANY,
  BARE,
  BARE_WITH_PHRASE,
  BEHIND_NOUN,
  CLAUSE,
  countOf,
  DESCRIBING,
  looksPlural,
  looksSingular,
  MEASURE,
  MORE,
  MORE_OF,
  NUMBER,
  ONE,
  PART,
  PERSON,
  PREPOSITION,
  QUANTITY,
  REPORTS,
  setOf,
  THE,
  THESE,
} from './clause-words.ts';
import { fieldTerms } from './field-terms.ts';
import { inflect } from './inflection.ts';
import { groupEnd, isVerb, type Noun, phrasesEnd } from './noun-phrase.ts';
import type { Token } from './tokens.ts';

/** A subject, up to where its verb should stand. */
export interface Subject extends Noun {
  /** Whether the last noun may be the subject of a clause that hangs on the head: "the care patients receive". */
  readonly attracts: boolean;
}

/** The subject that begins at `at`, up to where its verb should stand; undefined where it cannot be read surely. */
export function subjectAt(tokens: readonly Token[], at: number): Subject | undefined {
  return pairAt(tokens, at) ?? someOfAt(tokens, at) ?? nounAt(tokens, at);
}

/** "Both the neurologist and the therapist", "the claimant and her case manager", "the frequency and duration of it". */
function pairAt(tokens: readonly Token[], at: number): Subject | undefined {
  if (tokens[at]?.lower !== 'both') return coupleAt(tokens, at);
  const first = existingAt(tokens, at + 1);
  if (first === undefined || tokens[first.end]?.lower !== 'and') return undefined;
  const second = nounAt(tokens, first.end + 1);
  return second && { ...second, number: 'more', attracts: false };
}

/** Qualities of a treatment, each with its own value. */
const QUALITY = setOf('frequency duration dose dosage quantity timing location');
const OWNED = setOf('the his her');
/** A verb behind "one noun and another": two people, two parts of the body or two qualities are never one thing. */
function coupleAt(tokens: readonly Token[], at: number): Subject | undefined {
  if (!OWNED.has(tokens[at]?.lower ?? '')) return undefined;
  const first = existingAt(tokens, at);
  if (first?.number !== 'one' || tokens[first.end]?.lower !== 'and') return undefined;
  const from = first.end + 1;
  const owned = OWNED.has(tokens[from]?.lower ?? '');
  const second = owned ? existingAt(tokens, from) : undefined;
  const head = tokens[from]?.lower ?? '';
  const quality = QUALITY.has(first.head) && QUALITY.has(head);
  if (quality) {
    const end = phrasesEnd(tokens, { number: 'one', head, end: from + 1 });
    return end === undefined ? undefined : { number: 'more', head, end, attracts: false };
  }
  const alike = owned && (PERSON.has(first.head) || (PART.has(first.head) && PART.has(second?.head ?? '')));
  return alike && second ? { ...second, number: 'more', attracts: false } : undefined;
}

/** "Each of the requested creams", "four of the nine items". */
function someOfAt(tokens: readonly Token[], at: number): Subject | undefined {
  const head = tokens[at]?.lower ?? '';
  const number = head === 'each' || head === 'one' ? 'one' : MORE_OF.has(head) ? 'more' : undefined;
  if (number === undefined || tokens[at + 1]?.lower !== 'of') return undefined;
  const all = nounAt(tokens, at + 2);
  // "one of the reasons patients are", "most of the pain"
  if (all === undefined || (all.attracts && number === 'one') || all.number === 'one') return undefined;
  return { number, head, end: all.end, attracts: all.attracts };
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
  const known = countOf(head) ?? (end - at === 1 && isDrug(head) ? 'one' : undefined);
  // where more stands between an article and an unknown word, the word may be a verb
  const alone =
    article &&
    (end - from === 1 ||
      (end - from === 2 && (isOwner(tokens[from]) || BEHIND_NOUN.has((tokens[from] as Token).lower))));
  const counted = known ?? (alone ? unknownCount(tokens, end - 1) : undefined);
  if (counted === undefined || (number !== undefined && counted !== number)) return undefined;
  if (!article && !standsBare(tokens, at, end, counted)) return undefined;
  if (counted === 'more' && isAmount(tokens, at, head)) return undefined;
  if ((QUANTITY.has(head) && !isWhole(tokens, at, end)) || (counted === 'more' && isName(tokens, end - 1)))
    return undefined;
  if (isPrinted(tokens, end - 1)) return undefined;
  // "BSD compatibility include files", where the first word may be anything
  const isSure =
    article || end - at === 1 || DESCRIBING.has(first.lower) || countOf(first.lower) !== undefined;
  // "the applicant need only show"
  return { number: counted, head, end, attracts: head === 'need' || countOf(head) === undefined || !isSure };
}

const COUNTING = setOf('recommended total exact requested');

/** Whether a word for a quantity is meant itself: "the number of visits is". */
function isWhole(tokens: readonly Token[], at: number, end: number): boolean {
  const head = (tokens[end - 1] as Token).lower;
  const plain = end - at === 2 || (end - at === 3 && COUNTING.has((tokens[at + 1] as Token).lower));
  return (head === 'number' || head === 'combination') && (tokens[at] as Token).lower === 'the' && plain;
}

/** "The claimant's moods". */
function isOwner(token: Token | undefined): boolean {
  return token?.lower.endsWith("'s") === true;
}

/** How many a word that is no noun of the field names behind an article: "the crutches", "the hardware". */
function unknownCount(tokens: readonly Token[], at: number): Subject['number'] | undefined {
  const { text } = tokens[at] as Token;
  if (looksPlural(text)) return 'more';
  const acronym = ACRONYM.test(text) && isVerb(tokens, at + 1);
  return looksSingular(text) || acronym ? 'one' : undefined;
}

const WHOLE = setOf('most all');

/** "The requested FCE"; "NSAIDS" are more. */
const ACRONYM = /^[A-Z]{2,5}(?<!S)$/;

/** How many an article and the like speak of, where they tell. */
function numberOf({ lower }: Token): Subject['number'] | undefined {
  if (A.has(lower)) return 'one';
  return THESE.has(lower) || NUMBER.has(lower) || ANY.has(lower) || WHOLE.has(lower) ? 'more' : undefined;
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
  if (number === 'one' && !BARE.has(head) && !phrase && !described && !isDrug(head)) return false;
  // "the nurse that records", but "states that active therapies"
  if (number === 'more' && end - at === 1 && RELATIVE.has(tokens[at - 1]?.lower ?? '')) return false;
  const first = tokens[at] as Token;
  const sentence = first.opens && /^[A-Z]/.test(first.text) && !first.lower.endsWith('ing');
  if (end - at === 1 && isDrug(head)) return true;
  const bare = number === 'one' && BARE.has(head) && isTold(tokens, at);
  return tokens
    .slice(at, end - 1)
    .every(
      ({ lower, opens, text }, index, all) =>
        DESCRIBING.has(lower) ||
        ADJECTIVE.test(lower) ||
        (sentence && (text === '-' || all[index - 1]?.text === '-')) ||
        ((sentence || bare) && !opens && countOf(lower) === 'one') ||
        (sentence && opens && DESCRIBES_AT_START.test(text) && !ASKS.has(lower)),
    );
}

/** Whether a clause begins at a place that a verb tells ("states that pain medication is"), not one of a noun ("tools that process"). */
function isTold(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  return before === 'that'
    ? isVerb(tokens, at - 2) || REPORTS.has(tokens[at - 2]?.lower ?? '')
    : CLAUSE.has(before);
}

/** Words that open a question or a request. */
const ASKS = setOf('did does do is was are were has have can could should would will may might must let');
/** What may describe a noun at the start of a sentence: a noun, or the name of a drug. */
const DESCRIBES_AT_START = /^(?:[A-Z][a-z]+(?<!ing|ed|ly|s)|Un[a-z]+ed|[A-Z]{2,5})$/;

/** Whether a word names one drug: "Omeprazole". */
function isDrug(word: string): boolean {
  return fieldTerms.get(word)?.category === 'drugs' && !word.endsWith('s');
}

/** Words of a noun, another one and its verb. */
const LEAST_OF_CLAUSE = 3;

/** Whether a plural may be a verb with its own subject before it: "that the patient exercises", "the amount pain costs". */
function maySplit(tokens: readonly Token[], from: number, end: number): boolean {
  const head = (tokens[end - 1] as Token).lower;
  const before = tokens[end - 2]?.lower ?? '';
  if (PERSON.has(before) && end - 2 >= from) return true;
  if (inflect(head, 'base') === head || before.endsWith("'s")) return false;
  const nouns = tokens.slice(from, end).filter((token) => !THE.has(token.lower) && mayBeNoun(token));
  return nouns.length >= LEAST_OF_CLAUSE;
}

/** Whether a word before a noun may be the noun of another phrase. */
function mayBeNoun({ type, lower }: Token): boolean {
  const describes = DESCRIBING.has(lower) || ADJECTIVE.test(lower) || lower.endsWith('ed');
  return type === 'word' && (countOf(lower) !== undefined || !describes);
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

const RELATIVE = setOf('that which what how why where when');
/** Plurals that write nothing and ask for nothing themselves: "a review of the progress notes show". */
const PAPERS = setOf('notes records reports files charts');

/** Whether two nouns stand together before `end`, the second one a plural that may have a clause of its own. */
function mayRule(tokens: readonly Token[], end: number): boolean {
  const last = (tokens[end - 1] as Token).lower;
  const before = tokens[end - 2]?.lower ?? '';
  return MORE.has(last) && !PAPERS.has(last) && (ONE.has(before) || MORE.has(before));
}
