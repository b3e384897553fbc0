import { lineBreakOf, standardHeading } from '../facts/index.ts';
import { leadIns } from '../syntax/index.ts';
import type { Rule } from './rule.ts';

/** Finds a section of form 1 that stands without its heading: its fixed first sentence or its labels show it. */
export const headingMissing: Rule = {
  id: 'heading-missing',
  family: 'sections',
  severity: 'error',
  purpose: 'Finds a section whose heading is missing although its text is there',
  why: 'Without its heading a section runs into the one before it.',
  source: 'The form: every heading in 194 of 194 real determinations.',
  examples: [{ wrong: { replace: [['CLINICAL CASE SUMMARY\n', '']] }, right: {} }],
  check(facts, report) {
    if (facts.tree.form !== 'final-determination') return;
    const first = facts.sections[0];
    for (const [index, section] of facts.sections.entries()) {
      if (section.name === 'credentials' || section.children.some((child) => child.type === 'heading'))
        continue;
      // A letter that begins inside a section is a part of one.
      if (section === first && section.name === 'issues') continue;
      const standard = standardHeading(facts, section.name);
      if (standard === undefined) continue;
      const at = section.position.start.offset;
      const before = facts.sections[index - 1]?.position.end.offset ?? facts.header?.position.end.offset ?? 0;
      const eol = lineBreakOf(facts);
      const hasLeadIn =
        section.name === 'how-made' || section.children.some((child) => child.type === 'leadIn');
      const leadIn =
        !hasLeadIn && (section.name === 'summary' || section.name === 'issues') ? leadIns[section.name] : '';
      report({
        at: section.children[0] ?? section,
        message: `The heading "${standard}" is missing here.`,
        related: [{ at: { start: before, end: at }, message: 'It belongs here' }],
        fixes: [
          {
            title: `Insert "${standard}"`,
            edits: [
              {
                at: { start: at, end: at },
                text: leadIn === '' ? standard + eol : `${standard}${eol}${leadIn}${eol}${eol}`,
              },
            ],
            preferred: true,
          },
        ],
      });
    }
  },
};
