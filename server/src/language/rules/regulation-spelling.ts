import { regulationsOf } from '../facts/index.ts';
import type { Block, RegulationReference } from '../syntax/index.ts';
import type { Rule } from './rule.ts';

/** Finds a letter that writes subdivisions both as "9792.20(e)" and as "9792.20e". */
export const regulationSpelling: Rule = {
  id: 'regulation-spelling',
  family: 'regulations',
  severity: 'hint',
  purpose:
    'Finds a subdivision written without brackets ("9792.20e") in a letter that writes others with them ("9792.20(e)")',
  why: 'The regulation cites its subdivisions in brackets; one spelling within a letter reads better.',
  source: 'Citation form of the California Code of Regulations.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'There was no functional improvement as defined in 9792.20(e). The lack of functional improvement as defined in 9792.20e argues against renewal. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'There was no functional improvement as defined in 9792.20(e). The lack of functional improvement as defined in 9792.20(e) argues against renewal. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const bare: { block: Block; node: RegulationReference }[] = [];
    let bracketed: RegulationReference | undefined;
    for (const { block, node } of regulationsOf(facts)) {
      if (node.subdivision === '') continue;
      if (block.flow.text.charAt(node.letters.start - 1) === '(') bracketed ??= node;
      else bare.push({ block, node });
    }
    if (!bracketed) return;
    for (const { block, node } of bare) {
      report({
        at: node,
        message: `Written ${block.flow.text.slice(node.start, node.end)} here and with brackets elsewhere in this letter.`,
        related: [{ at: bracketed, message: 'Written with brackets here.' }],
        fixes: [
          {
            title: `Change to ${node.section}(${node.subdivision})`,
            edits: [
              {
                at: { block, start: node.start, end: node.end },
                text: `${node.section}(${node.subdivision})`,
              },
            ],
            preferred: true,
          },
        ],
      });
    }
  },
};
