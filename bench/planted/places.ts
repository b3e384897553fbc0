import { matchTerm, type TermMatch } from '../../server/src/language/catalog/index.ts';
import {
  type ItemFacts,
  type Sentence,
  sentenceAt,
  sentencesOf,
} from '../../server/src/language/facts/index.ts';
import type { Block, ConclusionPhrase, Rationale } from '../../server/src/language/syntax/index.ts';
import type { Letter, Span } from './slip.ts';

/** A word of a block. */
export interface Word extends Span {
  text: string;
}

/** A term of the field in a block. */
export interface Term extends Word {
  kind: TermMatch['kind'];
  id: string;
  adjective: boolean;
}

const wordCache = new WeakMap<Block, Word[]>();
const termCache = new WeakMap<Block, Term[]>();

/** Runs of letters and digits of a block, as the catalog cuts words. */
export function wordsOf(block: Block): Word[] {
  let words = wordCache.get(block);
  if (!words) {
    words = [...block.flow.text.matchAll(/[A-Za-z0-9]+|&/g)].map((match) => ({
      block,
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }));
    wordCache.set(block, words);
  }
  return words;
}

/** Drugs, parts of the body, services and sides that a block names. */
export function termsOf(block: Block): Term[] {
  let terms = termCache.get(block);
  if (!terms) {
    terms = [];
    const words = wordsOf(block);
    const tokens = words.map(({ text }) => (text === '&' ? 'and' : text.toLowerCase()));
    for (let i = 0; i < words.length; ) {
      const match = matchTerm(tokens, i);
      const first = words[i] as Word;
      const last = words[i + (match?.words ?? 1) - 1] as Word;
      if (match) {
        const text = block.flow.text.slice(first.start, last.end);
        terms.push({
          block,
          start: first.start,
          end: last.end,
          text,
          kind: match.kind,
          id: match.id,
          adjective: match.adjective ?? false,
        });
      }
      i += match?.words ?? 1;
    }
    termCache.set(block, terms);
  }
  return terms;
}

/** The author's own running text: summary and rationales. */
export function proseOf(letter: Letter): Block[] {
  return letter.facts.blocks.filter(({ type }) => type === 'prose' || type === 'rationale');
}

/** The conclusion that decides an item, and agrees with its verdict. */
export interface Decision extends Span {
  node: ConclusionPhrase;
  item: ItemFacts;
  block: Rationale;
  sentence: Sentence;
}

/** The last words on necessity in a rationale, before any notice on stopping opioids, where they agree with the heading. */
export function decisionOf(item: ItemFacts): Decision | undefined {
  const block = item.rationale;
  if (!block || !item.verdict || item.rationales.length > 1) return undefined;
  const notice = block.flow.text.search(
    /should not be (?:interpreted|construed)|not (?:be )?(?:stopped|discontinued) abruptly/,
  );
  const nodes = block.children.filter((child): child is ConclusionPhrase => child.type === 'conclusion');
  const node = nodes.filter(({ start }) => notice < 0 || start < notice - 120).at(-1);
  const sentence = node && sentenceAt(block, node.start);
  if (!node || !sentence || node.necessary !== (item.verdict === 'Overturned')) return undefined;
  return { node, item, block, sentence, start: node.start, end: node.end };
}

/** Decisions of all items of a letter. */
export function decisionsOf(letter: Letter): Decision[] {
  return letter.facts.items.map(decisionOf).filter((decision) => decision !== undefined);
}

/** Spans of a pattern in a block; of its first group where it has one. The pattern needs the flags `dg`. */
export function spansOf(block: Block, pattern: RegExp): Word[] {
  return [...block.flow.text.matchAll(pattern)].flatMap((match) => {
    const [start, end] = match.indices?.[1] ?? match.indices?.[0] ?? [0, 0];
    return start === end ? [] : [{ block, start, end, text: block.flow.text.slice(start, end) }];
  });
}

/** Sentences of a block as spans. */
export function sentenceSpans(block: Block): Word[] {
  return sentencesOf(block).map(({ start, end, text }) => ({ block, start, end, text }));
}

/** Gives a text the capital of another. */
export function cased(text: string, like: string): string {
  const first = like.charAt(0);
  if (like.length > 1 && like === like.toUpperCase() && like !== like.toLowerCase())
    return text.toUpperCase();
  return first === first.toUpperCase() ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** Numbers in words, from one. */
export const numerals = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** The value of a number in digits or in words up to twelve. */
export function numberOf(text: string): number | undefined {
  const word = numerals.indexOf(text.toLowerCase());
  return /^\d+$/.test(text) ? Number(text) : word < 0 ? undefined : word + 1;
}
