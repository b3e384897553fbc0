import { type Block, forms, type Header, type HeaderFieldName, type Root } from '../language/syntax/index.ts';

/** A paragraph of a letter as a typist sets it. */
interface LetterParagraph {
  kind: 'heading' | 'item' | 'text';
  runs: { text: string; bold: boolean }[];
  /** Whether it belongs close to the paragraph before. */
  close: boolean;
}

/** The header table: rows of labels with their values. */
export interface LetterTable {
  kind: 'table';
  rows: { label: string; value: string }[][];
}

/** A part of a letter, for writers of documents. */
export type LetterPart = LetterParagraph | LetterTable;

/** Fields of the header table as the form prints them, row by row. */
const headerRows: readonly (readonly HeaderFieldName[])[] = [
  ['caseNumber'],
  ['dateAssigned', 'dateOfInjury'],
  ['decisionDate', 'urDenialDate'],
  ['priority', 'applicationReceived'],
];

/** Cuts a letter into the parts that a typist would set; all its text is in them, in order. */
export function partsOf(tree: Root, text: string): LetterPart[] {
  const parts: LetterPart[] = [];
  let at = 0;
  const rest = (end: number): void => {
    parts.push(...plainLines(text.slice(at, end)));
    at = end;
  };
  for (const child of tree.children) {
    if (child.type === 'header') {
      rest(child.position.start.offset);
      parts.push(...headerParts(child, text));
      at = child.position.end.offset;
      continue;
    }
    for (const block of child.children.flatMap((part): Block[] =>
      part.type === 'item' ? part.children : [part],
    )) {
      rest(block.position.start.offset);
      parts.push(...blockParts(block));
      at = Math.max(at, block.position.end.offset);
    }
  }
  rest(text.length);
  return parts;
}

/** The header as a table, or line by line where it holds anything but the known fields. */
function headerParts(header: Header, text: string): LetterPart[] {
  const values = new Map(header.children.map(({ name, value }) => [name, value]));
  const rows = headerRows
    .map((row) =>
      row.flatMap((name) => {
        const value = values.get(name);
        return value === undefined ? [] : [{ label: forms.current.header[name], value }];
      }),
    )
    .filter((row) => row.length > 0);
  const source = text.slice(header.position.start.offset, header.position.end.offset);
  const known = rows.flat().map(({ label, value }) => label + value);
  return letters(known.join('')) === letters(source) ? [{ kind: 'table', rows }] : plainLines(source);
}

/** The letters and digits of a text in a fixed order: the columns of a table come in any. */
function letters(text: string): string {
  return [...text.replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');
}

function blockParts(block: Block): LetterParagraph[] {
  const { flow } = block;
  const label = 'label' in block ? block.label : undefined;
  const kind = block.type === 'heading' ? 'heading' : block.type === 'itemHeading' ? 'item' : 'text';
  const starts = flow.paragraphs.length > 0 ? flow.paragraphs : [0];
  return starts.map((start, i) => {
    const runs = textRuns(block, start, starts[i + 1] ?? flow.text.length);
    // The flow of a labelled block begins behind its label.
    if (i === 0 && label) runs.unshift({ text: `${label.text} `, bold: true });
    return { kind, runs: trimmed(runs), close: block.type === 'credential' };
  });
}

/** A paragraph of a block: headings and requests are bold, verdicts and all else are not. */
function textRuns(block: Block, start: number, end: number): LetterParagraph['runs'] {
  const verdict = block.type === 'itemHeading' ? block.verdict : undefined;
  const strong = block.type === 'heading' || block.type === 'itemHeading';
  const cut = Math.min(end, Math.max(start, verdict?.start ?? end));
  return [
    { text: sourceText(block, start, cut), bold: strong },
    { text: sourceText(block, cut, end), bold: false },
  ];
}

/** The source of a range of a block on one line: its characters as they are, its line ends as the flow joins them. */
function sourceText({ flow }: Block, start: number, end: number): string {
  let out = '';
  let last = -1;
  for (let i = start; i < end; i++) {
    const offset = flow.sourceOffset(i);
    // A ligature stands for several characters of the flow.
    if (offset === last) continue;
    last = offset;
    out += flow.text[i] === ' ' ? ' ' : (flow.source[offset] ?? '');
  }
  return out;
}

function trimmed(runs: LetterParagraph['runs']): LetterParagraph['runs'] {
  const filled = runs.filter(({ text }) => text.trim() !== '');
  return filled.map(({ text, bold }, i) => {
    const begun = i === 0 ? text.trimStart() : text;
    return { text: i === filled.length - 1 ? begun.trimEnd() : begun, bold };
  });
}

/** Text outside of all blocks: each line as it stands. */
function plainLines(text: string): LetterParagraph[] {
  return text
    .split(/\r\n|[\r\n\f]/)
    .map((line) => line.replace(/^\uFEFF/, '').trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'text', runs: [{ text: line, bold: false }], close: true }));
}
