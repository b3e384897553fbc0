import { type CaseFacts, foundInBlocks, sentenceAt } from '../facts/index.ts';
import { matches } from '../matches.ts';
import type { Block } from '../syntax/index.ts';
import type { Report, Rule } from './rule.ts';

/** A level between two vertebrae as printed: "L4-5", "L5-S1". */
interface Level {
  block: Block;
  printed: string;
  /** The letter of its part of the spine, and its numbers. */
  part: string;
  numbers: string;
  start: number;
  end: number;
}

const printedLevel = /(?<![A-Za-z0-9])([CTL])(\d{1,2})[-/]([CTLS]?)(\d{1,2})(?![A-Za-z0-9-])/g;

/** What letters on a part of the spine speak of, at the spine or where its roots go. */
const about: Readonly<Record<string, RegExp>> = {
  C: /\b(?:cervic\w+|neck|spurling|trapezi\w+|arms?|forearms?|hands?|fingers?|wrists?|elbows?|shoulders?|upper extremit\w+|occipit\w+|headaches?|C[1-8]\b)/i,
  T: /\b(?:thorac\w+|dorsal|mid(?:dle)?[ -]?back|upper back|interscapular|ribs?|chest|kypho\w+|T\d{1,2}\b)/i,
  L: /\b(?:lumb\w+|low(?:er)?[ -]back|back pain|legs?|lower extremit\w+|sciatica|sacr\w+|buttocks?|hips?|knees?|thighs?|L[1-6]\b)/i,
};

/** "The protrusion at L4-5", "L4-5 protrusion". */
const kinds =
  'protrusion|extrusion|herniation|bulge|spondylolisthesis|anterolisthesis|retrolisthesis|annular (?:tear|fissure)|stenosis';
const findingBefore = new RegExp(
  `\\b(${kinds})s? (?:is |was )?(?:seen |noted |shown |found |present )?(?:at|of) (?:the )?$`,
  'i',
);
const findingBehind = new RegExp(`^ (?:level )?(?:(?:disc|disk|left|right|central) )?(${kinds})`, 'i');
const definite = new RegExp(
  `\\bthe (?:(?:disc|disk|left|right|known|large|small|paracentral|foraminal) )*(${kinds}) (?:at|of) (?:the )?$`,
  'i',
);

/** Finds a level of the spine that nothing else in the letter speaks of. */
export const levelUnnamed: Rule = {
  id: 'level-unnamed',
  family: 'content',
  severity: 'warning',
  purpose:
    'Finds a level of another part of the spine than all that the letter speaks of, and a finding at a level where no study showed it',
  why: 'What is injected, operated on or argued from is then another level than the one that was examined.',
  source: 'Comparison of the levels that the letter names.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker is a 44 year old male with pain of the low back and tenderness over the facets at L3-4. Blocks at C3-4 were requested.',
      },
      right: {
        summary:
          'The injured worker is a 44 year old male with pain of the low back and tenderness over the facets at L3-4. Blocks at L3-4 were requested.',
      },
    },
  ],
  check(facts, report) {
    const levels = levelsOf(facts);
    if (levels.length < 2) return;
    for (const level of levels) {
      const other = sameNumbersElsewhere(facts, levels, level);
      if (other) report(partReport(level, other));
    }
    for (const level of levels) checkFinding(facts, levels, level, report);
  },
};

function levelsOf(facts: CaseFacts): Level[] {
  return printedLevels(facts).map(({ block, found }) => ({ block, ...found }));
}

const printedLevels = foundInBlocks((block): readonly Omit<Level, 'block'>[] =>
  block.type === 'prose' || block.type === 'rationale' || block.type === 'itemHeading'
    ? matches(printedLevel, block.flow.text).map(
        ({ 0: printed, 1: part = '', 2: first, 4: second, index }) => ({
          printed,
          part,
          numbers: `${first}-${second}`,
          start: index,
          end: index + printed.length,
        }),
      )
    : [],
);

/** A level of the same numbers in the part of the spine that a letter is about, where nothing else is of the level's part. */
function sameNumbersElsewhere(
  { blocks }: CaseFacts,
  levels: readonly Level[],
  level: Level,
): Level | undefined {
  const others = levels.filter((other) => other !== level);
  const [first] = others;
  if (!first || first.part === level.part || others.some(({ part }) => part !== first.part)) return undefined;
  const twin = others.find(({ numbers }) => numbers === level.numbers);
  if (!twin) return undefined;
  const isSpokenOf = (part: string): boolean =>
    blocks.some(({ flow }) => about[part]?.test(flow.text.replace(printedLevel, ' ')));
  return isSpokenOf(first.part) && !isSpokenOf(level.part) ? twin : undefined;
}

function partReport({ block, printed, start, end }: Level, { part, printed: meant, ...twin }: Level): Report {
  const at = { block, start, end };
  const text = part + printed.slice(1);
  return {
    at,
    message: `Nothing else in the letter is about the part of the spine of ${printed}; elsewhere it speaks of ${meant}.`,
    related: [{ at: { block: twin.block, start: twin.start, end: twin.end }, message: meant }],
    fixes: [{ title: `Change to ${text}`, edits: [{ at, text }] }],
  };
}

/** Finds "the protrusion at" a level in a rationale, where the summary has protrusions, but none there. */
function checkFinding(
  { summary }: CaseFacts,
  levels: readonly Level[],
  level: Level,
  report: (report: Report) => void,
): void {
  if (!summary || level.block.type !== 'rationale') return;
  const sentence = sentenceAt(level.block, level.start);
  if (!sentence) return;
  const before = level.block.flow.text.slice(sentence.start, level.start);
  const kind = definite.exec(before)?.[1];
  if (kind === undefined || levels.some((other) => other !== level && other.numbers === level.numbers))
    return;
  const shown = levels.filter(
    ({ block, start, end }) =>
      block === summary && findingAt(block.flow.text, start, end) === kind.toLowerCase(),
  );
  const [only, another] = shown;
  if (!only || another) return;
  const at = { block: level.block, start: level.start, end: level.end };
  report({
    at,
    severity: 'information',
    message: `The summary has the ${kind.toLowerCase()} at ${only.printed}, and no other place of the letter names ${level.printed}.`,
    related: [{ at: { block: only.block, start: only.start, end: only.end }, message: 'The summary' }],
    fixes: [{ title: `Change to ${only.printed}`, edits: [{ at, text: only.printed }] }],
  });
}

/** What a text says was found at a level. */
function findingAt(text: string, start: number, end: number): string | undefined {
  const found =
    findingBefore.exec(text.slice(Math.max(0, start - 80), start)) ??
    findingBehind.exec(text.slice(end, end + 60));
  return found?.[1]?.toLowerCase();
}
