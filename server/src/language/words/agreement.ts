import { isBoundary, isVerb, opensClause, type Subject, subjectAt } from './clause-subject.ts';
import {
  A,
  ADVERB,
  BASE,
  FOR_MORE,
  FOR_ONE,
  MEASURE,
  MORE,
  QUANTITY,
  REPORTS,
  STOP,
  SUBJUNCTIVE,
  setOf,
  UNREAL,
} from './clause-words.ts';
import { inflect } from './inflection.ts';
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
      (opensClause(tokens, at) ? disagreement(tokens, at) : undefined) ?? behindRelative(tokens, at);
    if (finding !== undefined) findings.push(finding);
  }
  return findings;
}

function disagreement(tokens: readonly Token[], at: number): WordFinding | undefined {
  const subject = subjectAt(tokens, at);
  if (subject === undefined) return undefined;
  let verb = subject.end;
  while (ADVERB.has(tokens[verb]?.lower ?? '')) verb++;
  return judge(tokens, at, verb, subject);
}

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
  const wrong = number === 'one' ? FOR_MORE : FOR_ONE;
  if (!wrong.has(verb.lower)) return undefined;
  // "What tools does he use?", "the patient were he to fall"
  if ((verb.lower === 'do' || verb.lower === 'does') && after !== 'not') return undefined;
  if (verb.lower === 'were' && INVERTED.has(after ?? '')) return undefined;
  if (number === 'more' && MEASURE.has(head)) return undefined;
  if (attracts && BASE.has(verb.lower)) return undefined;
  if (number === 'one' && verb.lower !== 'are') {
    const excuse = verb.lower === 'were' ? UNREAL : SUBJUNCTIVE;
    const reported = verb.lower !== 'were' && REPORTS.has(tokens[start - 1]?.lower ?? '');
    if (reported || isBehind(tokens, start, excuse)) return undefined;
  }
  const meant = agreeing(verb.lower, number);
  return {
    start: verb.start,
    end: verb.end,
    kind: 'grammar',
    severity: 'warning',
    message: `“${verb.text}” does not go with “${head}”: it should probably read “${meant}”.`,
    suggestions: [meant],
    preferred: true,
    evidence: 'subject and verb',
  };
}

const INVERTED = setOf('he she it they to');

function agreeing(verb: string, number: Subject['number']): string {
  const other = inflect(verb, 'number');
  return other === verb ? inflect(verb, number === 'one' ? 'third' : 'base') : other;
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

/** A verb behind "that" or "which" whose one antecedent is clear: "a 4 mm protrusion at L4-5 that abut the root". */
function behindRelative(tokens: readonly Token[], at: number): WordFinding | undefined {
  const verb = tokens[at] as Token;
  const relative = tokens[at - 1]?.lower;
  if ((relative !== 'that' && relative !== 'which') || !BASE.has(verb.lower)) return undefined;
  for (let back = at - 2; back >= Math.max(0, at - 2 - LONGEST_ANTECEDENT); back--) {
    const token = tokens[back] as Token;
    if (A.has(token.lower)) {
      // "patients with a tear that require", "a brace and a splint that relieve"
      const before = tokens[back - 1];
      const alone =
        back < at - 2 && (before?.type === 'word' ? !isBoundary(before) || isVerb(before) : token.opens);
      const head = (tokens[at - 2] as Token).lower;
      return alone ? judge(tokens, back, at, { number: 'one', head, end: at, attracts: false }) : undefined;
    }
    const plain = token.type !== 'mark' || token.text === '-';
    const inside =
      plain &&
      (!STOP.has(token.lower) || token.lower === 'at' || token.lower === 'of' || token.lower === 'the');
    const more = MORE.has(token.lower) || (token.type === 'word' && /[^su]s$/.test(token.lower));
    if (!inside || isVerb(token) || more || QUANTITY.has(token.lower)) return undefined;
  }
  return undefined;
}
