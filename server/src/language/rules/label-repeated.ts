import { inItems } from './in-items.ts';
import { labelledParts, labelOf, partOrder } from './item-parts.ts';
import type { Report, Rule } from './rule.ts';

/** Finds a label that an item has twice, in two lines or right behind itself. */
export const labelRepeated: Rule = {
  id: 'label-repeated',
  family: 'sections',
  severity: 'error',
  purpose: 'Finds a label that stands twice in one disputed item',
  why: 'Two parts of the same name leave open which one counts; one of them may be another part mislabelled.',
  source: 'The form: each label once in 439 of 439 disputed items.',
  examples: [
    { wrong: { replace: [['MAXIMUS guideline:', 'MAXIMUS guideline: MAXIMUS guideline:']] }, right: {} },
    { wrong: { replace: [['Claims Administrator guideline:', 'MAXIMUS guideline:']] }, right: {} },
  ],
  check: inItems((item, report) => {
    const parts = labelledParts(item);
    for (const { name, block } of parts) {
      const standard = labelOf(name);
      if (!block.flow.text.toLowerCase().startsWith(standard.toLowerCase())) continue;
      const next = /^\s*/.exec(block.flow.text.slice(standard.length))?.[0].length ?? 0;
      report({
        at: { block, start: 0, end: standard.length },
        message: `The label "${standard}" stands here twice.`,
        fixes: [
          {
            title: 'Take out the second label',
            edits: [{ at: { block, start: 0, end: standard.length + next }, text: '' }],
            preferred: true,
            certain: true,
          },
        ],
      });
    }
    for (const name of partOrder) {
      const same = parts.filter((part) => part.name === name);
      const [first, second] = same;
      if (!first || !second) continue;
      const missing = partOrder.find((other) => !parts.some((part) => part.name === other));
      const fixes: Report['fixes'] = [];
      const { source } = first.block.flow;
      if (missing && first.block.flow.text !== '') {
        const wrong = partOrder.indexOf(missing) < partOrder.indexOf(name) ? first : second;
        fixes.push({
          title: `Change the label to "${labelOf(missing)}"`,
          edits: [{ at: wrong.label, text: labelOf(missing) }],
          preferred: true,
        });
      } else if (first.block.flow.text === second.block.flow.text || first.block.flow.text === '') {
        fixes.push({
          title: `Take out the ${first.block.flow.text === '' ? 'empty' : 'second'} part`,
          edits: [{ at: wholeBlock(source, first, second), text: '' }],
          preferred: true,
        });
      }
      report({
        at: second.label,
        message: `Item ${item.number} has two parts labelled "${labelOf(name)}"${missing ? ` and none labelled "${labelOf(missing)}"` : ''}.`,
        related: [{ at: first.label, message: 'The first one' }],
        fixes,
      });
    }
  }),
};

type Part = ReturnType<typeof labelledParts>[number];

/** The first of two equal parts with the white space up to the second, so that nothing but the second is left. */
function wholeBlock(source: string, first: Part, second: Part): { start: number; end: number } {
  const start = first.label.position.start.offset;
  const end = second.label.position.start.offset;
  const between = source.slice(first.block.position.end.offset, end);
  // Another block between the two: take the second one out instead, with the white space before it.
  if (between.trim() === '') return { start, end };
  let from = end;
  while (from > 0 && /\s/.test(source.charAt(from - 1))) from--;
  return { start: from, end: second.block.position.end.offset };
}
