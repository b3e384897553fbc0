import { type DateFact, dateFactsOf } from '../facts/index.ts';
import { disagreementReport, disagreementsOf } from './date-disagreement.ts';
import { inDates } from './in-dates.ts';
import { injuryClauses, injuryMonths } from './injury-clauses.ts';
import type { Rule } from './rule.ts';

/** Words that bring another injury, or a span of trauma, into a sentence. */
const otherInjury =
  /\b(?:prior|previous|earlier|second|another|separate|subsequent|different|also bears?|re-?injur|other injur|new injur|old injur|pre-?existing|cumulative|through|non-?industrial|unrelated|nothing to do with|not part of|not (?:industrial|work)|at home|settled|multiple|two|both)\b/i;

/**
 * Finds the injury under two dates: header against summary, summary against rationale, the month alone ("injured in
 * March 2006") against the header. Another injury under discussion and the span of a cumulative trauma are left alone.
 */
export const dateInjuryMismatch: Rule = {
  id: 'date-injury-mismatch',
  family: 'dates',
  severity: 'warning',
  purpose: 'Finds a date of the injury in the text that differs from the header or from another mention',
  why: 'The claim is known by its date of injury; another date points to another claim.',
  source: 'Lab. Code 4610.5; 5 of 194 real determinations of winter 2016/17 hold this slip.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'The injured worker sustained a work related injury on 09/16/2016. There is no documentation of functional gain. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'The injured worker sustained a work related injury on 09/15/2016. There is no documentation of functional gain. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    mentions(facts, report);
    injuryMonths(facts, report);
    injuryClauses(facts, report);
  },
};

/** Days of the injury that differ from the header's, or from that of the other mentions. */
const mentions = inDates((facts, report) => {
  for (const disagreement of disagreementsOf(facts, 'injury')) {
    const { odd, standard, supporters, slip } = disagreement;
    const first = odd[0];
    if (!first?.iso || !standard.iso) continue;
    const fromHeader = standard.how === 'header';
    // What one sentence tells of another injury, the next one may call by its day alone.
    const told = dateFactsOf(facts).filter(({ iso }) => iso === first.iso);
    if (
      told.some((date) => otherInjury.test(date.sentence?.text ?? '')) &&
      !(slip && supporters.length === 0)
    )
      continue;
    // A block that tells the right day as well speaks of another injury, unless the two are a slip apart.
    if (!slip && (first.certainty !== 'sure' || supporters.some((date) => date.block === first.block)))
      continue;
    if (!slip && !fromHeader && !namesTheInjury(first)) continue;
    report(disagreementReport('injury', disagreement));
  }
});

/** "date of injury", "industrial injury", "occupational claim": the injury of the claim, not just any. */
function namesTheInjury(date: DateFact): boolean {
  return /industrial|occupational|outpatient|work|date of|doi/i.test(date.cue);
}
