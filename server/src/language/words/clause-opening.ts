import { A, BEFORE_SUBJECT, CLAUSE, FRONTED, PERSON, REPORTS, setOf, THE } from './clause-words.ts';
import type { Token } from './tokens.ts';

/** Conjunctions that are prepositions and adverbs elsewhere: at the head of a sentence a clause follows. */
const OPENS_SENTENCE: ReadonlySet<string> = new Set(['as', 'since', 'once']);

/** Words of a date with the preposition before it: "On June 10, 2016". */
const LONGEST_DATE = 4;

/** Whether the subject of a clause may begin at `at`. */
export function opensClause(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.type !== 'word') return false;
  if (token.opens) return !namesRequested(tokens, at);
  const before = tokens[at - 1] as Token;
  if (before.type === 'word' && !LEADS.has(before.lower)) return isInThisCase(tokens, at);
  if (before.text === ';' || CLAUSE.has(before.lower)) return true;
  if (before.text === '"') return isQuoted(tokens, at - 1);
  if (before.lower === 'ago') return namesPerson(tokens, at);
  if (OPENS_SENTENCE.has(before.lower)) return before.opens || isBecause(tokens, at);
  if (BEFORE_SUBJECT.has(before.lower))
    return before.opens || tokens[at - 2]?.text === ',' || tokens[at - 2]?.text === ';';
  if (before.text === ',') return isFronted(tokens, at - 1) || namesPerson(tokens, at);
  if (before.lower === 'nor') return isNeither(tokens, at - 1);
  if (before.lower === 'but') return tokens[at - 2]?.text === ',';
  if (before.type === 'number') {
    return (THE.has(token.lower) || A.has(token.lower)) && isDated(tokens, at - 1);
  }
  if (namesPerson(tokens, at)) return REPORTS.has(before.lower) || SAYS.has(before.lower);
  return TELLS.has(before.lower) && token.lower === 'the' && !isRelative(tokens, at - 1);
}

/** Whether a quotation mark begins what someone states: 'the guideline states: "special studies are"'. */
function isQuoted(tokens: readonly Token[], mark: number): boolean {
  const before = tokens[mark - 1];
  return before !== undefined && (STATES_AHEAD.has(before.text) || REPORTS.has(before.lower));
}

const STATES_AHEAD = setOf(', : ;');

/** Whether "as" gives a reason: "as the patient has improved", "as it is not needed", not "as it were". */
function isBecause(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.lower !== 'as' || tokens[at - 2]?.lower === 'such') return false;
  const it = (tokens[at] as Token).lower === 'it' && tokens[at + 1]?.lower !== 'were';
  return it || namesPerson(tokens, at);
}

/** Words behind which a clause about anything begins without "that": "reported the pain level was". */
const TELLS = setOf('reported noted stated indicated states indicates');

/** Whether a verb belongs to a relative clause: "the notes that indicated the visit". */
function isRelative(tokens: readonly Token[], verb: number): boolean {
  for (let at = verb - 1; at >= 0; at--) {
    const { lower, opens } = tokens[at] as Token;
    if (CLAUSE.has(lower) || lower === 'who') return true;
    if (opens) return false;
  }
  return false;
}

/** Whether a colon only leads to the name of what is asked for: "the request for equipment: crutches is". */
function namesRequested(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.text !== ':') return false;
  for (let back = at - 2; back >= 0; back--) {
    const { lower, opens } = tokens[back] as Token;
    if (lower === 'request') return true;
    if (opens) return false;
  }
  return false;
}

/** Whether "In this case" leads to the subject without a comma: "In this case review of the notes shows". */
function isInThisCase(tokens: readonly Token[], at: number): boolean {
  const [preposition, which, noun] = [tokens[at - 3], tokens[at - 2], tokens[at - 1]];
  return (
    preposition?.opens === true &&
    preposition.lower === 'in' &&
    which?.lower === 'this' &&
    noun?.lower === 'case'
  );
}

/** Whether "the patient", "the injured worker" begins at `at`. */
function namesPerson(tokens: readonly Token[], at: number): boolean {
  const lower = (place: number) => tokens[place]?.lower ?? '';
  return (
    lower(at) === 'the' &&
    (PERSON.has(lower(at + 1)) || (lower(at + 1) === 'injured' && PERSON.has(lower(at + 2))))
  );
}

/** "Neither the request nor the report": the verb goes with the nearer one. */
function isNeither(tokens: readonly Token[], nor: number): boolean {
  for (let at = nor - 1; at >= 0; at--) {
    const { lower, opens, text } = tokens[at] as Token;
    if (lower === 'neither') return opens;
    if (opens || text === ',') return false;
  }
  return false;
}

/** Further words behind which a clause about a person begins without "that": "no indication the patient has improved". */
const SAYS = setOf(
  'state stating document indicate indicating note noting reveals revealed shows showed indication evidence documentation',
);

/** The words behind which a subject may begin. */
const LEADS: ReadonlySet<string> = new Set([
  ...CLAUSE,
  ...BEFORE_SUBJECT,
  ...REPORTS,
  ...SAYS,
  ...OPENS_SENTENCE,
  'but',
  'nor',
  'ago',
]);

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
