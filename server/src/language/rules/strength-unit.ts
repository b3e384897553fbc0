import { drugById } from '../catalog/index.ts';
import { termsOf } from '../facts/index.ts';
import { gather } from '../gather.ts';
import type { Block, Measure, TermNode } from '../syntax/index.ts';
import { inBlocks } from './in-blocks.ts';
import type { Rule } from './rule.ts';

/** What may stand between a drug and its strength: a salt, a form. */
const between =
  /^,?(?: (?:hcl|hydrochloride|sodium|citrate|tartrate|er|xr|sr|cr|ir|tablets?|tabs?|capsules?|caps?|oral|tabs)){0,3} ?$/i;

/**
 * Finds a strength whose unit or decimal point is a slip by the strengths in which the drug is sold: "Ultram 50 gm",
 * "ketoprofen 500 mg".
 */
export const strengthUnit: Rule = {
  id: 'strength-unit',
  family: 'content',
  severity: 'warning',
  purpose: 'Finds a strength a thousand or ten times a strength in which the drug is sold',
  why: 'Such a strength does not exist; the unit or a digit is a slip.',
  source: 'Usual strengths in the drug catalog. A strength that is only missing there is not reported.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker is a 44 year old male. The treatment plan included Ultram 50 gm one tablet a day.',
      },
      right: {
        summary:
          'The injured worker is a 44 year old male. The treatment plan included Ultram 50 mg one tablet a day.',
      },
    },
  ],
  check: inBlocks(['prose', 'itemHeading', 'rationale'], (block, report) => {
    const { text } = block.flow;
    for (const { drug, strength } of strengthsIn(block)) {
      const [value] = strength.values;
      if (value === undefined || strength.values.length > 1) continue;
      const usual = usualStrengths(drug.id);
      const name = text.slice(drug.start, drug.end);
      const printed = text.slice(strength.start, strength.end);
      if (strength.unit === 'gm' || strength.unit === 'g') {
        if (!usual.includes(value)) continue;
        const fixed = printed.replace(/(?<![a-z])[a-z]+$/i, 'mg');
        report({
          at: strength,
          message: `${name} is sold as ${value} mg, not ${printed}.`,
          fixes: [{ title: `Change to ${fixed}`, edits: [{ at: strength, text: fixed }], preferred: true }],
        });
      } else if (
        strength.unit === 'mg' &&
        usual.length > 0 &&
        value >= 2 * Math.max(...usual) &&
        usual.includes(value / 10)
      ) {
        const fixed = printed.replace(/\d+(?:\.\d+)?/, String(value / 10));
        report({
          at: strength,
          message: `${name} ${printed} is more than twice the highest usual strength (${Math.max(...usual)} mg); ${value / 10} mg is sold.`,
          fixes: [{ title: `Change to ${fixed}`, edits: [{ at: strength, text: fixed }], preferred: false }],
        });
      }
    }
  }),
};

/** Each drug that is followed by its strength. */
function strengthsIn(block: Block): { drug: TermNode; strength: Measure }[] {
  const strengths = block.children.filter(
    (node): node is Measure => node.type === 'measure' && node.kind === 'strength',
  );
  if (strengths.length === 0) return [];
  return gather(termsOf(block, 'drug'), (drug) => {
    const strength = strengths.find(({ start }) => start >= drug.end && start - drug.end < 40);
    return strength && between.test(block.flow.text.slice(drug.end, strength.start))
      ? [{ drug, strength }]
      : [];
  });
}

/** Usual strengths of a drug in mg, of single substances. */
function usualStrengths(id: string): number[] {
  return gather(drugById(id)?.strengths ?? [], (strength) => {
    const match = /^(\d+(?:\.\d+)?) mg$/.exec(strength);
    return match ? [Number(match[1])] : [];
  });
}
