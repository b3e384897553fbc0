import { type CaseFacts, type DateFact, dateFactsOf } from '../facts/index.ts';
import { findDates } from '../syntax/index.ts';
import { placeOf } from './date-support.ts';
import { inDates } from './in-dates.ts';
import type { Rule } from './rule.ts';

/** Finds days, months and years that cannot be: 13/45/2016, February 30, the years 20216 and 3026. */
export const dateImpossible: Rule = {
  id: 'date-impossible',
  family: 'dates',
  severity: 'error',
  purpose: 'Finds a date whose day, month or year cannot exist',
  why: 'No record can bear such a date, so the reader cannot tell which one is meant.',
  source: 'Calendar; 2 of 194 real determinations of winter 2016/17 hold such a year.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. On November 31, 2016 he complained of low back pain.',
      },
      right: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. On November 30, 2016 he complained of low back pain.',
      },
    },
    {
      wrong: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. He had surgery in June 20116.',
      },
      right: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. He had surgery in June 2016.',
      },
    },
  ],
  check: inDates((facts, report) => {
    for (const date of dateFactsOf(facts)) {
      if (date.possible) continue;
      const repairs = repairsOf(facts, date);
      report({
        at: placeOf(date),
        message: `${date.text} is no possible date: ${reason(date)}.`,
        fixes: repairs.map((text) => ({
          title: `Change to ${text}`,
          edits: [{ at: placeOf(date), text }],
          preferred: repairs.length === 1,
        })),
      });
    }
  }),
};

function reason(date: DateFact): string {
  if (date.year < 1900 || date.year > 2100) return `there is no year ${date.year} in a letter`;
  if (date.month !== undefined && (date.month < 1 || date.month > 12))
    return `there is no month ${date.month}`;
  return `that month has no day ${date.day}`;
}

/** Texts that a slip could have come from: a year of the case one key away, or day and month exchanged. */
function repairsOf(facts: CaseFacts, date: DateFact): string[] {
  const texts = new Set<string>();
  const years = dateFactsOf(facts)
    .filter((other) => other.possible && other.role !== 'birth')
    .map((other) => other.year);
  if (date.year < 1900 || date.year > 2100) {
    const printed = String(date.year);
    for (const year of new Set(years)) {
      if (oneEdit(printed, String(year))) texts.add(date.text.replace(printed, String(year)));
    }
  } else if (date.month !== undefined && date.day !== undefined && date.month > 12 && date.day <= 12) {
    texts.add(date.text.replace(/^(\d{1,2})(\D+)(\d{1,2})/, '$3$2$1'));
  }
  return [...texts].filter((text) => findDates(text)[0]?.possible === true);
}

/** Whether one text becomes the other by one key added, left out or changed, or two exchanged. */
function oneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a.charAt(i) === b.charAt(i)) i++;
  if (a.slice(i + 1) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i) || a.slice(i) === b.slice(i + 1))
    return true;
  const exchanged = a.charAt(i) === b.charAt(i + 1) && a.charAt(i + 1) === b.charAt(i);
  return exchanged && a.slice(i + 2) === b.slice(i + 2);
}
