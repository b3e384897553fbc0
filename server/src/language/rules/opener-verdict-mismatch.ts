import { decisionOf, type ItemFacts, outcomeOf, toldByItems } from '../facts/index.ts';
import type { Verdict } from '../syntax/index.ts';
import { inDecisions } from './in-items.ts';
import type { Report, Rule } from './rule.ts';

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
    checkAnswer(facts, report);
    const decided = new Map(decidedOf(facts).map(({ item, told }) => [item, told]));
    for (const [item, { opener, outcome }] of decided) {
      const before = facts.items[item.number - 2];
      const earlier = before && decided.get(before);
      if (opener && earlier) checkLink(before, earlier.outcome, item, opener, outcome, report);
    }
  },
};

/** Finds a "Yes" or "No" that goes against the heading. */
const checkAnswer = inDecisions((decision, report) => {
  const { item, rationale, opener } = decision;
  const { verdict } = item;
  if (!verdict || (opener?.word !== 'yes' && opener?.word !== 'no')) return;
  const right = verdict === 'Overturned' ? 'Yes' : 'No';
  // Where heading and conclusion disagree, an opener that goes with the conclusion is told with these.
  if (
    opener.word === right.toLowerCase() ||
    (outcomeOf(decision) === 'Overturned') === (opener.word === 'yes')
  )
    return;
  report({
    at: { block: rationale, start: opener.start, end: opener.end },
    message: `The rationale opens with "${opener.word === 'yes' ? 'Yes' : 'No'}", but the heading says ${verdict}.`,
    related: item.heading ? [{ at: item.heading, message: `The verdict: ${verdict}` }] : [],
    fixes: [
      {
        title: `Change to ${right}`,
        edits: [{ at: { block: rationale, start: opener.start, end: opener.end }, text: right }],
        preferred: true,
      },
    ],
  });
});

/** What each item decides, and where its rationale opens with a word that links it to the item before. */
const decidedOf = toldByItems((item) => {
  const decision = decisionOf(item);
  if (!decision) return [];
  const { opener } = decision;
  const links = opener?.word === 'conversely' || opener?.word === 'similarly';
  return [
    {
      outcome: outcomeOf(decision),
      opener: links ? { word: opener.word, start: opener.start, end: opener.end } : undefined,
    },
  ];
});

/** Finds a "Conversely" or "Similarly" that goes against the verdicts of two items. */
function checkLink(
  before: ItemFacts,
  earlier: Verdict | undefined,
  { verdict, rationale }: ItemFacts,
  opener: { word: string; start: number; end: number },
  outcome: Verdict | undefined,
  report: (report: Report) => void,
): void {
  const last = before.verdict;
  if (!rationale || !verdict || !last) return;
  const same = last === verdict;
  if (same === (opener.word === 'similarly')) return;
  const byConclusions = earlier === outcome;
  if ((outcome !== verdict || earlier !== last) && byConclusions === (opener.word === 'similarly')) return;
  const at = { block: rationale, start: opener.start, end: opener.end };
  const right = same ? 'Similarly' : 'Conversely';
  report({
    at,
    severity: 'warning',
    message: same
      ? `"Conversely" announces a turn, but this item and the one before it are both ${verdict}.`
      : `"Similarly" announces the same outcome, but the item before it is ${last} and this one ${verdict}.`,
    related: before.heading ? [{ at: before.heading, message: `The item before: ${last}` }] : [],
    fixes: [{ title: `Change to ${right}`, edits: [{ at, text: right }], preferred: true }],
  });
}
