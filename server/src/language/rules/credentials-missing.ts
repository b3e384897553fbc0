import { frameOf, lineBreakOf } from '../facts/index.ts';
import { matches } from '../matches.ts';
import { type Block, type Credential, type LeadIn, labels, type Section } from '../syntax/index.ts';
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
      const orphan = orphanOf(section, name);
      if (orphan) {
        report({
          at: { block: orphan.block, start: orphan.start, end: orphan.block.flow.text.length },
          message: `This text stands without its label "${standard}".`,
          fixes: [
            {
              title: `Insert "${standard}"`,
              edits: [
                { at: { block: orphan.block, start: orphan.start, end: orphan.start }, text: `${standard} ` },
              ],
              preferred: true,
            },
          ],
        });
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

/** What specialties are named with, and states are not. */
const specialtyWord =
  /^(?:[A-Z]\w+,? (?:and |& )?){0,3}?\w*(?:Medicine|Surg|Practice|Chiropract|Anesthes|Psych|Neuro|Rehab|Ortho|Pain|Podiatr|Acupunct|Radiol|Dent|Ophthalm|Urol|Therap|Dermat|Otolaryn|Pediatr|Toxicol|Intern|Prevent|Physical|Occupational|Board|Family|Emergency|Rheumat|Oncol|Cardio|Gastro)/;

/**
 * The value of a lost label: on the line after the credentials' lead-in (licensure), or after the licensure
 * (specialty). Undefined where no line stands there.
 */
export function orphanOf(
  section: Section,
  name: 'licensure' | 'specialty',
): { block: Block; start: number } | undefined {
  const before = section.children.find((child): child is LeadIn | Credential =>
    name === 'licensure'
      ? child.type === 'leadIn'
      : child.type === 'credential' && child.name === 'licensure',
  );
  if (!before) return undefined;
  const { flow } = before;
  const { start, end } = flow.sourceRange(0, flow.text.length);
  for (const line of matches(/(?<!\s)\s+(?=\S)/g, flow.source.slice(start, end))) {
    if (!/[\r\n]/.test(line[0])) continue;
    const at = flow.indexOf(start + line.index + line[0].length);
    // The list of states may go on over the line's end.
    if (name === 'licensure' || specialtyWord.test(flow.text.slice(at))) return { block: before, start: at };
  }
  const next = section.children[section.children.indexOf(before) + 1];
  return next?.type === 'prose' && next.flow.text !== '' ? { block: next, start: 0 } : undefined;
}
