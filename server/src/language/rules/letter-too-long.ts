import { type BeyondLimit, limits } from '../syntax/index.ts';
import type { Rule } from './rule.ts';

const number = new Intl.NumberFormat('en-US');

const reasons: Readonly<Record<BeyondLimit['limit'], string>> = {
  letter: `This text has more than ${number.format(limits.letter)} characters`,
  block: `This block has more than ${number.format(limits.block)} characters`,
  parts: `This item has more than ${limits.parts} labelled parts`,
  dates: `This letter has more than ${number.format(limits.dates)} dates`,
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
    if (beyond) report({ at: beyond, message: `${reasons[beyond.limit]}, so it was not checked.` });
  },
};
