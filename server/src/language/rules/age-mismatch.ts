import { patientOf } from '../facts/index.ts';
import type { Rule } from './rule.ts';

/** Finds two ages of the patient that cannot both be right. */
export const ageMismatch: Rule = {
  id: 'age-mismatch',
  family: 'content',
  severity: 'warning',
  purpose:
    'Finds ages of the patient that differ by two years or more, or within one section, and bounds ("older than 65") that the age does not meet',
  why: 'Two ages are the mark of a slip, or of a text taken over from another case.',
  source:
    'Comparison of the ages that the letter gives; a birthday can lie between two records, so one year apart is for information.',
  examples: [
    {
      wrong: {
        items: [{ rationale: 'The claimant is a 54 year old male. The request is not medically necessary.' }],
      },
      right: {
        items: [
          {
            rationale:
              'The claimant is a 44 year old male. Surgery helps patients over 40 years of age. The request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const { ages, bounds } = patientOf(facts);
    const [first] = ages;
    if (!first) return;
    const votes = (years: number): number => ages.filter((mention) => mention.years === years).length;
    const standard = ages.reduce(
      (best, mention) => (votes(mention.years) > votes(best.years) ? mention : best),
      first,
    );
    for (const bound of bounds) {
      const short = bound.side === 'over' ? bound.years - standard.years : standard.years - bound.years;
      // A birthday may lie between two records.
      if (short <= 1) continue;
      report({
        at: bound,
        message: `The patient is ${standard.years} years old ${votes(standard.years) > 1 ? 'elsewhere in the letter' : 'in another place'}, not ${bound.side} ${bound.years}.`,
        related: [{ at: standard, message: `${standard.years} years old` }],
      });
    }
    for (const odd of ages) {
      if (odd.years === standard.years) continue;
      const agreeing = votes(standard.years);
      report({
        at: odd,
        severity: Math.abs(odd.years - standard.years) === 1 ? 'information' : 'warning',
        message: `The patient is ${odd.years} years old here, but ${standard.years} years old ${agreeing > 1 ? `in ${agreeing} other places` : 'in another place'}.`,
        related: [{ at: standard, message: `${standard.years} years old` }],
        fixes: [
          {
            title: `Change to ${standard.years}`,
            edits: [{ at: odd, text: String(standard.years) }],
            preferred: agreeing > 1,
          },
          ...(agreeing > 1
            ? []
            : [
                {
                  title: `Change the other place to ${odd.years}`,
                  edits: [{ at: standard, text: String(odd.years) }],
                },
              ]),
        ],
      });
    }
  },
};
