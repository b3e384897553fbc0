import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { LetterPart, LetterTable } from './paragraphs.ts';

/** Space in twentieths of a point. */
const gap = 200;
const smallGap = 60;

/** Writes the parts of a letter as a Word file (.docx). */
export async function writeWord(parts: readonly LetterPart[], title: string): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'IMR Rationale',
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: 24 } },
        heading1: {
          run: { font: 'Times New Roman', size: 24, bold: true, color: '000000' },
          paragraph: { spacing: { before: gap + gap, after: gap } },
        },
        heading2: {
          run: { font: 'Times New Roman', size: 24, color: '000000' },
          paragraph: { spacing: { before: gap, after: gap } },
        },
      },
    },
    sections: [
      {
        // US letter with margins of an inch, in twentieths of a point.
        properties: {
          page: {
            size: { width: 12240, height: 15840 },
            margin: { top: 1440, right: 1440, bottom: 1440, left: 1440 },
          },
        },
        children: parts.map((part) => (part.kind === 'table' ? tableOf(part) : paragraphOf(part))),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function paragraphOf({ kind, runs, close }: Exclude<LetterPart, LetterTable>): Paragraph {
  return new Paragraph({
    ...(kind === 'heading'
      ? { heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER }
      : kind === 'item'
        ? { heading: HeadingLevel.HEADING_2 }
        : { spacing: { after: close ? smallGap : gap } }),
    keepNext: kind !== 'text',
    children: runs.map((run) => new TextRun(run)),
  });
}

function tableOf({ rows }: LetterTable): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const borders = { top: none, bottom: none, left: none, right: none };
  const columns = Math.max(...rows.map((row) => row.length));
  const cell = (text: string, bold: boolean): TableCell =>
    new TableCell({ borders, children: [new Paragraph({ children: [new TextRun({ text, bold })] })] });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: rows.map(
      (row) =>
        new TableRow({
          children: Array.from({ length: columns }, (_, i) => row[i] ?? { label: '', value: '' }).flatMap(
            ({ label, value }) => [cell(label, true), cell(value, false)],
          ),
        }),
    ),
  });
}
