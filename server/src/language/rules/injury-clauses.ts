import {
  type CaseFacts,
  type DateFact,
  dateFactsOf,
  foundInBlocks,
  type KeyDate,
  keyDate,
  sentencesOf,
  slipBetween,
} from '../facts/index.ts';
import { gather } from '../gather.ts';
import { headerTitle, monthNames } from '../syntax/index.ts';
import { textAfter } from './date-mentions.ts';
import { changeTo, placeOf } from './date-support.ts';
import { inDates } from './in-dates.ts';
import type { Report, Rule } from './rule.ts';

type Tell = (report: Report) => void;

const person = '(?:patient|claimant|injured worker|applicant|employee|worker)';
const when = `(?:in|of|from) ((${monthNames.join('|')}),? (?:of )?((?:19|20)\\d{2}))(?![\\d/%-])`;

/** "This is a claimant injured in March 2016", "sustained an industrial injury in March 2016", where a rationale opens with it. */
const ofOpening = new RegExp(
  `\\b(?:the|this|an?) (?:[a-z-]+ ){0,2}${person}(?: is an? [^.;,]{0,40}?)?,?(?: who| that)?(?: was| had been)? (?:industrially )?(?:injured(?: at work| on the job| industrially)?|(?:sustained|suffered|with|has) an? (?:industrial|work(?:-related)?|occupational) (?:injury|accident)) ${when}`,
  'i',
);

/** A rationale tells the case in its first sentence, or behind the guideline. */
const openingSentences = 2;

/** Words that bring another injury, or a longer time, into a letter. */
const otherInjury =
  /\b(?:prior|previous\w*|earlier|second|another|separate|subsequent|different|re-?injur\w*|new injury|pre-?existing|cumulative|continuous|through|non-?industrial|unrelated|settled|multiple|two|both|again|first|initial|original|history|remote|other|opposite|contralateral|old|resolved|recover\w*|claims?|closed)\b/i;

/** The injury under a month that is not that of its date; the year alone is the matter of another rule. */
export function injuryMonths(facts: CaseFacts, report: Tell): void {
  const injury = keyDate(facts, 'injury');
  if (!injury) return;
  for (const { block, found } of monthsOfInjury(facts)) {
    const { text, month, start, end } = found;
    if (month === injury.iso.slice(0, 7) || tellsOtherIn(facts, text)) continue;
    report({
      at: { block, start, end },
      message: `The text dates the injury ${text}, but ${standardOf(injury)}.`,
      related: [{ at: placeOf(injury.source), message: `Injury ${injury.source.text}` }],
    });
  }
}

/** The months that the opening of a rationale gives the injury: as printed, as `YYYY-MM`, and where. */
const monthsOfInjury = foundInBlocks((block) =>
  block.type !== 'rationale'
    ? []
    : gather(sentencesOf(block).slice(0, openingSentences), (sentence) => {
        const match = ofOpening.exec(sentence.text);
        if (!match || otherInjury.test(sentence.text)) return [];
        const [printed, text = '', month = '', year = ''] = match;
        const end = sentence.start + match.index + printed.length;
        return [{ text, month: `${year}-${monthNumber(month)}`, start: end - text.length, end }];
      }),
);

function monthNumber(name: string): string {
  return String(monthNames.indexOf(name.toLowerCase()) + 1).padStart(2, '0');
}

/** Where the day of the injury is taken from, and what it is. */
function standardOf({ source }: KeyDate): string {
  return source.how === 'header'
    ? `the header's ${headerTitle('dateOfInjury')} is ${source.text}`
    : `the injury is dated ${source.text} elsewhere`;
}

/** Whether the letter tells of another injury, by its date or in a sentence with the same month. */
function tellsOtherIn(facts: CaseFacts, month: string): boolean {
  return (
    dateFactsOf(facts).some(({ role }) => role === 'other-injury') ||
    facts.blocks.some(
      (block) =>
        (block.type === 'prose' || block.type === 'rationale') &&
        sentencesOf(block).some(({ text }) => text.includes(month) && otherInjury.test(text)),
    )
  );
}

/** "Since D, when the forklift struck him". */
const whenHurt =
  /^, (?:the (?:day|date) (?:that|on which|when) |when )(?:(?:the|an?|his|her|he|she|this) [^.;,]{0,50}?)?\b(?:struck|fell|slipped|tripped|hit (?:him|her|his|by|the)|crushed|pinned|collapsed|gave way|injured|hurt|rolled over|rear-ended|ran over|twisted)\b/i;
const atOtherTime =
  /\b(?:again|wors\w*|increas\w*|flare\w*|aggravat\w*|exacerbat\w*|relaps\w*|home|shower|bath\w*|ice|stairs|dog|car|motor|vehicle|weekend|vacation|bed)\b/i;

/** What happened to the patient, told with a day that a slip of the key sets apart from that of the injury. */
export const injuryClauses: Rule['check'] = inDates((facts, report) => {
  const injury = keyDate(facts, 'injury');
  if (!injury) return;
  const dates = dateFactsOf(facts);
  for (const date of dates) {
    if (!date.iso || !date.sentence || !isOpen(date) || date.iso === injury.iso) continue;
    const slip = slipBetween(date.iso, injury.iso);
    if (slip === undefined || slip === 'week' || !whenHurt.test(textAfter(date))) continue;
    if (otherInjury.test(date.sentence.text) || atOtherTime.test(date.sentence.text)) continue;
    if (dates.some((other) => other !== date && other.iso === date.iso)) continue;
    report({
      at: placeOf(date),
      message: `The text dates what hurt the patient ${date.text}, but ${standardOf(injury)}.`,
      related: [{ at: placeOf(injury.source), message: `Injury ${injury.source.text}` }],
      fixes: [changeTo(date, injury.iso, true)],
    });
  }
});

/** A date of the text whose own words do not make it that of something else. */
function isOpen({ role, how }: DateFact): boolean {
  return how !== 'header' && (role === 'since' || role === 'other' || role === 'visit');
}
