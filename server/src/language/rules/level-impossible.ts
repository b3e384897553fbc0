import { matches } from '../matches.ts';
import { inBlocks } from './in-blocks.ts';
import type { Rule } from './rule.ts';

/** The last level of each part of the spine: eight roots of the neck, and a sixth lumbar vertebra in some people. */
const last: Readonly<Record<string, number>> = { C: 8, T: 12, L: 6, S: 5 };

/**
 * A level where the words leave no doubt that one is meant: diagnosis codes ("T14.90"), images ("T2-weighted") and rooms
 * look like one.
 */
const level =
  /\b(?:at|levels?|dis[ck]|root|vertebrae?|body|between|from|fracture of|fusion of|(?<=[CTLS]\d{1,2}) and)(?: the| left| right)? ([CTLS])(\d{1,2})(?:-([CTLS]?)(\d{1,2}))?(?![-\w]|\.\d)/g;

/** A number above the last sacral level: most texts are turned down by it. */
const high = /[CTLS](?:[6-9]|\d\d)|[CTLS]\d-[CTLS]?(?:[6-9]|\d\d)/;

/** Finds a level of the spine that does not exist. */
export const levelImpossible: Rule = {
  id: 'level-impossible',
  family: 'content',
  severity: 'warning',
  purpose: 'Finds a level of the spine that does not exist: "at T14"',
  why: 'Nobody can tell which level was found, injected or operated on.',
  source:
    'Anatomy: seven cervical vertebrae with eight roots, twelve thoracic, five lumbar (in some people six) and five sacral ones.',
  examples: [
    {
      wrong: { summary: 'The injured worker is a 44 year old male. There is a fracture at T14.' },
      right: {
        summary:
          'The injured worker is a 44 year old male with an open wound (T14.1). There is a fracture at T12 and a transitional vertebra L6.',
      },
    },
  ],
  check: inBlocks(['prose', 'rationale', 'itemHeading'], (block, report) => {
    if (!high.test(block.flow.text)) return;
    for (const match of matches(level, block.flow.text)) {
      const [whole, part = '', first = '', otherPart = '', second] = match;
      const ends: readonly (readonly [string, string | undefined])[] = [
        [part, first],
        [otherPart === '' ? part : otherPart, second],
      ];
      const wrong = ends.find(([name, number]) => number !== undefined && !exists(name, Number(number)));
      if (!wrong) continue;
      const end = match.index + whole.length;
      report({
        at: { start: match.index + whole.lastIndexOf(' ') + 1, end },
        message: `There is no level ${wrong.join('')}.`,
      });
    }
  }),
};

function exists(part: string, number: number): boolean {
  return number >= 1 && number <= (last[part] ?? 0);
}
