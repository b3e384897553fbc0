import { matches } from '../matches.ts';
import type { WordFinding } from './types.ts';

/** Short forms whose full stop may touch the next word. */
const SHORT_FORMS: ReadonlySet<string> = new Set(
  'dr mr mrs ms vs no st jr sr ph inc e g i al etc www fig vol pp pg ed dept approx'.split(' '),
);
const ENDINGS_IN_NAMES: ReadonlySet<string> = new Set('com org gov net edu pdf html'.split(' '));
const MARK = /[.,;:?!)]/g;
const WORD_BEFORE = /(?<![\p{L}\d%)"'])[\p{L}\d%)"']+$/u;
const WORD_AFTER = /^[\p{L}']+/u;
/** Behind these something is lost, not a space too much: "an optimum duration of ." */
const LOST_BEFORE = /(?<![\p{L}\d])(?:of|on|in|at|by|for|from|with|to|the|an?|dated|and|or)$/iu;
/** Longest word looked at before a mark. */
const REACH = 24;

/** Finds lost spaces after a full stop or comma ("2016.In"), spaces before a mark ("head ."), and doubled marks. */
export function checkSpacing(text: string): WordFinding[] {
  const findings: WordFinding[] = [];
  for (const { 0: mark, index: at } of matches(MARK, text)) {
    if (at === 0) continue;
    const finding =
      spaceBefore(text, at, mark) ?? doubledMark(text, at, mark) ?? missingSpace(text, at, mark);
    if (finding !== undefined) findings.push(finding);
  }
  return findings;
}

function spaceBefore(text: string, at: number, mark: string): WordFinding | undefined {
  if (text[at - 1] !== ' ' || mark === ')' || !isGap(text.charAt(at + 1))) return undefined;
  if (!WORD_BEFORE.test(text.slice(Math.max(0, at - 3), at - 1))) return undefined;
  if (LOST_BEFORE.test(text.slice(Math.max(0, at - 8), at - 1))) return undefined;
  // ". . .": what was left out of a quotation
  if (text.startsWith(' .', at + 1)) return undefined;
  return {
    start: at - 1,
    end: at + 1,
    kind: 'punctuation',
    severity: mark === ':' ? 'hint' : 'warning',
    message: `No space stands before “${mark}”.`,
    suggestions: [mark],
    preferred: true,
    evidence: 'space before a mark',
  };
}

function doubledMark(text: string, at: number, mark: string): WordFinding | undefined {
  const next = text.charAt(at + 1);
  const isPair =
    (mark === '.' || mark === ',' || mark === ';') && (next === mark || `${mark}${next}` === ',.');
  // three full stops are an omission
  if (!isPair || text[at + 2] === '.' || text[at - 1] === mark) return undefined;
  const kept = next === '.' ? '.' : mark;
  return {
    start: at,
    end: at + 2,
    kind: 'punctuation',
    severity: 'warning',
    message: `“${mark}${next}” should be “${kept}”.`,
    suggestions: [kept],
    preferred: true,
    evidence: 'the same mark twice',
  };
}

function missingSpace(text: string, at: number, mark: string): WordFinding | undefined {
  const next = text.charAt(at + 1);
  if (next.toLowerCase() === next.toUpperCase()) return undefined;
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, at - REACH), at))?.[0] ?? '';
  const after = WORD_AFTER.exec(text.slice(at + 1, at + 1 + REACH))?.[0] ?? '';
  if (before === '' || !isLostSpace(text, at, mark, before, after)) return undefined;
  const sentence = mark === '.' || mark === '?' || mark === '!';
  return {
    start: at,
    end: at + 1 + after.length,
    kind: 'missing-space',
    severity: sentence ? 'warning' : 'hint',
    message: sentence ? 'A space is missing between two sentences.' : `A space is missing after “${mark}”.`,
    suggestions: [`${mark} ${after}`],
    preferred: true,
    evidence: 'no space after a mark',
  };
}

function isLostSpace(text: string, at: number, mark: string, before: string, after: string): boolean {
  if (isAddress(text, at)) return false;
  if (mark === ')')
    return after.length > 2 && !/\([a-z]{0,3}\)$/i.test(text.slice(Math.max(0, at - 4), at + 1));
  if (mark === ',' || mark === ';') return /^[a-z]{2,}$/.test(after) && /(?:[a-z]{2}|\d{4})$/.test(before);
  if (mark === ':' || !/^[A-Z](?:[a-z']|$)/.test(after)) return false;
  if (after.length === 1 && !'AI'.includes(after)) return false;
  if (ENDINGS_IN_NAMES.has(after.toLowerCase()) || SHORT_FORMS.has(before.toLowerCase())) return false;
  // initials and abbreviations with inner full stops ("U.S.A")
  return before.length > 1 || !/[A-Za-z]/.test(before);
}

function isGap(character: string): boolean {
  return character === '' || character === ' ';
}

function isAddress(text: string, at: number): boolean {
  const start = text.lastIndexOf(' ', at) + 1;
  const end = text.indexOf(' ', at);
  return /www|http|@|\.com|\.gov|\.org/i.test(text.slice(start, end < 0 ? undefined : end));
}
