import { checkPage } from '../catalog/index.ts';
import { numbersOneKeyApart, type PageSlip, pageSlips } from '../facts/index.ts';
import { gather } from '../gather.ts';
import { inCitations } from './in-items.ts';
import type { Report, Rule } from './rule.ts';

/** Finds a cited page that the guideline does not have. */
export const pageOutsideGuideline: Rule = {
  id: 'page-outside-guideline',
  family: 'citations',
  severity: 'error',
  purpose: 'Finds a page number that lies outside the guideline or chapter that it is cited from',
  why: 'A reader who looks the page up finds nothing: the citation, and with it the reason for the decision, cannot be verified.',
  source:
    'The 2009 Chronic Pain Medical Treatment Guidelines have 127 pages; the chapters of the ACOEM Practice Guidelines (2nd edition) run through one book, so pages printed in determinations bound each of them.',
  examples: [
    {
      wrong: {
        header: {
          'UR Denial Date': '11/21/2014',
          'Application Received': '11/29/2014',
          'Date Assigned': '12/06/2014',
          'Decision Date': '01/04/2015',
          'Date of Injury': '09/15/2012',
        },
        summary:
          'The injured worker sustained an industrial injury on 09/15/2012. The utilization review dated 11/21/2014 non-certified Baclofen.',
        items: [
          {
            maximus: 'Decision based on MTUS Chronic Pain Treatment Guidelines BACLOFEN Page(s): 64.',
            rationale:
              'As noted on page 164 of the MTUS Chronic Pain Medical Treatment Guidelines, Baclofen is recommended for spasticity. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        header: {
          'UR Denial Date': '11/21/2014',
          'Application Received': '11/29/2014',
          'Date Assigned': '12/06/2014',
          'Decision Date': '01/04/2015',
          'Date of Injury': '09/15/2012',
        },
        summary:
          'The injured worker sustained an industrial injury on 09/15/2012. The utilization review dated 11/21/2014 non-certified Baclofen.',
        items: [
          {
            maximus: 'Decision based on MTUS Chronic Pain Treatment Guidelines BACLOFEN Page(s): 64.',
            rationale:
              'As noted on page 64 of the MTUS Chronic Pain Medical Treatment Guidelines, Baclofen is recommended for spasticity. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check: inCitations((item, report) => {
    for (const slip of pageSlips(item)) {
      if (!slip.outside) continue;
      const { citation, page } = slip;
      const { first, last } = page.node;
      // Of "68-169" it is the second number that is outside.
      const outside = first === last || isOutside(slip, first) ? first : last;
      report({
        at: page.node,
        // The claims administrator's line is not the author's text.
        ...(citation.place === 'claims' ? { severity: 'information' as const } : {}),
        message: `Page ${outside} cannot be in ${slip.guideline.label ?? slip.guideline.title}: ${boundsOf(slip)}.`,
        note: slip.guideline.title,
        ...(outside === first ? pageFixes(slip) : rangeFixes(slip)),
      });
    }
  }),
};

function isOutside({ guideline }: PageSlip, page: number): boolean {
  return checkPage(guideline.id, page).verdict === 'outside-guideline';
}

/** Ends of a range that one key more or another than the printed one gives, each above its beginning and in the guideline. */
function rangeFixes(slip: PageSlip): Pick<Report, 'related' | 'fixes'> {
  const { page, meant } = slip;
  const { first, last } = page.node;
  const ends = new Set<number>();
  for (let end = first + 1; end <= first + longestRange; end++)
    if (numbersOneKeyApart(String(end), String(last)) && !isOutside(slip, end)) ends.add(end);
  const { related = [] } = pageFixes(slip);
  const known = [...ends].filter((end) =>
    meant.some(({ text }) => text === String(end) || text === `${first}-${end}`),
  );
  return {
    related,
    fixes: [...ends].map((end) => ({
      title: `Change to pages ${first}-${end}`,
      edits: [{ at: page.node, text: `${first}-${end}` }],
      preferred: ends.size === 1 || (known.length === 1 && known[0] === end),
    })),
  };
}

/** Pages that a citation of a range spans at most. */
const longestRange = 12;

function boundsOf({ outside, guideline }: PageSlip): string {
  const { first = null, last = null } = outside ?? {};
  const name = guideline.chapter === undefined ? 'the guideline' : `chapter ${guideline.chapter}`;
  if (first !== null && last !== null)
    return guideline.chapter === undefined
      ? `${name} has pages ${first} to ${last}`
      : `${name} lies within pages ${first} to ${last}`;
  return last === null
    ? `${name} begins after page ${(first ?? 1) - 1}`
    : `${name} ends before page ${last + 1}`;
}

/** The other place that prints the right page, and the change to it. */
export function pageFixes({ citation, page, meant }: PageSlip): Pick<Report, 'related' | 'fixes'> {
  const related = gather(meant, ({ at, text }) =>
    at
      ? [
          {
            at,
            message:
              citation.node.kind === 'mention'
                ? `The guideline line lists page ${text}.`
                : `The rationale cites page ${text}.`,
          },
        ]
      : [],
  );
  const fixes = meant.map(({ text, sure }, index) => ({
    title: `Change to page ${text}`,
    edits: [{ at: page.node, text }],
    preferred: index === 0 && sure,
  }));
  return { related, fixes };
}
