import { type CaseFacts, type DateFact, dateFactsOf, daysBetween, inYear, keyDate } from '../facts/index.ts';
import { bodyDays, sameKind, textBefore } from './date-mentions.ts';
import { changeTo, happenings, headerDate, isRequestFor, monthSlipFits, placeOf } from './date-support.ts';
import { inDates } from './in-dates.ts';
import type { Rule } from './rule.ts';

/** Words that speak of the time to come. */
const ahead =
  /\b(?:scheduled|until|till|will|would|should|plan(?:ned|s)?|upcoming|next|anticipate[ds]?|expect(?:ed|s)?|expires?|ends?|through|by|due(?! to\b)|due to (?:be|begin|deliver|end|expire|return|start)|edd|estimated|(?:is|are|was|were) (?:set|to)|set for|hearing|deposition|deadline|trial (?:date|is|was|set|on))\b/i;

/** A review is decided well within a year of the denial. */
const daysToDecide = 365;

/** Finds things said to have happened after the day on which the letter was decided. */
export const dateFuture: Rule = {
  id: 'date-future',
  family: 'dates',
  severity: 'error',
  purpose: 'Finds a visit, report or decision dated after the decision of the letter itself',
  why: 'The reviewer cannot have read what had not happened; mostly the year is that of the new calendar.',
  source:
    'Case chronology: 8 CCR 9792.10.6; no true date after the decision was met in 194 real determinations.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. On 11/10/2017 he complained of low back pain.',
      },
      right: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. On 11/10/2016 he complained of low back pain.',
      },
    },
  ],
  check: inDates((facts, report) => {
    const limit = limitOf(facts);
    if (!limit) return;
    for (const date of dateFactsOf(facts)) {
      if (!date.iso || date.how === 'header' || date.iso <= limit.iso) continue;
      if (!happenings.has(date.role) && date.role !== 'other' && date.role !== 'injury') continue;
      // A key date that the header gives otherwise is reported as a mismatch.
      if (
        (date.role === 'ur' || date.role === 'injury' || date.role === 'application') &&
        headerDate(facts, date.role)
      )
        continue;
      if (ahead.test(before(date))) continue;
      const earlier = inYear(
        date.iso,
        Number(limit.iso.slice(0, 4)) - (date.iso.slice(4) > limit.iso.slice(4) ? 1 : 0),
      );
      const injury = keyDate(facts, 'injury')?.iso;
      const possible = earlier && (injury === undefined || earlier >= injury) ? earlier : undefined;
      // Of a request a year may be wrong only where that brings it to the review that decided it.
      const fitting =
        possible && date.role === 'request' && keyDate(facts, 'ur') && !isRequestFor(facts, date, possible)
          ? undefined
          : possible;
      // The same event under another date in this letter tells more than the year.
      const hasTwin =
        fitting !== undefined &&
        bodyDays(facts)
          .daysFor(date.iso)
          .some(
            (day) =>
              day !== fitting &&
              day <= limit.iso &&
              bodyDays(facts)
                .on(day)
                .some((other) => sameKind(other, date)),
          );
      report({
        at: placeOf(date),
        message: `${date.text} lies after ${limit.name}${fitting ? '; the year may be wrong' : ''}.`,
        severity: date.certainty === 'sure' && limit.sure ? 'error' : 'warning',
        related: [{ at: placeOf(limit.source), message: limit.source.text }],
        fixes: fitting
          ? [
              changeTo(
                date,
                fitting,
                !hasTwin && !monthSlipFits(date.iso, injury ?? '', keyDate(facts, 'ur')?.iso ?? limit.iso),
              ),
            ]
          : [],
      });
    }
  }),
};

/** The last day on which anything in the letter can have happened. */
function limitOf(
  facts: CaseFacts,
): { iso: string; name: string; source: DateFact; sure: boolean } | undefined {
  const decision = headerDate(facts, 'decision');
  const assigned = headerDate(facts, 'assigned');
  if (decision?.iso) {
    // A decision dated before its assignment is itself the slip.
    if (assigned?.iso && decision.iso < assigned.iso) return undefined;
    return { iso: decision.iso, name: `the decision of ${decision.text}`, source: decision, sure: true };
  }
  const review = keyDate(facts, 'ur');
  if (!review) return undefined;
  const iso = new Date(Date.parse(review.iso) + daysToDecide * 86_400_000).toISOString().slice(0, 10);
  // Other dates of that time show that it is the review's date that is wrong.
  const later = dateFactsOf(facts).filter((date) => date.iso !== undefined && daysBetween(iso, date.iso) > 0);
  if (later.length > 2) return undefined;
  return {
    iso,
    name: `the utilization review of ${review.source.text} by more than a year`,
    source: review.source,
    sure: false,
  };
}

/** What stands before a date in its sentence. */
function before(date: DateFact): string {
  return textBefore(date).slice(-120);
}
