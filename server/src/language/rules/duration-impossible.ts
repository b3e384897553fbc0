import {
  type CaseFacts,
  type DateFact,
  type DurationFact,
  dateFactsOf,
  daysBetween,
  durationsOf,
  type KeyDate,
  keyDate,
} from '../facts/index.ts';
import { placeOf } from './date-support.ts';
import type { Report, Rule } from './rule.ts';

/** The span ends at the injury: "two months after the injury", "one month removed from the date of injury". */
const afterInjury =
  /^ (?:(?:status[- ])?post[- ]?(?:the |his |her )?(?:industrial |work )?injury|(?:after|following|since|from|removed from|out from) (?:the |his |her |this )?(?:date of (?:the )?)?(?:industrial |work(?:-related)? |original )?(?:injury|accident|incident|event)|ago\b)/i;

/** "The injury is … ago": what lies so long back is the injury of the claim. */
const injuryAgo =
  /\b(?:the|his|her|this|industrial) injury (?:is|was|occurred|happened|took place)(?: about| approximately| over| nearly| almost| only)? $/i;

/** "has been using … for at least": a span that runs since the injury at the longest. */
const ongoing =
  /\b(?:has|have|had) (?:been (?:using|taking|on|prescribed|treated|receiving|undergoing|wearing|attending|given|off)|used|taken|received|undergone|worn|attended)\b[^.;]{0,90}\b(?:for|over the|in the|during the)(?: at least| more than| over| about| approximately| nearly| almost)?(?: the)?(?: past| last)? ?$/i;

/** "has had low back pain for": what lasts for years may be older than the injury. */
const suffering =
  /\b(?:has|have|had) (?:already )?(?:had|been having|been in|been suffering|suffered|complained of|reported)\b[^.;]{0,50}\b(?:pain|symptoms?|numbness|headaches?|weakness|complaints?)\b[^.;]{0,30}\b(?:for|over the|during the)(?: at least| more than| over| about| approximately| nearly| almost)?(?: the)?(?: past| last)? ?$/i;

/** "There has been a plate for twelve years", "the repair has been quiet for twelve years": of something old. */
const standing =
  /\bthere (?:has|have) been an? |\b(?:has|have) been (?:in place|quiet|stable|sound|well|intact|healthy|normal)\b|\b(?:mesh|repair|implant|hardware|plate|screws?|prosthes[ie]s|pacemaker|scar|stent|shunt|clinic|graft)\b/i;

/**
 * The span runs up to the day that the words speak of: "the injury is two weeks ago", "on 12/05/2016, two weeks after the
 * injury,". What happened two weeks after the injury ("he saw a doctor two weeks after it") may be any event.
 */
const tellsToday =
  /\b(?:is|are|now|currently|presently|today|remains?|still)\b(?: [a-z]+){0,3} ?$|\d\)?,? (?:(?:about|approximately|only|just|barely|some|which is|that is) )*$/i;

/** Sentences that are no history of this patient's injury. */
const elsewhere =
  /\b(?:recommend\w*|should|guidelines?|mtus|odg|acoem|if|trial|may|can|prior|previous\w*|history|chronic|pre-?existing|before|worked|employed|employment|years? old|smok\w*|diabet\w*|hypertens\w*|study|studies|et al|practice|pain patients|patients)\b/i;

/** How far off a rounded span may be: half or double. */
const rounding = 2;
/** The same for a span of two years and more: nobody rounds 28 months up to five years. */
const yearsRounding = 1.3;
const twoYears = 2 * 365;

/** Finds spans of time and ages that the dates of the letter do not allow. */
export const durationImpossible: Rule = {
  id: 'duration-impossible',
  family: 'dates',
  severity: 'warning',
  purpose: 'Finds a span of time since the injury, or an age, that the dates of the letter do not allow',
  why: 'How long symptoms or treatment have lasted decides what the guidelines recommend.',
  source: 'Comparison with the dates of injury, visits, review and birth in the same letter.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. On 11/10/2016 he complained of low back pain. The injury is a year ago.',
      },
      right: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. On 11/10/2016 he complained of low back pain. The injury is two months ago.',
      },
    },
    {
      wrong: {
        summary:
          'The injured worker is a 44 year old male, born on 03/17/1982, with an industrial injury of 09/15/2016.',
      },
      right: {
        summary:
          'The injured worker is a 34 year old male, born on 03/17/1982, with an industrial injury of 09/15/2016.',
      },
    },
  ],
  check(facts, report) {
    const { durations, ages } = durationsOf(facts);
    checkAges(facts, ages, report);
    const injury = keyDate(facts, 'injury');
    if (!injury) return;
    for (const duration of durations) {
      const at = duration.node.start - duration.sentence.start;
      const before = duration.sentence.text.slice(0, at);
      const after = duration.sentence.text.slice(duration.node.end - duration.sentence.start);
      const sinceInjury = afterInjury.exec(after);
      if (sinceInjury && (!sinceInjury[0].startsWith(' ago') || injuryAgo.test(before))) {
        if (
          !/\b(?:within|every|first)\b[^,]{0,20}$/i.test(before) &&
          !elsewhere.test(duration.sentence.text)
        ) {
          // "For a year after the injury" may have ended long ago, but cannot have been longer than all of it.
          const lasted = /\bfor\b[^,]{0,20}$/i.test(before);
          spanSinceInjury(facts, duration, injury, report, !lasted && tellsToday.test(before));
        }
      } else if (
        isOngoing(before, duration) &&
        !standing.test(before) &&
        !elsewhere.test(duration.sentence.text)
      ) {
        longerThanClaim(facts, duration, injury, report);
      }
    }
  },
};

