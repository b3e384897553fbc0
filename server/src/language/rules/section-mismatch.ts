import { foreignTopicsOf, termsOf } from '../facts/index.ts';
import { inItems } from './in-items.ts';
import type { Rule } from './rule.ts';

/**
 * Finds a section of the MAXIMUS line that treats something else than the disputed item, where the rationale does not
 * speak of it either. Where it does, the heading is in doubt: that is for `service-mismatch` and `drug-class-mismatch`.
 */
export const sectionMismatch: Rule = {
  id: 'section-mismatch',
  family: 'content',
  severity: 'warning',
  purpose: 'Finds a section of the MAXIMUS line that treats something else than the disputed item',
  why: 'A guideline line is often kept from another item; a section on something else supports no decision on this one.',
  source:
    'Topics of the MTUS Chronic Pain Medical Treatment and Opioids Treatment Guidelines; with what other rules tell, seen in 5 lines of 65 real determinations.',
  examples: [
    {
      wrong: {
        items: [
          {
            heading: 'TENS unit, purchase: Upheld',
            maximus:
              'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs (non-steroidal anti-inflammatory drugs).',
            rationale:
              'A trial of one month comes first, and none is on file. Therefore, the request for a TENS unit is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            heading: 'TENS unit, purchase: Upheld',
            maximus:
              'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): TENS, chronic pain (transcutaneous electrical nerve stimulation).',
            rationale:
              'A trial of one month comes first, and none is on file. Therefore, the request for a TENS unit is not medically necessary.',
          },
        ],
      },
    },
  ],
  check: inItems((item, report) => {
    const { heading, maximus, rationale } = item;
    const topics = foreignTopicsOf(item);
    if (!heading || !maximus || !rationale || topics.length === 0) return;
    const said = new Set(termsOf(rationale).map(({ id }) => id));
    if (topics.some((topic) => topic.topics.some((id) => said.has(id)))) return;
    for (const { section } of topics) {
      report({
        at: { block: maximus, start: section.start, end: section.end },
        message: `The MAXIMUS line cites "${section.name}", but the item is "${item.request}".`,
        related: [
          {
            at: { block: heading, start: 0, end: heading.requestEnd },
            message: `Heading of item ${item.number}`,
          },
        ],
      });
    }
  }),
};
