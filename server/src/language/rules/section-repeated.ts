import { frameOf, sectionTitle } from '../facts/index.ts';
import type { Rule } from './rule.ts';

/** Finds a section that the letter has twice. */
export const sectionRepeated: Rule = {
  id: 'section-repeated',
  family: 'sections',
  severity: 'error',
  purpose: 'Finds a section that stands in the letter twice',
  why: 'Two summaries or two lists of decisions leave open which one counts.',
  source: 'The form: each section once in 194 of 194 real determinations.',
  examples: [
    {
      wrong: { replace: [['IMR ISSUES, DECISIONS', 'CLINICAL CASE SUMMARY\n\nIMR ISSUES, DECISIONS']] },
      right: {},
    },
  ],
  check(facts, report) {
    const { required, repeated, first } = frameOf(facts);
    for (const section of repeated) {
      if (!required.includes(section.name)) continue;
      const original = first.get(section.name);
      report({
        at: section.children[0] ?? section,
        message: `The section "${sectionTitle(section.name)}" stands in the letter a second time.`,
        related: original ? [{ at: original.children[0] ?? original, message: 'It first stands here' }] : [],
      });
    }
  },
};
