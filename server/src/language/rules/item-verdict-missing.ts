import { decisionOf, verdictOf } from '../facts/index.ts';
import type { Rule } from './rule.ts';

/** Finds a heading of a disputed item that does not end in its verdict. */
export const itemVerdictMissing: Rule = {
  id: 'item-verdict-missing',
  family: 'verdicts',
  severity: 'error',
  purpose: 'Finds a heading of a disputed item without its verdict',
  why: 'The heading is what takes effect: it must say Upheld or Overturned.',
  source: 'The form: one of the two words in 439 of 439 headings.',
  examples: [{ wrong: { items: [{ heading: 'Baclofen 10mg #45' }] }, right: {} }],
  check(facts, report) {
    for (const item of facts.items) {
      const { heading } = item;
      if (!heading || heading.verdict) continue;
      const conclusion = decisionOf(item)?.conclusion;
      const end = heading.flow.text.length;
      const range = { start: heading.requestEnd, end };
      const verdict = conclusion && verdictOf(conclusion.necessary);
      report({
        at: heading,
        message: `The heading of item ${item.number} does not say whether the denial is upheld or overturned.`,
        fixes: verdict
          ? [
              {
                title: `Add ": ${verdict}"`,
                edits: [{ at: { block: heading, ...insertion(range) }, text: `: ${verdict}` }],
                preferred: true,
              },
            ]
          : [],
      });
    }
  },
};

/** The colon that the heading ends in is replaced; where there is none the verdict goes behind the text. */
function insertion(range: { start: number; end: number }): { start: number; end: number } {
  return range.start < range.end ? range : { start: range.end, end: range.end };
}
