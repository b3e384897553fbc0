import { frameOf, sectionTitle } from '../facts/index.ts';
import type { Section } from '../syntax/index.ts';
import type { Rule } from './rule.ts';

/** Finds sections that do not stand in the order of the form. */
export const sectionMisplaced: Rule = {
  id: 'section-misplaced',
  family: 'sections',
  severity: 'error',
  purpose: 'Finds a section that does not stand in the order of the form',
  why: 'Readers look for each part in its place.',
  source: 'The form: the same order in 194 of 194 real determinations.',
  examples: [],
  check(facts, report) {
    const { required, first } = frameOf(facts);
    let highest = -1;
    let latest: Section | undefined;
    for (const section of facts.sections) {
      const rank = required.indexOf(section.name);
      if (rank < 0 || first.get(section.name) !== section) continue;
      if (rank > highest) {
        highest = rank;
        latest = section;
        continue;
      }
      if (!latest) continue;
      report({
        at: section.children[0] ?? section,
        message: `The section "${sectionTitle(section.name)}" stands after "${sectionTitle(latest.name)}"; the form has it before.`,
        related: [{ at: latest.children[0] ?? latest, message: 'It belongs before this section' }],
      });
    }
  },
};
