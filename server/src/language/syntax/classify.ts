import { perPart } from '../per-text.ts';
import { editDistance } from './distance.ts';
import { forms, type HeadingForm, type LabelName } from './form.ts';

/** A heading or label found at a line, with how many lines and characters it takes. */
export type LineKind =
  | { kind: 'heading'; heading: HeadingForm; lines: number }
  | { kind: 'label'; label: LabelName; length: number };

const squeezed = (text: string): string => text.replace(/\s+/g, ' ');

const headingTable = forms.per(({ headings }) =>
  headings.map((heading) => ({
    heading,
    upper: heading.text.toUpperCase(),
    colon: heading.text.endsWith(':'),
  })),
);

/** Headings in capitals that stand alone on a line in small letters: the same words, another case. */
const exactHeadings = forms.per(({ form }) => {
  const byText = new Map(
    headingTable()
      .filter(({ heading, upper }) => heading.text === upper || form === 'office')
      .map(({ heading, upper }) => [upper, heading]),
  );
  return { byText, starts: new Set([...byText.keys()].map(startOf)) };
});

/** The first three characters of a text, letters in any case; tells most lines from all headings. */
function startOf(text: string): number {
  return (
    ((text.charCodeAt(0) & 0x5f) << 16) | ((text.charCodeAt(1) & 0x5f) << 8) | (text.charCodeAt(2) & 0x5f)
  );
}

/** The labels, and the places of a line between which their colon can stand. */
const labelTable = forms.per(({ labels }) => {
  const table = (Object.keys(labels) as LabelName[]).map((label) => ({
    label,
    lower: labels[label].slice(0, -1).toLowerCase(),
  }));
  const lengths = table.map(({ lower }) => lower.length);
  return { table, shortest: Math.min(...lengths) - 5, longest: Math.max(...lengths) + 5 };
});

/**
 * Whether a heading of any form stands at a line: exactly, over two lines (narrow pages break the long ones),
 * or with a slip of the keys (up to one edit in eight characters).
 *
 * @param text The line, trimmed.
 * @param next The text of the line after it, for headings that break.
 */
export function headingAt(text: string, next: string | undefined): LineKind | undefined {
  const first = text.charCodeAt(0);
  const upperStart = first >= 0x41 && first <= 0x5a;
  if (!upperStart || text.length > 100) return undefined;
  const capitals = capitalsOver(text);
  if (capitals < leastCapitals && !text.endsWith(':') && !exactHeadings().starts.has(startOf(text)))
    return undefined;
  // A heading that breaks is read with its next line; most lines stand for themselves.
  return capitals < leastCapitals ? lineHeadings()(text) : capitalHeadings()(`${text}\n${next ?? ''}`);
}

/** Headings of lines that are not in capitals. */
const lineHeadings = forms.per(() => perPart((text) => findHeading(text, undefined, 0)));

/** Headings of lines in capitals, with the line after them. */
const capitalHeadings = forms.per(() =>
  perPart((lines) => {
    const end = lines.indexOf('\n');
    const text = lines.slice(0, end);
    return findHeading(text, lines.slice(end + 1) || undefined, capitalsOver(text));
  }),
);

/** Headings in capitals have at least so many more of them than small letters. */
const leastCapitals = 4;

/** How many more capitals than small letters a text has; some number below the least where they are fewer than that. */
function capitalsOver(text: string): number {
  let capitals = 0;
  const { length } = text;
  // What is left cannot make up for the small letters: most lines are told by their first half.
  for (let i = 0; i < length && capitals + length - i >= leastCapitals; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x61 && code <= 0x7a) capitals--;
    else if (code >= 0x41 && code <= 0x5a) capitals++;
  }
  return capitals;
}

function findHeading(text: string, next: string | undefined, capitals: number): LineKind | undefined {
  const one = squeezed(text);
  // Headings are set in capitals, but for the two of the 2013 notice; running text never is.
  const upper = one.toUpperCase();
  const exact = capitals < leastCapitals ? exactHeadings().byText.get(upper) : undefined;
  if (exact) return { kind: 'heading', heading: exact, lines: 1 };
  if (capitals < leastCapitals && !one.endsWith(':')) return undefined;
  let best: { heading: HeadingForm; distance: number; lines: number } | undefined;
  for (const { heading, upper: standard, colon } of headingTable()) {
    const mixedCase = heading.text !== standard;
    if (mixedCase ? editDistance(one, heading.text, 1) > 1 : capitals < leastCapitals) continue;
    const limit = Math.max(1, Math.floor(standard.length / 8));
    let distance = nearest(upper, standard, colon, limit);
    let lines = 1;
    if (
      distance > 0 &&
      next !== undefined &&
      upper.length < standard.length - 4 &&
      standard.startsWith(upper.slice(0, 8))
    ) {
      const joined = nearest(`${upper} ${squeezed(next).toUpperCase()}`, standard, colon, limit);
      if (joined < distance) {
        distance = joined;
        lines = 2;
      }
    }
    if (distance <= limit && (!best || distance < best.distance)) best = { heading, distance, lines };
  }
  return best && { kind: 'heading', heading: best.heading, lines: best.lines };
}

function nearest(text: string, standard: string, colon: boolean, limit: number): number {
  const bare =
    colon && !text.endsWith(':') ? `${text}:` : !colon && text.endsWith(':') ? text.slice(0, -1) : text;
  return editDistance(bare, standard, limit);
}

/** Whether a label of form 1 begins a line: exactly, in another case, or with a slip of up to two keys. */
export function labelAt(text: string): LineKind | undefined {
  const colon = text.indexOf(':');
  const { shortest, longest } = labelTable();
  if (colon < shortest || colon > longest) return undefined;
  const label = labelNames()(text.slice(0, colon));
  return label && { kind: 'label', label, length: colon + 1 };
}

/** The label that some words before a colon are. */
const labelNames = forms.per(() =>
  perPart((before): LabelName | undefined => {
    const { table } = labelTable();
    const lower = squeezed(before).trimEnd().toLowerCase();
    const known =
      table.find((entry) => entry.lower === lower) ??
      table.find((entry) => editDistance(lower, entry.lower, 2) <= 2);
    return known?.label;
  }),
);
