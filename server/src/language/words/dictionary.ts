import { BLOCK_SIZE, FORMAT_VERSION, HEADER_BYTES, MAGIC } from './dictionary-format.ts';
import type { WordRank, WordsDictionary } from './types.ts';

/**
 * Opens a compiled word list (see `dictionary-format.ts`); nothing is unpacked, so opening costs next to no
 * time and the list takes its file size in memory.
 *
 * @throws Error when the buffer is not a word list of this version.
 */
export function openDictionary(buffer: ArrayBuffer): WordsDictionary {
  const view = buffer.byteLength >= HEADER_BYTES ? new DataView(buffer) : undefined;
  if (view?.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== FORMAT_VERSION) {
    throw new Error('not a compiled word list of this version');
  }
  const size = view.getUint32(8, true);
  const blocks = view.getUint32(12, true);
  const bodyStart = HEADER_BYTES + blocks * 4;
  const offsets = new Uint32Array(buffer, HEADER_BYTES, blocks);
  const bytes = new Uint8Array(buffer, bodyStart);

  return { size, rank: (word) => findRank(bytes, offsets, size, word) };
}

function findRank(bytes: Uint8Array, offsets: Uint32Array, size: number, word: string): WordRank {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (compareHead(bytes, offsets[middle] ?? 0, word) <= 0) low = middle;
    else high = middle - 1;
  }
  return scanBlock(bytes, offsets[low] ?? 0, Math.min(BLOCK_SIZE, size - low * BLOCK_SIZE), word);
}

/** Order of the first word of a block (stored whole) against `word`. */
function compareHead(bytes: Uint8Array, at: number, word: string): number {
  const length = bytes[at + 1] ?? 0;
  const common = Math.min(length, word.length);
  for (let i = 0; i < common; i++) {
    const difference = (bytes[at + 2 + i] ?? 0) - word.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return length - word.length;
}

/**
 * Looks for `word` in one block. `matched` is how many first letters of `word` the words so far share with it:
 * a word whose stored prefix is longer than that cannot match, one with a shorter prefix has passed it.
 */
function scanBlock(bytes: Uint8Array, start: number, count: number, word: string): WordRank {
  let at = start;
  let matched = 0;
  for (let n = 0; n < count; n++) {
    const head = bytes[at] ?? 0;
    const shared = head & 31;
    const rest = bytes[at + 1] ?? 0;
    if (shared <= matched) {
      let i = 0;
      while (i < rest && shared + i < word.length && bytes[at + 2 + i] === word.charCodeAt(shared + i)) i++;
      matched = shared + i;
      if (i === rest && matched === word.length) return (head >> 5) as WordRank;
    }
    at += 2 + rest;
  }
  return 0;
}

/** Looks words up in several lists; the highest rank counts (user, workspace and office lists are rank 2). */
export function joinDictionaries(dictionaries: readonly WordsDictionary[]): WordsDictionary {
  return {
    size: dictionaries.reduce((sum, dictionary) => sum + dictionary.size, 0),
    rank(word) {
      let best: WordRank = 0;
      for (const dictionary of dictionaries) {
        const rank = dictionary.rank(word);
        if (rank > best) best = rank;
      }
      return best;
    },
  };
}

/** A word list of the user, the workspace or the office; one word each, upper and lower case alike. */
export function listDictionary(words: Iterable<string>): WordsDictionary {
  const set = new Set<string>();
  for (const word of words) set.add(word.toLowerCase());
  return { size: set.size, rank: (word) => (set.has(word) ? 2 : 0) };
}
