import { foundInBlocks, sentencesOf } from '../facts/index.ts';
import { gather } from '../gather.ts';
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
    const mentions = mentionsOf(facts).map(({ block, found }) => ({ block, ...found }));
    const citations = mentions.filter(({ denied }) => !denied);
    const denials = mentions.filter(({ denied }) => denied);
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

/** What the sentences of a summary or rationale say of a request for authorization: that it is missing, or its date. */
const mentionsOf = foundInBlocks((block) => {
  const told = block.type === 'prose' || block.type === 'rationale';
  if (!told || !/\b(?:RFA|request for authorization)/i.test(block.flow.text)) return [];
  return gather(sentencesOf(block), (sentence) => {
    const no = missing.exec(sentence.text);
    const match = no ?? dated.exec(sentence.text);
    if (!match) return [];
    const start = sentence.start + match.index;
    return [{ denied: no !== null, start, end: start + match[0].length }];
  });
});
