import { opensClause } from './clause-opening.ts';
import { existingAt, type Subject, subjectAt } from './clause-subject.ts';
import {
  A,
  ADJECTIVE,
  ADVERB,
  ANY,
  ASKING,
  BARE,
  BASE,
  CLAUSE,
  countOf,
  DESCRIBING,
  EITHER_FOR_MORE,
  EITHER_FOR_ONE,
  FOR_MORE,
  FOR_ONE,
  HELPING,
  looksPlural,
  MORE,
  NUMBER,
  PERSON,
  PREPOSITION,
  QUANTITY,
  REPORTS,
  STOP,
  SUBJUNCTIVE,
  setOf,
  THE,
  THESE,
  THIRD,
  UNREAL,
} from './clause-words.ts';
import { inflect } from './inflection.ts';
import { groupEnd, isBoundary, isPast, isVerb, isVerbHere, saysThat } from './noun-phrase.ts';
import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

/**
 * Finds verbs that disagree in number with their subject. A subject is only read where it surely begins a clause, and
 * only as far as nothing can be mistaken: one noun of the field with what stands before it and phrases with a
 * preposition behind it. Whatever is joined by "and" or "or", cut by a comma or followed by a clause of its own is left
 * alone, and so is what can be a subjunctive or an infinitive ("recommends that the patient take", "lets the pain go").
 */
export function checkAgreement(tokens: readonly Token[]): WordFinding[] {
  const findings: WordFinding[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const finding =
      (opensClause(tokens, at) ? disagreement(tokens, at) : undefined) ??
      existential(tokens, at) ??
      pronoun(tokens, at) ??
      behindRelative(tokens, at);
    if (finding !== undefined) findings.push(finding);
  }
  return findings;
}

function disagreement(tokens: readonly Token[], at: number): WordFinding | undefined {
  const subject = subjectAt(tokens, at);
  if (subject === undefined) return undefined;
  // "he would not rest, but the patient remain still"
  if (subject.number === 'one' && tokens[at - 1]?.lower === 'but') return undefined;
  let verb = subject.end;
  while (ADVERB.has(tokens[verb]?.lower ?? '')) verb++;
  return judge(tokens, at, verb, subject) ?? joinedVerb(tokens, at, verb, subject);
}

const LONGEST_BETWEEN = 20;

/** A second verb of the same subject: "The patient was first given it in 2014 and continue to take it". */
function joinedVerb(
  tokens: readonly Token[],
  start: number,
  first: number,
  subject: Subject,
): WordFinding | undefined {
  // "Make sure that the record is signed and send it"
  if (CLAUSE.has(tokens[start - 1]?.lower ?? '')) return undefined;
  const verb = tokens[first];
  if (subject.number === 'more' || verb === undefined || HELPING.has(verb.lower)) return undefined;
  const past = isPast(verb);
  if (!past && !FOR_ONE.has(verb.lower)) return undefined;
  for (let at = first + 1; at < Math.min(tokens.length, first + LONGEST_BETWEEN); at++) {
    const token = tokens[at] as Token;
    const before = tokens[at - 1] as Token;
    if (token.opens || token.text === ';') return undefined;
    if (before.lower === 'and' && FOR_MORE.has(token.lower)) {
      const finding = judge(tokens, start, at, subject);
      // "He slipped and land": the past is meant first
      return finding && past ? { ...finding, suggestions: finding.suggestions.toReversed() } : finding;
    }
    if (RULES_ON.has(token.lower) || HELPING.has(token.lower)) return undefined;
    if (isVerb(tokens, at)) return undefined;
  }
  return undefined;
}

/** Words behind which another verb may have another subject, or none. */
const RULES_ON = setOf(
  'that which who whom whose what where when while because if as than how why whether but or not',
);

function judge(
  tokens: readonly Token[],
  start: number,
  at: number,
  { number, head, attracts }: Subject,
): WordFinding | undefined {
  const verb = tokens[at];
  if (verb === undefined || verb.text !== verb.lower) return undefined;
  const after = tokens[at + 1]?.text;
  if (after === '-' || after === '/') return undefined;
  const [wrong, either] = number === 'one' ? [FOR_MORE, EITHER_FOR_MORE] : [FOR_ONE, EITHER_FOR_ONE];
  const states = saysThat(tokens, at) && THIRD.has(verb.lower) === (number === 'more');
  if (!wrong.has(verb.lower) && !states && !(either.has(verb.lower) && isVerbHere(tokens, at)))
    return undefined;
  // "What tools does he use?", "the patient were he to fall"
  if ((verb.lower === 'do' || verb.lower === 'does') && after !== 'not') return undefined;
  if (verb.lower === 'were' && INVERTED.has(after ?? '')) return undefined;
  if (attracts && (BASE.has(verb.lower) || either.has(verb.lower))) return undefined;
  if (number === 'one' && verb.lower !== 'are') {
    const told = verb.lower === 'have' && isParticiple(tokens[at + 1]);
    const excuse = verb.lower === 'were' ? UNREAL : told ? ASKING : SUBJUNCTIVE;
    const reported = BASE.has(verb.lower) && REPORTS.has(tokens[start - 1]?.lower ?? '');
    if (reported || isBehind(tokens, start, excuse)) return undefined;
  }
  return disagreeing(verb, head, number);
}

