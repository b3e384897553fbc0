import { holdsAny, sentencesOf, wordSigns } from '../facts/index.ts';
import { matches } from '../matches.ts';
import { inBlocks } from './in-blocks.ts';
import type { Rule } from './rule.ts';

const motion =
  /\b(?:(left|right|lateral|side|forward|internal|external|radial|ulnar|dorsal|plantar|active|passive) )?(flexion|extension|abduction|adduction|rotation|dorsiflexion|pronation|supination|inversion|eversion)(?:,? (?:was |is |at |to |of |- |= |restricted at |limited to )*(?:0 ?(?:-|to) ?)?(\d{1,3})(?: degrees|°|\/\d{2,3}))?/gi;
const opposite: Readonly<Record<string, string>> = {
  flexion: 'extension',
  extension: 'flexion',
  abduction: 'adduction',
  adduction: 'abduction',
  inversion: 'eversion',
  eversion: 'inversion',
  pronation: 'supination',
  supination: 'pronation',
};

const motions = wordSigns(...Object.keys(opposite));

/** Finds a list of ranges of motion that measures one motion twice, with different values, and never its opposite. */
export const motionRepeated: Rule = {
  id: 'motion-repeated',
  family: 'content',
  severity: 'warning',
  purpose:
    'Finds a list of ranges of motion that gives one motion twice with different values and leaves out its opposite',
  why: 'The second is meant to be the opposite motion ("flexion 25 degrees, extension 28 degrees").',
  source: 'The motions of a joint are measured in pairs.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker is a 50 year old female. The findings were cervical flexion at 25 degrees, flexion at 28 degrees, and left rotation at 30 degrees.',
      },
      right: {
        summary:
          'The injured worker is a 50 year old female. The findings were cervical flexion at 25 degrees, extension at 28 degrees, and left rotation at 30 degrees.',
      },
    },
  ],
  check: inBlocks(['prose', 'rationale'], (block, report) => {
    if (!holdsAny(block, motions) || !/(?:flexion|abduction|version|nation)\b/i.test(block.flow.text)) return;
    for (const sentence of sentencesOf(block)) {
      const found = matches(motion, sentence.text);
      if (found.length < 3) continue;
      const names = new Set(found.map(({ 2: name }) => (name ?? '').toLowerCase()));
      for (const [index, second] of found.entries()) {
        const name = (second[2] ?? '').toLowerCase();
        const other = opposite[name];
        if (other === undefined || names.has(other) || second[1] !== undefined || second[3] === undefined)
          continue;
        if (isPosition(sentence.text, second.index)) continue;
        const first = found
          .slice(0, index)
          .find(
            (match) =>
              (match[2] ?? '').toLowerCase() === name &&
              !isPosition(sentence.text, match.index) &&
              !/^(?:lateral|side|left|right|active|passive)$/i.test(match[1] ?? ''),
          );
        if (!first?.[3] || first[3] === second[3]) continue;
        const between = sentence.text.slice(first.index + first[0].length, second.index);
        if (
          /\b(?:left|right|contralateral|lumbar|cervical|thoracic|active|passive|shoulder|hip|knee|compared|versus)\b/i.test(
            between.replace(/\b(?:left|right) (?:lateral|side|rotation)/gi, ''),
          )
        )
          continue;
        const start = sentence.start + second.index;
        report({
          at: { start: sentence.start + first.index, end: start + second[0].length },
          message: `${name.charAt(0).toUpperCase()}${name.slice(1)} is given twice (${first[3]} and ${second[3]} degrees) and ${other} not at all.`,
          fixes: [
            {
              title: `Change the second to ${other}`,
              edits: [{ at: { start, end: start + name.length }, text: other }],
            },
          ],
        });
      }
    }
  }),
};

const position =
  /(?:\d|°|\bdegrees|\bfull|\bslight) of $|\b(?:in|during)(?: (?:the|full|slight|maximum|maximal|forced|\d{1,3}(?: degrees|°)?)){0,3} $/i;

/** Whether the motion at a place only tells how the joint was held: "rotation at 90 degrees of flexion", "in extension". */
function isPosition(sentence: string, at: number): boolean {
  return position.test(sentence.slice(Math.max(0, at - 40), at));
}
