import { type CaseFacts, type DateFact, dateFactsOf, daysBetween } from '../facts/index.ts';
import { headerDate, placeOf, textDates } from './date-support.ts';
import { inDates } from './in-dates.ts';
import type { Report, Rule } from './rule.ts';

/**
 * Longest usual spans between two header dates, in days. Law: 30 days for the application and some for mail; 30 to 45
 * for the decision once the records are there. Measured on 194 determinations of winter 2016/17: 37, 33 and 39 at most.
 */
const usual: readonly (readonly [
  from: DateFact['role'],
  to: DateFact['role'],
  days: number,
  names: string,
])[] = [
  ['ur', 'application', 40, 'the UR denial and the receipt of the application'],
  ['application', 'assigned', 60, 'the receipt of the application and the assignment'],
  ['assigned', 'decision', 60, 'the assignment and the decision'],
];

/** Until 2014 reviews waited for months. */
const settledFrom = '2015-01-01';

/** A reviewer has the file for weeks, not days. */
const shortestReview = 5;

/** A review answers a request within weeks, a retrospective one within 30 days of the papers. */
const longestWait = 90;

/** Tells of spans between the steps of the case that are far from usual: mostly a slip in one of the two dates. */
export const dateInterval: Rule = {
  id: 'date-interval',
  family: 'dates',
  severity: 'information',
  purpose:
    'Tells of an unusually long or short span between request, denial, application, assignment and decision',
  why: 'A late application is not eligible, and a span of months mostly shows a slip in the month or year of a date.',
  source: 'Lab. Code 4610.5(h)(1), 4610.6(d); 8 CCR 9792.9.1; spans measured on 194 real determinations.',
  examples: [
    {
      wrong: { header: { 'Decision Date': '01/04/2018' } },
      right: { header: { 'Decision Date': '01/04/2017' } },
    },
    {
      wrong: {
        header: {
          'Application Received': '01/09/2017',
          'Date Assigned': '01/12/2017',
          'Decision Date': '02/10/2017',
        },
      },
      right: {},
    },
  ],
  check: inDates((facts, report) => {
    for (const [from, to, days, names] of usual) {
      const start = headerDate(facts, from);
      const end = headerDate(facts, to);
      if (!start?.iso || !end?.iso || end.iso < settledFrom) continue;
      const span = daysBetween(start.iso, end.iso);
      const short = to === 'decision' && span >= 0 && span < shortestReview;
      if (span <= days && !short) continue;
      report({
        at: placeOf(end),
        message: `Between ${names} (${start.text} and ${end.text}) lie ${span} days, ${short ? 'fewer' : 'more'} than usual.`,
        related: [{ at: placeOf(start), message: start.text }],
      });
    }
    waitForReview(facts, report);
  }),
};

/** The last thing told before the review, and the review. */
function waitForReview(facts: CaseFacts, report: (report: Report) => void): void {
  const review = headerDate(facts, 'ur') ?? textDates(facts, 'ur')[0];
  if (!review?.iso) return;
  const before = dateFactsOf(facts).filter(
    (date) =>
      (date.role === 'request' ||
        date.role === 'visit' ||
        date.role === 'report' ||
        date.role === 'service') &&
      date.iso !== undefined &&
      date.certainty !== 'guess' &&
      date.iso <= (review.iso as string),
  );
  const requests = before.filter((date) => date.role === 'request');
  const last = (requests.length > 0 ? requests : before).reduce<DateFact | undefined>(
    (latest, date) => (!latest || (date.iso as string) > (latest.iso as string) ? date : latest),
    undefined,
  );
  if (!last?.iso) return;
  const span = daysBetween(last.iso, review.iso);
  if (span <= (last.role === 'request' ? longestWait : 2 * longestWait)) return;
  // A later day of the text, whatever it is, may be a visit that is told in other words.
  const later = dateFactsOf(facts).some(
    ({ how, iso }) => how !== 'header' && iso && iso > (last.iso as string) && iso < (review.iso as string),
  );
  if (later && last.role !== 'request') return;
  report({
    at: placeOf(review),
    message: `The utilization review (${review.text}) came ${span} days after ${last.role === 'request' ? 'the request' : 'the last visit told'} (${last.text}).`,
    related: [{ at: placeOf(last), message: last.text }],
  });
}
