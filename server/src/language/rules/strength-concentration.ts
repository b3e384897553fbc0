import { matches } from '../matches.ts';
import { inBlocks } from './in-blocks.ts';
import type { Rule } from './rule.ts';

/** `3% 300mg/g`, `1.5 % (15 mg/ml)`: a concentration twice. */
const twice =
  /(?<![\d.])(\d{1,2}(?:\.\d+)?) ?%[ ,]{0,2}(?:\([ ]?|or |i\.?e\.? |cream |gel |solution |ointment ){0,2}(\d{1,4}(?:\.\d+)?) ?mg ?\/ ?(g|gm|gram|ml)\b/gi;

/** Finds a concentration in per cent beside one in milligrams per gram or millilitre that is not the same. */
export const strengthConcentration: Rule = {
  id: 'strength-concentration',
  family: 'content',
  severity: 'warning',
  purpose: 'Finds a concentration in per cent that disagrees with the one in mg/g or mg/ml beside it',
  why: 'One per cent is ten milligrams per gram; one of the two numbers is a slip.',
  source: 'Arithmetic: 1 % = 10 mg/g; for watery solutions 10 mg/ml.',
  examples: [
    {
      wrong: {
        items: [
          {
            heading: 'Diclofenac sodium gel 3% 300mg/g #1: Upheld',
            rationale: 'As such, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            heading: 'Diclofenac sodium gel 3% 30mg/g #1: Upheld',
            rationale: 'As such, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check: inBlocks('all', (block, report) => {
    const { text } = block.flow;
    if (!text.includes('%')) return;
    for (const match of matches(twice, text)) {
      const percent = Number(match[1]);
      const printed = match[2] ?? '';
      const right = Math.round(percent * 100) / 10;
      if (Math.abs(Number(printed) - right) < 0.05) continue;
      const start = match.index + match[0].lastIndexOf(printed);
      const at = { start, end: start + printed.length };
      report({
        at: { start: match.index, end: match.index + match[0].length },
        message: `${match[1]} % is ${right} mg/${match[3]}, not ${printed} mg/${match[3]}.`,
        fixes: [{ title: `Change to ${right} mg/${match[3]}`, edits: [{ at, text: String(right) }] }],
      });
    }
  }),
};
