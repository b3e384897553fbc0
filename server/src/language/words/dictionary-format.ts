/**
 * The compiled word list: one binary file that is used as it lies in memory, without unpacking.
 *
 * Layout (little endian): magic `IMRW`, version, word count, block count, byte offsets of the blocks
 * (Uint32 each), then the blocks. A block holds {@link BLOCK_SIZE} words in order, front-coded: one byte with
 * the rank in the top three bits and the length of the prefix shared with the word before in the low five,
 * one byte with the length of the rest, then the rest in Latin-1. A prefix longer than 31 is cut to 31.
 */
export const MAGIC = 0x57524d49;
export const FORMAT_VERSION = 1;
export const BLOCK_SIZE = 16;
export const HEADER_BYTES = 16;

/**
 * Compiles ranked words into the binary form.
 *
 * @param words lower-case words, Latin-1 only, at most 255 letters, each with its rank (1 to 4).
 * @throws RangeError when a word does not fit the format.
 */
export function encodeWords(words: ReadonlyMap<string, number>): Uint8Array<ArrayBuffer> {
  const sorted = [...words.keys()].sort(compareCodeUnits);
  const body: number[] = [];
  const offsets: number[] = [];
  let before = '';
  for (const [index, word] of sorted.entries()) {
    if (index % BLOCK_SIZE === 0) {
      offsets.push(body.length);
      before = '';
    }
    const shared = Math.min(sharedPrefix(before, word), 31);
    const rest = word.slice(shared);
    if (rest.length > 255) throw new RangeError('word longer than 255 letters');
    body.push(((words.get(word) ?? 1) << 5) | shared, rest.length);
    for (let i = 0; i < rest.length; i++) {
      const code = rest.charCodeAt(i);
      if (code > 255) throw new RangeError('word outside Latin-1');
      body.push(code);
    }
    before = word;
  }
  const bytes = new Uint8Array(HEADER_BYTES + offsets.length * 4 + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, FORMAT_VERSION, true);
  view.setUint32(8, sorted.length, true);
  view.setUint32(12, offsets.length, true);
  for (const [i, offset] of offsets.entries()) view.setUint32(HEADER_BYTES + i * 4, offset, true);
  bytes.set(body, HEADER_BYTES + offsets.length * 4);
  return bytes;
}

function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function sharedPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}
