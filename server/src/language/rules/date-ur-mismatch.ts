import { daysBetween } from '../facts/index.ts';
import { disagreementReport, disagreementsOf } from './date-disagreement.ts';
import { textAfter, textBefore } from './date-mentions.ts';
import { inDates } from './in-dates.ts';
import type { Rule } from './rule.ts';

const appealed =
  /\b(?:on|upon|after) (?:an? |the |its )?(?:internal )?(?:appeal|reconsideration)\b|\b(?:appeal|reconsideration) (?:of|dated|made|filed|was)\b|\bresubmitted\b|\bmaintained\b/i;

/** "A prior denial of D": another review than the one that was appealed, where its day is no slip for that one's. */
const another =
  /\b(?:another|(?:an?|one) (?:earlier|prior|previous|separate|first|second|different|former))\b[^.;]{0,40}$/i;

/** "Utilization review on D approved therapy": not the one that denied. */
const approving = /^,? (?:approved|certified|authorized|allowed|granted)\b/i;

/**
 * Finds a utilization review whose date in the text is not the header's UR Denial Date, or, without a header, two
 * mentions of the review that a slip of the key sets apart.
 */
export const dateUrMismatch: Rule = {
  id: 'date-ur-mismatch',
  family: 'dates',
  severity: 'warning',
  purpose:
    'Finds a date of the utilization review in the text that differs from the header or from another mention',
  why: 'The review decides which denial is appealed and whether the application came in time; two dates leave that open.',
  source: 'Lab. Code 4610.5(h); 12 of 194 real determinations of winter 2016/17 hold this slip.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. A prior review dated 11/11/2016 denied the request.',
      },
      right: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. A prior review dated 11/21/2016 denied the request.',
      },
    },
  ],
  check: inDates((facts, report) => {
    for (const disagreement of disagreementsOf(facts, 'ur')) {
      const { odd, standard, supporters, slip } = disagreement;
      const first = odd[0];
      if (!first?.iso || !standard.iso) continue;
      // "UR upheld its denial on appeal on D": another day of the same review.
      if (appealed.test(first.sentence?.text ?? '')) continue;
      const fromHeader = standard.how === 'header';
      // With another mention that agrees, or without a header, a day far off is likely another review.
      if (!slip && (supporters.length > 0 || !fromHeader)) continue;
      // "A first review, that of D, deferred; the second, of the header's day, denied": both are told.
      if (
        supporters.length > 0 &&
        (another.test(textBefore(first)) || supporters.some(({ sentence }) => sentence === first.sentence))
      )
        continue;
      if (!slip && (another.test(textBefore(first)) || approving.test(textAfter(first)))) continue;
      if (!slip && (first.certainty !== 'sure' || Math.abs(daysBetween(first.iso, standard.iso)) > 120))
        continue;
      report(disagreementReport('ur', disagreement));
    }
  }),
};
