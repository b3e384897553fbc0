import { editionInForceInstead, findSection, type Guideline, inForce } from '../catalog/index.ts';
import type { Citation } from '../facts/index.ts';
import { inCitations } from './in-items.ts';
import type { Report, Rule } from './rule.ts';

/** Days around a change of editions in which the earlier request may still count, where its date is not known. */
const GRACE = 30;

/** Finds an edition on the MAXIMUS line that was in force on none of the dates of the case. */
export const editionSuperseded: Rule = {
  id: 'edition-superseded',
  family: 'citations',
  severity: 'warning',
  purpose: 'Finds an edition of a guideline that was not in force on any known date of the case',
  why: 'The decision must rest on the guideline in force; an edition of another time may recommend something else.',
  source:
    'Days of effect of each edition under 8 CCR 9792.22-9792.24.4; the 2016 editions apply to requests made on or after 2016-07-29.',
  examples: [
    {
      wrong: {
        items: [
          {
            maximus:
              'Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Muscle relaxants (for pain).',
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
  ],
  check: inCitations(({ claims, maximus }, report, dates) => {
    if (dates.length === 0) return;
    for (const citation of [...maximus, ...claims]) {
      const { node, guideline, block, place } = citation;
      if (!guideline || node.year === undefined || guideline.year !== node.year || isVendorLabel(guideline))
        continue;
      const side = sideOf(guideline, dates);
      if (!side) continue;
      const nameEnd = node.start + node.name.length;
      const year = block.flow.text.indexOf(String(node.year), nameEnd);
      report({
        at: { block, start: node.start, end: year + 4 },
        ...(place === 'claims' ? { severity: 'hint' as const } : {}),
        message:
          side === 'past'
            ? `${guideline.label} was in force until ${guideline.to}; the known dates of its request, review and decision are later.`
            : `${guideline.label} came into force on ${guideline.from}; the known dates of its request, review and decision are earlier.`,
        note: guideline.adoptedBy ?? guideline.title,
        fixes: place === 'claims' ? [] : fixesFor(citation, guideline, dates, year),
      });
    }
  }),
};

/** "Elbow Complaints 2004" is the form's own variant of the 2007 chapter. */
function isVendorLabel({ id }: Guideline): boolean {
  return id === 'acoem-2004-ch10';
}

/** Whether the guideline had ended before, or begins after, every date; days close to the change are left aside. */
function sideOf({ id, from, to }: Guideline, dates: readonly string[]): 'past' | 'future' | undefined {
  if (inForce(id, dates) !== 'none') return undefined;
  if (to !== null) {
    const safe = new Date(Date.parse(to) + GRACE * 86_400_000).toISOString().slice(0, 10);
    if (dates.every((date) => date > safe)) return 'past';
  }
  return from !== null && dates.every((date) => date < from) ? 'future' : undefined;
}

function fixesFor(
  { node, block }: Citation,
  guideline: Guideline,
  dates: readonly string[],
  year: number,
): NonNullable<Report['fixes']> {
  const instead = editionInForceInstead(guideline.id, dates);
  if (!instead?.label || instead.year === null) return [];
  const sameName = guideline.names[0] === instead.names[0];
  const at = sameName ? { block, start: year, end: year + 4 } : { block, start: node.start, end: year + 4 };
  const carried = node.sections.every(({ name }) =>
    ['exact', 'alias'].includes(findSection(instead.id, name).match),
  );
  return [
    {
      title: `Change to ${instead.label}`,
      edits: [{ at, text: sameName ? String(instead.year) : instead.label }],
      preferred: carried,
    },
  ];
}
