import type { Rule } from './rule.ts';
import { reportWords } from './words-check.ts';

/** Finds small grammar slips in the fixed phrases of the field. */
export const smallGrammar: Rule = {
  id: 'small-grammar',
  family: 'words',
  severity: 'warning',
  purpose: 'Finds small grammar slips in the fixed phrases of the field',
  why: 'They are the commonest slips in real letters, and the easiest to mend.',
  source: 'Fixed phrases of determinations; articles by the sound of the word or abbreviation.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'The treating provider requested a MRI of the lumbar spine. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'The treating provider requested an MRI of the lumbar spine. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    reportWords(facts, report, ['grammar']);
  },
};
