import type { Measure } from '../nodes.ts';
import type { Draft } from './draft.ts';

const numberWords = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
];

const numeral = `\\d{1,3}|an?|${numberWords.slice(1).join('|')}`;

/** "6 months", "two (2) weeks", "3-4 weeks", "a 12-month course". */
const duration = new RegExp(
  `(?<![\\w./-])(${numeral})(?: ?\\(\\d{1,3}\\))?(?:(?: ?- ?| to | or )(${numeral}))?(?: |-)(day|week|month|year|wk|mo|yr)s?\\b(?![- ]old)`,
  'gi',
);

/** "44 year old", "44-year-old", "44 years of age", "44 y/o", "aged 44". */
const age = /(?<![\w./-])(\d{1,3})(?: |-)?(?:years?(?: |-)old|years? of age|y\/o|yo)\b|\b(?:aged|age of) (\d{1,3})\b/gi;

const units: Readonly<Record<string, string>> = { wk: 'week', mo: 'month', yr: 'year' };

/** Finds spans of time and ages; `unit` is `day`, `week`, `month` or `year`. */
export function findDurations(text: string): Draft<Measure>[] {
  const found: Draft<Measure>[] = [];
  for (const match of text.matchAll(duration)) {
    const unit = (match[3] ?? '').toLowerCase();
    const values = [match[1], match[2]].filter((part) => part !== undefined).map(valueOf);
    found.push({ type: 'measure', kind: 'duration', values, unit: units[unit] ?? unit, ...span(match) });
  }
  for (const match of text.matchAll(age)) {
    found.push({ type: 'measure', kind: 'age', values: [Number(match[1] ?? match[2])], unit: 'year', ...span(match) });
  }
  return found;
}

function valueOf(text: string): number {
  const word = text.toLowerCase();
  if (word === 'a' || word === 'an') return 1;
  const index = numberWords.indexOf(word);
  return index >= 0 ? index : Number(text);
}

function span(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length };
}
