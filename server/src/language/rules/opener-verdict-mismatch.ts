import { decisionsOf, type ItemDecision, outcomeOf } from '../facts/index.ts';
import type { Rule } from './rule.ts';

/**
 * Finds a rationale that opens against the verdict of its heading: "No, …" with Overturned, "Yes, …" with Upheld,
 * "Conversely" after the same verdict, "Similarly" after the opposite one.
 */
export const openerVerdictMismatch: Rule = {
  id: 'opener-verdict-mismatch',
  family: 'verdicts',
  severity: 'error',
  purpose: 'Finds an opening word ("Yes", "No", "Conversely", "Similarly") that goes against the verdicts',
  why: 'The first word of the rationale is its answer; readers take it for the decision.',
  source: 'Manner of the sample letters; no exception in 12 real rationales that open so.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'Yes, the request for Baclofen was not medically necessary, medically appropriate, or indicated here. Therefore, the request was not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'No, the request for Baclofen was not medically necessary, medically appropriate, or indicated here. Therefore, the request was not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    let previous: ItemDecision | undefined;
    for (const decision of decisionsOf(facts)) {
      const before = previous;
      previous = decision;
      const { item, rationale, opener } = decision;
      const verdict = item.verdict;
      // Where heading and conclusion disagree, an opener that goes with the conclusion is told with these.
      const outcome = outcomeOf(decision);
      if (!opener || !verdict) continue;
      const at = { block: rationale, start: opener.start, end: opener.end };
      if (opener.word === 'yes' || opener.word === 'no') {
        const right = verdict === 'Overturned' ? 'Yes' : 'No';
        if (opener.word === right.toLowerCase() || (outcome === 'Overturned') === (opener.word === 'yes'))
          continue;
        report({
          at,
          message: `The rationale opens with "${opener.word === 'yes' ? 'Yes' : 'No'}", but the heading says ${verdict}.`,
          related: item.heading ? [{ at: item.heading, message: `The verdict: ${verdict}` }] : [],
          fixes: [{ title: `Change to ${right}`, edits: [{ at, text: right }], preferred: true }],
        });
        continue;
      }
      const last = before?.item.verdict;
      if (opener.word === 'finally' || !last || before?.item.number !== item.number - 1) continue;
      const same = last === verdict;
      if (same === (opener.word === 'similarly')) continue;
      const byConclusions = outcomeOf(before) === outcome;
      if (
        (outcome !== verdict || outcomeOf(before) !== last) &&
        byConclusions === (opener.word === 'similarly')
      )
        continue;
      const right = same ? 'Similarly' : 'Conversely';
      report({
        at,
        severity: 'warning',
        message: same
          ? `"Conversely" announces a turn, but this item and the one before it are both ${verdict}.`
          : `"Similarly" announces the same outcome, but the item before it is ${last} and this one ${verdict}.`,
        related: before.item.heading
          ? [{ at: before.item.heading, message: `The item before: ${last}` }]
          : [],
        fixes: [{ title: `Change to ${right}`, edits: [{ at, text: right }], preferred: true }],
      });
    }
  },
};
