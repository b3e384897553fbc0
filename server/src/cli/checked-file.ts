import type { Finding } from '../language/finding.ts';

/** A file with what the checker says about it; plain data, so that it can come from another thread. */
export interface CheckedFile {
  /** Absolute path, or `<stdin>`. */
  path: string;
  /** Folder that reports show the path from. */
  cwd: string;
  /** In order of place; without those that were dismissed. */
  findings: readonly Finding[];
  /** Findings that a reviewer has set aside, with the reason given. */
  dismissed: readonly { finding: Finding; reason: string }[];
  /** What each finding is told apart by, whatever its line: in step with `findings` where it was asked for. */
  keys: readonly string[];
  /** Why the file could not be checked. */
  problem: string | undefined;
  /** Offsets at which the lines of its text begin. */
  lines: readonly number[];
  /** Offsets at which its pages begin, where it has pages (PDF, Word). */
  pages: readonly number[] | undefined;
  /** Fixes that were, or would be, applied. */
  fixes: readonly string[];
}

/** A place of a text as editors count: line and column from 1, with the offset. */
export interface Point {
  line: number;
  column: number;
  offset: number;
}

/** Line and column of an offset. */
export function pointAt({ lines }: Pick<CheckedFile, 'lines'>, offset: number): Point {
  const line = countUpTo(lines, offset);
  return { line, column: offset - (lines[line - 1] ?? 0) + 1, offset };
}

/** Number of the page that an offset stands on, from 1; undefined for a file without pages. */
export function pageAt({ pages }: Pick<CheckedFile, 'pages'>, offset: number): number | undefined {
  return pages && Math.max(1, countUpTo(pages, offset));
}

/** How many of the rising numbers are not greater than a limit. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Offsets at which the lines of a text begin (LF, CRLF or CR). */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** Offsets at which the pages of a text begin: form feeds part them. */
export function pageStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', at + 1)) starts.push(at + 1);
  return starts;
}

/** A file that could not be checked, with the reason. */
export function unchecked(path: string, cwd: string, problem: string): CheckedFile {
  return {
    path,
    cwd,
    problem,
    findings: [],
    dismissed: [],
    keys: [],
    lines: [0],
    pages: undefined,
    fixes: [],
  };
}
