import { type Sentence, sentencesOf } from '../facts/index.ts';
import type { Block } from '../syntax/index.ts';
import type { Rule } from './rule.ts';

const rfa = '(?:requests? for authorizations?|RFA)(?: forms?)?';
/** "A Request for Authorization was not provided", "no RFA was submitted". */
const missing = new RegExp(
  String.raw`\b${rfa}(?: [a-z]+){0,6} (?:was|were|is|has been) not (?:\w+ )?(?:provided|submitted|included|noted|found|available|attached|present|received)|\b(?:no|without an?|lack of an?|absence of an?) ${rfa}\b(?! (?:for|of) )`,
  'i',
);
/** "The Request for Authorization dated 11/14/2016", "an RFA form was signed on …". */
const dated = new RegExp(
  String.raw`\b${rfa}(?: form)?(?:,? (?:was|were|is|of))?(?: noted to be)?(?: \(?(?:dated|signed|received|submitted|completed)(?: on)?)? ?\(?(?:\d{1,2}[-/]\d{1,2}[-/]\d{2,4}|[A-Z][a-z]+ \d{1,2}, \d{4})`,
  'i',
);

/** Finds a sentence that says a request for authorization is missing, beside one that cites it by its date. */
export const documentContradiction: Rule = {
  id: 'document-contradiction',
  family: 'content',
  severity: 'warning',
  purpose:
    'Finds a letter that says no request for authorization was provided and also cites one by its date',
  why: 'Whether the request was on file decides what was asked for and when; the letter cannot say both.',
  source:
    'Comparison of sentences; 8 CCR 9792.9.1 makes the request for authorization the start of the review.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'A Request for Authorization form was not provided for review. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'The request for authorization dated 11/14/2016 was reviewed. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const denials: { block: Block; sentence: Sentence; start: number; end: number }[] = [];
    const citations: typeof denials = [];
    for (const block of facts.blocks) {
      if (block.type !== 'prose' && block.type !== 'rationale') continue;
      if (!/\b(?:RFA|request for authorization)/i.test(block.flow.text)) continue;
      for (const sentence of sentencesOf(block)) {
        const no = missing.exec(sentence.text);
        const yes = no ? undefined : dated.exec(sentence.text);
        const match = no ?? yes;
        if (!match) continue;
        const place = {
          block,
          sentence,
          start: sentence.start + match.index,
          end: sentence.start + match.index + match[0].length,
        };
        (no ? denials : citations).push(place);
      }
    }
    const [citation] = citations;
    if (!citation) return;
    for (const denial of denials) {
      report({
        at: denial,
        message:
          'This says that a request for authorization is missing, but the letter cites one by its date.',
        related: [{ at: citation, message: 'The request for authorization' }],
      });
    }
  },
};
