import { reportChanges } from './request-change.ts';
import type { Rule } from './rule.ts';

/** Finds a spinal level that differs between an item's heading and a place that repeats the request. */
export const levelMismatch: Rule = {
  id: 'level-mismatch',
  family: 'content',
  severity: 'warning',
  purpose: 'Finds a spinal level in a repetition of the request that differs from the heading',
  why: 'An injection or operation is authorized for a level; another level is another treatment.',
  source: 'Comparison of the request as the heading prints it with its repetitions in the letter.',
  examples: [
    {
      wrong: {
        items: [
          {
            heading: 'Right L4-5 transforaminal epidural steroid injection: Upheld',
            rationale:
              'Therefore, the request for a right L5-S1 transforaminal epidural steroid injection is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            heading: 'Right L4-5 transforaminal epidural steroid injection: Upheld',
            rationale:
              'The study showed a disc protrusion at L5-S1. Therefore, the request for a right L4-5 transforaminal epidural steroid injection is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    reportChanges(facts, 'level', report);
  },
};
