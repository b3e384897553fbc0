import mammoth from 'mammoth';
import type { Reading } from './kind.ts';
import { listZip } from './zip.ts';

/** Text of a Word file when unpacked, in bytes; more is no letter, or made to fill the memory. */
const mostBytes = 64 * 1024 * 1024;

/** Length of lines in characters: that of a typed page. */
const lineWidth = 95;

/** The parts of mammoth's document that carry text; it does not describe them itself. */
interface WordNode {
  type: string;
  value?: string;
  breakType?: string;
  children?: WordNode[];
}

/** Takes the text out of a Word file: a line for each paragraph, columns of tables, a form feed at a page break. */
export async function readWord(bytes: Uint8Array): Promise<Reading> {
  const entries = listZip(bytes);
  if (!entries)
    return { problem: 'The Word or ZIP file is damaged and cannot be read; get or save it again.' };
  if (!entries.some(({ name }) => name === 'word/document.xml'))
    return {
      problem: 'This is a ZIP file that holds no Word letter; unpack it and check the letters in it.',
    };
  const parts = entries.filter(({ name }) => name.endsWith('.xml') || name.endsWith('.rels'));
  if (parts.reduce((sum, { length }) => sum + length, 0) > mostBytes)
    return {
      problem: `The text of the Word file is larger than ${mostBytes / 1024 / 1024} MiB; check its parts one by one.`,
    };
  try {
    let document: WordNode | undefined;
    await mammoth.convertToHtml(
      // Node's build of mammoth takes the one, the browsers' build the other; both take any bytes.
      { buffer: bytes as Buffer, arrayBuffer: bytes as unknown as ArrayBuffer },
      {
        transformDocument: (read: WordNode) => {
          document = read;
          // What mammoth would make of it is not asked for.
          return { ...read, children: [] };
        },
      },
    );
    const text = document ? textOfDocument(document) : '';
    return text.trim() === ''
      ? { problem: 'The Word file holds no text; a scan needs text recognition (OCR) first.' }
      : { text };
  } catch {
    return { problem: 'The Word file is damaged and cannot be read; get or save it again.' };
  }
}

function textOfDocument(document: WordNode): string {
  const blocks = (document.children ?? []).flatMap(linesOfBlock);
  const text = blocks
    .join('\n')
    .replace(/\n?\f\n?/g, '\n\f')
    .replace(/\n{3,}/g, '\n\n');
  return `${text.trim()}\n`;
}

function linesOfBlock(node: WordNode): string[] {
  if (node.type === 'table') return [...linesOfTable(node), ''];
  if (node.type !== 'paragraph') return (node.children ?? []).flatMap(linesOfBlock);
  const text = textOf(node).replace(/(?<![^\S\n\f])[^\S\n\f]+$/gm, '');
  return [...text.split('\n').flatMap(wrap), ''];
}

/**
 * Breaks a paragraph into lines, as the text of a PDF has them. A hyphen is no place for a line end: whoever reads on
 * would take it for one that the line end made.
 */
function wrap(paragraph: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/(?<=[^\s-]) +(?=\S)/)) {
    if (line !== '' && line.length + 1 + word.length > lineWidth) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function linesOfTable(table: WordNode): string[] {
  const rows = rowsOf(table).map((row) =>
    (row.children ?? []).map((cell) => textOf(cell).replace(/\s+/g, ' ').trim()),
  );
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  }
  return rows.map((row) =>
    row
      .map((cell, i) => (i < row.length - 1 ? cell.padEnd((widths[i] ?? 0) + 2) : cell))
      .join('')
      .trimEnd(),
  );
}

function rowsOf(node: WordNode): WordNode[] {
  return (node.children ?? []).flatMap((child) => (child.type === 'tableRow' ? [child] : rowsOf(child)));
}

function textOf(node: WordNode): string {
  switch (node.type) {
    case 'text':
      return node.value ?? '';
    case 'tab':
      return '\t';
    case 'break':
      return node.breakType === 'page' ? '\f' : '\n';
    case 'paragraph':
      return (node.children ?? []).map(textOf).join('');
    default:
      return (node.children ?? []).map(textOf).join(node.type === 'tableCell' ? ' ' : '');
  }
}
