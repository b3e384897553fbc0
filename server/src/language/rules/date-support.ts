import { type CaseFacts, type DateFact, dateFactsOf, daysBetween, keyDate, perCase } from '../facts/index.ts';
import { grouped } from '../gather.ts';
import { writeDate } from '../syntax/index.ts';
import type { Place, Report } from './rule.ts';

/** The place of a date, to report or to edit. */
export function placeOf(date: DateFact): Place {
  return date.node.type === 'date' && date.block
    ? { block: date.block, start: date.node.start, end: date.node.end }
    : date.node;
}

/** A day as this mention would print it: in its own format. */
function printedAs(date: DateFact, iso: string): string {
  return writeDate(iso, date.format);
}

type FixOf = NonNullable<Report['fixes']>[number];

/** A fix that writes another day at one or more mentions, each in its own format. */
export function changeTo(
  dates: DateFact | readonly DateFact[],
  iso: string,
  preferred: boolean,
  where = '',
): FixOf {
  const list = Array.isArray(dates) ? (dates as readonly DateFact[]) : [dates as DateFact];
  const first = list[0] as DateFact;
  return {
    title: `Change ${where === '' ? '' : `${where} `}to ${printedAs(first, iso)}`,
    edits: list.map((date) => ({ at: placeOf(date), text: printedAs(date, iso) })),
    preferred,
  };
}

/** "1 other mention", "3 other mentions". */
export function others(count: number): string {
  return `${count} other mention${count === 1 ? '' : 's'}`;
}

/** Sure or likely dates of a role in the text, header left out. */
export function textDates(facts: CaseFacts, role: DateFact['role']): readonly DateFact[] {
  return byRole(facts).get(role) ?? [];
}

const byRole = perCase((facts) =>
  grouped(
    dateFactsOf(facts).filter(
      ({ how, certainty, iso }) => how !== 'header' && certainty !== 'guess' && iso !== undefined,
    ),
    ({ role }) => role,
  ),
);

/** The header's date of a role, where it is a possible day. */
export function headerDate(facts: CaseFacts, role: DateFact['role']): DateFact | undefined {
  return headerDates(facts).find((date) => date.role === role && date.iso !== undefined);
}

const headerDates = perCase((facts) => dateFactsOf(facts).filter(({ how }) => how === 'header'));

/** Roles of things that happened to the patient or in the handling of the claim. */
export const happenings = new Set<DateFact['role']>([
  'service',
  'visit',
  'report',
  'request',
  'ur',
  'application',
  'study',
  'procedure',
  'therapy',
  'since',
]);

/** Whether another month alone would bring a day into the span of the case: then its year need not be wrong. */
export function monthSlipFits(iso: string, from: string, to: string): boolean {
  for (let month = 1; month <= 12; month++) {
    const other = `${iso.slice(0, 5)}${month < 10 ? '0' : ''}${month}${iso.slice(7)}`;
    if (other !== iso && other >= from && other <= to) return true;
  }
  return false;
}

/** A request is decided within days, at most weeks; the review reports are seldom older than two months. */
const daysToReview = 75;

/** Whether a day can be that of the request (or of another report of the review) that the utilization review decided. */
export function isRequestFor(facts: CaseFacts, date: DateFact, day: string): boolean {
  const review = keyDate(facts, 'ur')?.iso;
  if (date.role !== 'request' || review === undefined) return false;
  const days = daysBetween(day, review);
  return days >= 0 && days <= daysToReview;
}
