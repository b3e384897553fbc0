import { knownCaseDates, regulationsOf } from '../facts/index.ts';
import type { RegulationReference } from '../syntax/index.ts';
import type { Rule } from './rule.ts';

/** Day on which the definition of functional improvement became (e). */
const relettered = '2015-04-20';

/**
 * Finds "9792.20(ef)": the rulemaking text of 2015 printed the struck-out letter beside the new one, and some
 * letters copied both.
 */
export const subdivisionEf: Rule = {
  id: 'subdivision-ef',
  family: 'regulations',
  severity: 'error',
  purpose:
    'Finds a reference to 9792.20 that carries both letters of the rulemaking text, as in "9792.20(ef)"',
  why: 'No such subdivision exists: the struck-out letter of the 2015 amendment was copied with the new one.',
  source: '8 CCR 9792.20 as amended 2015-04-20; seen in real determinations of winter 2016/17.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'There was no functional improvement as defined in Section 9792.20(ef). Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'There was no functional improvement as defined in Section 9792.20(e). Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    for (const { block, node } of regulationsOf(facts)) {
      if (node.section !== '9792.20' || !isBoth(node)) continue;
      const dates = knownCaseDates(facts);
      const earlier = dates.filter((date) => date < relettered).length;
      const right = dates.length > 0 && earlier === dates.length ? 'f' : 'e';
      report({
        at: node,
        message: `9792.20 has no subdivision (${node.subdivision}): ${right === 'f' ? 'on the dates of this case functional improvement was' : 'functional improvement is'} defined in 9792.20(${right}).`,
        note: 'The rulemaking text of 2015 shows the old letter struck out beside the new one.',
        fixes: [
          {
            title: `Change to (${right})`,
            edits: [{ at: { block, ...node.letters }, text: right }],
            preferred: true,
            certain: earlier === 0 || earlier === dates.length,
          },
        ],
      });
    }
  },
};

function isBoth(node: RegulationReference): boolean {
  return node.subdivision === 'ef' || node.subdivision === 'fe';
}
