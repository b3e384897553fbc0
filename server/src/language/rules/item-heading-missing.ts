import type { Rule } from './rule.ts';

/** Finds the labelled parts of a disputed item without the heading that names it. */
export const itemHeadingMissing: Rule = {
  id: 'item-heading-missing',
  family: 'sections',
  severity: 'error',
  purpose: 'Finds the parts of a disputed item without the heading that names the request and the verdict',
  why: 'Without it nobody can tell what is decided, and how.',
  source: 'The form: a heading with verdict before 439 of 439 disputed items.',
  examples: [{ wrong: { replace: [['Baclofen 10mg #45: Upheld', '']] }, right: {} }],
  check(facts, report) {
    for (const item of facts.items) {
      const first = item.node.children[0];
      if (item.heading || !first || !('label' in first) || !first.label) continue;
      report({
        at: first.label,
        message: `Item ${item.number} has no heading: what was requested and whether the denial is upheld or overturned is missing.`,
      });
    }
  },
};
