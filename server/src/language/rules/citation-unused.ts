import { gapsOf, type ItemCitations, pageSlips, pageText } from '../facts/index.ts';
import { gather } from '../gather.ts';
import { inCitations } from './in-items.ts';
import type { Rule } from './rule.ts';

const case2014 = {
  header: {
    'UR Denial Date': '11/21/2014',
    'Application Received': '11/29/2014',
    'Date Assigned': '12/06/2014',
    'Decision Date': '01/04/2015',
    'Date of Injury': '09/15/2012',
  },
  summary:
    'The injured worker sustained an industrial injury on 09/15/2012. The utilization review dated 11/21/2014 non-certified Baclofen.',
};
const rationale =
  'As noted on page 64 of the MTUS Chronic Pain Medical Treatment Guidelines, Baclofen is recommended for spasticity. Therefore, the request is not medically necessary.';

/** Finds pages that the MAXIMUS line lists and the rationale, which cites others of the same guideline, never does. */
export const citationUnused: Rule = {
  id: 'citation-unused',
  family: 'citations',
  severity: 'hint',
  purpose:
    'Finds a page on the MAXIMUS guideline line that the rationale, which cites other pages of the same guideline, never cites',
  why: 'A page that is listed and not used is often left over from another item.',
  source: 'Practice in determinations that print page numbers.',
  examples: [
    {
      wrong: {
        ...case2014,
        items: [
          {
            maximus:
              'Decision based on MTUS Chronic Pain Treatment Guidelines BACLOFEN Page(s): 64, TIZANIDINE Page(s): 66.',
            rationale,
          },
        ],
      },
      right: {
        ...case2014,
        items: [
          {
            maximus: 'Decision based on MTUS Chronic Pain Treatment Guidelines BACLOFEN Page(s): 64.',
            rationale,
          },
        ],
      },
    },
  ],
  check: inCitations((item, report, dates) => {
    const slips = pageSlips(item);
    // A page that the line lacks and one that the rationale lacks are one slip, told by its own rule.
    if (slips.length === 0 && gapsOf(item, dates).some(({ missing }) => missing === 'page')) return;
    for (const entry of item.maximus) {
      for (const { node, topics } of entry.pages) {
        if (slips.some((slip) => slip.page.node === node || slip.meant.some(({ at }) => at === node)))
          continue;
        const ids = entry.guidelines.map(({ id }) => id);
        // Pages of one topic are listed together: one of them cited is enough.
        const group = entry.pages.filter((other) => other.topics === topics);
        if (!group.every((other) => isUnused(item, ids, other.node))) continue;
        report({
          at: node,
          message: `The rationale never cites page ${pageText(node)}, which the guideline line lists.`,
        });
      }
    }
  }),
};

/** Whether the rationale cites pages of the guideline, but none of these. */
function isUnused(
  item: ItemCitations,
  ids: readonly string[],
  page: { first: number; last: number },
): boolean {
  const cited = item.rationale.filter(({ guidelines }) => guidelines.some(({ id }) => ids.includes(id)));
  const pages = gather(cited, ({ pages }) => pages.map(({ node }) => node));
  return pages.length > 0 && !pages.some((other) => other.first <= page.last && page.first <= other.last);
}
