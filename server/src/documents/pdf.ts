import { getDocument, type PDFDocumentProxy } from 'unpdf/pdfjs';
import type { Reading } from './kind.ts';
import { type PdfRun, textOfPages } from './pdf-lines.ts';

/** A determination has two to fifteen pages; whole medical records have thousands. */
const mostPages = 400;

/** Fewer letters than this on a page are a stamp or a page number, not text. */
const leastLetters = 12;

/**
 * Takes the text out of a PDF, with a form feed before each page but the first. Nothing of the document is run or
 * fetched.
 */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
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
    if (pdf.numPages > mostPages)
      return {
        problem: `The PDF has ${pdf.numPages} pages, more than ${mostPages}; cut the letter out of it and check that.`,
      };
    const pages: PdfRun[][] = [];
    for (let number = 1; number <= pdf.numPages; number++) pages.push(await runsOf(pdf, number));
    const letters = pages.flat().reduce((sum, run) => sum + run.text.trim().length, 0);
    if (letters < leastLetters * pages.length)
      return {
        problem:
          'The PDF is a scan: its pages are images without text; run text recognition (OCR) on it and check the result.',
      };
    return { text: textOfPages(pages) };
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
