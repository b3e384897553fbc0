import { dateFactsOf, foundInBlocks, keyDate, perDating } from '../facts/index.ts';
import { gather } from '../gather.ts';
import { matches } from '../matches.ts';
import { placeOf } from './date-support.ts';
import type { Rule } from './rule.ts';

/** "The claimant was injured in 2014", "an industrial injury of 2014": the injury by its year alone. */
const injuredIn =
  /\b(?:(?:patient|claimant|worker|applicant|employee|individual|who) (?:is |was )?(?:industrially )?(?:was )?injured in|(?:sustained|suffered) an? (?:industrial |work(?:-related)? )?injury in|(?:industrial|work(?:-related)?|occupational) injury (?:of|in|from)) ((?:19|20)\d\d)\b(?!-)/gi;

/** What every such place has: most texts are turned down by it. */
const yearAlone = /\b(?:in|of|from) (?:19|20)\d\d\b/;

/** Words that bring another injury, or a span of trauma, into a sentence. */
const otherInjury =
  /\b(?:prior|previous(?:ly)?|earlier|second|another|separate|subsequent|different|re-?injur\w*|other|new|old|pre-?existing|cumulative|through|non-?industrial|unrelated|settled|multiple|two|both|and (?:again )?in|also|again|first|last)\b/i;

/** Finds the year of the injury where the text gives the year alone, and the header says otherwise. */
export const injuryYearMismatch: Rule = {
  id: 'injury-year-mismatch',
  family: 'dates',
  severity: 'warning',
  purpose: 'Finds a year of the injury in the text that is not that of the date of injury',
  why: 'The claim is known by its date of injury; another year points to another claim.',
  source:
    'Rationales that open "claimant injured in YEAR": 5 of 439 issues of winter 2016/17. Compared with the date of injury of the same letter.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'The claimant was injured in 2006 and has low back pain. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'The claimant was injured in 2016 and has low back pain. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const injury = keyDate(facts, 'injury');
    if (!injury) return;
    const right = injury.iso.slice(0, 4);
    // Two injuries are told by their dates.
    if (otherInjuryTold(facts)) return;
    for (const { block, found } of yearsOf(facts)) {
      const { year, start, end, isOther } = found;
      // What the letter tells of that year may be the injury that is meant.
      if (year === right || isOther || yearsTold(facts).has(year)) continue;
      report({
        at: { block, start, end },
        message: `The text dates the injury in ${year}, but it was on ${injury.source.text}.`,
        related: [{ at: placeOf(injury.source), message: `Injury ${injury.source.text}` }],
        fixes: [{ title: `Change to ${right}`, edits: [{ at: { block, start, end }, text: right }] }],
      });
    }
  },
};

const otherInjuryTold = perDating((facts) => dateFactsOf(facts).some(({ role }) => role === 'other-injury'));

/** The years of the days that the text of a letter gives. */
const yearsTold = perDating(
  (facts) =>
    new Set(
      gather(dateFactsOf(facts), ({ iso, how }) =>
        iso === undefined || how === 'header' ? [] : [iso.slice(0, 4)],
      ),
    ),
);

/** The years that a summary or rationale gives an injury, and whether its words may mean another injury. */
const yearsOf = foundInBlocks((block) => {
  const { text } = block.flow;
  if ((block.type !== 'prose' && block.type !== 'rationale') || !yearAlone.test(text)) return [];
  return matches(injuredIn, text).map(({ 0: printed, 1: year = '', index }) => {
    const end = index + printed.length;
    const around = text.slice(Math.max(0, text.lastIndexOf('. ', index)), end + 60);
    return { year, start: end - year.length, end, isOther: otherInjury.test(around) };
  });
});
