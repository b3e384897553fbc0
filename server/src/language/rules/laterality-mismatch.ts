import {
  type CaseFacts,
  foundInItems,
  headingSides,
  loneSideOf,
  phrasesOf,
  requestChangesOf,
  sideByHeadings,
  sidedPartsOf,
  sideOutliersOf,
} from '../facts/index.ts';
import { gather } from '../gather.ts';
import { changeReport, inCaseOf } from './request-change.ts';
import type { Rule } from './rule.ts';
import { rangeOf } from './rule.ts';

/**
 * Finds a left where the letter otherwise says right, and the reverse: in the rationale's own words for the request, in
 * a repetition of the heading, or in a single mention of a part that is of the other side everywhere else.
 */
export const lateralityMismatch: Rule = {
  id: 'laterality-mismatch',
  family: 'content',
  severity: 'warning',
  purpose: 'Finds a side of the body (left, right) that contradicts the heading or the rest of the letter',
  why: 'A determination for the wrong side decides something that nobody asked for.',
  source: 'Seen in 7 of 194 real determinations of winter 2016/17.',
  examples: [
    {
      wrong: {
        items: [
          {
            heading: 'MRI of the left knee: Upheld',
            rationale: 'The request for an MRI of the right knee is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            heading: 'MRI of the left knee: Upheld',
            rationale:
              'The right knee was examined for comparison. The request for an MRI of the left knee is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const reported: { start: number; end: number }[] = [];
    const isNew = (at: Parameters<typeof rangeOf>[0]): boolean => {
      const range = rangeOf(at);
      if (reported.some((other) => range.start < other.end && other.start < range.end)) return false;
      reported.push(range);
      return true;
    };
    for (const change of requestChangesOf(facts)) {
      if (change.kind !== 'side') continue;
      // "EMG of the right arm" and "EMG of the left arm" are together the bilateral study.
      if (/^bilateral$/i.test(change.found) && isGrantedOrAskedForEach(facts)) continue;
      if (isNew(change.at)) report(changeReport(change));
    }
    for (const { phrase, part } of sidesAskedFor(facts)) {
      const own = headingSides(phrase.item, part.regions);
      const unsided = phrase.place === 'deciding' && own.length === 0 && phrase.sides.length === 1;
      const side = unsided ? sideByHeadings(facts, part) : own[0];
      if (
        !side ||
        part.side === 'bilateral' ||
        side.side === part.side ||
        own.some((other) => other.side === part.side || other.side === 'bilateral')
      )
        continue;
      const at = part.sideNode;
      if (!isNew(at)) continue;
      const to = inCaseOf(part.block.flow.text.slice(at.start, at.end), side.side);
      report({
        at,
        message: `The rationale speaks of the ${part.side} side, but the ${unsided ? 'other headings ask' : 'heading asks'} for the ${side.side}.`,
        related: [
          {
            at: side.sideNode,
            message: unsided ? 'Another heading' : `Heading of item ${phrase.item.number}`,
          },
        ],
        fixes: [{ title: `Change to "${to}"`, edits: [{ at, text: to }], preferred: true }],
      });
    }
    for (const { odd, others, sure } of sideOutliersOf(facts)) {
      const [other] = others;
      const at = odd.sideNode;
      if (!other || !isNew(at)) continue;
      const to = inCaseOf(odd.block.flow.text.slice(at.start, at.end), other.side);
      report({
        at: { block: odd.block, start: at.start, end: odd.partNode.end },
        severity: sure ? 'warning' : 'information',
        message: `Only this place says ${odd.side}; ${others.length} other mentions of this part are of the ${other.side} side.`,
        related: others
          .slice(0, 4)
          .map((mention) => ({ at: mention.sideNode, message: `${mention.side} side` })),
        fixes: [{ title: `Change to "${to}"`, edits: [{ at, text: to }], preferred: true }],
      });
    }
    const lone = loneSideOf(facts);
    if (lone && isNew(lone.node)) {
      const printed = lone.block.flow.text.slice(lone.node.start, lone.node.end);
      const to = inCaseOf(printed, lone.node.id === 'left' ? 'right' : 'left');
      report({
        at: lone.node,
        severity: severityOfLone(lone.others),
        message: `This is the only ${lone.node.id} side of the letter; the other ${lone.others} mentions are of the ${lone.node.id === 'left' ? 'right' : 'left'}.`,
        fixes: [
          {
            title: `Change to "${to}"`,
            edits: [
              {
                at: { block: lone.block, start: lone.node.start, end: lone.node.start + lone.node.id.length },
                text: to,
              },
            ],
          },
        ],
      });
    }
  },
};

/** The sided parts in the phrases for a request that the heading does not name on the same side. */
const sidesAskedFor = foundInItems((item) =>
  gather(phrasesOf(item), (phrase) =>
    gather(phrase.sides, (part) =>
      headingSides(item, part.regions).some(({ side }) => side === part.side) ? [] : [{ phrase, part }],
    ),
  ),
);

/** The more the letter speaks of one side, the surer a single other one is a slip. */
function severityOfLone(others: number): 'warning' | 'information' | 'hint' {
  if (others >= 6) return 'warning';
  return others >= 3 ? 'information' : 'hint';
}

/** Whether the headings ask for both sides one by one, or a review has granted one of them. */
function isGrantedOrAskedForEach({ items, summary }: CaseFacts): boolean {
  if (summary && granted.test(summary.flow.text)) return true;
  const sides = new Set(
    gather(items, ({ heading }) => (heading ? sidedPartsOf(heading) : [])).map(({ side }) => side),
  );
  return sides.has('left') && sides.has('right');
}

const granted =
  /\b(?:approved|certified|authorized|granted)\b[^.;]{0,60}\b(?:left|right)\b|\bnarrowed to the (?:left|right)\b|\b(?:left|right) [a-z]+ only\b/i;
