import { definitionAt } from '../catalog/index.ts';
import { definitionReferences, knownCaseDates } from '../facts/index.ts';
import type { Rule } from './rule.ts';

/** Finds the letter of 9792.20 that did not define functional improvement at the time of the case. */
export const subdivisionMismatch: Rule = {
  id: 'subdivision-mismatch',
  family: 'regulations',
  severity: 'error',
  purpose:
    'Finds a reference to 9792.20 whose letter was not that of "functional improvement" on the dates of the case',
  why: 'The definitions were re-lettered on 2009-07-18 and 2015-04-20: the wrong letter points to another definition.',
  source: '8 CCR 9792.20: functional improvement is (f) from 2009-07-18 to 2015-04-19, (e) before and since.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'There was no functional improvement as defined in MTUS 9792.20f. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'There was no functional improvement as defined in MTUS 9792.20e. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const references = definitionReferences(facts);
    const [first] = references.length > 0 ? knownCaseDates(facts) : [];
    for (const { block, node, letter, right } of references) {
      if (right === undefined || letter === right || first === undefined) continue;
      const other = definitionAt(letter, first);
      const text = block.flow.text.slice(node.letters.start, node.letters.end);
      const replacement = text === text.toUpperCase() ? right.toUpperCase() : right;
      report({
        at: node,
        message: `On the dates of this case functional improvement was defined in 9792.20(${right}), not (${letter})${other ? `, which defined "${other.term}"` : ''}.`,
        note: 'Functional improvement: (f) from 2009-07-18 to 2015-04-19, (e) before and since.',
        fixes: [
          {
            title: `Change to ${block.flow.text.slice(node.start, node.letters.start)}${replacement}${block.flow.text.slice(node.letters.end, node.end)}`,
            edits: [{ at: { block, ...node.letters }, text: replacement }],
            preferred: true,
            certain: true,
          },
        ],
      });
    }
  },
};
