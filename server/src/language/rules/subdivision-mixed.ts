import { definitionReferences } from '../facts/index.ts';
import { grouped } from '../gather.ts';
import type { Rule } from './rule.ts';

/** Finds letters of 9792.20 that change within one letter, where the dates do not tell which is right. */
export const subdivisionMixed: Rule = {
  id: 'subdivision-mixed',
  family: 'regulations',
  severity: 'warning',
  purpose: 'Finds a letter that places the definition of functional improvement under two letters of 9792.20',
  why: 'The term is defined once; one of the two references points to another definition.',
  source: '8 CCR 9792.20: one definition of functional improvement in each version.',
  examples: [
    {
      wrong: {
        header: false,
        summary: 'The applicant filed a claim for low back pain. The request for Baclofen was not approved.',
        items: [
          {
            rationale:
              'There was no functional improvement as defined in MTUS 9792.20e. The lack of functional improvement as defined in MTUS 9792.20f argues against renewal. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        header: false,
        summary: 'The applicant filed a claim for low back pain. The request for Baclofen was not approved.',
        items: [
          {
            rationale:
              'There was no functional improvement as defined in MTUS 9792.20e. The lack of functional improvement as defined in MTUS 9792.20e argues against renewal. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const references = definitionReferences(facts).filter(({ right }) => right === undefined);
    const [first] = references;
    if (!first) return;
    const letters = grouped(references, ({ letter }) => letter);
    const count = (letter: string): number => letters.get(letter)?.length ?? 0;
    const other = references.find(({ letter }) => letter !== first.letter);
    if (!other) return;
    // The rarer letter is the likelier slip; of two equals the later one.
    const rare = count(first.letter) < count(other.letter) ? first.letter : other.letter;
    const common = rare === first.letter ? other : first;
    for (const { block, node, letter } of references) {
      if (letter !== rare) continue;
      report({
        at: node,
        message: `This letter places functional improvement under 9792.20(${rare}) here and under (${common.letter}) elsewhere (${count(common.letter)} ${count(common.letter) === 1 ? 'mention' : 'mentions'}).`,
        related: [{ at: common.node, message: `9792.20(${common.letter}) here.` }],
        fixes: [
          {
            title: `Change to (${common.letter})`,
            edits: [{ at: { block, ...node.letters }, text: common.letter }],
            preferred: count(common.letter) > count(rare),
          },
        ],
      });
    }
  },
};
