import { holdsAny, wordSigns } from '../facts/index.ts';
import { matches } from '../matches.ts';
import { inItems } from './in-items.ts';
import type { Rule } from './rule.ts';

interface Recommendation {
  /** Words that name the condition or treatment, with the numbers as groups. */
  pattern: RegExp;
  /** The right numbers, in the order of the groups. */
  right: readonly (readonly string[])[];
  what: string;
}

const courses = wordSigns('visits', 'time');

/** Numbers of visits as the guidelines print them; each list holds all printed values of a group. */
const recommendations: readonly Recommendation[] = [
  {
    what: 'Myalgia and myositis: 9-10 visits over 8 weeks',
    pattern:
      /\bmyalgias? and myositis(?:, unspecified)?(?: \(ICD-?9 729\.1\))?:? (?:at |up to |- )?(?:\d{1,2} ?(?:-|to) ?)?(\d{1,2}) visits over (\d{1,2}) weeks/dgi,
    right: [['10'], ['8']],
  },
  {
    what: 'Neuralgia, neuritis and radiculitis: 8-10 visits over 4 weeks',
    pattern:
      /\bneuralgia, neuritis,? (?:and|or) radiculitis(?:, unspecified)?(?: \(ICD-?9 729\.2\))?:? (?:at |up to |- )?(?:\d{1,2} ?(?:-|to) ?)?(\d{1,2}) visits over (\d{1,2}) weeks/dgi,
    right: [['10'], ['4']],
  },
  {
    what: 'Myalgia and myositis: 9-10 visits over 8 weeks',
    pattern:
      /\b(?:guidelines?|MTUS|recommends?|recommended|allows?) (?:[a-z]+ ){0,4}?(\d{1,2}) ?(?:-|to) ?(\d{1,2}) visits over (\d{1,2}) weeks (?:for|in) (?:unspecified )?myalgias? (?:and|or) myositis/dgi,
    right: [['9'], ['10'], ['8']],
  },
  {
    what: 'Neuralgia, neuritis and radiculitis: 8-10 visits over 4 weeks',
    pattern:
      /\b(?:guidelines?|MTUS|recommends?|recommended|allows?) (?:[a-z]+ ){0,4}?(\d{1,2}) ?(?:-|to) ?(\d{1,2}) visits over (\d{1,2}) weeks (?:for|in) (?:unspecified )?neuralgia, neuritis,? (?:and|or) radiculitis/dgi,
    right: [['8'], ['10'], ['4']],
  },
  {
    what: 'Complex regional pain syndrome: 24 visits (edition of 2009) or 26 visits (edition of 2016) over 16 weeks',
    pattern:
      /\breflex sympathetic dystrophy(?: \([^)]{2,60}\))?(?: \(ICD-?9 337\.2\))?:? (?:up to )?(\d{1,2}) visits over (\d{1,2}) weeks/dgi,
    right: [['24', '26'], ['16']],
  },
  {
    what: 'Manipulation: trial of 6 visits over 2 weeks, up to 18 visits over 6-8 weeks',
    pattern:
      /\bfunctional improvement,?(?: for)? (?:a )?total of up to (\d{1,2}) visits over (\d{1,2} ?(?:-|to) ?\d{1,2}) weeks/dgi,
    right: [['18'], ['6-8', '6 to 8']],
  },
  {
    what: 'Manipulation: trial of 6 visits over 2 weeks, up to 18 visits over 6-8 weeks',
    pattern:
      /\btrial of (\d{1,2}) visits over (\d{1,2}) weeks(?=[^.;]{0,90}\bup to 18 visits over 6 ?(?:-|to) ?8 weeks)/dgi,
    right: [['6'], ['2']],
  },
  {
    what: 'Acupuncture: 3 to 6 treatments to produce functional improvement',
    pattern:
      /\btime to produce functional improvement:?(?: (?:is|as|of|at|within|to be))? (\d{1,2}) ?(?:-|to) ?(\d{1,2}) treatments/dgi,
    right: [['3'], ['6']],
  },
];

/** Finds a number of visits that is not the guideline's, where its own sentence is repeated. */
export const quantityGuideline: Rule = {
  id: 'quantity-guideline',
  family: 'content',
  severity: 'warning',
  purpose: "Finds a guideline's recommended number of visits repeated with another number",
  why: 'The comparison with the guideline is the argument of the rationale; a wrong limit undoes it.',
  source:
    "Physical medicine and manual therapy in the Chronic Pain Medical Treatment Guidelines (2009: pages 58-60 and 98-99; 2016 with ODG's 26 visits).",
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'The guideline allows a trial of 6 visits over 2 weeks and, with evidence of objective functional improvement, a total of up to 16 visits over 6-8 weeks. The request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'The guideline allows a trial of 6 visits over 2 weeks and, with evidence of objective functional improvement, a total of up to 18 visits over 6-8 weeks. The request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check: inItems((item, report) => {
    for (const block of item.rationales) {
      const { text } = block.flow;
      if (!holdsAny(block, courses) || !/\bvisits over\b|\btime to produce\b/i.test(text)) continue;
      for (const { pattern, right, what } of recommendations) {
        for (const match of matches(pattern, text)) {
          const wrong = right.flatMap((values, index) => {
            const printed = match[index + 1];
            const [start, end] = match.indices?.[index + 1] ?? [0, 0];
            return printed === undefined || values.includes(printed)
              ? []
              : [{ at: { block, start, end }, printed, values, counts: index === 0 }];
          });
          if (wrong.length === 0) continue;
          // "24, 26": which edition's number was meant is not known.
          const unclear = wrong.some(({ values, counts }) => counts && values.length > 1);
          report({
            at: { block, start: match.index, end: match.index + match[0].length },
            message: `The guideline's numbers are other than "${match[0].slice(-40).replace(/^\S* /, '')}".`,
            note: what,
            related: wrong.map(({ at, printed }) => ({ at, message: printed })),
            fixes: unclear
              ? []
              : [
                  {
                    title: `Change to ${wrong.map(({ values }) => values[0]).join(' and ')}`,
                    edits: wrong.map(({ at, values }) => ({ at, text: values[0] ?? '' })),
                  },
                ],
          });
        }
      }
    }
  }),
};
