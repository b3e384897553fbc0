import { type CaseFacts, frameOf, lineBreakOf, sectionHead, sectionTitle } from '../facts/index.ts';
import { fixedPassages } from '../passages/index.ts';
import type { Section, SectionName } from '../syntax/index.ts';
import type { Rule } from './rule.ts';

/** Finds sections that the form requires and the letter lacks; a part of a letter is told once as such. */
export const sectionMissing: Rule = {
  id: 'section-missing',
  family: 'sections',
  severity: 'error',
  purpose: 'Finds sections that the form of the letter requires and the letter does not have',
  why: 'A determination without its reviewer, its summary or its decisions is incomplete.',
  source: '8 CCR 9792.10.6 and the form: the same four sections in 194 of 194 real determinations.',
  examples: [
    {
      wrong: {
        replace: [
          [
            'The Expert Reviewer has the following credentials:\nState(s) of Licensure: California\nCertification(s)/Specialty: Preventive Medicine, Occupational Medicine\n\n',
            '',
          ],
        ],
      },
      right: {},
    },
  ],
  check(facts, report) {
    const { missing, fragment, first } = frameOf(facts);
    const sections = facts.sections;
    const start = sections[0];
    if (!start) return;
    if (fragment) {
      const at = start.position.start.offset;
      report({
        at: { start: at, end: at },
        severity: 'information',
        message: `This is a part of a determination: it begins at the section "${sectionTitle(start.name)}".`,
      });
      return;
    }
    for (const name of missing) {
      const before = nextRequired(facts, name, first);
      const at = before
        ? before.position.start.offset
        : (sections[sections.length - 1] as Section).position.end.offset;
      report({
        at: { start: at, end: at },
        message: `The section "${sectionTitle(name)}" is missing.`,
        fixes: [
          {
            title: `Insert the section "${sectionTitle(name)}"`,
            edits: [{ at: { start: at, end: at }, text: sectionText(facts, name, before !== undefined) }],
            preferred: true,
          },
        ],
      });
    }
  },
};

/** The first section of the letter that the form prints after a missing one. */
function nextRequired(
  facts: CaseFacts,
  name: SectionName,
  first: ReadonlyMap<SectionName, Section>,
): Section | undefined {
  const { required } = frameOf(facts);
  const later = required.slice(required.indexOf(name) + 1);
  return later.map((other) => first.get(other)).find((section) => section !== undefined);
}

function sectionText(facts: CaseFacts, name: SectionName, before: boolean): string {
  const eol = lineBreakOf(facts);
  const lines = sectionHead(facts, name);
  const fixed =
    facts.tree.form === 'final-determination' && fixedPassages.find((passage) => passage.id === name);
  if (fixed && name === 'how-made') lines.push(fixed.text);
  const text = lines.join(eol);
  return before ? `${text}${eol}${eol}` : `${eol}${eol}${text}${eol}`;
}
