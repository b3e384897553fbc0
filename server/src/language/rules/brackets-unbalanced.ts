import { matches } from '../matches.ts';
import { inBlocks } from './in-blocks.ts';
import type { Rule } from './rule.ts';

/** Finds brackets without partner. */
export const bracketsUnbalanced: Rule = {
  id: 'brackets-unbalanced',
  family: 'text',
  severity: 'warning',
  purpose: 'Finds a bracket that is opened and never closed, or closed and never opened',
  why: 'A part of the text may be lost where the partner stood.',
  source: 'Seen in real determinations; enumerations such as "1)" and "a)" are left alone.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'Conservative care ((exercise and heat) has failed. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'Conservative care (exercise and heat) has failed: (1) heat, 2) ice. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check: inBlocks(['prose', 'rationale', 'itemHeading', 'guidelineLine'], (block, report) => {
    for (const at of loneBrackets(block.flow.text)) {
      const mark = block.flow.text.charAt(at);
      const opening = mark === '(' || mark === '[';
      const doubled = opening && block.flow.text.charAt(at + 1) === mark;
      report({
        at: { start: at, end: at + 1 },
        message: opening
          ? `This "${mark}" is never closed.`
          : `This "${mark}" closes a bracket that was never opened.`,
        fixes: doubled
          ? [
              {
                title: 'Take out the bracket',
                edits: [{ at: { start: at, end: at + 1 }, text: '' }],
                preferred: true,
              },
            ]
          : [],
      });
    }
  }),
};

const partners: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** Offsets of the round and square brackets of a text that have no partner. */
function loneBrackets(text: string): number[] {
  const lone: number[] = [];
  const open: { mark: string; at: number }[] = [];
  for (const { 0: mark, index: at } of matches(/[()[\]]/g, text)) {
    if (mark === '(' || mark === '[') {
      open.push({ mark, at });
    } else if (mark === ')' || mark === ']') {
      const last = open[open.length - 1];
      if (last?.mark === partners[mark]) open.pop();
      else if (mark === ')' && isEnumerator(text, at)) continue;
      else if (open.some((other) => other.mark === partners[mark])) {
        // The inner bracket of "(… [ …)" was never closed.
        while (open.length > 0 && open[open.length - 1]?.mark !== partners[mark])
          lone.push((open.pop() as { at: number }).at);
        open.pop();
      } else lone.push(at);
    }
  }
  return [...lone, ...open.map((mark) => mark.at)].sort((a, b) => a - b);
}

/** "1)", "a)", "iv)" at the start of a word; ":)" and the like are not text of a letter. */
function isEnumerator(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 14), at);
  // "1-19-17)", "pages 28-29)", "9792.24.1)" number no list.
  if (/\d[-/.]\d{1,2}$/.test(before) && !/(?:^|\s)\d{1,2}\.\d{1,2}$/.test(before)) return false;
  return /(?:^|[\s.;:,"-])(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})$/.test(before.slice(-6));
}
