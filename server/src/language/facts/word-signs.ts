import { codesOf } from '../codes.ts';
import type { Block } from '../syntax/index.ts';
import { perBlock } from './per-block.ts';

/** Letters of a word's beginning by which words are told apart: more would hardly tell more. */
const told = 4;

/** Bits of a place in the sign of a text; a block has a few hundred words. */
const placeBits = 11;

/** Words of which a text must hold one, as places in its sign. */
export type WordSigns = readonly number[];

/**
 * What {@link holdsAny} asks for: words of four letters and more stand for all words that begin with these four, shorter
 * ones for themselves alone. Capitals are not told from small letters.
 */
export function wordSigns(...words: readonly string[]): WordSigns {
  return words.map((word) => {
    let beginning = 0;
    for (const letter of word.toLowerCase().slice(0, told))
      beginning = (beginning << 8) | letter.charCodeAt(0);
    return placeOf(beginning);
  });
}

/**
 * Whether a block may hold one of some words: where not, no expression that needs one of them is tried in vain. The words
 * of a block are read once for all who ask, which takes less than one expression takes to search it. Rarely it says so of
 * a block that holds none.
 */
export function holdsAny(block: Block, signs: WordSigns): boolean {
  const sign = signOf(block);
  for (const place of signs) if (((sign[place >>> 5] as number) >>> (place & 31)) & 1) return true;
  return false;
}

/** The sign of a block: a bit for each beginning of its words. */
const signOf = perBlock((block): Int32Array => {
  const sign = new Int32Array(2 ** placeBits / 32);
  const { text } = block.flow;
  const codes = codesOf(text);
  // Behind the last code stands a zero, which ends a word at the end.
  for (let at = 0; at < text.length; at++) {
    let beginning = 0;
    let code = codes[at] as number;
    for (let length = 0; isWordCode(code); length++) {
      if (length < told) beginning = (beginning << 8) | small(code);
      code = codes[++at] as number;
    }
    if (beginning === 0) continue;
    const place = placeOf(beginning);
    sign[place >>> 5] = (sign[place >>> 5] as number) | (1 << (place & 31));
  }
  return sign;
});

/** Spreads beginnings over the places (multiplicative hashing). */
function placeOf(beginning: number): number {
  return Math.imul(beginning, 0x9e3779b1) >>> (32 - placeBits);
}

/** What `\w` matches. */
function isWordCode(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f
  );
}

function small(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
}
