import { isSpaceCode } from './flow.ts';
import type { LabelName } from './form.ts';
import { isVerdictWord } from './heading.ts';
import { opensBlock } from './lines.ts';
import type { OutlineLine } from './outline-lines.ts';

/** Lines of one labelled block of an item, or of text that stands where no label is. */
export interface ItemPart {
  label: LabelName | undefined;
  lines: OutlineLine[];
}

/** Lines of one disputed item. */
export interface ItemLines {
  heading: OutlineLine[];
  parts: ItemPart[];
}

/** Verdict at the end of a line, after a colon or alone; the second form is the last line of a heading that breaks. */
const verdictEnd = /(?:^|:\s*)(upheld|overturned)\s*\.?$/i;
const wordEnd = /:\s*([A-Za-z]{4,14}(?: [A-Za-z]{4,12})?)\s*\.?$/;

/**
 * Cuts the lines of the issues section into disputed items. Items are told by their headings (a block that ends
 * in a verdict) and by the labels, whichever the letter has: extractors drop blank lines, authors drop labels.
 *
 * @param lines The lines after the section's lead-in.
 */
export function cutItems(lines: readonly OutlineLine[], doubleSpaced: boolean): ItemLines[] {
  const starts = findHeadings(lines, doubleSpaced);
  const items: ItemLines[] = [];
  for (let i = 0; i < starts.length; i++) {
    const { start, end } = starts[i] as HeadingSpan;
    const next = starts[i + 1]?.start ?? lines.length;
    items.push({ heading: lines.slice(start, end), parts: cutParts(lines.slice(end, next), doubleSpaced) });
  }
  return items;
}

/** Lines `[start, end)` of a heading; empty where the labels begin without one. */
interface HeadingSpan {
  start: number;
  end: number;
}

function findHeadings(lines: readonly OutlineLine[], doubleSpaced: boolean): HeadingSpan[] {
  const spans: HeadingSpan[] = [];
  /** Labels seen since the last heading. */
  let seen = new Set<LabelName>();
  let floor = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as OutlineLine;
    const nextIsLabel = lines[i + 1]?.mark?.kind === 'label';
    if (endsInVerdict(line, lines[i - 1], lines[i + 1], nextIsLabel, doubleSpaced)) {
      const start = headingStart(lines, i, floor, doubleSpaced);
      spans.push({ start, end: i + 1 });
      floor = i + 1;
      seen = new Set();
      continue;
    }
    if (line.mark?.kind !== 'label') continue;
    const { label } = line.mark;
    const restarts = seen.size > 0 && label === 'claims' && seen.has('rationale');
    if (spans.length === 0 || restarts) {
      const start = unverdictedStart(lines, i, floor, doubleSpaced);
      if (start !== undefined || spans.length === 0) {
        spans.push({ start: start ?? i, end: i });
        seen = new Set();
      } else {
        spans.push({ start: i, end: i });
        seen = new Set();
      }
    } else if (seen.size > 0 && i > 0 && seen.has('rationale')) {
      // A guideline label after a rationale, set off by a short block: an item that lost its first label.
      const start = unverdictedStart(lines, i, floor, doubleSpaced);
      if (start !== undefined) {
        spans.push({ start, end: i });
        seen = new Set();
      }
    }
    seen.add(label);
    floor = i + 1;
  }
  return spans;
}

function endsInVerdict(
  line: OutlineLine,
  previous: OutlineLine | undefined,
  next: OutlineLine | undefined,
  nextIsLabel: boolean,
  doubleSpaced: boolean,
): boolean {
  if (line.mark) return false;
  const { text } = line;
  const found = mayEndInVerdict(text) ? verdictEnd.exec(text) : null;
  if (found) {
    const alone = found.index === 0;
    // "… to limit such visits is / overturned.": the end of a sentence.
    if (/^[a-z].*\.$/.test(found[1] + text.slice(-1)) && (alone || !nextIsLabel)) return false;
    if (alone && !(previous && /(?::|\bis)$/i.test(previous.text))) return false;
    if (alone && previous?.text.endsWith(':')) return true;
    return nextIsLabel || next === undefined || opensBlock(next, line, doubleSpaced) || !alone;
  }
  if (!nextIsLabel) return false;
  const word = wordEnd.exec(text)?.[1];
  return word !== undefined && isVerdictWord(word);
}

