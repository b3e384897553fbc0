import type { Block } from '../syntax/index.ts';

/** A sentence of a block, as a range of its folded text. */
export interface Sentence {
  start: number;
  end: number;
  text: string;
}

const cache = new WeakMap<Block, Sentence[]>();

/** Words before a full stop that does not end a sentence. */
const abbreviation = /(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|St|vs|No|Inc|Jr|Sr|pp?|pgs?|e\.g|i\.e|etc|approx|cf|al|Fig|Sec|Ch|Vol|Ed|[A-Z])$/;

/**
 * Sentences of a block. A full stop ends one where white space and a capital, digit, quote or bracket follow, or
 * a capital without space ("2016.In"); decimals, initials and common abbreviations do not.
 */
export function sentencesOf(block: Block): Sentence[] {
  const known = cache.get(block);
  if (known) return known;
  const { text, paragraphs } = block.flow;
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number): void => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (trimmed !== '') sentences.push({ start: start + lead, end: start + lead + trimmed.length, text: trimmed });
    start = end;
  };
  const openings = new Set(paragraphs);
  for (let i = 0; i < text.length; i++) {
    if (i > start && openings.has(i)) push(i);
    const code = text.charCodeAt(i);
    if (code !== 0x2e && code !== 0x21 && code !== 0x3f) continue;
    let end = i + 1;
    while (end < text.length && /["')\]]/.test(text.charAt(end))) end++;
    const next = text.charAt(end);
    if (next === '') continue;
    if (next === ' ') {
      if (!/[A-Z0-9"'([]/.test(text.charAt(end + 1))) continue;
    } else if (!(/[A-Z]/.test(next) && /[a-z ]/.test(text.charAt(end + 1)) && /[a-z0-9)]/.test(text.charAt(i - 1)))) {
      continue;
    }
    if (code === 0x2e && abbreviation.test(text.slice(Math.max(0, i - 8), i))) continue;
    push(end);
  }
  push(text.length);
  cache.set(block, sentences);
  return sentences;
}

/** The sentence that holds an offset of the block's folded text. */
export function sentenceAt(block: Block, offset: number): Sentence | undefined {
  return sentencesOf(block).find((sentence) => offset >= sentence.start && offset <= sentence.end);
}
