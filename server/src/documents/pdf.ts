import { getDocument, type PDFDocumentProxy } from 'unpdf/pdfjs';
import { readPages, textOf } from './guideline-pages.ts';
import type { GuidelineReading } from './guideline-reading.ts';
import { findTopics, type TopicStart } from './guideline-topics.ts';
import type { Reading } from './kind.ts';
import { linesOfPage, type PdfRun, textOfPages } from './pdf-lines.ts';

/** A determination has two to fifteen pages; whole medical records have thousands. */
const mostPages = 400;

/** Fewer letters than this on a page are a stamp or a page number, not text. */
const leastLetters = 12;

/** Guidelines are books. */
const mostGuidelinePages = 3000;

/**
 * Takes the text out of a PDF, with a form feed before each page but the first. Nothing of the document is run or
 * fetched.
 */
export function readPdf(bytes: Uint8Array): Promise<Reading> {
  return withPages(
    bytes,
    mostPages,
    (count) => `The PDF has ${count} pages, more than ${mostPages}; cut the letter out of it and check that.`,
    async (_, pages) => ({ text: textOfPages(pages) }),
  );
}

/** Reads an office's own copy of a guideline: the text of each page, and which topics stand where. */
export function readGuideline(bytes: Uint8Array): Promise<GuidelineReading | { problem: string }> {
  return withPages(
    bytes,
    mostGuidelinePages,
    (count) => `The PDF has ${count} pages, more than ${mostGuidelinePages}; that is no guideline.`,
    async (pdf, runs) => {
      const { pages, numbering } = readPages(runs.map(linesOfPage), await pdf.getPageLabels());
      const { topics, sources } = findTopics(pages, await outlineOf(pdf));
      const numberOf = (sheet: number): number | undefined => pages[sheet - 1]?.number;
      return {
        numbering,
        sources,
        pages: pages.flatMap(({ sheet, number, lines }) =>
          number === undefined ? [] : [{ number, sheet, text: textOf(lines) }],
        ),
        topics: topics.flatMap(({ title, first, last }) => {
          const [from, to] = [numberOf(first), numberOf(last)];
          return from === undefined || to === undefined ? [] : [{ title, first: from, last: to }];
        }),
      };
    },
  );
}

/** Opens a PDF and reads the text of its pages; one sentence where that cannot be done. */
async function withPages<T>(
  bytes: Uint8Array,
  most: number,
  tooMany: (count: number) => string,
  work: (pdf: PDFDocumentProxy, pages: PdfRun[][]) => Promise<T>,
): Promise<T | { problem: string }> {
  const task = getDocument({
    // The library keeps the bytes it is given.
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: true,
    stopAtErrors: false,
    // Errors only: what it warns of would stand between the findings.
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > most) return { problem: tooMany(pdf.numPages) };
    const pages: PdfRun[][] = [];
    for (let number = 1; number <= pdf.numPages; number++) pages.push(await runsOf(pdf, number));
    const letters = pages.flat().reduce((sum, run) => sum + run.text.trim().length, 0);
    if (letters < leastLetters * pages.length)
      return {
        problem:
          'The PDF is a scan: its pages are images without text; run text recognition (OCR) on it and check the result.',
      };
    return await work(pdf, pages);
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    return {
      problem: locked
        ? 'The PDF is locked with a password; save a copy without one and check that.'
        : 'The PDF is damaged and cannot be read; get or export it again.',
    };
  } finally {
    await task.destroy();
  }
}

/** The entries of a PDF's own outline that lead to one of its pages. */
async function outlineOf(pdf: PDFDocumentProxy): Promise<TopicStart[]> {
  type Entries = Awaited<ReturnType<typeof pdf.getOutline>>;
  const starts: TopicStart[] = [];
  const walk = async (entries: Entries, level: number): Promise<void> => {
    for (const { title, dest, items } of entries ?? []) {
      const sheet = await sheetOf(pdf, dest);
      if (sheet !== undefined) starts.push({ title, sheet, level });
      if (level < 6) await walk(items, level + 1);
    }
  };
  await walk(await pdf.getOutline(), 1);
  return starts;
}

/** The sheet that a destination leads to; undefined for one that leads nowhere. */
async function sheetOf(pdf: PDFDocumentProxy, dest: string | unknown[] | null): Promise<number | undefined> {
  try {
    const [page] = (typeof dest === 'string' ? await pdf.getDestination(dest) : dest) ?? [];
    if (typeof page === 'number') return page + 1;
    return page === undefined || page === null ? undefined : (await pdf.getPageIndex(page)) + 1;
  } catch {
    return undefined;
  }
}

async function runsOf(pdf: PDFDocumentProxy, number: number): Promise<PdfRun[]> {
  const page = await pdf.getPage(number);
  const { transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const runs: PdfRun[] = [];
  for (const item of items) {
    if (!('str' in item)) continue;
    const [a, b, , , x, y] = multiply(transform, item.transform as number[]);
    // Text that runs up or across the page is a stamp or a watermark.
    if (Math.abs(b) > Math.abs(a) * 0.1) continue;
    const size = item.height || Math.hypot(a, b);
    runs.push({ text: item.str, x, y, width: item.width, size });
  }
  page.cleanup();
  return runs;
}

type Matrix = [number, number, number, number, number, number];

/** The product of two affine maps as PDF writes them: first `second`, then `first`. */
function multiply(first: readonly number[], second: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = first as Matrix;
  const [g, h, i, j, k, l] = second as Matrix;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
