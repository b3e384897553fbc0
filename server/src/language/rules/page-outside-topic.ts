import { ownRanges, pageSlips, pageText } from '../facts/index.ts';
import { inCitations } from './in-items.ts';
import { pageFixes } from './page-outside-guideline.ts';
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

/** Finds a cited page that does not hold the topic named with it. */
export const pageOutsideTopic: Rule = {
  id: 'page-outside-topic',
  family: 'citations',
  severity: 'warning',
  purpose:
    'Finds a page of the 2009 chronic pain guideline that is cited for a topic which stands elsewhere in it',
  why: 'The page that a citation prints should hold what the citation says; a slipped digit sends the reader to another drug.',
  source:
    'Index of the MTUS Chronic Pain Medical Treatment Guidelines (2009): alphabetical, with pages proven in determinations. A page at most three away from an entry that nobody has checked is information only.',
  examples: [
    {
      wrong: {
        ...case2014,
        items: [
          {
            maximus: 'Decision based on MTUS Chronic Pain Treatment Guidelines BACLOFEN Page(s): 46.',
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
  check: inCitations((item, report) => {
    for (const slip of pageSlips(item)) {
      const { standing, citation, page } = slip;
      if (!standing) continue;
      const { topic, kind } = standing;
      const [own] = ownRanges(slip.guideline.id, topic);
      const range = own ?? standing.range;
      const where = range.first === range.last ? `page ${range.first}` : `pages ${range.first}-${range.last}`;
      report({
        at: page.node,
        ...(kind === 'near' || citation.place === 'claims' ? { severity: 'information' as const } : {}),
        message: `${page.node.first === page.node.last ? 'Page' : 'Pages'} ${pageText(page.node)} ${page.node.first === page.node.last ? 'is' : 'are'} cited for ${nameOf(topic)}, which the guideline treats on ${where}.`,
        note:
          range.basis === 'unverified'
            ? 'From the index of the 2009 guideline, which is alphabetical; this entry is not verified.'
            : `${range.title}: ${range.basis}.`,
        ...pageFixes(slip),
      });
    }
  }),
};

/** A topic's title without what the index adds. */
function nameOf(topic: string): string {
  const name = topic.replace(/,? \(?within .*/, '').replace(/ \(whole\)$/, '');
  return /[A-Z]{5}/.test(name) ? name.charAt(0) + name.slice(1).toLowerCase() : name;
}