/** Whether the last letter of a line is that of both verdicts: most lines are told by it. */
function mayEndInVerdict(text: string): boolean {
  let last = text.length - 1;
  if (text.charCodeAt(last) === 0x2e) last--;
  while (last >= 0 && isSpaceCode(text.charCodeAt(last))) last--;
  return (text.charCodeAt(last) | 0x20) === 0x64;
}

/** What ends a block of text; a conclusion may have lost its full stop. */
const stopEnd = /[.!?]["”')\]]*$|medically necessary$/i;

/**
 * Walks up from the last line of a heading to its first. A blank line ends the walk; where an extractor lost
 * the blank line, the end of the sentence before does. A split heading ("… was the original request. …") holds
 * full stops and can break over a page, so that one walks on to its first clause where that is near.
 */
function headingStart(
  lines: readonly OutlineLine[],
  last: number,
  floor: number,
  doubleSpaced: boolean,
): number {
  let start = last;
  let text = (lines[last] as OutlineLine).text;
  /** Where the walk of an ordinary heading would have ended. */
  let boundary: number | undefined;
  while (start > floor && last - start < 14) {
    const line = lines[start] as OutlineLine;
    const above = lines[start - 1] as OutlineLine;
    if (above.mark) break;
    const stops = stopEnd.test(above.text);
    if (stops || opensHeading(line, above, doubleSpaced)) {
      const clause = stops ? text : `${above.text} ${text}`;
      if (wasOriginal.test(text) || !splitClause.test(clause)) return start;
      boundary ??= start;
    }
    start--;
    text = `${above.text} ${text}`;
  }
  return boundary === undefined || wasOriginal.test(text) ? start : boundary;
}

/**
 * Whether a blank line begins a heading. A rationale that was cut ("… the request is") is not continued by the
 * heading after it, so a capital after a blank line counts here, but for a page break.
 */
function opensHeading(line: OutlineLine, above: OutlineLine, doubleSpaced: boolean): boolean {
  if (opensBlock(line, above, doubleSpaced)) return true;
  return line.blankBefore > (doubleSpaced ? 1 : 0) && !line.pageBefore && /^[A-Z0-9]/.test(line.text);
}

const splitClause = /\b(?:remaining IMR|original request)\b/i;
const wasOriginal = /\bwas the original request\b/i;

/** First line of a heading that has no verdict: a short block before the labels that does not end a sentence. */
function unverdictedStart(
  lines: readonly OutlineLine[],
  label: number,
  floor: number,
  doubleSpaced: boolean,
): number | undefined {
  let start = label;
  while (start > floor && label - start < 6) {
    const above = lines[start - 1] as OutlineLine;
    const line = lines[start] as OutlineLine;
    if (above.mark) break;
    if (start < label && (opensBlock(line, above, doubleSpaced) || stopEnd.test(above.text))) break;
    start--;
  }
  if (start === label) return undefined;
  const last = lines[label - 1] as OutlineLine;
  const first = lines[start] as OutlineLine;
  if (stopEnd.test(last.text)) return undefined;
  const opens = start === floor || opensBlock(first, lines[start - 1], doubleSpaced);
  return opens || stopEnd.test((lines[start - 1] as OutlineLine).text) ? start : undefined;
}

/** Cuts the lines after a heading at its labels; a new block inside a guideline line has lost its label. */
function cutParts(lines: readonly OutlineLine[], doubleSpaced: boolean): ItemPart[] {
  const parts: ItemPart[] = [];
  let current: ItemPart | undefined;
  let previous: OutlineLine | undefined;
  for (const line of lines) {
    if (line.mark?.kind === 'label') {
      current = { label: line.mark.label, lines: [line] };
      parts.push(current);
    } else {
      const inGuidelineLine = current?.label === 'claims' || current?.label === 'maximus';
      const lost =
        inGuidelineLine && stopEnd.test(previous?.text ?? '') && opensBlock(line, previous, doubleSpaced);
      if (!current || lost) {
        current = { label: undefined, lines: [] };
        parts.push(current);
      }
      current.lines.push(line);
    }
    previous = line;
  }
  return parts;
}
