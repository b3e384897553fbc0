import { frameOf, sectionTitle } from '../facts/index.ts';
import type { Section } from '../syntax/index.ts';
import type { Rule } from './rule.ts';

/** Finds a section with a heading and nothing under it. */
export const sectionEmpty: Rule = {
  id: 'section-empty',
  family: 'sections',
  severity: 'error',
  purpose: 'Finds a section that has its heading but no text',
  why: 'An empty section is a lost one: a summary or a decision that nobody can read.',
  source: 'The form: no empty section in 194 real determinations.',
  examples: [{ wrong: { summary: '' }, right: {} }],
  check(facts, report) {
    for (const section of facts.sections) {
      if (!frameOf(facts).required.includes(section.name) || !isEmpty(section)) continue;
      report({
        at: section.children[0] ?? section,
        message:
          section.name === 'issues'
            ? 'This section holds no disputed item.'
            : `The section "${sectionTitle(section.name)}" is empty.`,
      });
    }
  },
};

/** The credentials' empty lines are told by a rule of their own. */
function isEmpty(section: Section): boolean {
  if (section.name === 'credentials') return false;
  return section.children.every((child) => child.type === 'heading' || child.type === 'leadIn');
}
