import { inReadingOrder } from './pdf-columns.ts';

/** A run of text of a page: left end of its baseline from the top left corner, width and size, in points. */
export interface PdfRun {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

/** Runs on one baseline, from left to right, with the ends of the whole in points from the left. */
export interface PdfLine {
  y: number;
  size: number;
  left: number;
  right: number;
  runs: PdfRun[];
}

/** Runs whose baselines differ by less than this part of their size stand on one line: table cells, raised letters. */
const sameLine = 0.45;
/** Gaps between runs, as parts of their size: from the first on words part, from the second on columns. */
const wordGap = 0.15;
const columnGap = 1;
/** A line further below the one before than this many times the usual distance opens a paragraph. */
const paragraphGap = 1.6;

/**
 * The text of pages as a person reads it: lines from top to bottom, columns of tables side by side, an empty line
 * between paragraphs, a form feed before each further page.
 */
export function textOfPages(pages: readonly (readonly PdfRun[])[]): string {
  const paged = pages.map(linesOfPage);
  const pitch = usualPitch(paged);
  return `${paged.map((lines) => printLines(lines, pitch)).join('\n\f')}\n`;
}

/** The lines of a page in the order in which they are read; those of two columns one after the other. */
export function linesOfPage(runs: readonly PdfRun[]): PdfLine[] {
  const lines = linesOf(runs);
  return inReadingOrder(lines.flatMap(cellsOf)) ?? lines;
}

function linesOf(runs: readonly PdfRun[]): PdfLine[] {
  const lines: { y: number; size: number; runs: PdfRun[] }[] = [];
  for (const run of withoutDoubles(runs).sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1);
    if (line && run.y - line.y < sameLine * Math.max(run.size, line.size)) {
      line.runs.push(run);
      line.size = Math.max(line.size, run.size);
    } else lines.push({ y: run.y, size: run.size, runs: [run] });
  }
  return lines.map(({ y, size, runs: own }) => {
    own.sort((a, b) => a.x - b.x);
    return lineOf(y, size, own);
  });
}

function lineOf(y: number, size: number, runs: PdfRun[]): PdfLine {
  const [first] = runs;
  const last = runs.at(-1);
  return { y, size, runs, left: first?.x ?? 0, right: last ? last.x + last.width : 0 };
}

/** The pieces of a line that gaps as wide as between columns part. */
function cellsOf({ y, size, runs }: PdfLine): PdfLine[] {
  const cells: PdfRun[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    if (run.x - end >= columnGap * run.size) cells.push([]);
    cells.at(-1)?.push(run);
    end = run.x + run.width;
  }
  return cells.map((cell) => lineOf(y, size, cell));
}

/** Some programs print bold letters by printing them twice. */
function withoutDoubles(runs: readonly PdfRun[]): PdfRun[] {
  const seen = new Set<string>();
  return runs.filter(({ text, x, y }) => {
    if (text.trim() === '') return false;
    const key = `${Math.round(x)} ${Math.round(y)} ${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The usual distance between lines, in points: the median, which letters of any spacing agree with. */
function usualPitch(pages: readonly PdfLine[][]): number {
  const distances = pages
    .flatMap((lines) => lines.slice(1).map((line, i) => line.y - (lines[i] as PdfLine).y))
    .filter((distance) => distance > 0)
    .sort((a, b) => a - b);
  return distances[distances.length >> 1] ?? 0;
}

function printLines(lines: readonly PdfLine[], pitch: number): string {
  const runs = lines.flatMap((line) => line.runs);
  const page = Math.min(...lines.map((line) => line.left));
  // A further column begins higher than the line before it ends; its lines are set flush, as those of the first.
  let left = page;
  const characters = runs.reduce((sum, run) => sum + run.text.length, 0);
  const width = runs.reduce((sum, run) => sum + run.width, 0) / characters || 1;
  const out: string[] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (before && line.y < before.y)
      left = Math.min(...lines.slice(i, i + 1 + risingFrom(lines, i)).map((later) => later.left));
    else if (before && line.left < left) left = page;
    if (before && line.y - before.y > paragraphGap * pitch) out.push('');
    out.push(printLine(line, left, width));
  }
  return out.join('\n');
}

/** How many lines follow a line downwards, each below the one before. */
function risingFrom(lines: readonly PdfLine[], from: number): number {
  let count = 0;
  while ((lines[from + count + 1]?.y ?? 0) > (lines[from + count]?.y ?? 0)) count++;
  return count;
}

/**
 * A line as text, with spaces where words and columns part.
 *
 * @param left where its first column begins
 * @param characterWidth width of a character on its page, in points
 */
export function printLine({ runs, left: own }: PdfLine, left = own, characterWidth = 5): string {
  let text = '';
  let end = left;
  for (const run of runs) {
    const gap = run.x - end;
    const atColumn = Math.round((run.x - left) / characterWidth);
    if (gap >= columnGap * run.size)
      text = text.padEnd(Math.max(atColumn, text === '' ? 0 : text.length + 2));
    else if (gap >= wordGap * run.size && text !== '' && !text.endsWith(' ')) text += ' ';
    text += text === '' || text.endsWith(' ') ? run.text.trimStart() : run.text;
    end = run.x + run.width;
  }
  // A soft hyphen that shows is a hyphen; one that does not show is nothing.
  return text
    .trimEnd()
    .replace(/\u00ad$/, '-')
    .replaceAll('\u00ad', '');
}
