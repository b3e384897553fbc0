import { inItems } from './in-items.ts';
import { labelledParts, labelOf, partOrder } from './item-parts.ts';
import type { Rule } from './rule.ts';

/** Finds the parts of an item in another order than the form's. */
export const labelMisplaced: Rule = {
  id: 'label-misplaced',
  family: 'sections',
  severity: 'error',
  purpose: 'Finds the labelled parts of a disputed item in another order than that of the form',
  why: 'A moved label puts the claims administrator’s citation in the reviewer’s mouth, or the reverse.',
  source: 'The form: the same order in 439 of 439 disputed items.',
  examples: [
    {
      wrong: {
        replace: [
          ['Claims Administrator guideline:', 'X guideline:'],
          ['MAXIMUS guideline:', 'Claims Administrator guideline:'],
          ['X guideline:', 'MAXIMUS guideline:'],
        ],
      },
      right: {},
    },
  ],
  check: inItems((item, report) => {
    const parts = labelledParts(item);
    if (new Set(parts.map((part) => part.name)).size < parts.length) return;
    const ranks = parts.map((part) => partOrder.indexOf(part.name));
    const wrong = ranks.findIndex((rank, index) => index > 0 && rank < (ranks[index - 1] as number));
    const part = parts[wrong];
    const before = parts[wrong - 1];
    if (!part || !before) return;
    const sorted = [...parts].sort((a, b) => partOrder.indexOf(a.name) - partOrder.indexOf(b.name));
    const { source } = part.block.flow;
    // "The Expert Reviewer …" behind the administrator's label: the labels were exchanged, not the parts.
    const exchanged = parts.some(
      ({ name, block }) =>
        (name === 'claims' && /^The Expert Reviewer\b/.test(block.flow.text)) ||
        (name === 'maximus' && /^The Claims Administrator\b/.test(block.flow.text)),
    );
    report({
      at: part.label,
      message: `"${labelOf(part.name)}" stands after "${labelOf(before.name)}"; the form has it before.`,
      related: [{ at: before.label, message: 'It belongs before this' }],
      fixes: [
        {
          title: 'Put the parts in order',
          edits: parts.map(({ block }, index) => ({
            at: block,
            text: source.slice(
              (sorted[index] ?? part).block.position.start.offset,
              (sorted[index] ?? part).block.position.end.offset,
            ),
          })),
          preferred: !exchanged,
        },
        {
          title: 'Exchange the labels',
          edits: parts.map(({ label }, index) => ({
            at: label,
            text: labelOf((sorted[index] ?? part).name),
          })),
          preferred: exchanged,
        },
      ],
    });
  }),
};
