import { matches } from '../matches.ts';
import type { Block } from '../syntax/index.ts';

/** An age of the patient in years: "44 year old". */
export interface AgeMention {
  years: number;
  block: Block;
  /** Range of the number. */
  start: number;
  end: number;
}

/** An age that the patient is said to be past, or not to have reached: "is older than 65". */
export interface AgeBound {
  years: number;
  /** `over`: the patient is older than so many years. */
  side: 'over' | 'under';
  block: Block;
  /** Range of the words for it. */
  start: number;
  end: number;
}

/** A word for the patient, as part of an expression. */
export const patientNoun = '(?:injured worker|IW|patient|applicant|claimant|employee|worker|beneficiary)';
const age = /\b(\d{1,3})[ -]years?[ -](?:old|of age)\b/gi;
/** "The injured worker, at 53, meets the age limit": said of today, not of an earlier year. */
const bareAge = new RegExp(
  `\\b(?:the|this) ${patientNoun},? (?:now |at |aged |at age |at the age of )?(\\d{2}), (?:is|has|does|meets|remains|falls|exceeds|qualifies|satisfies)\\b`,
  'gi',
);
/** Ages and sexes of others, or of a group: "her 5-year-old son", "in patients over 40 years of age". */
export const ofOthers =
  /\b(?:patients|women|men|adults|workers|persons|people|individuals|over|under|above|below|than|age|aged|her|his|children|study|a group|not|nearly|almost|yet|reach(?:ed|es)?|turns?|until|till|(?:will|would) be|(?:begins|starts) at|short of)(?: (?:a|the|an|yet))? ?$/i;

/** "was 4 years old": the age of the subject, which need not be a person ("the cushion was 4 years old"). */
const predicate =
  /\b(?:is|was|are|were) (?:(?:now|only|about|over|already|almost|nearly|approximately|just|some) )?$/i;
const ofPerson =
  /\b(?:he|she|who|patient|worker|applicant|claimant|employee|beneficiary|individual|person|man|woman|male|female|gentleman|lady|mechanic|driver|nurse|officer|firefighter|clerk|laborer|teacher|technician|carpenter|IW)\b/i;

/** "Her brother, a 44 year old male", "driven by an 18-year-old", "younger than a 46-year-old". */
const otherKin =
  /\b(?:brother|sister|mother|father|son|daughter|wife|husband|spouse|friend|co-?worker)s?,? (?:who (?:is|was) )?(?:an? )?$|\b(?:by|than|like) an? $|\bsubjects, $/i;

/** "when he was", "then a", "as a": before an age of an earlier day. */
const earlierBefore =
  /\b(?:when|since|until|while|once|by the time|before|after)(?: (?!is\b)[a-z'-]+){0,4}? (?:an? )?$|\b(?:then|still|formerly|as)(?: only| just)?,? (?:an? )?$|\b(?:at|from|since|until|by|before) (?:only |just |about |around )?$/i;
/** "years old at the time", "years of age, when": behind an age of another day. */
const otherDayAfter =
  /^,?(?: (?:male|female|man|woman|(?:injured )?worker|patient|nurse|and|but|already|only|just)){0,2},? (?:(?:at|on|in|by|around|during|as of) (?:about |approximately )?(?:the|that|his|her|their|which)(?: own)? (?:time|day|date|moment|year|month|start|beginning|onset|end|outset|injury|accident|occurrence|surgery|operation|fall|hire|age|first|last|initial|earlier|prior)|at (?:onset|injury|hire|diagnosis|first|intake|baseline)|when\b|then\b|(?:on|in|as of|by|at|around) (?:\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b))/i;
/** "He was 29 years old": told of another day than today, or nobody can say of which. */
const pastPredicate =
  /\b(?:was|were|had been|turned|had turned)(?: (?:only|just|about|already|some|approximately|still|then))? $/i;
/** "On 3/4/2013, the 44 year old applicant": the age on that day. */
const datedOpening =
  /^(?:on|in|as of|by|back in|since|during) (?:\d|early|late|mid|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[^.;]{0,60}$/i;

/** Whether the words about an age tie it to another day than that of the letter. */
function isOfAnotherDay(before: string, after: string): boolean {
  const clause = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1).trimStart();
  return (
    earlierBefore.test(before) ||
    pastPredicate.test(before) ||
    otherDayAfter.test(after) ||
    datedOpening.test(clause)
  );
}

/** The patient's ages of today: "a 44 year old male". Ages of others, of things and of other days are left out. */
export function readAges(text: string): Omit<AgeMention, 'block'>[] {
  const ages: Omit<AgeMention, 'block'>[] = [];
  for (const match of matches(age, text)) {
    const before = text.slice(Math.max(0, match.index - 90), match.index);
    const after = text.slice(match.index + match[0].length);
    if (
      ofOthers.test(before.slice(-20)) ||
      otherKin.test(before) ||
      isOfAnotherDay(before, after) ||
      (predicate.test(before) &&
        !ofPerson.test(before.slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf(';')) + 1))) ||
      /^ (?:[a-z]+ )?(?:injury|claim|fracture|tear|surgery|fusion|study|son|daughter|child|boy|girl|vehicle|mattress|x-ray|mri|scar|subjects?|mother|father|brother|sister|wife|husband|spouse|patients|hardware|implant|brace|device|report|film|car|house|case)\b/i.test(
        after,
      )
    )
      continue;
    ages.push({
      years: Number(match[1]),
      start: match.index,
      end: match.index + (match[1] ?? '').length,
    });
  }
  return ages;
}

/** The patient's age where no "years" follow. */
export function readBareAges(text: string): Omit<AgeMention, 'block'>[] {
  const ages: Omit<AgeMention, 'block'>[] = [];
  for (const match of matches(bareAge, text)) {
    const years = match[1] ?? '';
    const start = match.index + match[0].lastIndexOf(years);
    ages.push({ years: Number(years), start, end: start + years.length });
  }
  return ages;
}

const bound = new RegExp(
  `\\b(?:(?:the|this) ${patientNoun}|he|she) is (?:now |already |well |clearly )?(not )?(older than|over(?: the age of)?|above the age of|past the age of|younger than|under(?: the age of)?|below the age of) (\\d{2})(?: years(?: old| of age)?)?(?=[,.;]| and\\b| with\\b)`,
  'gi',
);

/** The ages that the patient is said to be past, or not to have reached. */
export function readAgeBounds(text: string): Omit<AgeBound, 'block'>[] {
  return matches(bound, text).map((match) => {
    const [words, not, relation = '', years] = match;
    const isOver = /^(?:older|over|above|past)/i.test(relation);
    return {
      years: Number(years),
      side: isOver === (not === undefined) ? 'over' : 'under',
      start: match.index + words.indexOf(relation),
      end: match.index + words.length,
    };
  });
}
