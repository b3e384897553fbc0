import { readDate } from './inline/dates.ts';
import type { Locator } from './locate.ts';
import type { Header, HeaderField, HeaderFieldName } from './nodes.ts';
import type { OutlineLine } from './outline.ts';

const labelPattern =
  /Case Number\s*:|Date Assigned\s*:|Date of Injury\s*:|Decision Date\s*:|UR Denial Date\s*:|Priority\s*:|Application(?:[^\S\n]+Received)?\b\s*:?|Received\s*:/g;

const fieldOf = new Map<string, HeaderFieldName>([
  ['casenumber', 'caseNumber'],
  ['dateassigned', 'dateAssigned'],
  ['dateofinjury', 'dateOfInjury'],
  ['decisiondate', 'decisionDate'],
  ['urdenialdate', 'urDenialDate'],
  ['priority', 'priority'],
  ['application', 'applicationReceived'],
  ['applicationreceived', 'applicationReceived'],
  ['received', 'applicationReceived'],
]);

/** A label or value met in the header, with its offsets in the source. */
interface Piece {
  start: number;
  end: number;
  text: string;
  field: HeaderFieldName | undefined;
}

/**
 * Reads the header table from the lines before the first section. Extractors disagree on it: value behind its
 * label, two columns, or all labels first and then all values in the same order.
 *
 * @returns undefined where the lines hold fewer than two of the labels.
 */
export function readHeader(lines: readonly OutlineLine[], source: string, locator: Locator): Header | undefined {
  const pieces = lines.flatMap((line) => cutLine(line, source));
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

/** Labels and what stands between them on one line; columns are set apart by two spaces or a tab. */
function cutLine(line: OutlineLine, source: string): Piece[] {
  const pieces: Piece[] = [];
  const text = source.slice(line.start, line.end);
  let at = 0;
  const between = (from: number, to: number): void => {
    const columns = /\S+(?:[ \u00a0]\S+)*/g;
    columns.lastIndex = from;
    for (let match = columns.exec(text); match && match.index < to; match = columns.exec(text)) {
      const end = Math.min(to, match.index + match[0].length);
      const value = text.slice(match.index, end).trimEnd();
      pieces.push({
        start: line.start + match.index,
        end: line.start + match.index + value.length,
        text: value,
        field: undefined,
      });
      columns.lastIndex = end;
    }
  };
  for (const match of text.matchAll(labelPattern)) {
    between(at, match.index);
    const end = match.index + match[0].trimEnd().length;
    const key = match[0].replace(/[^A-Za-z]/g, '').toLowerCase();
    pieces.push({ start: line.start + match.index, end: line.start + end, text: match[0], field: fieldOf.get(key) });
    at = end;
  }
  between(at, text.length);
  return pieces;
}

/** Pairs labels with values: the next piece where it is a value, else the values that are left, in order. */
function pair(pieces: readonly Piece[]): Map<Piece, Piece> {
  const pairs = new Map<Piece, Piece>();
  const taken = new Set<Piece>();
  for (let i = 0; i + 1 < pieces.length; i++) {
    const label = pieces[i] as Piece;
    const value = pieces[i + 1] as Piece;
    if (label.field === undefined || value.field !== undefined || !fits(label.field, value.text)) continue;
    pairs.set(label, value);
    taken.add(value);
  }
  const filled = new Set([...pairs.keys()].map((label) => label.field));
  const rest = pieces.filter((piece) => piece.field === undefined && !taken.has(piece));
  for (const label of pieces) {
    if (label.field === undefined || filled.has(label.field)) continue;
    const index = rest.findIndex((value) => fits(label.field as HeaderFieldName, value.text));
    if (index < 0) continue;
    pairs.set(label, rest[index] as Piece);
    rest.splice(index, 1);
    filled.add(label.field);
  }
  return pairs;
}

function fits(field: HeaderFieldName, text: string): boolean {
  if (field === 'caseNumber') return /^[A-Z]{1,3}\d{2}-?\d{4,}/i.test(text);
  if (field === 'priority') return /^[A-Z][a-z]+$/.test(text);
  return /^\d{1,2}\s?[/-]\s?\d{1,2}\s?[/-]\s?\d{2,5}$|^[A-Z][a-z]+\.? \d{1,2},? \d{4}$/.test(text);
}
