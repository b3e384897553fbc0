/**
 * Folded text with a way back to the original characters.
 *
 * Real letters are hard-wrapped, double-spaced, broken over pages inside a sentence and hyphenated at line
 * ends. Recognisers and rules match on the folded text of a block; every range they find is handed back as
 * a range of the original text, so that an edit never touches anything else.
 */
export class Flow {
  /** The folded text: single spaces, straight quotes, `-` for en and em dashes, no invisible characters. */
  readonly text: string;
  /**
   * Offsets in {@link text} of hyphens that stood at a line end. Such a hyphen may belong to the word
   * ("non-certified") or only to the line ("guide-lines"): who reads words must try both.
   */
  readonly lineEndHyphens: readonly number[];
  /** Offsets in {@link text} where a new paragraph begins (always holds 0 when there is text). */
  readonly paragraphs: readonly number[];
  /** The whole source that the text was folded from: an edit that moves text must copy it as it stands. */
  readonly source: string;
  readonly #map: Uint32Array;

  /** Use {@link fold}. */
  constructor(
    source: string,
    text: string,
    map: Uint32Array,
    lineEndHyphens: readonly number[],
    paragraphs: readonly number[],
  ) {
    this.source = source;
    this.text = text;
    this.#map = map;
    this.lineEndHyphens = lineEndHyphens;
    this.paragraphs = paragraphs;
  }

  /** Offset in the source of the folded character at `index`; the end of the text for `index >= length`. */
  sourceOffset(index: number): number {
    const map = this.#map;
    if (index < map.length) return map[index] as number;
    return map.length === 0 ? 0 : (map[map.length - 1] as number) + 1;
  }

  /** Source range of the folded range `[start, end)`; an empty range is the empty place at `start`. */
  sourceRange(start: number, end: number): SourceRange {
    if (end <= start) {
      const at = this.sourceOffset(start);
      return { start: at, end: at };
    }
    return { start: this.sourceOffset(start), end: this.sourceOffset(end - 1) + 1 };
  }

  /** Printed trees leave the folded text out: it repeats the source. */
  toJSON(): undefined {
    return undefined;
  }

  /** Index in the folded text of the first character at or after a source offset. */
  indexOf(sourceOffset: number): number {
    let low = 0;
    let high = this.#map.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#map[middle] as number) < sourceOffset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Half-open range of UTF-16 offsets in the source text. */
export interface SourceRange {
  start: number;
  end: number;
}

/** A piece of the source to fold: the range of one line (or part of one), and whether it opens a paragraph. */
export interface FlowPiece extends SourceRange {
  paragraph: boolean;
}

/** Characters that carry no text: soft hyphen, zero-width characters, byte order mark, word joiner. */
function isInvisible(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff;
}

/** White space of any kind, form feed and no-break spaces among them. */
export function isSpaceCode(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0x85 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

function foldCode(code: number): number {
  if (code < 0x80) return code;
  if (code === 0x2018 || code === 0x2019 || code === 0x2032 || code === 0x201b) return 0x27;
  if (code === 0x201c || code === 0x201d || code === 0x2033) return 0x22;
  if (code >= 0x2010 && code <= 0x2015) return 0x2d;
  return code;
}

// Folding is synchronous and copies what it found, so all calls can share their working space.
let scratchMap = new Uint32Array(16384);
let scratchCodes = new Uint16Array(16384);

/** Working space for a fold of `capacity` source characters; a ligature unfolds to at most three. */
function scratch(capacity: number): { map: Uint32Array; codes: Uint16Array } {
  if (scratchMap.length < capacity * 3) {
    scratchMap = new Uint32Array(capacity * 3);
    scratchCodes = new Uint16Array(capacity * 3);
  }
  return { map: scratchMap, codes: scratchCodes };
}

/** Ligatures that PDF extractors leave in words. */
const ligatures = new Map([
  [0xfb00, 'ff'],
  [0xfb01, 'fi'],
  [0xfb02, 'fl'],
  [0xfb03, 'ffi'],
  [0xfb04, 'ffl'],
]);

function isWordCode(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/**
 * Folds pieces of a source text into one flow. A line break after a hyphen that follows a letter or digit
 * joins without a space ("11-28-⏎16" reads 11-28-16), every other break is one space.
 */
export function fold(source: string, pieces: readonly FlowPiece[]): Flow {
  let capacity = 1;
  for (const piece of pieces) capacity += piece.end - piece.start + 1;
  const { map, codes } = scratch(capacity);
  let length = 0;
  let pendingSpace = -1;
  const hyphens: number[] = [];
  const paragraphs: number[] = [];

  for (const piece of pieces) {
    let opens = piece.paragraph || length === 0;
    let atPieceStart = true;
    for (let offset = piece.start; offset < piece.end; offset++) {
      const code = source.charCodeAt(offset);
      if (isSpaceCode(code)) {
        if (pendingSpace < 0) pendingSpace = offset;
        continue;
      }
      if (isInvisible(code)) continue;
      if (length > 0 && (pendingSpace >= 0 || atPieceStart)) {
        const last = codes[length - 1] as number;
        const joins =
          atPieceStart && !opens && last === 0x2d && length > 1 && isWordCode(codes[length - 2] as number) && isWordCode(code);
        if (joins) {
          hyphens.push(length - 1);
        } else {
          codes[length] = 0x20;
          map[length++] = pendingSpace >= 0 ? pendingSpace : offset > 0 ? offset - 1 : 0;
        }
      }
      pendingSpace = -1;
      atPieceStart = false;
      if (opens) {
        paragraphs.push(length);
        opens = false;
      }
      const ligature = code >= 0xfb00 && code <= 0xfb04 ? ligatures.get(code) : undefined;
      if (ligature === undefined) {
        codes[length] = foldCode(code);
        map[length++] = offset;
      } else {
        for (let i = 0; i < ligature.length; i++) {
          codes[length] = ligature.charCodeAt(i);
          map[length++] = offset;
        }
      }
    }
  }
  return new Flow(source, decode(codes, length), map.slice(0, length), hyphens, paragraphs);
}

function decode(codes: Uint16Array, length: number): string {
  // String.fromCharCode takes its codes as arguments, whose number is limited.
  const chunk = 8192;
  if (length <= chunk) return String.fromCharCode.apply(null, codes.subarray(0, length) as unknown as number[]);
  let text = '';
  for (let i = 0; i < length; i += chunk) {
    text += String.fromCharCode.apply(null, codes.subarray(i, Math.min(length, i + chunk)) as unknown as number[]);
  }
  return text;
}
