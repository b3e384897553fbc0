import type { Rule } from './rule.ts';

/** Says once that a text is no determination, so that nothing else is said about it. */
export const notADetermination: Rule = {
  id: 'not-a-determination',
  family: 'sections',
  severity: 'information',
  purpose: 'Says that a text holds none of the headings and labels of a determination',
  why: 'Without them nothing else can be checked; a list of missing sections would help nobody.',
  source: 'The forms of 2013 to 2022, told by their headings.',
  examples: [],
  check(facts, report) {
    if (facts.tree.form !== 'none') return;
    const end = facts.tree.position.end.offset;
    if (end === 0) return;
    report({
      at: { start: 0, end: 0 },
      message:
        'This text is no IMR determination: none of the headings of its forms was found, so nothing was checked.',
    });
  },
};
