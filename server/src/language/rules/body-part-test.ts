import { bodyRegionsOf, regionsCompatible } from '../catalog/index.ts';
import { holdsAny, sentencesOf, termsOf, wordSigns } from '../facts/index.ts';
import { gather } from '../gather.ts';
import { inBlocks } from './in-blocks.ts';
import type { Rule } from './rule.ts';

/** Examination manoeuvres with the regions that they examine. */
const manoeuvres: readonly (readonly [names: string, regions: readonly string[]])[] = [
  [
    "patrick(?:'s)?|faber|fabere|gaenslen(?:'s)?|trendelenburg(?:'s)?",
    ['lower-extremity', 'low-back', 'pelvis'],
  ],
  [
    "straight leg rais(?:e|ing)|slr|lasegue(?:'s)?|bragg?ard(?:'s)?|kemp(?:'s)?",
    ['lower-extremity', 'low-back', 'pelvis'],
  ],
  ["mcmurray(?:'s)?|lachman(?:'s)?|pivot shift|apley(?:'s)?", ['lower-extremity']],
  ["thompson(?:'s)?", ['lower-extremity']],
  [
    "neer(?:'s)?|hawkins(?:'s|'|-kennedy)?|speed(?:'s)?|yergason(?:'s)?|o'brien(?:'s)?|empty can|drop arm",
    ['upper-extremity', 'neck', 'upper-back'],
  ],
  ["phalen(?:'s)?|finkelstein(?:'s)?|durkan(?:'s)?|cozen(?:'s)?|mills(?:')?", ['upper-extremity', 'neck']],
  ["spurling(?:'s)?", ['neck', 'upper-extremity', 'upper-back']],
];
const found = new RegExp(
  `\\b(?:${manoeuvres.map(([names]) => `(${names})`).join('|')})(?:,? (?:and|or) [a-z'-]+(?: [a-z'-]+){0,2}(?= (?:tests|signs|maneuvers)))?(?: tests?| signs?| maneuvers?| manoeuvres?)?(?: (?:was|is|were))?(?: (?:positive|negative))? (?:on|at|in|of|over) (?:the |both |bilateral |left |right )*$`,
  'i',
);
const some = new RegExp(`\\b(?:${manoeuvres.map(([names]) => names).join('|')})\\b`, 'i');
/** The words with which their names begin. */
const signs = wordSigns(
  ...gather(manoeuvres, ([names]) => names.split('|').map((name) => /^\w+/.exec(name)?.[0] ?? '')),
);

/** Finds an examination manoeuvre at a part of the body that it does not examine. */
export const bodyPartTest: Rule = {
  id: 'body-part-test',
  family: 'content',
  severity: 'warning',
  purpose: 'Finds an examination manoeuvre reported at a part of the body that it does not examine',
  why: 'Either the manoeuvre or the part is a slip, and the finding then supports nothing.',
  source:
    'General knowledge of the physical examination: Patrick tests the hip, McMurray the knee, Neer the shoulder, Phalen the wrist.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker is a 54 year old female. The examination documented a positive Patrick test on the right upper extremity.',
      },
      right: {
        summary:
          'The injured worker is a 54 year old female. The examination documented a positive Patrick test on the right lower extremity.',
      },
    },
  ],
  check: inBlocks(['prose', 'rationale'], (block, report) => {
    if (!holdsAny(block, signs)) return;
    const parts = termsOf(block, 'body-part');
    for (const sentence of sentencesOf(block)) {
      if (!some.test(sentence.text)) continue;
      for (const part of parts) {
        if (part.start < sentence.start || part.end > sentence.end) continue;
        const match = found.exec(block.flow.text.slice(sentence.start, part.start));
        const index = match ? match.slice(1).findIndex((group) => group !== undefined) : -1;
        const regions = manoeuvres[index]?.[1];
        if (!match || !regions || regionsCompatible(bodyRegionsOf(part.id), regions)) continue;
        const start = sentence.start + match.index;
        const name = match[index + 1] ?? '';
        report({
          at: { start, end: part.end },
          message: `The ${name} test does not examine the ${block.flow.text.slice(part.start, part.end)}.`,
        });
      }
    }
  }),
};
