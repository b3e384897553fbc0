import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../server/src/documents/pdf.ts';
import { type PdfRun, textOfPages } from '../../server/src/documents/pdf-lines.ts';
import { fullChecker } from '../support/full-checker.ts';

/** Lines of text with their places (points from the left, lines from the top), page by page. */
type Page = readonly (readonly [x: number, line: number, text: string])[];

/** A PDF with text at places, 14 points from line to line. */
async function pdfOf(...pages: Page[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (const page of pages) {
    const sheet = pdf.addPage([612, 792]);
    for (const [x, line, text] of page) sheet.drawText(text, { x, y: 720 - 14 * line, size: 12, font });
  }
  return pdf.save();
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const reading = await readPdf(bytes);
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.text;
}

describe('the text of a PDF', () => {
  it('has the columns of a table side by side, whatever order they are printed in', async () => {
    const text = await textOf(
      await pdfOf([
        [328, 0, 'Date of Injury:'],
        [426, 0, '09/15/2016'],
        [72, 0, 'Date Assigned:'],
        [180, 0.01, '12/06/2016'],
        [72, 1, 'Priority:'],
        [180, 1, 'Standard'],
        [328, 1, 'Application'],
        [426, 1, '11/29/2016'],
        [328, 1.9, 'Received:'],
      ]),
    );
    expect(text).toMatch(
      /^Date Assigned: {2,}12\/06\/2016 {2,}Date of Injury: {2,}09\/15\/2016\nPriority: {2,}Standard {2,}Application {2,}11\/29\/2016\n {20,}Received:\n$/,
    );
  });

  it('has an empty line between paragraphs and keeps words together and apart', async () => {
    const text = await textOf(
      await pdfOf([
        [72, 0, 'The MRI of the lumbar spine was'],
        [72, 1, 'read as normal.'],
        [72, 3, 'The request'],
        [136, 3, 'is not'],
        [72, 4, 'medically necessary.'],
      ]),
    );
    expect(text).toBe(
      'The MRI of the lumbar spine was\nread as normal.\n\nThe request is not\nmedically necessary.\n',
    );
  });

  it('has a form feed before each further page', async () => {
    const pages: Page[] = [[[72, 0, 'Utilization review non-']], [[72, 0, 'certified the request.']]];
    expect(await textOf(await pdfOf(...pages))).toBe('Utilization review non-\n\fcertified the request.\n');
  });

  it('shows a soft hyphen only where a line ends with it', () => {
    const run = (y: number, text: string): PdfRun => ({ text, x: 72, y, width: 6 * text.length, size: 12 });
    const text = textOfPages([[run(10, 'the re\u00adquest for physi\u00ad'), run(24, 'cal therapy')]]);
    expect(text).toBe('the request for physi-\ncal therapy\n');
  });

  it('has bold letters once that are printed twice', () => {
    const run: PdfRun = { text: 'Upheld', x: 72, y: 10, width: 36, size: 12 };
    expect(textOfPages([[run, { ...run, x: 72.3 }]])).toBe('Upheld\n');
  });
});

describe('a PDF that gives no text says why in one sentence', () => {
  const problem = async (bytes: Uint8Array): Promise<string> => {
    const reading = await readPdf(bytes);
    return 'problem' in reading ? reading.problem : '';
  };

  it('a scan', async () => {
    const pdf = await PDFDocument.create();
    const dot =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const image = await pdf.embedPng(Buffer.from(dot, 'base64'));
    pdf.addPage([612, 792]).drawImage(image, { x: 0, y: 0, width: 612, height: 792 });
    expect(await problem(await pdf.save())).toMatch(/is a scan: .*\(OCR\)[^.]*\.$/);
  });

  it('a locked one', async () => {
    expect(await problem(readFileSync(join(import.meta.dirname, 'locked.pdf')))).toMatch(
      /locked with a password/,
    );
  });

  it('a damaged one', async () => {
    const whole = await pdfOf([[72, 0, 'A letter that was cut off while it was sent.']]);
    expect(await problem(Buffer.from('%PDF-1.7 and nothing that follows'))).toMatch(/is damaged/);
    expect(await problem(whole.subarray(0, 60))).toMatch(/is damaged|is a scan/);
  });

  it('an enormous one', async () => {
    const pdf = await PDFDocument.create();
    for (let page = 0; page < 401; page++) pdf.addPage([100, 100]);
    expect(await problem(await pdf.save())).toMatch(/401 pages, more than 400/);
  });
});

describe('the letters of the corpus that are there as PDF and as text', () => {
  const corpus = join(import.meta.dirname, '../../../shared/corpus');
  const names = existsSync(corpus) ? readdirSync(join(corpus, 'pdf')) : [];
  const checker = fullChecker();

  /** Findings as rule and marked words: line ends fall elsewhere in each. */
  function findingsOf(text: string): string[] {
    return checker
      .check(text)
      .findings.map(
        ({ rule, start, end }) =>
          `${rule}: ${text.slice(start, end).replace(/-\s+/g, '-').replace(/\s+/g, ' ')}`,
      );
  }

  it.skipIf(names.length > 0)('are not on this machine: ../shared/corpus is missing', (context) => {
    context.skip('nothing to compare');
  });

  it.each(names)(
    '%s gives the same findings as its text',
    async (name) => {
      const text = await textOf(readFileSync(join(corpus, 'pdf', name)));
      const letter = readFileSync(join(corpus, 'letters', name.replace(/pdf$/, 'txt')), 'utf8');
      expect(findingsOf(text)).toEqual(findingsOf(letter));
    },
    60_000,
  );
});
