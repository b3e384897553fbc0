import type { Rule } from './rule.ts';
import { reportWords } from './words-check.ts';

/** Finds a word that is no word where a near one of the field fits. */
export const misspelling: Rule = {
  id: 'misspelling',
  family: 'words',
  severity: 'warning',
  purpose: 'Finds a word that is no word where a near one of the field fits',
  why: "A misspelt drug or diagnosis may be read as another one, and takes from a determination's authority.",
  source: 'English, medical, drug and field vocabularies; a warning needs a near and plausible correction.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'There is no documentation of functional gain with the use of Balcofen. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'There is no documentation of functional gain with the use of Baclofen. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    reportWords(facts, report, ['typo']);
  },
};
