import type { Rule } from './rule.ts';
import { reportWords } from './words-check.ts';

/** Finds small grammar slips: agreement, forms of verbs, articles, lost small words. */
export const smallGrammar: Rule = {
  id: 'small-grammar',
  family: 'words',
  severity: 'warning',
  purpose: 'Finds small grammar slips: agreement, forms of verbs, articles, lost small words',
  why: 'They are the commonest slips in real letters, and the easiest to mend.',
  source:
    'Phrases of the field, and what stands in certain places of an English sentence; articles by the sound of the word or abbreviation.',
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
