import { type Codes, codesOf } from '../codes.ts';
import { makeRoomForWords, type Word, wordAt } from './word.ts';

/** A word, a number or one punctuation mark of a block. */
export interface Token {
  /** The lower-case word; what the tables compare. */
  readonly word: Word;
  readonly text: string;
  /** Lower-case text. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly type: 'word' | 'number' | 'mark';
  /** True when nothing stands between this token and the one before. */
  readonly glued: boolean;
  /** True for the first word or number of a sentence (after `.`, `?`, `!`, `:` or at the start). */
  readonly opens: boolean;
}

const APOSTROPHE = 0x27;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7)
  );
}

/** Whether a sentence may begin after a mark: `.`, `?`, `!` and `:`. */
function isSentenceMark(code: number): boolean {
  return code === 46 || code === 63 || code === 33 || code === 58;
}

/** End of the number that starts at `start`: `10/325mg`, `7.5`, `11-28-16`, `9792.20`, `1,200`. */
function numberEnd(codes: Codes, start: number, length: number): number {
  let end = start + 1;
  for (; end < length; end++) {
    const code = codes[end] as number;
    if (isDigit(code) || isLetter(code)) continue;
    // . , / - : inside a number only when a digit follows
    const joins = code === 46 || code === 44 || code === 47 || code === 45 || code === 58;
    if (!(joins && isDigit(codes[end + 1] as number) && isDigit(codes[end - 1] as number))) break;
  }
  return end;
}

/** End of the word that starts at `start`: letters, digits after letters (`L4`), inner apostrophes. */
function wordEnd(codes: Codes, start: number, length: number): number {
  let end = start + 1;
  for (; end < length; end++) {
    const code = codes[end] as number;
    if (isLetter(code) || isDigit(code)) continue;
    if (code !== APOSTROPHE || !isLetter(codes[end + 1] as number)) break;
  }
  return end;
}

let lastText: string | undefined;
let lastTokens: readonly Token[] = [];

/**
 * Splits a block into words, numbers and single punctuation marks.
 * Hyphens and slashes are marks of their own, so `EMG/NCV` is three tokens, each `glued` to the one before.
 */
export function tokenize(text: string): readonly Token[] {
  // The block that an edit changed is asked for again at once: for its words that may be slips, and for its vocabulary.
  if (text !== lastText) {
    lastTokens = split(text);
    lastText = text;
  }
  return lastTokens;
}

function split(text: string): Token[] {
  makeRoomForWords();
  const tokens: Token[] = [];
  const codes = codesOf(text);
  const { length } = text;
  let at = 0;
  let opens = true;
  let lastEnd = -1;
  while (at < length) {
    const code = codes[at] as number;
    if (code <= 32 || code === 0xa0) {
      at++;
      continue;
    }
    const start = at;
    let type: Token['type'] = 'mark';
    if (isLetter(code)) {
      type = 'word';
      at = wordEnd(codes, start, length);
    } else if (isDigit(code)) {
      type = 'number';
      at = numberEnd(codes, start, length);
    } else {
      at++;
    }
    const written = wordAt(text, codes, start, at, type);
    tokens.push({
      word: written.lower,
      text: written.text,
      lower: written.lower.text,
      start,
      end: at,
      type,
      glued: start === lastEnd,
      opens: type !== 'mark' && opens,
    });
    lastEnd = at;
    if (type !== 'mark') opens = false;
    else if (isSentenceMark(code)) opens = true;
  }
  return tokens;
}

/** The word without a possessive ending: `Kemp's` → `Kemp`, `providers'` is never met as one token. */
export function withoutPossessive(word: string): string {
  return word.endsWith("'s") || word.endsWith("'S") ? word.slice(0, -2) : word;
}

/** True when the word holds a capital after its first letter (`MTUS`, `McMurray`, `NSAIDs`). */
export function hasInnerCapital(word: string): boolean {
  const rest = word.slice(1);
  return rest !== rest.toLowerCase();
}