/** "It indicated he have been seen" tells what was, "it is indicated that he have surgery" does not. */
function isParticiple(token: Token | undefined): boolean {
  return token !== undefined && (token.lower === 'been' || /.{3}ed$/.test(token.lower));
}

/** What is said of a verb that does not go with its subject. */
function disagreeing(verb: Token, head: string, number: Subject['number']): WordFinding {
  const suggestions = agreeing(verb.lower, number);
  return {
    start: verb.start,
    end: verb.end,
    kind: 'grammar',
    severity: 'warning',
    message: `“${verb.text}” does not go with “${head}”: it should probably read “${suggestions[0]}”.`,
    suggestions,
    preferred: suggestions.length === 1,
    evidence: 'subject and verb',
  };
}

/** "He have": a pronoun is a subject wherever it stands, but where something asks for a bare verb behind it. */
function pronoun(tokens: readonly Token[], at: number): WordFinding | undefined {
  const { lower: head } = tokens[at] as Token;
  // "the notes behind it are"
  const number = PRONOUNS.get(head) ?? (head === 'it' && opensClause(tokens, at) ? 'one' : undefined);
  const before = tokens[at - 1]?.lower ?? '';
  if (number === undefined || HELPING.has(before)) return undefined;
  const other = tokens[at - 2]?.lower ?? '';
  // "neither he nor she", "such as he", "he and she"
  const pair = before === 'and' && (PRONOUNS.has(other) || PERSON.has(other));
  if (before === 'or' || (before === 'as' && other === 'such') || pair) return undefined;
  let verb = at + 1;
  while (ADVERB.has(tokens[verb]?.lower ?? '')) verb++;
  const subject = { number, head, end: verb, attracts: false };
  const second = (tokens[at] as Token).opens ? joinedVerb(tokens, at, verb, subject) : undefined;
  return judge(tokens, at, verb, subject) ?? second;
}

const PRONOUNS: ReadonlyMap<string, Subject['number']> = new Map([
  ['he', 'one'],
  ['she', 'one'],
  ['they', 'more'],
  ['we', 'more'],
]);

/** "There is no records": the noun behind the verb is its subject. */
function existential(tokens: readonly Token[], at: number): WordFinding | undefined {
  if ((tokens[at] as Token).lower !== 'there') return undefined;
  const verb = tokens[at + 1];
  if (verb === undefined || !EXISTENTIAL.has(verb.lower)) return undefined;
  const perfect = HAVING.has(verb.lower);
  if (perfect && tokens[at + 2]?.lower !== 'been') return undefined;
  const number = FOR_ONE.has(verb.lower) ? 'more' : 'one';
  let from = perfect ? at + 3 : at + 2;
  while (ADVERB.has(tokens[from]?.lower ?? '')) from++;
  const subject = existingAt(tokens, from) ?? unnamedAt(tokens, from);
  if (subject?.number !== number || tokens[subject.end]?.lower === 'time') return undefined;
  // "There are tenderness and spasm"
  const first = tokens[from]?.lower ?? '';
  const goesOn = (THE.has(first) && first !== 'no') || GOES_ON.has(tokens[subject.end]?.lower ?? '');
  // "There are a bunch"
  const known = countOf(subject.head) !== undefined || A.has(first);
  if (number === 'one' && (goesOn || !known)) return undefined;
  return judge(tokens, at, at + 1, subject);
}

