import { gather } from '../gather.ts';
import { matches } from '../matches.ts';
import { perPart } from '../per-text.ts';
import { forms } from './form.ts';
import { type HeaderTable, headerTable, labelKey } from './header-labels.ts';
import { readDate } from './inline/dates.ts';
import { readLines, type TextLine } from './lines.ts';
import { Locator } from './locate.ts';
import type { Header, HeaderField, HeaderFieldName } from './nodes.ts';

/** A label or value met in the header, with its offsets in the source. */
interface Piece {
  start: number;
  end: number;
  text: string;
  /** Number of its line in the source. */
  line: number;
  field: HeaderFieldName | undefined;
}

/** Labels and values that are read; the table of the form has seven fields. */
const mostPieces = 400;

/**
 * Reads the header table from the text before the first section. Extractors disagree on it: value behind its
 * label, two columns, or all labels first and then all values in the same order.
 *
 * @param preamble the source up to the first section; an edit behind it leaves the header as it is
 * @returns undefined where the text holds fewer than two of the labels.
 */
export function readHeader(preamble: string): Header | undefined {
  return headers()(preamble);
}

const headers = forms.per(() =>
  perPart((preamble) => {
    const { lines, starts } = readLines(preamble);
    return readLabelled(lines, new Locator(starts));
  }),
);

function readLabelled(lines: readonly TextLine[], locator: Locator): Header | undefined {
  const table = headerTable();
  const pieces = gather(lines, (line) => cutLine(line, table)).slice(0, mostPieces);
  const labels = pieces.filter((piece) => piece.field !== undefined);
  if (new Set(labels.map((label) => label.field)).size < 2) return undefined;

  const found = pair(pieces);
  const children: HeaderField[] = [];
  for (const label of labels) {
    const name = label.field as HeaderFieldName;
    // "Application" and "Received:" are two halves of one label, its value may stand behind either.
    const twin = children.find((field) => field.name === name);
    const value = found.get(label);
    if (twin) {
      if (twin.value === '' && value) Object.assign(twin, fieldOfValue(name, value, locator));
      continue;
    }
    children.push(
      value
        ? fieldOfValue(name, value, locator)
        : { type: 'headerField', name, value: '', position: locator.position(label.start, label.end) },
    );
  }
  const first = pieces[0] as Piece;
  const last = pieces[pieces.length - 1] as Piece;
  return { type: 'header', children, position: locator.position(first.start, last.end) };
}

function fieldOfValue(name: HeaderFieldName, value: Piece, locator: Locator): HeaderField {
  const date = name === 'caseNumber' || name === 'priority' ? undefined : readDate(value.text);
  return {
    type: 'headerField',
    name,
    value: value.text,
    position: locator.position(value.start, value.end),
    ...(date ? { date } : {}),
  };
}

/** Words with single spaces between them. */
const column = /\S+(?: \S+)*/g;

/** Labels and what stands between them on one line; columns are set apart by two spaces or a tab. */
function cutLine(line: TextLine, { pattern, fields }: HeaderTable): Piece[] {
  const pieces: Piece[] = [];
  const { text } = line;
  let at = 0;
  const between = (from: number, to: number): void => {
    for (const match of matches(column, text.slice(from, to))) {
      const start = line.start + from + match.index;
      const value = match[0];
      pieces.push({ start, end: start + value.length, text: value, line: line.number, field: undefined });
    }
  };
  for (const match of matches(pattern, text)) {
    between(at, match.index);
    const end = match.index + match[0].trimEnd().length;
    pieces.push({
      start: line.start + match.index,
      end: line.start + end,
      text: match[0],
      line: line.number,
      field: fields.get(labelKey(match[0])),
    });
    at = end;
  }
  between(at, text.length);
  return pieces;
}

/**
 * Pairs labels with values. A single label takes the value behind it; several labels in a row take the values
 * that follow them in the same order; labels that are left take what values are left, of their kind first.
 */
function pair(pieces: readonly Piece[]): Map<Piece, Piece> {
  const pairs = new Map<Piece, Piece>();
  const taken = new Set<Piece>();
  const take = (label: Piece | undefined, value: Piece | undefined): void => {
    if (!label || !value || !fits(label.field as HeaderFieldName, value.text)) return;
    pairs.set(label, value);
    taken.add(value);
  };
  for (let i = 0; i < pieces.length; ) {
    const labels: Piece[] = [];
    const values: Piece[] = [];
    for (; i < pieces.length && (pieces[i] as Piece).field !== undefined; i++) {
      const label = pieces[i] as Piece;
      // "Application" and "Received:" are two halves of one label.
      if (labels[labels.length - 1]?.field !== label.field) labels.push(label);
    }
    for (; i < pieces.length && (pieces[i] as Piece).field === undefined; i++)
      values.push(pieces[i] as Piece);
    if (labels.length > 1 && values.length >= labels.length) {
      for (const label of labels) {
        take(
          label,
          values.find((value) => !taken.has(value) && fits(label.field as HeaderFieldName, value.text)),
        );
      }
    } else {
      take(labels[labels.length - 1], values[0]);
    }
  }
  const filled = new Set([...pairs.keys()].map((label) => label.field));
  for (const label of pieces) {
    if (label.field === undefined || filled.has(label.field)) continue;
    take(
      label,
      pieces.find(
        (value) =>
          value.field === undefined && !taken.has(value) && fits(label.field as HeaderFieldName, value.text),
      ),
    );
    if (pairs.has(label)) filled.add(label.field);
  }
  // What stands behind a label on its line is its value even where it does not look like one.
  for (let i = 0; i + 1 < pieces.length; i++) {
    const label = pieces[i] as Piece;
    const value = pieces[i + 1] as Piece;
    if (label.field === undefined || filled.has(label.field) || value.field !== undefined || taken.has(value))
      continue;
    if (label.line === value.line) pairs.set(label, value);
  }
  return pairs;
}

function fits(field: HeaderFieldName, text: string): boolean {
  if (field === 'caseNumber') return /^[A-Z]{1,3}\d{2}-?\d{4,}/i.test(text);
  if (field === 'priority') return /^[A-Z][a-z]+$/.test(text);
  return /^\d{1,2}\s?[/-]\s?\d{1,2}\s?[/-]\s?\d{2,5}$|^[A-Z][a-z]+\.? \d{1,2},? \d{4}$/.test(text);
}
