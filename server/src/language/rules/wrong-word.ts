import type { Rule } from './rule.ts';
import { reportWords } from './words-check.ts';

/** Finds a real word in the place of another: a slip of the keys or of the dictation. */
export const wrongWord: Rule = {
  id: 'wrong-word',
  family: 'words',
  severity: 'warning',
  purpose: 'Finds a real word in the place of another: a slip of the keys or of the dictation',
  why: 'A spelling checker passes such words, and some of them turn the sense around.',
  source:
    'A table of confusions with the words around that betray them; each entry has sentences that must and must not be found.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'The request for acupuncture was made to soon after the injury. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'The request for acupuncture was made too soon after the injury. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    reportWords(facts, report, ['word-slip', 'sound-alike']);
  },
};
