import { isUnnamedOdg, nameIssue } from '../facts/index.ts';
import { inCitations } from './in-items.ts';
import type { Rule } from './rule.ts';

/** Finds misspelt and unknown guideline names, and years that no edition has, on a guideline line. */
export const guidelineName: Rule = {
  id: 'guideline-name',
  family: 'citations',
  severity: 'warning',
  purpose:
    'Finds a guideline on a guideline line whose name is misspelt or unknown, or whose year no edition has',
  why: 'The form names each guideline by a fixed label with its year; a wrong one points to a guideline that does not exist.',
  source: 'Labels printed after "Decision based on MTUS" in public determinations, 2013 to 2022.',
  examples: [
    {
      wrong: {
        items: [
          {
            maximus:
              'Decision based on MTUS Chronic Pian Medical Treatment 2016, Section(s): Muscle relaxants (for pain).',
          },
        ],
      },
      right: {
        items: [
          {
            maximus:
              'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle relaxants (for pain).',
          },
        ],
      },
    },
    {
      wrong: {
        items: [{ maximus: 'Decision based on MTUS Low Back Complaints 2014, Section(s): Special Studies.' }],
      },
      right: {
        items: [{ maximus: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.' }],
      },
    },
  ],
  check: inCitations(({ claims, maximus }, report, dates) => {
    for (const citation of [...maximus, ...claims]) {
      if (isUnnamedOdg(citation)) {
        const { start, name } = citation.node;
        report({
          at: { block: citation.block, start, end: start + name.length },
          ...(citation.place === 'claims' ? { severity: 'hint' as const } : {}),
          message: `The citation names a chapter, but not the guideline that it is of: the Official Disability Guidelines?`,
          fixes: [
            {
              title: 'Insert "Official Disability Guidelines (ODG), "',
              edits: [
                {
                  at: { block: citation.block, start, end: start },
                  text: 'Official Disability Guidelines (ODG), ',
                },
              ],
              preferred: true,
            },
          ],
        });
        continue;
      }
      const issue = nameIssue(citation, dates);
      if (!issue) continue;
      const { node, block, place } = citation;
      const nameEnd = node.start + node.name.length;
      const lower = place === 'claims' ? { severity: 'information' as const } : {};
      if (issue.kind === 'misspelt') {
        const { repairs, name, distance, alone } = issue;
        report({
          at: { block, start: node.start, end: nameEnd },
          ...lower,
          message: `"${node.name}" is misspelt: the guideline is ${name}.`,
          fixes: [
            {
              title: `Change to ${repairs.map(({ text }) => text).join(' … ')}`,
              edits: repairs.map(({ start, end, text }) => ({ at: { block, start, end }, text })),
              preferred: alone,
              certain: alone && distance <= 2,
            },
          ],
        });
      } else if (issue.kind === 'year') {
        const year = String(node.year);
        const start = block.flow.text.indexOf(year, nameEnd);
        const right = issue.guideline?.year;
        report({
          at: { block, start, end: start + year.length },
          ...lower,
          message: `There is no ${node.name} of ${year}: ${issue.years.length === 1 ? 'the edition is' : 'the editions are'} ${issue.years.join(', ')}.`,
          fixes: right
            ? [
                {
                  title: `Change to ${right}`,
                  edits: [{ at: { block, start, end: start + year.length }, text: String(right) }],
                  preferred: true,
                },
              ]
            : [],
        });
      } else if (place === 'maximus' && !node.name.startsWith('[')) {
        // A placeholder in its place is another rule's.
        report({
          at: { block, start: node.start, end: nameEnd },
          severity: 'information',
          message: `"${node.name}" is not a guideline name that the form prints.`,
        });
      }
    }
  }),
};
