import { matches } from '../../matches.ts';
import { monthNames } from '../month-names.ts';
import type { DateValue } from '../nodes.ts';

/** A date found in folded text. */
export interface FoundDate extends DateValue {
  start: number;
  end: number;
  /** How it is written: `M` or `MM`, `D` or `DD`, `YY` or `YYYY`, with the separators as printed. */
  format: string;
}

const months = new Map<string, number>();
for (const [index, name] of monthNames.entries()) {
  months.set(name, index + 1);
  months.set(name.slice(0, 3), index + 1);
}
months.set('sept', 9);

/**
 * `12/30/2016`, `1-9-17`, `10/14/ 2016`. A neighbouring digit, dot, slash, hyphen, per cent sign or unit tells a
 * dose or a score ("320.5-30-16mg", "5-10/10"), a letter before tells a level or a number ("L4-5", "CM16-…").
 */
const numeric =
  /(?<![\d/.\-A-Za-z#$])(\d{1,2})( ?[/-] ?)(\d{1,2})( ?[/-] ?)(\d{2,5})(?![\d%]|[/-]\d|\.\d| ?(?:mg|mcg|ml|g|gm|mm|cm|kg|kgs|lbs?|pounds|psi|degrees|mmHg)\b)/g;

/** `September 29, 2015`, `Sept. 4 2014`, `October 2014`; five digits are read so that "3026" and "20216" are seen. */
const named =
  /(?<![A-Za-z])([JFMASOND][a-z]{2,8})(\.?) (?:(\d{1,2})(st|nd|rd|th)?(,? ))?(\d{4,5})(?![\d%/-]|\.\d| ?(?:mg|mcg|ml)\b)/g;

/** `2016-11-03`. */
const iso = /(?<![\d/.\-A-Za-z])(\d{4})-(\d{2})-(\d{2})(?![\d%/-])/g;

/** `5/2002`, `9-2016`: month and year. */
const monthYear = /(?<![\d/.\-A-Za-z#$])(\d{1,2})([/-])((?:19|20)\d{2})(?![\d%/-]|\.\d| ?(?:mg|mcg|ml)\b)/g;

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month; 29 for February of leap years. */
function daysIn(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (monthDays[month - 1] as number) + (leap ? 1 : 0);
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** Builds a date; `possible` is false for days, months and years that cannot be in a letter. */
function foundDate(
  match: RegExpExecArray,
  year: number,
  month: number | undefined,
  day: number | undefined,
  format: string,
): FoundDate {
  const yearPossible = year >= 1900 && year <= 2100;
  const monthPossible = month === undefined || (month >= 1 && month <= 12);
  const dayPossible =
    day === undefined ||
    (day >= 1 && day <= (monthPossible && month !== undefined && yearPossible ? daysIn(year, month) : 31));
  const possible = yearPossible && monthPossible && dayPossible;
  const iso =
    possible && month !== undefined && day !== undefined ? `${year}-${two(month)}-${two(day)}` : undefined;
  const start = match.index;
  return { year, month, day, iso, possible, start, end: start + match[0].length, format };
}

/** Two-digit years: up to 49 is this century (injuries and visits), later ones the last (births). */
function fullYear(text: string): number {
  const value = Number(text);
  if (text.length !== 2) return value;
  return value < 50 ? 2000 + value : 1900 + value;
}

/**
 * Finds the dates of a folded text, in order. Numbers that only look like dates (pain scores, doses, spinal
 * levels, visit ranges) are left alone; a date with an impossible part is returned with `possible: false` when
 * its form leaves no doubt that a date is meant.
 */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of matches(numeric, text)) {
    const date = numericDate(match);
    if (date) found.push(date);
  }
  for (const match of matches(named, text)) {
    if (isMonth(match[1] ?? '')) found.push(namedDate(match));
  }
  for (const match of matches(iso, text)) {
    found.push(foundDate(match, Number(match[1]), Number(match[2]), Number(match[3]), 'YYYY-MM-DD'));
  }
  for (const match of matches(monthYear, text)) {
    const month = Number(match[1]);
    if (month < 1 || month > 12) continue;
    const format = `${match[1]?.length === 2 ? 'MM' : 'M'}${match[2]}YYYY`;
    found.push(foundDate(match, Number(match[3]), month, undefined, format));
  }
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
}

const announcing = /(?:\bon|\bdated|\bof|\bfrom|\bDOS:?|\() ?$/i;
const measuring = /\b(?:grip|strength|jamar|dynamomet|pinch|readings?|pounds|lbs|kg|motion|degrees|score)/i;

/** Whether the words before announce a date: "on", "dated", "(". */
function announced(match: RegExpExecArray): boolean {
  return announcing.test(match.input.slice(Math.max(0, match.index - 8), match.index));
}

/** Whether the words before speak of readings: "grip strength of 20/12/16". */
function measured(match: RegExpExecArray): boolean {
  return measuring.test(match.input.slice(Math.max(0, match.index - 50), match.index));
}

function numericDate(match: RegExpExecArray): FoundDate | undefined {
  const [, first = '', before = '', second = '', after = '', last = ''] = match;
  if (before.trim() !== after.trim()) return undefined;
  const month = Number(first);
  const day = Number(second);
  const year = fullYear(last);
  const format = `${first.length === 2 ? 'MM' : 'M'}${before}${second.length === 2 ? 'DD' : 'D'}${after}${last.length === 2 ? 'YY' : 'YYYY'}`;
  const date = foundDate(match, year, month, day, format);
  // With a year of two or three digits, a number that is no day must stand where a date is due.
  const short = last.length < 4 && !date.possible;
  if (short) {
    const placed = announced(match) && (last.length === 3 || (year > 2009 && year < 2040));
    const inOrder = month <= 12 && day <= 31;
    // "20-10-16": day and month changed places, unless three readings stand there.
    const exchanged = month > 12 && month <= 31 && day >= 1 && day <= 12 && !measured(match);
    if (!placed || !(inOrder || exchanged)) return undefined;
  }
  return date;
}

/** Whether a word is the name of a month, in full or shortened. */
function isMonth(word: string): boolean {
  return months.has(word.toLowerCase());
}

function namedDate(match: RegExpExecArray): FoundDate {
  const [, name = '', dot = '', day, ordinal = '', comma = '', year = ''] = match;
  const month = months.get(name.toLowerCase().slice(0, 3));
  const long = monthNames.includes(name.toLowerCase()) ? 'Month' : 'Mon';
  const format =
    day === undefined
      ? `${long}${dot} YYYY`
      : `${long}${dot} ${day.length === 2 && day.startsWith('0') ? 'DD' : 'D'}${ordinal ? 'th' : ''}${comma}YYYY`;
  return foundDate(match, Number(year), month, day === undefined ? undefined : Number(day), format);
}

/** The date that a text as a whole is, e.g. the value of a header field. */
export function readDate(text: string): DateValue | undefined {
  const [found] = findDates(text.trim());
  if (!found) return undefined;
  return { year: found.year, month: found.month, day: found.day, iso: found.iso, possible: found.possible };
}

/** Writes a day in a format that {@link findDates} reported. */
export function writeDate(iso: string, format: string): string {
  const year = iso.slice(0, 4);
  const month = iso.slice(5, 7);
  const day = iso.slice(8);
  const name = monthNames[Number(month) - 1] ?? '';
  const long = name.charAt(0).toUpperCase() + name.slice(1);
  const ordinal = (n: number): string =>
    n % 10 === 1 && n !== 11
      ? 'st'
      : n % 10 === 2 && n !== 12
        ? 'nd'
        : n % 10 === 3 && n !== 13
          ? 'rd'
          : 'th';
  return format.replace(/Month|Mon|MM|M|DD|Dth|D|YYYY|YY/g, (part) => {
    switch (part) {
      case 'Month':
        return long;
      case 'Mon':
        return long.slice(0, 3);
      case 'MM':
        return month;
      case 'M':
        return String(Number(month));
      case 'DD':
        return day;
      case 'D':
        return String(Number(day));
      case 'Dth':
        return `${Number(day)}${ordinal(Number(day))}`;
      case 'YY':
        return year.slice(2);
      default:
        return year;
    }
  });
}
