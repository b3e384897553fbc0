import { requestChangesOf } from '../facts/index.ts';
import type { SourceRange } from '../syntax/index.ts';
import { reportMeasures } from './measure-mismatch.ts';
import { reportChanges } from './request-change.ts';
import { type Rule, rangeOf } from './rule.ts';

/** Finds a strength that differs between mentions of the same request, or between the clauses of one heading. */
export const strengthMismatch: Rule = {
  id: 'strength-mismatch',
  family: 'content',
  severity: 'warning',
  purpose: 'Finds a strength of a drug that differs between the heading and a repetition of the request',
  why: 'Another strength is another prescription; the letter then does not say which one it decides.',
  source: 'Seen in 4 of 194 real determinations of winter 2016/17.',
  examples: [
    {
      wrong: {
        items: [
          {
            heading: 'Baclofen 10mg #45: Upheld',
            rationale: 'Therefore, the request for Baclofen 20mg #45 is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            heading: 'Baclofen 10mg #45: Upheld',
            rationale:
              'Tizanidine 4mg was tried. Therefore, the request for Baclofen 10 mg #45 is not medically necessary.',
          },
        ],
      },
    },
    {
      wrong: {
        items: [
          {
            heading:
              'Norco 10/325mg #60 was the original request. Norco 10/325mg #30 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Norco 5/325mg #30 is: Upheld',
          },
        ],
      },
      right: {
        items: [
          {
            heading:
              'Norco 10/325mg #60 was the original request. Norco 10/325mg #30 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Norco 10/325mg #30 is: Upheld',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const reported: SourceRange[] = [];
    reportChanges(facts, 'strength', (change) => {
      reported.push(rangeOf(change.at));
      report(change);
    });
    // The grams of a cream may have been told as its quantity.
    for (const { kind, at } of requestChangesOf(facts)) if (kind === 'quantity') reported.push(rangeOf(at));
    reportMeasures(facts, ['strength'], reported, report);
  },
};
