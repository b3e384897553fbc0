import { inItems } from './in-items.ts';
import { labelledParts, labelOf } from './item-parts.ts';
import type { Rule } from './rule.ts';

/** Finds a label of a disputed item with no text behind it. */
export const itemPartEmpty: Rule = {
  id: 'item-part-empty',
  family: 'sections',
  severity: 'error',
  purpose: 'Finds a guideline line or rationale that has its label but no text',
  why: 'A decision without its reasons is the first ground for an appeal.',
  source: 'Labor Code 4610.6(e): the reasons of the review; the form.',
  examples: [{ wrong: { items: [{ rationale: '' }] }, right: {} }],
  check: inItems((item, report) => {
    const parts = labelledParts(item);
    for (const { name, block, label } of parts) {
      if (/[A-Za-z]/.test(block.flow.text) || parts.filter((part) => part.name === name).length > 1) continue;
      report({
        at: label,
        message: `Nothing stands behind "${labelOf(name)}" in item ${item.number}.`,
      });
    }
  }),
};