/** A noun without an article, whatever describes it: "there were exquisite tenderness", "there is high quality studies". */
function unnamedAt(tokens: readonly Token[], from: number): Subject | undefined {
  const end = groupEnd(tokens, from);
  const group = tokens.slice(from, end);
  const head = group.at(-1)?.lower ?? '';
  const number = countOf(head);
  if (number === undefined || QUANTITY.has(head)) return undefined;
  const ahead = number === 'one' ? group : group.slice(0, -1);
  const alone = ahead.every(
    ({ lower, text }) => !NAMED.has(lower) && countOf(lower) !== 'more' && !looksPlural(text),
  );
  // "there is tenderness paraspinal muscles"
  const lost = number === 'more' && ahead.some(({ lower }) => BARE.has(lower));
  const next = tokens[end];
  const ends =
    next === undefined || PREPOSITION.has(next.lower) || (next.text === '.' && !tokens[end + 1]?.glued);
  return alone && !lost && ends ? { number, head, end, attracts: false } : undefined;
}

/** Words that tell how many a noun names, or leave it open. */
const NAMED: ReadonlySet<string> = new Set([...A, ...THE, ...THESE, ...ANY, ...NUMBER]);

const GOES_ON = setOf('and or , / ( &');
const EXISTENTIAL = setOf('is was are were has have');
const HAVING = setOf('has have');
const INVERTED = setOf('he she it they');

/** The forms that go with a number; what lost its ending may have lost that of the past ("the exam reveal"). */
function agreeing(verb: string, number: Subject['number']): readonly string[] {
  const other = inflect(verb, 'number');
  if (other !== verb) return [other];
  return number === 'one' ? [inflect(verb, 'third'), inflect(verb, 'past')] : [inflect(verb, 'base')];
}

/** Whether one of some words stands before `start` in the same sentence. */
function isBehind(tokens: readonly Token[], start: number, words: ReadonlySet<string>): boolean {
  for (let at = start - 1; at >= 0; at--) {
    const token = tokens[at] as Token;
    if (words.has(token.lower)) return true;
    if (token.opens) return false;
  }
  return false;
}

const LONGEST_ANTECEDENT = 8;
/** What is no antecedent behind "this": "bonds this year that were issued". */
const TIME = setOf('year month week day time morning');

/** A verb behind "that" or "which" whose one antecedent is clear: "a 4 mm protrusion at L4-5 that abut the root". */
function behindRelative(tokens: readonly Token[], at: number): WordFinding | undefined {
  const verb = tokens[at] as Token;
  const relative = tokens[at - 1]?.lower;
  if (relative !== 'that' && relative !== 'which' && relative !== 'who') return undefined;
  if (THIRD.has(verb.lower)) return relative === 'who' ? undefined : behindPlural(tokens, at);
  if (!FOR_MORE.has(verb.lower)) return undefined;
  for (let back = at - 2; back >= Math.max(0, at - 2 - LONGEST_ANTECEDENT); back--) {
    const token = tokens[back] as Token;
    if (A.has(token.lower)) {
      // "patients with a tear that require", "a brace and a splint that relieve"
      const before = tokens[back - 1];
      const time = token.lower === 'this' || token.lower === 'each';
      const alone =
        back < at - 2 &&
        !(time && TIME.has((tokens[at - 2] as Token).lower)) &&
        (before?.type === 'word' ? !isBoundary(before) || isVerb(tokens, back - 1) : token.opens);
      const head = (tokens[at - 2] as Token).lower;
      return alone ? judge(tokens, back, at, { number: 'one', head, end: at, attracts: false }) : undefined;
    }
    const plain = token.type !== 'mark' || token.text === '-';
    const inside =
      plain &&
      (!STOP.has(token.lower) || token.lower === 'at' || token.lower === 'of' || token.lower === 'the');
    const more = MORE.has(token.lower) || (token.type === 'word' && /[^su]s$/.test(token.lower));
    if (!inside || isVerb(tokens, back) || more || QUANTITY.has(token.lower)) return undefined;
  }
  return undefined;
}

/** The same behind a plural that a verb rules: "There are no guidelines that supports", but "a list of names that shows". */
function behindPlural(tokens: readonly Token[], at: number): WordFinding | undefined {
  const noun = tokens[at - 2] as Token | undefined;
  if (noun === undefined || !MORE.has(noun.lower)) return undefined;
  let from = at - 2;
  while (describes(tokens[from - 1])) from--;
  const before = tokens[from - 1];
  if (before === undefined || noun.opens || !isVerb(tokens, from - 1)) return undefined;
  return disagreeing(tokens[at] as Token, noun.lower, 'more');
}

/** Whether a word may stand between a verb and the plural that it rules. */
function describes(token: Token | undefined): boolean {
  if (token?.type !== 'word') return false;
  const { lower } = token;
  const tells = THESE.has(lower) || ANY.has(lower) || NUMBER.has(lower) || THE.has(lower);
  return tells || DESCRIBING.has(lower) || (ADJECTIVE.test(lower) && countOf(lower) === undefined);
}
