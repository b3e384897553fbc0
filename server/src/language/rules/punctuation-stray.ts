import { matches } from '../matches.ts';
import { inBlocks } from './in-blocks.ts';
import type { Rule } from './rule.ts';

/** Doubled or mixed marks and the one that stays; ellipses and "etc.," are left alone. */
const doubled = /(?<![.])\.\.(?![.])|,,+|;;+|,\.(?!\d)|;\./g;
/** The text is folded: its spaces stand alone. What is rare stands first, so that most places are turned down at once. */
const spaced = / ([.,;])(?<=[A-Za-z0-9)\]"] .)(?=\s|$)/g;

/** Finds marks that stand doubled or behind a space. */
export const punctuationStray: Rule = {
  id: 'punctuation-stray',
  family: 'text',
  severity: 'warning',
  purpose: 'Finds doubled full stops and commas, and a space before one',
  why: 'Small, but the eye stops at it; a doubled stop often marks the seam of a pasted passage.',
  source: 'Seen in real determinations of winter 2016/17.',
  examples: [
    {
      wrong: {
        items: [
          { rationale: 'There is no gain in function.. Therefore, the request is not medically necessary.' },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'There is no gain in function, strength, etc. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
    {
      wrong: {
        items: [
          { rationale: 'There is no gain in function . Therefore, the request is not medically necessary.' },
        ],
      },
      right: {},
    },
  ],
  check: inBlocks(['prose', 'rationale'], (block, report) => {
    const { text } = block.flow;
    for (const match of matches(doubled, text)) {
      const one = match[0].includes('.') ? '.' : match[0].charAt(0);
      // "etc.." is an abbreviation with the stop of its sentence: still one stop too many.
      const at = { start: match.index, end: match.index + match[0].length };
      report({
        at,
        message: `"${match[0]}" should be one mark.`,
        fixes: [
          {
            title: `Change to "${one}"`,
            edits: [{ at, text: one }],
            preferred: true,
            certain: match[0] === '..',
          },
        ],
      });
    }
    for (const match of matches(spaced, text)) {
      // "an injury of ." has lost more than its space.
      if (/\b(?:of|on|in|at|by|for|from|with|to|the|an?|dated|and|or)$/i.test(text.slice(0, match.index)))
        continue;
      const end = match.index + match[0].length;
      // ". . .": what was left out of a quotation
      if (text.startsWith(' .', end)) continue;
      report({
        at: { start: match.index, end },
        message: `A space stands before "${match[1]}".`,
        fixes: [
          {
            title: 'Take out the space',
            // with its mark: a range that ends in folded white space would hold but the first of many spaces
            edits: [{ at: { start: match.index, end }, text: match[1] as string }],
            preferred: true,
            certain: true,
          },
        ],
      });
    }
  }),
};
