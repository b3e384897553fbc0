import type { Block } from '../syntax/index.ts';
import { inBlocks } from './in-blocks.ts';
import type { Rule } from './rule.ts';

/** A quotation mark that has no partner. */
interface LoneMark {
  at: number;
  kind: 'open' | 'close';
}

/** Finds quotation marks that open and never close, or close and never opened. */
export const quotesUnbalanced: Rule = {
  id: 'quotes-unbalanced',
  family: 'text',
  severity: 'warning',
  purpose: 'Finds a quotation that is never closed, or closed without having been opened',
  why: 'It leaves open where the guideline ends and the reviewer’s own words begin.',
  source: 'Counted per block: 5 of 5 right in 194 real determinations.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'The MTUS states, "Recommended as an option. There is no gain. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'The MTUS states, "Recommended as an option." There is no gain. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check: inBlocks(['prose', 'rationale'], (block, report) => {
    for (const mark of loneQuotes(block)) {
      const at = { start: mark.at, end: mark.at + 1 };
      report({
        at,
        message:
          mark.kind === 'open'
            ? 'This quotation is opened and never closed.'
            : 'This quotation mark closes a quotation that was never opened.',
      });
    }
  }),
};

/**
 * Marks without partner. Direction is told by the spaces around a mark; inches and seconds ("5'6"", `3"`) do not
 * count, nor does a mark with space on both sides or on none, whose direction is free.
 */
function loneQuotes(block: Block): LoneMark[] {
  const { text } = block.flow;
  const lone: LoneMark[] = [];
  const open: { at: number; free: boolean }[] = [];
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + 1);
    if (/\d/.test(before) && open.length === 0 && /[\s,.;x)]|^$/.test(after)) continue;
    const opens = before === '' || /[\s([/-]/.test(before);
    const closes = after === '' || /[\s.,;:)\]?!/-]/.test(after);
    if (opens === closes) {
      if (open.length > 0) open.pop();
      else open.push({ at, free: true });
    } else if (opens) {
      open.push({ at, free: false });
    } else if (open.length > 0) {
      open.pop();
    } else {
      lone.push({ at, kind: 'close' });
    }
  }
  for (const mark of open) lone.push({ at: mark.at, kind: 'open' });
  return lone.sort((a, b) => a.at - b.at);
}
