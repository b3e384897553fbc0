import { type BeyondLimit, limits } from '../syntax/index.ts';
import type { Rule } from './rule.ts';

const reasons: Readonly<Record<BeyondLimit['limit'], (limit: string) => string>> = {
  letter: (limit) => `This text has more than ${limit} characters`,
  block: (limit) => `This block has more than ${limit} characters`,
  parts: (limit) => `This item has more than ${limit} labelled parts`,
  dates: (limit) => `This letter has more than ${limit} dates`,
};

/** Says once that a text goes beyond what is checked; no other rule speaks of it then. */
export const letterTooLong: Rule = {
  id: 'letter-too-long',
  family: 'sections',
  severity: 'information',
  purpose: 'Says that a text is too long, or holds too much of one thing, to be checked',
  why: 'A text far beyond the size of any determination would keep the editor waiting; saying so is better than silence.',
  source: 'The limits of this checker: syntax/limits.ts.',
  examples: [],
  beyondLimits: true,
  check(facts, report) {
    const { beyond } = facts.tree;
    if (!beyond) return;
    const limit = limits[beyond.limit].toLocaleString('en-US');
    report({ at: beyond, message: `${reasons[beyond.limit](limit)}, so it was not checked.` });
  },
};
