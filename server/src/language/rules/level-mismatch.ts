import { foundInItems, phrasesOf, requestChangesOf } from '../facts/index.ts';
import { gather } from '../gather.ts';
import { matches } from '../matches.ts';
import { changeReport } from './request-change.ts';
import { type Rule, rangeOf } from './rule.ts';

/** Finds a spinal level that differs between an item's heading and a place that repeats the request. */
export const levelMismatch: Rule = {
  id: 'level-mismatch',
  family: 'content',
  severity: 'warning',
  purpose: 'Finds a spinal level in a repetition of the request that differs from the heading',
  why: 'An injection or operation is authorized for a level; another level is another treatment.',
  source: 'Comparison of the request as the heading prints it with its repetitions in the letter.',
  examples: [
    {
      wrong: {
        items: [
          {
            heading: 'Right L4-5 transforaminal epidural steroid injection: Upheld',
            rationale:
              'Therefore, the request for a right L5-S1 transforaminal epidural steroid injection is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            heading: 'Right L4-5 transforaminal epidural steroid injection: Upheld',
            rationale:
              'The study showed a disc protrusion at L5-S1. Therefore, the request for a right L4-5 transforaminal epidural steroid injection is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const told: { start: number; end: number }[] = [];
    for (const change of requestChangesOf(facts)) {
      if (change.kind !== 'level' || isRootOfLevel(change.found, change.expected)) continue;
      told.push(rangeOf(change.at));
      report(changeReport(change));
    }
    for (const { phrase, heading, asked, said, own, foreign } of foreignLevelsOf(facts)) {
      const at = {
        block: phrase.block,
        start: phrase.start + foreign.start,
        end: phrase.start + foreign.start + foreign.printed.length,
      };
      const { start, end } = rangeOf(at);
      if (told.some((other) => start < other.end && other.start < end)) continue;
      report({
        at,
        message: `The rationale speaks of ${foreign.printed} in its words for the request, but the heading names ${own.printed}.`,
        related: [
          {
            at: { block: heading, start: own.start, end: own.start + own.printed.length },
            message: `Heading of item ${phrase.item.number}`,
          },
        ],
        fixes:
          asked.length === 1 && said.length === 1
            ? [{ title: `Change to ${own.printed}`, edits: [{ at, text: own.printed }] }]
            : [],
      });
    }
  },
};

/** The phrases for a request that name a level which the heading does not. */
const foreignLevelsOf = foundInItems((item) => {
  const { heading } = item;
  if (!heading) return [];
  const request = heading.flow.text.slice(0, heading.requestEnd);
  return gather(phrasesOf(item), (phrase) => {
    if (phrase.place === 'opening') return [];
    const words = phrase.block.flow.text.slice(phrase.start, phrase.end);
    // The joints L4-5 and L5-S1 are blocked at the branches of L3 to L5.
    if (ofBranches.test(request) || ofBranches.test(words)) return [];
    const asked = levelsIn(request);
    const said = levelsIn(words);
    const foreign = said.find((levels) => isForeign(levels, asked));
    const [own] = asked;
    return own && foreign ? [{ phrase, heading, asked, said, own, foreign }] : [];
  });
});

/** Whether one of two is a root and the other the level that it leaves the spine by: "L5" and "L5-S1". */
function isRootOfLevel(a: string, b: string): boolean {
  const [one, other] = [levelsIn(a)[0]?.covers ?? [], levelsIn(b)[0]?.covers ?? []];
  return one.length !== other.length && Math.min(one.length, other.length) === 1 && one[0] === other[0];
}

const ofBranches = /\b(?:medial branch|facets?|rami|ramus|rhizotom|neurotom|ablation|radiofrequency)/i;

/** Whether levels are none of those asked for; a root ("L5") may be reached at the level that it leaves by ("L5-S1"). */
function isForeign({ covers }: Levels, asked: readonly Levels[]): boolean {
  const known = new Set(gather(asked, (levels) => levels.covers));
  const shared = covers.filter((level) => known.has(level)).length;
  if (shared === 0) return covers.length > 0 && known.size > 0;
  return shared < covers.length && asked.every((levels) => levels.covers.length > 1);
}

/** A level or a range of levels as printed, with each level that it covers: "L4-S1" covers L4, L5 and S1. */
interface Levels {
  readonly printed: string;
  readonly start: number;
  readonly covers: readonly string[];
}

const printedLevels = /(?<![A-Za-z0-9])([CTLS])(\d{1,2})(?:[-/]([CTLS]?)(\d{1,2}))?(?![A-Za-z0-9])/g;

/** All levels from the neck down. */
const column: readonly string[] = [
  ...levelsOf('C', 7),
  ...levelsOf('T', 12),
  ...levelsOf('L', 5),
  ...levelsOf('S', 5),
];

function levelsOf(part: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${part}${index + 1}`);
}

function levelsIn(text: string): Levels[] {
  return matches(printedLevels, text).map(
    ({ 0: printed, 1: part = '', 2: first, 3: other, 4: second, index }) => {
      const from = column.indexOf(`${part}${first}`);
      const to = second === undefined ? from : column.indexOf(`${other || part}${second}`);
      return { printed, start: index, covers: from < 0 || to < from ? [] : column.slice(from, to + 1) };
    },
  );
}
