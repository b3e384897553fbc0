import type { Rule } from './rule.ts';
import { reportWords } from './words-check.ts';

/** Finds a word or phrase that stands twice. */
export const doubledWord: Rule = {
  id: 'doubled-word',
  family: 'words',
  severity: 'warning',
  purpose: 'Finds a word or phrase that stands twice',
  why: 'Left behind by editing or pasting.',
  source: 'Rules of the language; doubled words that can be right (had had, that that) are left alone.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'There was no documentation of of functional gain. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'There was no documentation of functional gain. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    reportWords(facts, report, ['doubled-word']);
  },
};
