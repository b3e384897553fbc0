import { inForce } from '../catalog/index.ts';
import { type Citation, nameIssue } from '../facts/index.ts';
import { inCitations } from './in-items.ts';
import type { Rule } from './rule.ts';

/** Finds a rationale that names another edition than its MAXIMUS line. */
export const editionMismatch: Rule = {
  id: 'edition-mismatch',
  family: 'citations',
  severity: 'warning',
  purpose:
    'Finds a guideline whose year in the rationale is not the year of the edition on the MAXIMUS guideline line',
  why: 'The line and the rationale must rest on one edition; a reader cannot tell which of the two was used.',
  source: 'Labels and years of the determination form.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'The California MTUS 2009 Chronic Pain Guidelines recommend muscle relaxants for a short course. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'The California MTUS 2016 Chronic Pain Guidelines recommend muscle relaxants for a short course. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check: inCitations(({ maximus, rationale }, report, dates) => {
    for (const citation of rationale) {
      const { node, block, guidelines, stance } = citation;
      const { year } = node;
      if (year === undefined || guidelines.length === 0 || stance === 'denied') continue;
      const families = new Set(guidelines.map(({ family }) => family));
      const listed = maximus.filter(
        (entry) =>
          entry.node.year !== undefined && entry.guidelines.some(({ family }) => families.has(family)),
      );
      const [entry] = listed;
      if (!entry || listed.some((other) => other.node.year === year) || isWrong(entry, dates)) continue;
      const start = block.flow.text.indexOf(String(year), node.start);
      const place = { block, start, end: start + 4 };
      report({
        at: { block, start: node.start, end: node.end },
        message: `The rationale names the ${year} edition, but the MAXIMUS guideline line lists ${entry.guideline?.label ?? `${entry.node.name} ${entry.node.year}`}.`,
        related: [{ at: entry.node, message: 'Listed here.' }],
        fixes: [
          {
            title: `Change to ${entry.node.year}`,
            edits: [{ at: place, text: String(entry.node.year) }],
            preferred: true,
          },
        ],
      });
    }
  }),
};

/** Whether the line's own edition is the slip, which other rules tell. */
function isWrong(entry: Citation, dates: readonly string[]): boolean {
  if (nameIssue(entry, dates)) return true;
  return entry.guideline !== undefined && inForce(entry.guideline.id, dates) === 'none';
}
