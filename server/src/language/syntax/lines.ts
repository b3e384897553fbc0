import { isSpaceCode } from './flow.ts';

/** A line of the source that holds text. */
export interface TextLine {
  /** Number of the line in the source, from 0. */
  number: number;
  /** Offsets of the text without leading and trailing white space. */
  start: number;
  end: number;
  /** The text between them, with plain spaces for no-break spaces. */
  text: string;
  /** Number of blank lines between this line and the text line before it. */
  blankBefore: number;
  /** Whether a form feed stands between this line and the text line before it. */
  pageBefore: boolean;
}

/** The lines of a letter. */
export interface LineTable {
  /** Offset at which each line begins. */
  starts: number[];
  /** Lines that hold text, in order. */
  lines: TextLine[];
  /** Whether a blank line stands after nearly every line, as some extractors print. */
  doubleSpaced: boolean;
}

function isBlankCode(code: number): boolean {
  return isSpaceCode(code) || code === 0xfeff;
}

const lineBreak = /\r\n|[\r\n]/g;
const noBreakSpaces = /[\u00a0\u2007\u202f]/g;

/**
 * Splits a source into lines (LF, CRLF or CR; a form feed is white space within a line) and finds out
 * whether the letter is double-spaced.
 */
export function readLines(source: string): LineTable {
  // Headings, labels and fields are matched on plain spaces; the offsets stay the same.
  const plain = source.replace(noBreakSpaces, ' ');
  const starts: number[] = [0];
  const lines: TextLine[] = [];
  let previousNumber = -1;
  let lineStart = 0;
  let page = false;
  const length = source.length;
  const hasFeed = source.includes('\f');
  // Most letters hold no carriage return, and a line feed is found sooner without an expression.
  const hasReturn = source.includes('\r');
  lineBreak.lastIndex = 0;
  while (lineStart <= length) {
    const at = hasReturn ? (lineBreak.exec(source)?.index ?? -1) : source.indexOf('\n', lineStart);
    const found = at >= 0;
    const lineEnd = found ? at : length;
    if (hasFeed && source.slice(lineStart, lineEnd).includes('\f')) page = true;
    let start = lineStart;
    let end = lineEnd;
    while (start < end && isBlankCode(source.charCodeAt(start))) start++;
    while (end > start && isBlankCode(source.charCodeAt(end - 1))) end--;
    if (end > start) {
      const number = starts.length - 1;
      const blankBefore = number - previousNumber - 1;
      lines.push({ number, start, end, text: plain.slice(start, end), blankBefore, pageBefore: page });
      page = false;
      previousNumber = number;
    }
    if (!found) break;
    lineStart = hasReturn ? lineBreak.lastIndex : at + 1;
    starts.push(lineStart);
  }
  return { starts, lines, doubleSpaced: isDoubleSpaced(lines) };
}

/** Whether a blank line stands after nearly every line of a letter. */
export function isDoubleSpaced(lines: readonly TextLine[]): boolean {
  let loose = 0;
  for (let at = 1; at < lines.length; at++) if ((lines[at] as TextLine).blankBefore > 0) loose++;
  const tight = lines.length - 1 - loose;
  // In a single-spaced letter blank lines stand between blocks only: about one line in five follows one.
  return loose > 8 && loose > tight * 3;
}

/**
 * Whether `line` begins a new block after `previous`: set off by more blank lines than the letter's own
 * line spacing, and not the rest of a sentence that a page break cut.
 */
export function opensBlock(line: TextLine, previous: TextLine | undefined, doubleSpaced: boolean): boolean {
  if (!previous) return true;
  if (line.blankBefore <= (doubleSpaced ? 1 : 0)) return false;
  return !continues(previous.text, line);
}

/**
 * A sentence goes on over a page break: no stop before it, and a form feed between, a comma, hyphen or function
 * word before it, or a lower-case start after it.
 */
function continues(before: string, line: TextLine): boolean {
  if (ended.test(before)) return false;
  const last = before.charCodeAt(before.length - 1);
  if (last === 0x3a) return line.pageBefore;
  const first = line.text.charCodeAt(0);
  const lower = first >= 0x61 && first <= 0x7a;
  return line.pageBefore || lower || last === 0x2c || last === 0x2d || functionWordEnd.test(before);
}

/** What ends a sentence or an item heading; a conclusion may have lost its full stop. */
const ended = /[.!?"\u201d]$|(?:necessary|upheld|overturned)$/i;
const functionWordEnd =
  /\b(?:an?|the|of|to|in|on|at|by|for|from|with|and|or|as|is|was|were|are|that|this|no|not)$/;
