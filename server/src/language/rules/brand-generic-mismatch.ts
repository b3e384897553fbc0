import { drugById, drugRelation } from '../catalog/index.ts';
import { termsOf } from '../facts/index.ts';
import type { TermNode } from '../syntax/index.ts';
import { inBlocks } from './in-blocks.ts';
import { inCaseOf } from './request-change.ts';
import type { Rule } from './rule.ts';

/** What may stand between a name in brackets and the end of the brackets: a strength. */
const closing = /^(?: \d[\d./%]* ?(?:mg|mcg|%)?)?\)/;

/** Finds a brand name with the generic name of another drug in brackets, or the other way about. */
export const brandGenericMismatch: Rule = {
  id: 'brand-generic-mismatch',
  family: 'content',
  severity: 'warning',
  purpose: 'Finds a brand name with the generic name of another drug in brackets: "Lyrica (gabapentin)"',
  why: 'The reader cannot tell which of the two drugs the patient takes.',
  source: 'Brands and generic names of the drug catalog.',
  examples: [
    {
      wrong: { summary: 'The injured worker takes Lyrica (gabapentin) 75 mg.' },
      right: { summary: 'The injured worker takes Lyrica (pregabalin) 75 mg and Norco (hydrocodone).' },
    },
  ],
  check: inBlocks(['prose', 'rationale', 'itemHeading'], (block, report) => {
    const { text } = block.flow;
    if (!text.includes('(')) return;
    const drugs = termsOf(block, 'drug');
    for (const [index, first] of drugs.entries()) {
      const second = drugs[index + 1];
      if (!second || text.slice(first.end, second.start) !== ' (' || !closing.test(text.slice(second.end)))
        continue;
      const relation = drugRelation(first.id, second.id);
      if (relation !== 'different' && relation !== 'same-class') continue;
      const named = ({ start, end }: TermNode): string => text.slice(start, end);
      const brand = isBrand(first.id, named(first)) ? first : second;
      const generic = brand === first ? second : first;
      if (!isBrand(brand.id, named(brand)) || !isGeneric(generic.id, named(generic))) continue;
      const right = drugById(brand.id)?.generic ?? '';
      const to = inCaseOf(named(generic), right);
      report({
        at: generic,
        message: `${named(brand)} is ${right}, not ${named(generic).toLowerCase()}.`,
        fixes: [{ title: `Change to "${to}"`, edits: [{ at: generic, text: to }] }],
      });
    }
  }),
};

function isBrand(id: string, name: string): boolean {
  return drugById(id)?.brands.some((brand) => brand.toLowerCase() === name.toLowerCase()) === true;
}

function isGeneric(id: string, name: string): boolean {
  return drugById(id)?.generic === name.toLowerCase();
}
