import { type CaseFacts, type DateFact, dateFactsOf, daysBetween } from '../facts/index.ts';
import { gather } from '../gather.ts';
import { disagreementsOf } from './date-disagreement.ts';
import { textBefore } from './date-mentions.ts';
import { effectBeforeOperation, notedByReview, resultBeforeStudy } from './date-order-events.ts';
import { headerDate, placeOf, textDates } from './date-support.ts';
import { inDates } from './in-dates.ts';
import type { Report, Rule } from './rule.ts';

/** Header dates in the order in which they must come; each may share a day with the next. */
const order: readonly (readonly [role: DateFact['role'], name: string])[] = [
  ['injury', 'injury'],
  ['ur', 'UR denial'],
  ['application', 'receipt of the application'],
  ['assigned', 'assignment'],
  ['decision', 'decision'],
];

/** Finds dates whose order cannot be: a denial before the request it decides, an application before the denial. */
export const dateOrder: Rule = {
  id: 'date-order',
  family: 'dates',
  severity: 'error',
  purpose:
    'Finds dates in an order that cannot be: injury, request, denial, application, assignment, decision; a result told before its study or operation',
  why: 'One of the two dates must be wrong.',
  source:
    'Lab. Code 4610, 4610.5, 4610.6; the order held in 194 of 194 real determinations of winter 2016/17.',
  examples: [
    {
      wrong: { header: { 'Application Received': '11/19/2016' } },
      right: { header: { 'Application Received': '11/22/2016' } },
    },
    {
      wrong: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. The request for authorization dated 11/24/2016 asked for Baclofen. The utilization review dated 11/21/2016 denied it.',
      },
      right: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. The request for authorization dated 11/21/2016 asked for Baclofen. The utilization review dated 11/21/2016 denied it.',
      },
    },
    {
      wrong: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. On 11/08/2016 the physician reviewed the MRI of 11/18/2016, which was normal.',
      },
      right: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. On 11/28/2016 the physician reviewed the MRI of 11/18/2016, which was normal.',
      },
    },
  ],
  check(facts, report) {
    orderOfDates(facts, report);
    effectBeforeOperation(facts, report);
  },
};

const orderOfDates = inDates((facts, report) => {
  headerOrder(facts, report);
  requestBeforeReview(facts, report);
  requestBeforeVisit(facts, report);
  backwardRanges(facts, report);
  notedByReview(facts, report);
  resultBeforeStudy(facts, report);
});

function headerOrder(facts: CaseFacts, report: (report: Report) => void): void {
  const dates = gather(order, ([role, name]) => {
    const date = headerDate(facts, role) ?? (role === 'application' ? textDates(facts, role)[0] : undefined);
    return date ? [{ date, name }] : [];
  });
  // A key date that the text gives otherwise is reported as a mismatch, with the fix.
  const doubtful = new Set(
    (['injury', 'ur', 'application'] as const)
      .filter((role) => disagreementsOf(facts, role).some(({ wrong }) => wrong === 'standard'))
      .map((role): DateFact['role'] => role),
  );
  const settled = dates.filter(({ date }) => !doubtful.has(date.role));
  for (let i = 1; i < settled.length; i++) {
    const later = settled[i] as (typeof settled)[number];
    const earlier = settled[i - 1] as (typeof settled)[number];
    if ((later.date.iso as string) >= (earlier.date.iso as string)) continue;
    report({
      at: placeOf(later.date),
      message: `The ${later.name} (${later.date.text}) is dated before the ${earlier.name} (${earlier.date.text}).`,
      related: [{ at: placeOf(earlier.date), message: `${earlier.name}: ${earlier.date.text}` }],
    });
  }
}

/** The review decides a request that lies before it: at least one request must. */
function requestBeforeReview(facts: CaseFacts, report: (report: Report) => void): void {
  const review = headerDate(facts, 'ur') ?? textDates(facts, 'ur')[0];
  if (!review?.iso || disagreementsOf(facts, 'ur').length > 0) return;
  const requests = textDates(facts, 'request').filter((date) => date.certainty === 'sure');
  const first = requests[0];
  if (!first || requests.some((date) => (date.iso as string) <= (review.iso as string))) return;
  report({
    at: placeOf(first),
    message: `The request for authorization is dated ${first.text}, after the utilization review of ${review.text} that decided it.`,
    severity: 'warning',
    related: [{ at: placeOf(review), message: `Utilization review ${review.text}` }],
  });
}

/** A request signed a day or two before the only visit that can have led to it. */
function requestBeforeVisit(facts: CaseFacts, report: (report: Report) => void): void {
  const review = headerDate(facts, 'ur') ?? textDates(facts, 'ur')[0];
  const requests = textDates(facts, 'request').filter((date) => date.certainty === 'sure');
  const request = requests[0];
  if (!review?.iso || !request?.iso || requests.length > 1) return;
  const visits = dateFactsOf(facts).filter(
    (date) =>
      (date.role === 'visit' || date.role === 'report') &&
      date.iso !== undefined &&
      date.section === 'summary',
  );
  const visit = visits[0];
  if (!visit?.iso || daysBetween(request.iso, visit.iso) > 2) return;
  if (visits.some((date) => (date.iso as string) <= (request.iso as string))) return;
  if (!visits.every((date) => (date.iso as string) <= (review.iso as string))) return;
  report({
    at: placeOf(request),
    message: `The request for authorization (${request.text}) is dated before the first visit that the summary tells (${visit.text}).`,
    severity: 'information',
    related: [{ at: placeOf(visit), message: `Visit ${visit.text}` }],
  });
}

/** "The date was amended from 01/16/2017 to 01/15/2017": no range. */
const changedFrom =
  /\b(?:amend|chang|mov|correct|advanc|postpon|shift|reschedul|revis|adjust|alter|updat|push|brought|back)(?:ed|ing|s)?\b[^.;]{0,40}\bfrom $/i;

/** "12-21-2016 to 11-21-2016". */
function backwardRanges(facts: CaseFacts, report: (report: Report) => void): void {
  const dates = dateFactsOf(facts);
  for (const [index, from] of dates.entries()) {
    const to = dates[index + 1];
    if (from.range !== 'from' || to?.range !== 'to' || !from.iso || !to.iso || from.iso <= to.iso) continue;
    if (changedFrom.test(textBefore(from))) continue;
    report({
      at: placeOf(to),
      message: `This range runs backwards: ${from.text} lies after ${to.text}.`,
      related: [{ at: placeOf(from), message: from.text }],
    });
  }
}
