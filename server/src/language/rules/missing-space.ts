import type { Rule } from './rule.ts';
import { reportWords } from './words-check.ts';

/** Finds a full stop or comma without the space after it. */
export const missingSpace: Rule = {
  id: 'missing-space',
  family: 'words',
  severity: 'warning',
  purpose: 'Finds a full stop or comma without the space after it',
  why: 'Two sentences read as one word.',
  source: 'Rules of the language; decimals, abbreviations and levels are left alone.',
  examples: [
    {
      wrong: { items: [{ rationale: 'The exam was normal.The request is not medically necessary.' }] },
      right: { items: [{ rationale: 'The exam was normal. The request is not medically necessary.' }] },
    },
  ],
  check(facts, report) {
    reportWords(facts, report, ['missing-space', 'punctuation']);
  },
};
