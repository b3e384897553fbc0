import type { Block } from '../syntax/index.ts';
import { perBlock } from './per-block.ts';

/** A sentence of a block, as a range of its folded text. */
export interface Sentence {
  start: number;
  end: number;
  text: string;
}

/** Words before a full stop that does not end a sentence. */
const abbreviation =
  /(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|St|vs|No|Inc|Jr|Sr|pp?|pgs?|e\.g|i\.e|etc|approx|cf|al|Fig|Sec|Ch|Vol|Ed|[A-Z])$/;

const stop = /[.!?]/g;

const isUpper = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isLower = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** Quotation marks and closing brackets, which belong to the sentence before them. */
const closes = (code: number): boolean => code === 0x22 || code === 0x27 || code === 0x29 || code === 0x5d;
/** A capital, digit, quotation mark or opening bracket. */
const opens = (code: number): boolean =>
  isUpper(code) || isDigit(code) || code === 0x22 || code === 0x27 || code === 0x28 || code === 0x5b;

/**
 * Sentences of a block. A full stop ends one where white space and a capital, digit, quote or bracket follow, or
 * a capital without space ("2016.In"); decimals, initials and common abbreviations do not.
 */
export const sentencesOf: (block: Block) => readonly Sentence[] = perBlock(cutSentences);

function cutSentences(block: Block): Sentence[] {
  const { text, paragraphs } = block.flow;
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number): void => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (trimmed !== '')
      sentences.push({ start: start + lead, end: start + lead + trimmed.length, text: trimmed });
    start = end;
  };
  let paragraph = 0;
  const breakBefore = (limit: number): void => {
    for (; paragraph < paragraphs.length && (paragraphs[paragraph] as number) <= limit; paragraph++) {
      const at = paragraphs[paragraph] as number;
      if (at > start) push(at);
    }
  };
  stop.lastIndex = 0;
  for (let match = stop.exec(text); match; match = stop.exec(text)) {
    const at = match.index;
    breakBefore(at);
    const end = sentenceEnd(text, at);
    if (end > 0) push(end);
  }
  breakBefore(text.length);
  push(text.length);
  return sentences;
}

/** Where the sentence that the stop at an offset ends is over; 0 where the stop ends none. */
function sentenceEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && closes(text.charCodeAt(end))) end++;
  if (end >= text.length) return 0;
  const next = text.charCodeAt(end);
  const after = text.charCodeAt(end + 1);
  if (next === 0x20) {
    if (!opens(after)) return 0;
  } else {
    const before = text.charCodeAt(at - 1);
    const glued = isUpper(next) && (isLower(after) || after === 0x20);
    if (!glued || !(isLower(before) || isDigit(before) || before === 0x29)) return 0;
  }
  return text.charCodeAt(at) === 0x2e && abbreviation.test(text.slice(Math.max(0, at - 8), at)) ? 0 : end;
}

/** The sentence that holds an offset of the block's folded text. */
export function sentenceAt(block: Block, offset: number): Sentence | undefined {
  const sentences = sentencesOf(block);
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle] as Sentence).end < offset) low = middle + 1;
    else high = middle;
  }
  const sentence = sentences[low];
  return sentence && offset >= sentence.start ? sentence : undefined;
}
