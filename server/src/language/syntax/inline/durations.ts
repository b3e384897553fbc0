import { matches } from '../../matches.ts';
import type { Measure } from '../nodes.ts';
import { numberWords } from '../number-words.ts';
import type { Draft } from './draft.ts';

/** A number by figures ("6", "2.5") or by its word; longer words first, so that "six" is not read for "sixteen". */
const numeral = `\\d{1,3}(?:\\.\\d)?|an?|${numberWords.slice(1).toReversed().join('|')}`;

/** "Two and a half years"; behind the unit in "a year and a half". */
const half = ' and (?:a|one)[ -]half';
const halfBehind = new RegExp(`^${half}\\b`, 'i');

/** The unit of a span, with what stands before it. */
const unitWord = /[ -](day|week|month|year|wk|mo|yr)s?\b(?![- ]old|\/| of age)/gi;

/** The number before a unit: "6", "two (2)", "3-4", "two and a half", "a". */
const count = new RegExp(
  `(?<![\\w./-])(${numeral})(${half})?(?: ?\\(\\d{1,3}\\))?(?:(?: ?- ?| to | or )(${numeral})(${half})?)?$`,
  'i',
);

/** Longest number that is read, in characters: "twelve (12) to eighteen", "twenty-two and a half". */
const reach = 26;

/** "44 year old", "44-year-old", "44 years of age", "44 y/o", "aged 44". */
const age =
  /(?<![\w./-])(\d{1,3})(?: |-)?(?:years?(?: |-)old|years? of age|y\/o|yo)\b|\b(?:aged|age of) (\d{1,3})\b/gi;

const units: Readonly<Record<string, string>> = { wk: 'week', mo: 'month', yr: 'year' };

/** Finds spans of time ("6 months", "two (2) weeks", "3-4 weeks") and ages; `unit` is `day`, `week`, `month` or `year`. */
export function findDurations(text: string): Draft<Measure>[] {
  const found: Draft<Measure>[] = [];
  for (const match of matches(unitWord, text)) {
    const from = Math.max(0, match.index - reach);
    const number = count.exec(text.slice(from, match.index));
    if (!number) continue;
    const unit = (match[1] ?? '').toLowerCase();
    const behind = halfBehind.exec(text.slice(match.index + match[0].length))?.[0] ?? '';
    const [, first = '', firstHalf, second, secondHalf] = number;
    const values = [numberOf(first) + (firstHalf ? 0.5 : 0)];
    if (second !== undefined) values.push(numberOf(second) + (secondHalf ? 0.5 : 0));
    if (behind !== '') values.push((values.pop() as number) + 0.5);
    const start = from + number.index;
    const end = match.index + match[0].length + behind.length;
    found.push({ type: 'measure', kind: 'duration', values, unit: units[unit] ?? unit, start, end });
  }
  for (const match of matches(age, text)) {
    found.push({
      type: 'measure',
      kind: 'age',
      values: [Number(match[1] ?? match[2])],
      unit: 'year',
      ...span(match),
    });
  }
  return found;
}

function numberOf(text: string): number {
  const word = text.toLowerCase();
  if (word === 'a' || word === 'an') return 1;
  const index = numberWords.indexOf(word);
  return index >= 0 ? index : Number(text);
}

function span(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length };
}
