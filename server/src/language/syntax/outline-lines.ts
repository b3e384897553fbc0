import { copy } from '../per-text.ts';
import { headingAt, type LineKind, labelAt } from './classify.ts';
import type { Folded } from './flow.ts';
import {
  type FormTables,
  forms,
  type OpeningSection,
  sectionOpenedBy,
  type TitleForm,
  titleForms,
} from './form.ts';
import { isDoubleSpaced, readLines, type TextLine } from './lines.ts';
import { type Unchanged, unchangedIn } from './unchanged.ts';

/** What stands at a line, as the line itself and the one after it tell. */
interface Marks {
  readonly mark: LineKind | undefined;
  /** The section whose fixed first sentence begins here. */
  readonly opens: OpeningSection | undefined;
  /** Titles of forms that the line holds. */
  readonly titles: readonly TitleForm[];
  /** The line is the second half of a heading that breaks. */
  readonly headingTail: boolean;
}

/** A text line with what stands at it. */
export class OutlineLine implements TextLine, Marks {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly blankBefore: number;
  readonly pageBefore: boolean;
  readonly mark: LineKind | undefined;
  readonly opens: OpeningSection | undefined;
  readonly titles: readonly TitleForm[];
  readonly headingTail: boolean;
  /** The block that begins in this line as it was folded last, where its text is still the same. */
  block: FoldedBlock | undefined;

  constructor(line: TextLine, marks: Marks) {
    this.number = line.number;
    this.start = line.start;
    this.end = line.end;
    this.text = line.text;
    this.blankBefore = line.blankBefore;
    this.pageBefore = line.pageBefore;
    this.mark = marks.mark;
    this.opens = marks.opens;
    this.titles = marks.titles;
    this.headingTail = marks.headingTail;
    this.block = undefined;
  }
}

/** A stretch of the source that was folded. */
interface FoldedBlock {
  /** Characters of its first line that are not in it: the label. */
  readonly skip: number;
  readonly length: number;
  readonly folded: Folded;
}

/** The lines of a letter that hold text, and what stands at each. */
export interface OutlineLines {
  readonly source: string;
  /** Offset at which each line of the source begins. */
  readonly starts: readonly number[];
  readonly lines: readonly OutlineLine[];
  /** Whether a blank line stands after nearly every line, as some extractors print. */
  readonly doubleSpaced: boolean;
}

/** The letter that was read last, and the forms by which its lines were marked. */
let latest: { form: FormTables; read: OutlineLines } | undefined;

/**
 * Reads the lines of a letter. Where it is the letter that was read last with an edit in it, only the lines that the
 * edit touched are read again.
 */
export function readOutlineLines(source: string): OutlineLines {
  const form = forms.current;
  const before = latest?.form === form ? latest.read : undefined;
  const read = (before && reread(before, source)) ?? readAnew(source);
  latest = { form, read };
  return read;
}

function readAnew(source: string): OutlineLines {
  const { starts, lines, doubleSpaced } = readLines(source);
  return { source, starts, lines: markLines(lines, false, undefined), doubleSpaced };
}

/**
 * Reads the lines between those that an edit left as they were. The last line before the edit and the first after it are
 * read as well: they tell how many blank lines are between, and what is said of a line may depend on the one after it.
 */
function reread(before: OutlineLines, source: string): OutlineLines | undefined {
  if (source === before.source) return before;
  const unchanged = unchangedIn(before.source, source);
  if (unchanged.head + unchanged.tail < source.length / 2) return undefined;
  const { starts } = before;
  const head = linesWithin(before, unchanged.head) - 1;
  const first = before.lines[head];
  if (!first) return undefined;
  const tail = firstLineFrom(before, before.source.length - unchanged.tail);
  // Lines of the source up to this one are replaced; where the edit reaches to the last line, all of them.
  const replaced = (before.lines[tail]?.number ?? starts.length - 1) + 1;
  const by = source.length - before.source.length;
  const from = starts[first.number] as number;
  const to = starts[replaced];

  const middle = readLines(copy(source.slice(from, to === undefined ? source.length : to + by)));
  // Where a line follows, its beginning is told by the line break before it.
  if (to !== undefined) middle.starts.pop();
  const changed = middle.lines.map((line, index) => (index === 0 ? first : placed(line, from, first.number)));
  const next = before.lines[tail + 1];
  const marked = markLines(changed, first.headingTail, next);
  // A heading that breaks now, or no longer, reaches beyond what is read again.
  if (breaks(marked.at(-1)) !== (next?.headingTail ?? false)) return undefined;

  const lines = before.lines.slice(0, head);
  forgetBlocksBeyond(lines, unchanged);
  for (const line of marked) lines.push(line);
  const down = first.number + middle.starts.length - replaced;
  for (let at = tail + 1; at < before.lines.length; at++) {
    lines.push(moved(before.lines[at] as OutlineLine, by, down));
  }
  const doubleSpaced = isDoubleSpaced(lines);
  if (doubleSpaced !== before.doubleSpaced) return undefined;
  return {
    source,
    starts: [
      ...starts.slice(0, first.number),
      ...middle.starts.map((start) => start + from),
      ...starts.slice(replaced).map((start) => start + by),
    ],
    lines,
    doubleSpaced,
  };
}

