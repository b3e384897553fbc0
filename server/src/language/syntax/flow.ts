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
  /** The folded stretch, which is the same object wherever and in whichever letter the stretch stands. */
  readonly #folded: Folded;
  /** Offset in the source of the stretch that was folded. */
  readonly #base: number;
  /** Length of {@link text}. */
  readonly #length: number;
  readonly #starts: readonly number[];
  readonly #origins: readonly number[];

  /** @param base offset in the source of the stretch that was folded */
  constructor(source: string, base: number, folded: Folded) {
    this.source = source;
    this.#folded = folded;
    this.#base = base;
    this.text = folded.text;
    this.#length = folded.text.length;
    this.#starts = folded.starts;
    this.#origins = folded.origins;
    this.lineEndHyphens = folded.lineEndHyphens;
    this.paragraphs = folded.paragraphs;
  }

  /** The stretch by itself: what is read of it alone can be kept with it. */
  get folded(): Folded {
    return this.#folded;
  }

  /** Offset in the source of the folded character at `index`; the end of the text for `index >= length`. */
  sourceOffset(index: number): number {
    if (this.#length === 0) return 0;
    if (index >= this.#length) return this.sourceOffset(this.#length - 1) + 1;
    const run = lastAtOrBefore(this.#starts, index);
    return this.#base + (this.#origins[run] as number) + index - (this.#starts[run] as number);
  }

  /** Source range of the folded range `[start, end)`, as far as there is text; an empty range is the empty place at `start`. */
  sourceRange(start: number, end: number): SourceRange {
    const until = Math.min(end, this.#length);
    if (until <= start) {
      const at = this.sourceOffset(start);
      return { start: at, end: at };
    }
    const last = this.sourceOffset(until - 1);
    // A folded line end of two characters is left whole: no editor can put a place between them.
    const size = this.source.charCodeAt(last) === 0x0d && this.source.charCodeAt(last + 1) === 0x0a ? 2 : 1;
    return { start: this.sourceOffset(start), end: last + size };
  }

  /** Printed trees leave the folded text out: it repeats the source. */
  toJSON(): undefined {
    return undefined;
  }

  /** Index in the folded text of the first character at or after a source offset. */
  indexOf(sourceOffset: number): number {
    const offset = sourceOffset - this.#base;
    if (this.#length === 0 || offset <= (this.#origins[0] as number)) return 0;
    // Several characters of a ligature share their origin, so the first run that reaches the offset is wanted.
    const run = lastAtOrBefore(this.#origins, offset - 1);
    const next = this.#starts[run + 1] ?? this.#length;
    return Math.min(next, (this.#starts[run] as number) + offset - (this.#origins[run] as number));
  }
}

/** What a stretch of a source reads, wherever it stands; offsets called origins are counted from its beginning. */
export interface Folded {
  readonly text: string;
  /** Offsets in {@link text} at which the runs begin that stand in the source as they are. */
  readonly starts: readonly number[];
  /** Origin of the first character of each run. */
  readonly origins: readonly number[];
  readonly lineEndHyphens: readonly number[];
  readonly paragraphs: readonly number[];
  /** What those who read the stretch keep with it (`facts/per-block.ts`). */
  kept?: unknown;
}

/** Index of the last entry of a rising list that is not above a value; the first entry must not be above it. */
function lastAtOrBefore(list: readonly number[], value: number): number {
  let low = 1;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
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

/** Where the line end before the start of a line begins. */
function lineEndBefore(source: string, offset: number): number {
  if (offset < 2) return 0;
  return source.charCodeAt(offset - 1) === 0x0a && source.charCodeAt(offset - 2) === 0x0d
    ? offset - 2
    : offset - 1;
}

/** Folded text while it is put together: stretches of the source, and characters that stand for others. */
class Folding {
  readonly starts: number[] = [];
  readonly origins: number[] = [];
  length = 0;
  /** The last two characters. */
  last = 0;
  beforeLast = 0;
  readonly #source: string;
  readonly #parts: string[] = [];
  /** Source offset that would continue the last run. */
  #next = -1;

  constructor(source: string) {
    this.#source = source;
  }

  /** Adds a stretch of the source as it stands. */
  copy(start: number, end: number): void {
    this.#begin(start);
    this.#parts.push(this.#source.slice(start, end));
    this.beforeLast = end - start > 1 ? this.#source.charCodeAt(end - 2) : this.last;
    this.last = this.#source.charCodeAt(end - 1);
    this.length += end - start;
    this.#next = end;
  }

  /** Adds one character that stands for the one at a source offset. */
  put(text: string, origin: number): void {
    this.#begin(origin);
    this.#parts.push(text);
    this.beforeLast = this.last;
    this.last = text.charCodeAt(0);
    this.length++;
    this.#next = origin + 1;
  }

  #begin(origin: number): void {
    if (origin === this.#next) return;
    this.starts.push(this.length);
    this.origins.push(origin);
  }

  text(): string {
    return this.#parts.length === 1 ? (this.#parts[0] as string) : this.#parts.join('');
  }
}

/** A character that folds to itself, other than a space. */
const isPlainCode = (code: number): boolean => code > 0x20 && code < 0x7f;

/**
 * Folds pieces of a stretch of the source into one text. A line break after a hyphen that follows a letter or digit
 * joins without a space ("11-28-⏎16" reads 11-28-16), every other break is one space.
 */
export function fold(source: string, pieces: readonly FlowPiece[]): Folded {
  const folded = new Folding(source);
  let pendingSpace = -1;
  const hyphens: number[] = [];
  const paragraphs: number[] = [];

  for (const piece of pieces) {
    let opens = piece.paragraph || folded.length === 0;
    let atPieceStart = true;
    let offset = piece.start;
    const plain = isPlain(source, piece.start, piece.end);
    while (offset < piece.end) {
      const code = source.charCodeAt(offset);
      if (isSpaceCode(code)) {
        if (pendingSpace < 0) pendingSpace = offset;
        offset++;
        continue;
      }
      if (isInvisible(code)) {
        offset++;
        continue;
      }
      if (folded.length > 0 && (pendingSpace >= 0 || atPieceStart)) {
        const joins =
          atPieceStart &&
          !opens &&
          folded.last === 0x2d &&
          folded.length > 1 &&
          isWordCode(folded.beforeLast) &&
          isWordCode(code);
        if (joins) hyphens.push(folded.length - 1);
        else folded.put(' ', pendingSpace >= 0 ? pendingSpace : lineEndBefore(source, offset));
      }
      pendingSpace = -1;
      atPieceStart = false;
      if (opens) {
        paragraphs.push(folded.length);
        opens = false;
      }
      if (isPlainCode(code)) {
        const end = plain ? piece.end : plainEnd(source, offset + 1, piece.end);
        folded.copy(offset, end);
        offset = end;
        continue;
      }
      const ligature = code >= 0xfb00 && code <= 0xfb04 ? ligatures.get(code) : undefined;
      for (const character of ligature ?? String.fromCharCode(foldCode(code))) folded.put(character, offset);
      offset++;
    }
  }
  return {
    text: folded.text(),
    starts: folded.starts,
    origins: folded.origins,
    lineEndHyphens: hyphens,
    paragraphs,
  };
}

/** Whether a stretch can be copied as it stands. */
function isPlain(source: string, start: number, end: number): boolean {
  return isPlainCode(source.charCodeAt(start)) && plainEnd(source, start + 1, end) === end;
}

/** End of a run of plain characters and single spaces between them. */
function plainEnd(source: string, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const code = source.charCodeAt(at);
    if (isPlainCode(code)) at++;
    else if (code === 0x20 && at + 1 < limit && isPlainCode(source.charCodeAt(at + 1))) at += 2;
    else break;
  }
  return at;
}
