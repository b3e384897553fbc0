import type { PdfLine } from './pdf-lines.ts';

/** A gutter is at least this wide, in parts of the size of the text beside it. */
const leastGutter = 0.8;
/** Columns of running text have at least so many lines each, */
const leastLines = 7;
/** of which half are at least this part of the text's width, */
const leastWidth = 0.25;
/** and more than so many of a page's lines run over no gutter: headings, tables, notes. */
const mostCrossing = 0.35;

/**
 * The lines of a page in the order in which they are read: where running text stands in two columns, the left column
 * before the right one, between the lines that go over both. Cells of a table, which are short and few, stay side by
 * side.
 *
 * @param cells pieces of lines that wide gaps part, each as a line of its own
 * @returns undefined for a page of one column
 */
export function inReadingOrder(cells: readonly PdfLine[]): PdfLine[] | undefined {
  const gutter = findGutter(cells);
  if (gutter === undefined) return undefined;
  const ordered: PdfLine[] = [];
  let left: PdfLine[] = [];
  let right: PdfLine[] = [];
  const flush = (): void => {
    ordered.push(...left, ...right);
    left = [];
    right = [];
  };
  for (const cell of [...cells].sort((a, b) => a.y - b.y || a.left - b.left)) {
    if (cell.right <= gutter) left.push(cell);
    else if (cell.left >= gutter) right.push(cell);
    else {
      flush();
      ordered.push(cell);
    }
  }
  flush();
  return ordered;
}

/** The place between two columns of running text, in points from the left. */
function findGutter(cells: readonly PdfLine[]): number | undefined {
  if (cells.length < 2 * leastLines) return undefined;
  const start = Math.min(...cells.map(({ left }) => left));
  const end = Math.max(...cells.map(({ right }) => right));
  const width = end - start;
  // Right ends of pieces are where a gutter can begin; the middle half of the page is where it can be.
  const candidates = new Set(
    cells
      .map(({ right }) => Math.ceil(right) + 1)
      .filter((x) => x > start + width / 4 && x < end - width / 4),
  );
  let best: { x: number; crossing: number } | undefined;
  for (const x of candidates) {
    const left = cells.filter(({ right }) => right <= x);
    const right = cells.filter((cell) => cell.left >= x);
    const crossing = cells.length - left.length - right.length;
    if (crossing > mostCrossing * cells.length || (best && crossing >= best.crossing)) continue;
    if (areColumns(left, right, width)) best = { x, crossing };
  }
  return best?.x;
}

function areColumns(left: readonly PdfLine[], right: readonly PdfLine[], width: number): boolean {
  if (left.length < leastLines || right.length < leastLines) return false;
  if (median(left.map(widthOf)) < leastWidth * width || median(right.map(widthOf)) < leastWidth * width)
    return false;
  const size = median([...left, ...right].map((line) => line.size));
  const gap =
    median(right.map((line) => line.left)) -
    quantile(
      left.map((line) => line.right),
      0.9,
    );
  return gap >= leastGutter * size && overlap(left, right) > 0.3;
}

const widthOf = ({ left, right }: PdfLine): number => right - left;

/** How much of the shorter column's height the longer one stands beside. */
function overlap(left: readonly PdfLine[], right: readonly PdfLine[]): number {
  const range = (lines: readonly PdfLine[]) => {
    const heights = lines.map(({ y }) => y);
    return { top: Math.min(...heights), bottom: Math.max(...heights) };
  };
  const [a, b] = [range(left), range(right)];
  const shorter = Math.min(a.bottom - a.top, b.bottom - b.top) || 1;
  return (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)) / shorter;
}

function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
}
