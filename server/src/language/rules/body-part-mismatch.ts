import { foreignPart, foundInItems, phrasesOf, requestChangesOf } from '../facts/index.ts';
import { gather } from '../gather.ts';
import { partInPlaceOf } from './heading-term.ts';
import { changeReport, inCaseOf } from './request-change.ts';
import type { Rule } from './rule.ts';
import { rangeOf } from './rule.ts';

/** Finds a rationale that decides on another part of the body than the heading names. */
export const bodyPartMismatch: Rule = {
  id: 'body-part-mismatch',
  family: 'content',
  severity: 'warning',
  purpose: "Finds a part of the body in the rationale's words for the request that the heading does not name",
  why: 'A rationale for another part of the body does not decide the disputed item.',
  source: 'Wrong service or part of the body: 8 of 194 real determinations of winter 2016/17.',
  examples: [
    {
      wrong: {
        items: [
          {
            heading: 'MRI of the lumbar spine: Upheld',
            rationale:
              'There are no red flags. Therefore, the request for an MRI of the cervical spine is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            heading: 'MRI of the lumbar spine: Upheld',
            rationale:
              'There are no red flags in the low back. Therefore, the request for a lumbar MRI is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const reported: { start: number; end: number }[] = [];
    for (const change of requestChangesOf(facts)) {
      if (change.kind !== 'part') continue;
      reported.push(rangeOf(change.at));
      report(changeReport(change));
    }
    for (const { phrase, foreign } of foreignPartsOf(facts)) {
      const { part, own } = foreign;
      const { start, end } = rangeOf(part);
      if (reported.some((other) => start < other.end && other.start < end)) continue;
      const { heading } = phrase.item;
      const found = phrase.block.flow.text.slice(part.start, part.end);
      const expected = heading?.flow.text.slice(own.start, own.end) ?? '';
      const to = inCaseOf(found, partInPlaceOf({ node: part, text: found }, { node: own, text: expected }));
      report({
        at: part,
        message: `The rationale speaks of the ${found} in its words for the request, but the heading names the ${expected}.`,
        related: [{ at: own, message: `Heading of item ${phrase.item.number}` }],
        fixes: foreign.only ? [{ title: `Change to "${to}"`, edits: [{ at: part, text: to }] }] : [],
      });
    }
  },
};

const foreignPartsOf = foundInItems((item) =>
  gather(phrasesOf(item), (phrase) => {
    const foreign = foreignPart(phrase);
    return foreign ? [{ phrase, foreign }] : [];
  }),
);