/** Number of text lines at the beginning that lie, with their line breaks, within so many characters. */
function linesWithin({ starts, lines }: OutlineLines, length: number): number {
  // Behind a carriage return the next character tells whether the line break is over.
  return firstIndex(lines, ({ number }) => (starts[number + 1] ?? Number.POSITIVE_INFINITY) >= length);
}

/** Index of the first text line that lies, with the line break before it, at or behind an offset. */
function firstLineFrom({ starts, lines }: OutlineLines, offset: number): number {
  return firstIndex(lines, ({ number }) => (starts[number] as number) > offset);
}

/** Index of the first line of which something holds that holds of all lines after it too. */
function firstIndex(lines: readonly OutlineLine[], holds: (line: OutlineLine) => boolean): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(lines[middle] as OutlineLine)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A line so many characters and lines further down. */
function placed(line: TextLine, by: number, down: number): TextLine {
  const { number, start, end, text, blankBefore, pageBefore } = line;
  return { number: number + down, start: start + by, end: end + by, text, blankBefore, pageBefore };
}

/** A line with what is known of it, so many characters and lines further down. */
function moved(line: OutlineLine, by: number, down: number): OutlineLine {
  if (by === 0 && down === 0) return line;
  const copied = new OutlineLine(placed(line, by, down), line);
  copied.block = line.block;
  return copied;
}

/** A block that reaches into an edit is no longer what it was. */
function forgetBlocksBeyond(lines: readonly OutlineLine[], { head }: Unchanged): void {
  for (const line of lines) {
    const { block, start } = line;
    if (block && start + block.skip + block.length > head) line.block = undefined;
  }
}

/** @param tail whether the first line is the second half of a heading; `next` is the line behind the last one */
function markLines(lines: readonly TextLine[], tail: boolean, next: TextLine | undefined): OutlineLine[] {
  const marked: OutlineLine[] = [];
  let isTail = tail;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as TextLine;
    const read = new OutlineLine(
      line,
      isTail ? headingTail : marksOf(line.text, (lines[at + 1] ?? next)?.text),
    );
    marked.push(read);
    isTail = breaks(read);
  }
  return marked;
}

/** Whether the heading at a line goes on in the next line. */
function breaks(line: OutlineLine | undefined): boolean {
  return line?.mark?.kind === 'heading' && line.mark.lines === 2;
}

const noTitles: readonly TitleForm[] = [];
const unmarked: Marks = { mark: undefined, opens: undefined, titles: noTitles, headingTail: false };
const headingTail: Marks = { mark: undefined, opens: undefined, titles: noTitles, headingTail: true };

function marksOf(text: string, next: string | undefined): Marks {
  const mark = labelAt(text) ?? headingAt(text, next);
  if (mark) return { mark, opens: undefined, titles: noTitles, headingTail: false };
  const opens = sectionOpenedBy(text);
  const titles = titlesIn(text);
  return opens || titles.length > 0 ? { mark, opens, titles, headingTail: false } : unmarked;
}

/** A word that every title holds: most lines are told by it. */
const ofTitle = /review|determination/i;
const titleTable = titleForms.map((title) => ({ title, lower: title.text.toLowerCase() }));

function titlesIn(text: string): readonly TitleForm[] {
  if (text.length >= 80 || !ofTitle.test(text)) return noTitles;
  const line = text.toLowerCase();
  return titleTable.filter(({ lower }) => line.includes(lower)).map(({ title }) => title);
}
