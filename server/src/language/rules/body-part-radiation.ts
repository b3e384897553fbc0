import { holdsAny, termsOf, wordSigns } from '../facts/index.ts';
import { inBlocks } from './in-blocks.ts';
import type { Rule } from './rule.ts';

/** From one part to the next: "pain in the shoulders bilaterally with radiation to the shoulders". */
const radiation =
  /^(?: bilaterally| pain| [a-z]+){0,3},? (?:with|and|that|which)? ?(?:radiation|radiating|radiates|radiated)(?: pain)? (?:in)?to (?:the |both |bilateral |left |right |his |her )*$/i;

const radiating = wordSigns('radiating');

/** Finds a pain that is said to radiate to the part of the body from which it comes. */
export const bodyPartRadiation: Rule = {
  id: 'body-part-radiation',
  family: 'content',
  severity: 'warning',
  purpose: 'Finds pain of a part of the body that is said to radiate to the same part',
  why: 'One of the two parts is a slip; where the pain comes from decides which treatment is indicated.',
  source: 'Pain radiates away from its origin.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker is a 36 year old female. She reported pain in the shoulders bilaterally with radiation to the shoulders.',
      },
      right: {
        summary:
          'The injured worker is a 36 year old female. She reported pain in the neck bilaterally with radiation to the shoulders.',
      },
    },
  ],
  check: inBlocks(['prose', 'rationale'], (block, report) => {
    if (!holdsAny(block, radiating) || !/\bradiat/i.test(block.flow.text)) return;
    const parts = termsOf(block, 'body-part');
    for (const [index, from] of parts.entries()) {
      const to = parts[index + 1];
      if (!to || to.id !== from.id || to.start - from.end > 80) continue;
      const { text } = block.flow;
      if (!radiation.test(text.slice(from.end, to.start))) continue;
      // "Left shoulder pain radiating to the right shoulder" crosses over, and a spine has several levels.
      if (
        /\b(?:left|right)\b/i.test(text.slice(Math.max(0, from.start - 12), to.start)) ||
        /spine|level/.test(from.id)
      )
        continue;
      report({
        at: { start: from.start, end: to.end },
        message: `The pain of the ${text.slice(from.start, from.end)} is said to radiate to the ${text.slice(to.start, to.end)}, where it comes from.`,
      });
    }
  }),
};
