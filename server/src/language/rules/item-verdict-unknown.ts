import { decisionOf, verdictOf } from '../facts/index.ts';
import { editDistance, type Verdict } from '../syntax/index.ts';
import type { Rule } from './rule.ts';

/** Finds a verdict that the form does not have: "Partially Overturned", "Modified", or one with slips of the keys. */
export const itemVerdictUnknown: Rule = {
  id: 'item-verdict-unknown',
  family: 'verdicts',
  severity: 'error',
  purpose: 'Finds a verdict other than Upheld or Overturned',
  why: 'The form has these two; a partly granted request is told by a split heading.',
  source: 'The form: Upheld 390 and Overturned 49 of 439 verdicts, nothing else.',
  examples: [
    { wrong: { items: [{ heading: 'Baclofen 10mg #45: Uphled' }] }, right: {} },
    { wrong: { items: [{ heading: 'Baclofen 10mg #45: Modified' }] }, right: {} },
  ],
  check(facts, report) {
    for (const item of facts.items) {
      const verdict = item.heading?.verdict;
      if (!item.heading || !verdict || verdict.value) continue;
      const at = { block: item.heading, start: verdict.start, end: verdict.end };
      const meant = nearest(verdict.text);
      const conclusion = decisionOf(item)?.conclusion;
      const likely = meant ?? (conclusion && verdictOf(conclusion.necessary));
      const choices: Verdict[] = meant ? [meant] : ['Upheld', 'Overturned'];
      report({
        at,
        message: meant
          ? `"${verdict.text}" is not a verdict; "${meant}" seems to be meant.`
          : `The form has no verdict "${verdict.text}", only Upheld and Overturned; a partly granted request is told by a split heading.`,
        fixes: choices.map((choice) => ({
          title: `Change to ${choice}`,
          edits: [{ at, text: choice }],
          preferred: choice === likely,
        })),
      });
    }
  },
};

function nearest(word: string): Verdict | undefined {
  const lower = word.toLowerCase();
  if (editDistance(lower, 'upheld', 2) <= 2 || lower === 'uphold') return 'Upheld';
  return editDistance(lower, 'overturned', 3) <= 3 ? 'Overturned' : undefined;
}