/** Whether the words before a span say that it runs since the injury at the longest. */
function isOngoing(before: string, { to }: DurationFact): boolean {
  return ongoing.test(before) || (to < twoYears && suffering.test(before));
}

/** Days since the injury on which the case goes on, with the sentences that date them; read once for all spans. */
const known = new WeakMap<CaseFacts, { days: number; sentence: DateFact['sentence'] }[]>();

/** Days of the case that a span can be counted to, as days since the injury. */
function elapsed(facts: CaseFacts, injury: KeyDate, of?: DurationFact): number[] {
  let dated = known.get(facts);
  if (!dated) {
    dated = dateFactsOf(facts)
      .filter(
        ({ iso, role }) =>
          iso !== undefined &&
          !['injury', 'other-injury', 'birth', 'guideline', 'access', 'planned'].includes(role),
      )
      .map(({ iso, sentence }) => ({ days: daysBetween(injury.iso, iso as string), sentence }))
      .filter(({ days }) => days >= 0);
    known.set(facts, dated);
  }
  return dated.filter(({ sentence }) => of === undefined || sentence === of.sentence).map(({ days }) => days);
}

function spanSinceInjury(
  facts: CaseFacts,
  duration: DurationFact,
  injury: KeyDate,
  report: (report: Report) => void,
  today: boolean,
): void {
  const own = today ? elapsed(facts, injury, duration) : [];
  const spans = own.length > 0 ? own : elapsed(facts, injury);
  if (spans.length === 0) return;
  const longest = Math.max(...spans);
  // Between the first visit and the decision every span is right on some day.
  const shortest = own.length > 0 ? Math.min(...spans) : 0;
  const upTo = duration.from >= twoYears && keyDate(facts, 'decision') ? yearsRounding : rounding;
  const tooLong = duration.from > longest * upTo;
  const tooShort = today && (own.length > 0 ? duration.to * rounding < shortest : noneNear(spans, duration));
  if (!tooLong && !tooShort) return;
  const said =
    own.length > 0 ? 'the sentence dates it otherwise' : 'no date of the letter lies about so long after it';
  tellSpan(facts, duration, injury, report, `the injury was on ${injury.source.text}, and ${said}`);
}

/** Whether no day of the case lies within a factor of the span. */
function noneNear(spans: readonly number[], duration: DurationFact): boolean {
  return spans.every((days) => days > duration.to * rounding || days * rounding < duration.from);
}

function longerThanClaim(
  facts: CaseFacts,
  duration: DurationFact,
  injury: KeyDate,
  report: (report: Report) => void,
): void {
  const spans = elapsed(facts, injury);
  if (spans.length === 0 || duration.from <= Math.max(...spans) * 1.5 || duration.from < 30) return;
  tellSpan(
    facts,
    duration,
    injury,
    report,
    `the injury was on ${injury.source.text}, not so long before the last date of the letter`,
  );
}

function tellSpan(
  facts: CaseFacts,
  duration: DurationFact,
  injury: KeyDate,
  report: (report: Report) => void,
  reason: string,
): void {
  report({
    at: { block: duration.block, start: duration.node.start, end: duration.node.end },
    message: `"${duration.text}" does not fit the dates: ${reason}.`,
    related: [
      { at: placeOf(injury.source), message: `Injury ${injury.source.text}` },
      ...dateFactsOf(facts)
        .filter((date) => date.sentence === duration.sentence && date !== injury.source)
        .map((date) => ({ at: placeOf(date), message: date.text })),
    ],
  });
}

/** An age must be one that the patient had between injury and decision. */
function checkAges(facts: CaseFacts, ages: readonly DurationFact[], report: (report: Report) => void): void {
  const births = dateFactsOf(facts).filter(
    (date) => date.role === 'birth' && date.certainty === 'sure' && date.iso !== undefined,
  );
  const [birth] = births;
  const age = ages.find((candidate) => candidate.block.type === 'prose');
  if (!birth?.iso || births.length > 1 || !age) return;
  const days = dateFactsOf(facts)
    .filter(
      (date) =>
        date.iso !== undefined && ['injury', 'ur', 'decision', 'visit', 'application'].includes(date.role),
    )
    .map((date) => date.iso as string)
    .sort();
  const first = days[0];
  const last = days[days.length - 1];
  if (first === undefined || last === undefined) return;
  const youngest = yearsBetween(birth.iso, first);
  const oldest = yearsBetween(birth.iso, last);
  if (age.from >= youngest && age.to <= oldest + (last === first ? 1 : 0)) return;
  report({
    at: { block: age.block, start: age.node.start, end: age.node.end },
    message: `"${age.text}" does not fit the date of birth ${birth.text}, which makes the patient ${oldest}.`,
    related: [{ at: placeOf(birth), message: `Born ${birth.text}` }],
  });
}

function yearsBetween(from: string, to: string): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
}
