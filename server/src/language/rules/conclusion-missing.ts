import { bareConclusions } from './conclusion-malformed.ts';
import { inDecisions } from './in-items.ts';
import type { Rule } from './rule.ts';

/** A decision in other words than the form's own: "approval is recommended", "the criteria have not been met". */
const otherWords = new RegExp(
  [
    // what becomes of the review, or of the request
    'denial|denied|upheld|overturned|reversed|granted|affirmed|stands|approv(?:ed|al)|(?:non-?)?certif(?:y|ied|ication)|authorized?|qualif(?:y|ies)|deferred',
    // agreement with one of the two
    'fails|concur|agree|correct|(?:cannot|do not|I) recommend',
    // the request and its criteria
    '(?:meets?|satisf(?:y|ies)|warrants?|supports?|support for) (?:the|all|this|these|MTUS|ODG|guideline|criteria)|(?:does|do) not (?:meet|satisfy|support|warrant|qualify)|(?:been|are|is|were) (?:not )?(?:met|satisfied)',
    // what the item is
    '(?:is|are|was|were|be|been)(?: (?:not|now|no|longer|therefore|thus|also|clearly|fully|hence|then|still|shown|to|be)){0,3} (?:supported|recommended|warranted|indicated|established|appropriate|justified|reasonable|needed|necessary|sufficient|adequate)',
    '(?:not|cannot be) (?:supported|recommended|warranted|indicated|established|appropriate|justified)|unnecessary|premature|no (?:longer )?need',
  ]
    .map((words) => `\\b(?:${words})\\b`)
    .join('|'),
  'i',
);

/** Finds a rationale that never says whether the request is medically necessary. */
export const conclusionMissing: Rule = {
  id: 'conclusion-missing',
  family: 'verdicts',
  severity: 'warning',
  purpose: 'Finds a rationale that does not say whether the request is medically necessary',
  why: 'Medical necessity is the question that the reviewer is asked; the rationale must answer it.',
  source: 'Labor Code 4610.6(d); every one of 439 real rationales answers it.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'The MTUS recommends muscle relaxants with caution. There is no documentation of functional gain.',
          },
        ],
      },
      right: {},
    },
  ],
  check: inDecisions((decision, report) => {
    const { item, rationale, conclusion, sentences, noticeFrom } = decision;
    if (conclusion || sentences.length === 0 || bareConclusions(decision).length > 0) return;
    const last = sentences[noticeFrom - 1] ?? sentences[sentences.length - 1];
    if (!last) return;
    // A misspelt "necessary" is a matter for the spelling rules; other words of decision are worth a look only.
    const tail = sentences
      .slice(-4)
      .map((sentence) => sentence.text)
      .join(' ');
    if (/\bmedical(?:ly)? n[a-z]{6,}/i.test(tail)) return;
    const decided = otherWords.test(last.text);
    // A sentence that was cut is told as such, and nothing can be put behind it.
    const verdict = /[.!?]["')\]]*$/.test(last.text) ? item.verdict : undefined;
    const text = ` Therefore, the request is ${verdict === 'Overturned' ? '' : 'not '}medically necessary.`;
    report({
      at: { block: rationale, start: last.start, end: last.end },
      ...(decided ? { severity: 'hint' as const } : {}),
      message: decided
        ? `The rationale of item ${item.number} decides in other words, and does not say whether the request is medically necessary.`
        : `The rationale of item ${item.number} does not say whether the request is medically necessary.`,
      fixes: verdict
        ? [
            {
              title: `Add "${text.trim()}"`,
              edits: [
                {
                  at: { block: rationale, start: last.end - 1, end: last.end },
                  text: `${rationale.flow.text.slice(last.end - 1, last.end)}${text}`,
                },
              ],
              preferred: !decided,
            },
          ]
        : [],
    });
  }),
};
