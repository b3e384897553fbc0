import { type PdfLine, printLine } from './pdf-lines.ts';

/** A page of a guideline as it was read. */
export interface GuidelinePage {
  /** Which sheet of the file, from 1. */
  sheet: number;
  /** The number printed on it; undefined before page 1, as on covers and contents. */
  number: number | undefined;
  /** Its lines in reading order, without running heads and page numbers. */
  lines: readonly GuidelineLine[];
}

/** A line of text with the size of its letters in points. */
export interface GuidelineLine {
  text: string;
  size: number;
}

/** How the printed page numbers are known. */
export type Numbering = 'printed' | 'labels' | 'sheets';

/** Running heads and feet, and page numbers, stand in so many lines at the top and bottom of a page. */
const edgeLines = 3;

const pageWord = /^(?:page|p\.)? ?(?:[-–—|] ?)?(\d{1,4})(?: ?[-–—|])?(?: of \d{1,4})?$/i;
const atStart = /^(\d{1,4})(?= )/;
const atEnd = /(?<=[ |•–—])(\d{1,4})$/;

/**
 * Takes running heads, feet and page numbers off the lines of pages, and tells the number printed on each page.
 *
 * @param pages lines of each sheet in reading order
 * @param labels what the file itself calls its pages, where it does
 */
export function readPages(
  pages: readonly (readonly PdfLine[])[],
  labels: readonly string[] | null,
): { pages: GuidelinePage[]; numbering: Numbering } {
  const sheets = pages.map((lines) =>
    lines.map((line) => ({ text: printLine(line), size: line.size, y: line.y })),
  );
  const edges = sheets.map((lines) => {
    const byHeight = [...lines].sort((a, b) => a.y - b.y);
    return new Set([...byHeight.slice(0, edgeLines), ...byHeight.slice(-edgeLines)]);
  });
  const seen = new Map<string, number>();
  for (const lines of edges)
    for (const key of new Set([...lines].map(({ text }) => headKey(text)))) count(seen, key);
  // Heads of left and right pages differ: a third of the pages is enough.
  const often = Math.max(3, pages.length / 3);
  const isHead = (text: string): boolean => (seen.get(headKey(text)) ?? 0) >= often;

  const offset = printedOffset(
    edges.map((lines) => [...lines].flatMap(({ text }) => numbersIn(text, isHead(text)))),
  );
  const { numbers, numbering } = numbersOf(pages.length, offset, labels);
  return {
    numbering,
    pages: sheets.map((lines, index) => ({
      sheet: index + 1,
      number: numbers[index],
      lines: lines
        .filter((line) => {
          if (!edges[index]?.has(line)) return true;
          return !isHead(line.text) && !pageWord.test(line.text.replace(/\s+/g, ' '));
        })
        .map(({ text, size }) => ({ text, size })),
    })),
  };
}

/** A head without its numbers, which differ from page to page. */
function headKey(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Numbers of a line at the edge of a page that can be its page number. */
function numbersIn(line: string, head: boolean): number[] {
  const text = line.replace(/\s+/g, ' ');
  const alone = pageWord.exec(text)?.[1];
  if (alone !== undefined) return [Number(alone)];
  if (!head) return [];
  return [atStart.exec(text)?.[1], atEnd.exec(text)?.[1]].filter((found) => found !== undefined).map(Number);
}

/**
 * By how much printed numbers run ahead of sheets: what most pages that print a number agree on. Undefined where they
 * do not, or are too few.
 */
function printedOffset(candidates: readonly (readonly number[])[]): number | undefined {
  const votes = new Map<string, number>();
  let voters = 0;
  for (const [index, numbers] of candidates.entries()) {
    if (numbers.length > 0) voters++;
    for (const number of new Set(numbers)) count(votes, String(number - index - 1));
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < Math.min(3, candidates.length) || best[1] < 0.6 * voters) return undefined;
  return Number(best[0]);
}

function numbersOf(
  count: number,
  offset: number | undefined,
  labels: readonly string[] | null,
): { numbers: (number | undefined)[]; numbering: Numbering } {
  const sheets = Array.from({ length: count }, (_, index) => index + 1);
  if (offset !== undefined) {
    const numbers = sheets.map((sheet) => (sheet + offset >= 1 ? sheet + offset : undefined));
    return { numbers, numbering: 'printed' };
  }
  const named = labels?.map((label) => (/^\d{1,4}$/.test(label) ? Number(label) : undefined)) ?? [];
  const rising = named.every((number, i) => number === undefined || number > (named[i - 1] ?? 0));
  if (rising && named.filter((number) => number !== undefined).length > count / 2)
    return { numbers: named, numbering: 'labels' };
  return { numbers: sheets, numbering: 'sheets' };
}

/** The text of a page: words that a line end parts are joined, lines become sentences again. */
export function textOf(lines: readonly GuidelineLine[]): string {
  return (
    lines
      .map(({ text }) => text)
      .join('\n')
      .replace(/([a-z])[-\u00ad]\n(?=[a-z])/g, '$1')
      .replace(/\s+/g, ' ')
      .trim()
      // Ligatures are letters.
      .normalize('NFKC')
  );
}
