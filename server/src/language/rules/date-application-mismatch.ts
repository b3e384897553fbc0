import { disagreementsOf } from './date-disagreement.ts';
import { changeTo, placeOf } from './date-support.ts';
import { inDates } from './in-dates.ts';
import type { Rule } from './rule.ts';

/**
 * Finds an application for independent medical review that the text dates after the header's "Application
 * Received", or far before it: an application is signed some days before it is received, never after.
 */
export const dateApplicationMismatch: Rule = {
  id: 'date-application-mismatch',
  family: 'dates',
  severity: 'warning',
  purpose: 'Finds a date of the application for review in the text that cannot be that of the header',
  why: 'Whether the application came within 30 days of the denial hangs on its date.',
  source: 'Lab. Code 4610.5(h)(1): 30 days from the service of the UR decision; mail adds some days.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. On 12/29/2016, the injured worker submitted an application for IMR.',
      },
      right: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. On 11/28/2016, the injured worker submitted an application for IMR.',
      },
    },
  ],
  check: inDates((facts, report) => {
    for (const { odd, standard, wrong, slip } of disagreementsOf(facts, 'application')) {
      const first = odd[0];
      if (!first?.iso || !standard.iso) continue;
      const mailed = first.iso < standard.iso && wrong !== 'odd';
      if (mailed || (!slip && first.certainty !== 'sure')) continue;
      const fromHeader = standard.how === 'header';
      report({
        at: placeOf(first),
        message: `The text dates the application ${first.text}, but ${fromHeader ? 'the header says it was received' : 'another mention says'} ${standard.text}.`,
        related: [{ at: placeOf(standard), message: `Application ${standard.text}` }],
        fixes: [
          changeTo(odd, standard.iso, wrong === 'odd'),
          changeTo(
            standard,
            first.iso,
            wrong === 'standard',
            fromHeader ? 'the header' : 'the other mention',
          ),
        ],
      });
    }
  }),
};
