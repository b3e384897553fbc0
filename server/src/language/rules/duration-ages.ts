import {
  type CaseFacts,
  type DateFact,
  type DurationFact,
  dateFactsOf,
  durationsIn,
  foundInBlocks,
  holdsAny,
  perDating,
  wordSigns,
} from '../facts/index.ts';
import { gather } from '../gather.ts';
import { placeOf } from './date-support.ts';
import type { Place, Report } from './rule.ts';

/** "Born in 1962, the patient"; "the injured worker was born in 1962". */
const bornInYear =
  /\bborn in ((?:19|20)\d{2}), (?:the|this) (?:patient|injured worker|applicant|claimant|employee)\b|\b(?:the|this) (?:patient|injured worker|applicant|claimant|employee) (?:is|was) born in ((?:19|20)\d{2})\b/i;

const born = wordSigns('born');

/** An age must be one that the patient had between injury and decision. */
export function checkAges(facts: CaseFacts, report: (report: Report) => void): void {
  const [age] = gather(facts.blocks, (block) => (block.type === 'prose' ? durationsIn(block).ages : []));
  const days = caseDays(facts);
  const first = days[0];
  const last = days[days.length - 1];
  if (!age || first === undefined || last === undefined) return;
  const births = dateFactsOf(facts).filter(
    (date) => date.role === 'birth' && date.certainty === 'sure' && date.iso !== undefined,
  );
  const [birth] = births;
  if (!birth?.iso) {
    checkBirthYear(facts, age, first, last, report);
    return;
  }
  if (births.length > 1) return;
  const youngest = yearsBetween(birth.iso, first);
  const oldest = yearsBetween(birth.iso, last);
  if (age.from >= youngest && age.to <= oldest + (last === first ? 1 : 0)) return;
  report({
    at: { block: age.block, start: age.node.start, end: age.node.end },
    message: `"${age.text}" does not fit the date of birth ${birth.text}, which makes the patient ${oldest}.`,
    related: [{ at: placeOf(birth), message: `Born ${birth.text}` }],
  });
}

/** Days on which the patient's age can be told, in order. */
const caseDays = perDating((facts): readonly string[] => {
  const roles = new Set<DateFact['role']>(['injury', 'ur', 'decision', 'visit', 'application']);
  return dateFactsOf(facts)
    .filter((date) => date.iso !== undefined && roles.has(date.role))
    .map((date) => date.iso as string)
    .sort();
});

/** An age beside the year of birth alone, which leaves a year on either side. */
function checkBirthYear(
  facts: CaseFacts,
  age: DurationFact,
  first: string,
  last: string,
  report: (report: Report) => void,
): void {
  const birth = birthYear(facts);
  if (!birth) return;
  const youngest = Number(first.slice(0, 4)) - birth.year - 1;
  const oldest = Number(last.slice(0, 4)) - birth.year;
  if (age.from >= youngest && age.to <= oldest) return;
  report({
    at: { block: age.block, start: age.node.start, end: age.node.end },
    message: `"${age.text}" does not fit the year of birth ${birth.year}, which makes the patient ${oldest}.`,
    related: [{ at: birth.at, message: `Born in ${birth.year}` }],
  });
}

/** Where the letter gives the year of the patient's birth. */
function birthYear(facts: CaseFacts): { year: number; at: Place } | undefined {
  const [birth] = birthYears(facts);
  if (!birth) return undefined;
  const { year, start } = birth.found;
  return { year, at: { block: birth.block, start, end: start + 4 } };
}

const birthYears = foundInBlocks((block) => {
  const told = block.type === 'prose' || block.type === 'rationale';
  const match = told && holdsAny(block, born) ? bornInYear.exec(block.flow.text) : null;
  if (!match) return [];
  const year = match[1] ?? match[2] ?? '';
  return [{ year: Number(year), start: match.index + match[0].indexOf(year) }];
});

function yearsBetween(from: string, to: string): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
}
