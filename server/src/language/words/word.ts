import type { Codes } from '../codes.ts';
import { copy } from '../per-text.ts';
import { type Beats, beatsOf } from './sounds.ts';

/** One spelling of a word, a number or a mark; there is one object of each, so that objects can be compared. */
export class Word {
  readonly text: string;
  /** The same word in lower case; itself where it is so written. */
  readonly lower: Word;
  readonly type: 'word' | 'number' | 'mark';
  /** Number of a lower-case word among those that patterns name, from 1; 0 for all others. */
  named = 0;
  readonly hash: number;
  private heard: Beats | undefined;

  constructor(text: string, type: Word['type'], hash: number, lower: Word | undefined) {
    this.text = text;
    this.type = type;
    this.hash = hash;
    this.lower = lower ?? this;
    this.heard = undefined;
  }

  /** What is heard of it, which few words are asked for more than once in a text. */
  get beats(): Beats {
    this.heard ??= beatsOf(this.lower.text);
    return this.heard;
  }
}

/** Most words kept; a long session on many letters must not grow without end. */
const MOST_WORDS = 40_000;

let slots: (Word | undefined)[] = new Array(1 << 12).fill(undefined);
let size = 0;
let named = 0;

/**
 * The word that stands in a text from `start` to `end`; makes no text of its own where the word was met before.
 *
 * @param codes those of the text
 * @param type what it is by its first character
 */
export function wordAt(text: string, codes: Codes, start: number, end: number, type: Word['type']): Word {
  let hash = end - start;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (codes[at] as number)) | 0;
  const mask = slots.length - 1;
  let slot = (hash ^ (hash >>> 15)) & mask;
  for (let word = slots[slot]; word !== undefined; word = slots[slot]) {
    if (word.hash === hash && word.text.length === end - start && text.startsWith(word.text, start))
      return word;
    slot = (slot + 1) & mask;
  }
  return add(copy(text.slice(start, end)), type, hash);
}

/** The word that a text as a whole is. */
function wordOf(text: string, type: Word['type']): Word {
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
  return wordAt(text, codes, 0, text.length, type);
}

/** A lower-case word that a pattern names; it is kept for good, and has a number. */
export function namedWord(text: string): Word {
  const first = text.charCodeAt(0);
  const type = first >= 48 && first <= 57 ? 'number' : text.toUpperCase() === text ? 'mark' : 'word';
  const word = wordOf(text, type);
  if (word.named === 0) word.named = ++named;
  return word;
}

/** Lets go of the words that no pattern names when there are too many; texts that are read later get new objects. */
export function makeRoomForWords(): void {
  if (size <= MOST_WORDS) return;
  const kept = slots.filter((word) => word !== undefined && word.named !== 0);
  slots = new Array(slots.length).fill(undefined);
  size = kept.length;
  for (const word of kept) put(word as Word);
}

function add(text: string, type: Word['type'], hash: number): Word {
  const small = type === 'mark' ? text : text.toLowerCase();
  const lower = small === text ? undefined : wordOf(small, type);
  const word = new Word(text, type, hash, lower);
  size++;
  if (size * 2 > slots.length) {
    const before = slots;
    slots = new Array(before.length * 2).fill(undefined);
    for (const other of before) if (other !== undefined) put(other);
  }
  put(word);
  return word;
}

function put(word: Word): void {
  const mask = slots.length - 1;
  let slot = (word.hash ^ (word.hash >>> 15)) & mask;
  while (slots[slot] !== undefined) slot = (slot + 1) & mask;
  slots[slot] = word;
}
