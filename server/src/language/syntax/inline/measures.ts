import { matches } from '../../matches.ts';
import type { Measure } from '../nodes.ts';
import { numberWords } from '../number-words.ts';
import type { Draft } from './draft.ts';

/** Spelt counts go as far as this here; higher ones are listed below. */
const spelt = numberWords.slice(0, 21);

const values = new Map<string, number>(spelt.map((word, value) => [word, value]));
values.set('twenty-four', 24).set('thirty', 30).set('once', 1).set('twice', 2).set('thrice', 3);

/** The number that a word or digits mean, or undefined. */
export function numberOf(text: string): number | undefined {
  const digits = Number(text);
  return text !== '' && Number.isFinite(digits) ? digits : values.get(text.toLowerCase());
}

const count = `(?:\\d{1,3}|${[...values.keys()].filter((word) => !/ce$/.test(word)).join('|')})`;

/** `10/325 mg`, `320.5-30-16mg`, `5 %`, `300mg/g`, `25mcg/hr`. */
const strength =
  /(?<![\w.])(\d+(?:\.\d+)?(?: ?[-/] ?\d+(?:\.\d+)?){0,4}) ?(mg|mcg|grams?|gms?|g|ml|%|units?|iu|meq)(?:\/(?:gm?|ml|hr|h))?(?![A-Za-z])/gi;

/** `#60`, `QTY: 45.00`, `quantity of 30`, `60 tablets`. */
const quantity =
  /(?:#|\bqty\b\.?:?|\bquantity(?: of|:)?) ?(\d{1,4})(?:\.0+)?(?![\d/])|(?<![\w./-])(\d{1,4}) (?:tablets?|tabs?|capsules?|caps|patches|pills|tubes?|refills?)\b/gi;

/** `12 sessions`, `six additional physical therapy visits`, `10-12 treatments`. */
const visits = new RegExp(
  `(?<![\\w./-])(${count})(?:(?: to |-)(${count}))?(?: [a-z]+){0,4}? (sessions?|visits?|treatments)\\b`,
  'i',
);

/** `2 times a week`, `two to three times weekly`, `twice daily`, `3x/week`, `2 per week`. */
const frequency = new RegExp(
  `(?<![\\w./-])(?:(${count})(?:(?: to |-)(${count}))? ?(?:times|time|x)|(once|twice|thrice))(?: ?/ ?| (?:a |per |each |every )?)(week|weekly|wk|month|monthly|day|daily)\\b`,
  'gi',
);

/** Finds strengths, quantities, numbers of visits and frequencies. */
export function findMeasures(text: string): Draft<Measure>[] {
  const found: Draft<Measure>[] = [];
  if (/\d/.test(text)) readStrengths(text, found);
  readVisits(text, found);
  if (/week|wk\b|month|day|daily/i.test(text)) readFrequencies(text, found);
  return found;
}

function readStrengths(text: string, found: Draft<Measure>[]): void {
  for (const match of matches(strength, text)) {
    const numbers = (match[1] ?? '').split(/ ?[-/] ?/).map(Number);
    found.push({ type: 'measure', kind: 'strength', values: numbers, unit: unitOf(match), ...span(match) });
  }
  for (const match of matches(quantity, text)) {
    found.push({
      type: 'measure',
      kind: 'quantity',
      values: [Number(match[1] ?? match[2])],
      unit: '',
      ...span(match),
    });
  }
}

/** What visits are called; the number is looked for in the words before. */
const visitWord = /(?:sessions?|visits?|treatments)\b/gi;
/** Longest "number to number" with four words behind it that is read, in characters. */
const visitReach = 120;

function readVisits(text: string, found: Draft<Measure>[]): void {
  let from = 0;
  for (const { index, 0: word } of matches(visitWord, text)) {
    const end = index + word.length;
    let start = Math.max(from, index - visitReach);
    // Never from the middle of a word or number.
    if (start > 0) start = text.indexOf(' ', start);
    const match = visits.exec(text.slice(start, end));
    if (!match || start + match.index + match[0].length !== end) continue;
    from = end;
    const unit = (match[3] ?? '').toLowerCase().replace(/s$/, '');
    found.push({
      type: 'measure',
      kind: 'visits',
      values: numbersOf(match[1], match[2]),
      unit,
      start: start + match.index,
      end,
    });
  }
}

function readFrequencies(text: string, found: Draft<Measure>[]): void {
  for (const match of matches(frequency, text)) {
    const unit = (match[4] ?? '')
      .toLowerCase()
      .replace(/ly$/, '')
      .replace('dai', 'day')
      .replace('wk', 'week');
    found.push({
      type: 'measure',
      kind: 'frequency',
      values: numbersOf(match[1] ?? match[3], match[2]),
      unit,
      ...span(match),
    });
  }
}

function unitOf(match: RegExpExecArray): string {
  const rate = /\/([a-z]+)$/i.exec(match[0])?.[1];
  const unit = (match[2] ?? '')
    .toLowerCase()
    .replace(/^units$/, 'unit')
    .replace(/^g(?:m|ram)s?$/, 'g');
  return rate !== undefined && /[a-z]/i.test(unit) ? `${unit}/${rate.toLowerCase()}` : unit;
}

function numbersOf(...texts: (string | undefined)[]): number[] {
  return texts.map((text) => text && numberOf(text)).filter((number) => typeof number === 'number');
}

function span(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length };
}
