import type { SourceRange } from '../syntax/index.ts';
import { reportMeasures } from './measure-mismatch.ts';
import { reportChanges } from './request-change.ts';
import { reportRequested } from './requested-amount.ts';
import { type Report, type Rule, rangeOf } from './rule.ts';

/** Finds a quantity, number of visits, frequency or duration that differs between mentions of the same request. */
export const quantityMismatch: Rule = {
  id: 'quantity-mismatch',
  family: 'content',
  severity: 'warning',
  purpose:
    'Finds a quantity, frequency or duration in a repetition of the request that differs from the heading',
  why: 'The determination decides the quantity that was asked for; another number leaves open what is decided.',
  source: 'Seen in 4 of 194 real determinations of winter 2016/17.',
  examples: [
    {
      wrong: {
        items: [
          {
            heading: 'Physical therapy 2 times a week for 4 weeks: Upheld',
            rationale:
              'Therefore, the request for physical therapy 2 times a week for 6 weeks is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            heading: 'Physical therapy 2 times a week for 4 weeks: Upheld',
            rationale:
              'The guideline recommends 9-10 visits over 8 weeks. Therefore, the request for physical therapy two times a week for four weeks is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const reported: SourceRange[] = [];
    reportChanges(facts, 'quantity', (change) => {
      reported.push(rangeOf(change.at));
      report(change);
    });
    const tell = (found: Report): void => {
      reported.push(rangeOf(found.at));
      report(found);
    };
    reportMeasures(facts, ['visits', 'quantity'], reported, tell);
    reportRequested(facts, reported, report);
  },
};
