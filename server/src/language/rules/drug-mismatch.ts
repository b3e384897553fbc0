import { drugById, drugClass, sameDrug } from '../catalog/index.ts';
import { foundInItems, phrasesOf, requestChangesOf, termsOf } from '../facts/index.ts';
import { gather } from '../gather.ts';
import type { TermNode } from '../syntax/index.ts';
import { changeReport } from './request-change.ts';
import { type Rule, rangeOf } from './rule.ts';

/** Finds a rationale whose words for the request name another drug than the heading does. */
export const drugMismatch: Rule = {
  id: 'drug-mismatch',
  family: 'content',
  severity: 'warning',
  purpose:
    "Finds another drug in the rationale's words for the request than the heading names; brand and generic are the same drug",
  why: 'A rationale on another drug does not decide the disputed item.',
  source:
    'Comparison with the drug catalog. That the rationale never names the drug is usual and not reported.',
  examples: [
    {
      wrong: {
        items: [
          {
            heading: 'Norco 10/325mg #60: Upheld',
            rationale: 'Therefore, the request for Soma is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            heading: 'Norco 10/325mg #60: Upheld',
            rationale:
              'Soma was stopped. Therefore, the request for hydrocodone/acetaminophen is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const reported: { start: number; end: number }[] = [];
    for (const change of requestChangesOf(facts)) {
      if (change.kind !== 'drug' || sameDrug(change.found, change.expected)) continue;
      reported.push(rangeOf(change.at));
      report(changeReport(change));
    }
    for (const { phrase, heading, own, found } of foreignDrugsOf(facts)) {
      const { start, end } = rangeOf(found);
      if (reported.some((other) => start < other.end && other.start < end)) continue;
      const named = phrase.block.flow.text.slice(found.start, found.end);
      const wanted = heading.flow.text.slice(own.start, own.end);
      report({
        at: found,
        message: `The rationale decides on ${named}, but the heading asks for ${wanted}.`,
        note: noteOf(found.id, own.id),
        related: [{ at: own, message: `Heading of item ${phrase.item.number}` }],
      });
    }
  },
};

/** The phrases for a request that name other drugs than the heading, with the first of each. */
const foreignDrugsOf = foundInItems((item) => {
  const { heading } = item;
  if (!heading) return [];
  const asked = termsOf(heading, 'drug');
  const [own] = asked;
  if (!own) return [];
  return gather(phrasesOf(item), (phrase) => {
    const said = phrase.terms.filter(({ kind }) => kind === 'drug');
    const [found] = said;
    if (!found) return [];
    if (!asked.some((a) => said.some((b) => sameDrug(a.id, b.id)))) return [{ phrase, heading, own, found }];
    const odd = oddOne(asked, said);
    return odd ? [{ phrase, heading, ...odd }] : [];
  });
});

/** The one drug that differs where both sides name as many ("ketoprofen, baclofen, and lidocaine" of a compound). */
function oddOne(
  asked: readonly TermNode[],
  said: readonly TermNode[],
): { own: TermNode; found: TermNode } | undefined {
  if (asked.length !== said.length) return undefined;
  const unlike = (one: TermNode, others: readonly TermNode[]): boolean =>
    !others.some(({ id }) => sameDrug(one.id, id));
  const [own, ...moreOwn] = asked.filter((term) => unlike(term, said));
  const [found, ...moreFound] = said.filter((term) => unlike(term, asked));
  return own && found && moreOwn.length === 0 && moreFound.length === 0 ? { own, found } : undefined;
}

/** What the two drugs are, so that the reader sees why they are not the same. */
function noteOf(found: string, own: string): string {
  const describe = (id: string): string => {
    const drug = drugById(id);
    const name = drug?.classes[0] === undefined ? undefined : drugClass(drug.classes[0])?.name;
    return name === undefined ? (drug?.generic ?? id) : `${drug?.generic ?? id} (${name})`;
  };
  return `${describe(found)}, not ${describe(own)}.`;
}
