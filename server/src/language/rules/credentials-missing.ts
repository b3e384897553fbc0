import { frameOf, lineBreakOf } from '../facts/index.ts';
import { labels } from '../syntax/index.ts';
import type { Rule } from './rule.ts';

/** Finds credentials without licensure or specialty. */
export const credentialsMissing: Rule = {
  id: 'credentials-missing',
  family: 'sections',
  severity: 'error',
  purpose: 'Finds credentials of the reviewer without licensure or specialty',
  why: 'The determination must state the qualifications of its reviewer.',
  source: 'Labor Code 4610.6(f); the form: both lines in 194 of 194 real determinations.',
  examples: [
    { wrong: { replace: [['State(s) of Licensure: California\n', '']] }, right: {} },
    { wrong: { replace: [['Preventive Medicine, Occupational Medicine', '']] }, right: {} },
  ],
  check(facts, report) {
    const section = frameOf(facts).first.get('credentials');
    if (!section || facts.tree.form !== 'final-determination') return;
    const eol = lineBreakOf(facts);
    for (const name of ['licensure', 'specialty'] as const) {
      const standard = labels[name];
      const line = facts.credential(name);
      const what = name === 'licensure' ? 'state of licensure' : 'certification or specialty';
      if (line) {
        if (/[A-Za-z]/.test(line.flow.text)) continue;
        report({ at: line.label, message: `The credentials give no ${what}.` });
        continue;
      }
      const specialty = name === 'licensure' ? facts.credential('specialty') : undefined;
      const offset = specialty ? specialty.position.start.offset : section.position.end.offset;
      report({
        at: section.children[0] ?? section,
        message: `The credentials lack the line "${standard}".`,
        fixes: [
          {
            title: `Insert "${standard}"`,
            edits: [
              {
                at: { start: offset, end: offset },
                text: specialty ? `${standard} ${eol}` : `${eol}${standard} `,
              },
            ],
            preferred: true,
          },
        ],
      });
    }
    if (!section.children.some((child) => child.type === 'leadIn')) {
      const at = section.position.start.offset;
      report({
        at: { start: at, end: at },
        message: `The line "${labels.credentials}" is missing before the credentials.`,
        fixes: [
          {
            title: `Insert "${labels.credentials}"`,
            edits: [{ at: { start: at, end: at }, text: labels.credentials + eol }],
            preferred: true,
          },
        ],
      });
    }
  },
};
