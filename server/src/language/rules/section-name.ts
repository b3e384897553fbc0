import { odgChapterIssues, sectionIssues } from '../facts/index.ts';
import { inCitations } from './in-items.ts';
import type { Rule } from './rule.ts';

/** Finds misspelt section and topic names on a guideline line. */
export const sectionName: Rule = {
  id: 'section-name',
  yieldsToWords: true,
  family: 'citations',
  severity: 'warning',
  purpose: 'Finds a section of a guideline line whose name is misspelt',
  why: 'Sections are cited by name since 2015; a misspelt one cannot be searched for in the guideline.',
  source: 'Section names printed in public determinations and tables of contents of the guidelines.',
  examples: [
    {
      wrong: {
        items: [
          {
            maximus:
              'Decision based on MTUS Low Back Complaints 2004, Section(s): Inital Care, Physical Methods.',
          },
        ],
      },
      right: {
        items: [
          {
            maximus:
              'Decision based on MTUS Low Back Complaints 2004, Section(s): Initial Care, Physical Methods.',
          },
        ],
      },
    },
  ],
  check: inCitations(({ claims, maximus }, report) => {
    for (const citation of [...maximus, ...claims]) {
      const { block, place } = citation;
      for (const { section, name, repairs, distance } of [
        ...sectionIssues(citation),
        ...odgChapterIssues(citation),
      ]) {
        report({
          at: { block, start: section.start, end: section.end },
          // The claims administrator's line is not the author's text; a non-MTUS citation is free text.
          ...(place === 'claims' || citation.node.kind === 'other'
            ? { severity: 'information' as const }
            : {}),
          message: `"${section.name}" is misspelt: the ${citation.node.kind === 'other' ? 'chapter' : 'section'} is ${name}.`,
          fixes: [
            {
              title: `Change to ${repairs.map(({ text }) => text).join(' … ')}`,
              edits: repairs.map(({ start, end, text }) => ({ at: { block, start, end }, text })),
              preferred: true,
              certain: distance <= 2 && citation.node.kind !== 'other',
            },
          ],
        });
      }
    }
  }),
};
