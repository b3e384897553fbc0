import { matches } from '../matches.ts';
import { inDecisions } from './in-items.ts';
import type { Rule } from './rule.ts';

/** Finds an opening sentence in one tense and a conclusion in the other. */
export const tenseShift: Rule = {
  id: 'tense-shift',
  family: 'verdicts',
  severity: 'hint',
  purpose:
    'Finds a rationale that opens with "was (not) medically necessary" and closes with "is", or the reverse',
  why: 'A matter of style: the two sentences say the same and read better in one tense.',
  source: 'Sample letters; 2 of 12 real rationales of this manner shift.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'No, the request for Baclofen was not medically necessary, medically appropriate, or indicated here. There is no gain. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'No, the request for Baclofen was not medically necessary, medically appropriate, or indicated here. There is no gain. Therefore, the request was not medically necessary.',
          },
        ],
      },
    },
  ],
  check: inDecisions(({ rationale, conclusions, conclusion }, report) => {
    const opening = conclusions[0];
    if (!opening || !conclusion || opening === conclusion || opening.index !== 0) return;
    // "In May it was not necessary; it is now.": two sentences that say different things.
    if (opening.necessary !== conclusion.necessary) return;
    if (!opening.tense || !conclusion.tense || opening.tense === conclusion.tense) return;
    const { text } = rationale.flow;
    const from = conclusion.sentence.start;
    const verb = matches(/\b(?:is|are|was|were)\b/g, text.slice(from, conclusion.phrase.end)).at(-1);
    if (!verb) return;
    const plural = verb[0] === 'are' || verb[0] === 'were';
    const other = opening.tense === 'was' ? (plural ? 'were' : 'was') : plural ? 'are' : 'is';
    const at = { block: rationale, start: from + verb.index, end: from + verb.index + verb[0].length };
    report({
      at,
      message: `The rationale opens with "${opening.tense}" and concludes with "${verb[0]}".`,
      related: [
        {
          at: { block: rationale, start: opening.sentence.start, end: opening.sentence.end },
          message: 'The opening sentence',
        },
      ],
      fixes: [{ title: `Change to "${other}"`, edits: [{ at, text: other }], preferred: true }],
    });
  }),
};
