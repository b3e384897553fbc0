import {
  type CaseFacts,
  type DateFact,
  type DurationFact,
  dateFactsOf,
  datesOfSentence,
  daysBetween,
  durationsIn,
  foundInBlocks,
  type KeyDate,
  keyDate,
  perDating,
} from '../facts/index.ts';
import { textBefore } from './date-mentions.ts';
import { placeOf } from './date-support.ts';
import { checkAges } from './duration-ages.ts';
import { beside } from './duration-place.ts';
import { isBesideDate, type WrongSpan, wrongSpansOf } from './duration-spans.ts';
import type { Report, Rule } from './rule.ts';

/** The span ends at the injury: "two months after the injury", "one month removed from the date of injury". */
const afterInjury =
  /^ (?:(?:status[- ])?post[- ]?(?:the |his |her )?(?:industrial |work )?injury|(?:after|following|since|from|removed from|out from) (?:the |his |her |this )?(?:date of (?:the )?)?(?:industrial |work(?:-related)? |original )?(?:injury|accident|incident|event)|ago\b)/i;

/** "Two weeks after that collision": the injury, where the letter dates the event of that name by its day. */
const afterEvent =
  /^ (?:after|following|since|from) (?:the|that|this) (collision|fall|crash|explosion|assault|electrocution|rollover)\b(?! (?:at|in|on|of)\b)/i;

/** "Was still in the first two weeks after the injury". */
const stillInFirst =
  /\b(?:is|was|are|were|remains?|remained) (?:still |well |only )*(?:with)?in (?:the|his|her) first $/i;

/** "The injury is … ago": what lies so long back is the injury of the claim. */
const injuryAgo =
  /\b(?:the|his|her|this|industrial) injury (?:is|was|occurred|happened|took place)(?: about| approximately| over| nearly| almost| only)? $/i;

/** "has been using … for at least": a span that runs since the injury at the longest. */
const ongoing =
  /\b(?:has|have|had) (?:already )?(?:been (?:using|taking|on|prescribed|treated|receiving|undergoing|wearing|attending|given|off)|used|taken|received|undergone|worn|attended)\b[^.;]{0,90}\b(?:for|over the|in the|during the)(?: at least| more than| over| about| approximately| nearly| almost)?(?: the)?(?: past| last)? ?$/i;

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

/** "The visit of D took place two weeks after". */
const besideADay = new RegExp(`\\d${beside}`, 'i');

/** Sentences that are no history of this patient's injury. */
const elsewhere =
  /\b(?:recommend\w*|should|guidelines?|mtus|odg|acoem|if|trial|may|can|prior|previous\w*|history|chronic|pre-?existing|before|worked|employed|employment|years? old|smok\w*|diabet\w*|hypertens\w*|study|studies|et al|practice|pain patients|patients)\b/i;

/** How far off a rounded span may be: half or double. */
const rounding = 2;
/** The same for a span of two years and more: nobody rounds 28 months up to five years. */
const yearsRounding = 1.3;
const twoYears = 2 * 365;
/** Who is past the first weeks after the injury by half is no longer in them. */
const firstRounding = 1.5;

/** Finds spans of time and ages that the dates of the letter do not allow. */
export const durationImpossible: Rule = {
  id: 'duration-impossible',
  family: 'dates',
  severity: 'warning',
  purpose:
    'Finds a span of time, since the injury or between two days, or an age that the dates of the letter do not allow',
  why: 'How long symptoms or treatment have lasted, and how long ago surgery was, decides what the guidelines recommend.',
  source: 'Comparison with the dates of injury, surgery, visits, review and birth in the same letter.',
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
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. He underwent knee arthroscopy on 10/20/2016. On 11/17/2016, fourteen weeks postoperatively, flexion was 110 degrees.',
      },
      right: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. He underwent knee arthroscopy on 10/20/2016. On 11/17/2016, four weeks postoperatively, flexion was 110 degrees.',
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
    checkAges(facts, report);
    const spans = spansOf(facts).map(({ found }) => found);
    const told = new Set<DurationFact>();
    for (const wrong of wrongSpansOf(facts, spans)) {
      told.add(wrong.duration);
      tellWrongSpan(wrong, report);
    }
    const injury = keyDate(facts, 'injury');
    if (!injury) return;
    for (const span of spans) if (!told.has(span)) checkSpan(facts, span, injury, report);
  },
};

/** The spans of blocks that tell one beside a date, or one that may be counted from the injury. */
const spansOf = foundInBlocks((block) => {
  const { spans } = durationsIn(block);
  return spans.some((span) => isBesideDate(span) || mayBeSinceInjury(span)) ? spans : [];
});

function mayBeSinceInjury(duration: DurationFact): boolean {
  const { before, after } = wordsAround(duration);
  return afterInjury.test(after) || afterEvent.test(after) || isOngoing(before, duration);
}

/** What stands before and behind a span in its sentence. */
function wordsAround({ node, sentence: { text, start } }: DurationFact): { before: string; after: string } {
  return { before: text.slice(0, node.start - start), after: text.slice(node.end - start) };
}

/** A span that may be counted from the injury. */
function checkSpan(
  facts: CaseFacts,
  duration: DurationFact,
  injury: KeyDate,
  report: (report: Report) => void,
): void {
  const { before, after } = wordsAround(duration);
  const sinceInjury = afterInjury.exec(after);
  if (sinceInjury && stillInFirst.test(before)) {
    // A rule that the sentence goes on to name does not make this any less a fact of the case.
    const clause = before + (after.split(/[,;]/, 1)[0] ?? '');
    if (!elsewhere.test(clause)) pastTheFirst(facts, duration, injury, report);
  } else if (sinceInjury && (!sinceInjury[0].startsWith(' ago') || injuryAgo.test(before))) {
    if (!/\b(?:within|every|first)\b[^,]{0,20}$/i.test(before) && !elsewhere.test(duration.sentence.text)) {
      // "For a year after the injury" may have ended long ago, but cannot have been longer than all of it.
      const lasted = /\bfor\b[^,]{0,20}$/i.test(before);
      spanSinceInjury(facts, duration, injury, report, !lasted && toldOfDay(before));
    }
  } else if (countedFromEvent(facts, duration, injury, before, after)) {
    spanSinceInjury(facts, duration, injury, report, true);
  } else if (
    isOngoing(before, duration) &&
    !standing.test(before) &&
    !elsewhere.test(duration.sentence.text)
  ) {
    longerThanClaim(facts, duration, injury, report);
  }
}

/** Whether a span runs up to today, or to the day that stands right before it. */
function toldOfDay(before: string): boolean {
  return tellsToday.test(before) || besideADay.test(before);
}

/** Whether the words before a span say that it runs since the injury at the longest. */
function isOngoing(before: string, { to }: DurationFact): boolean {
  return ongoing.test(before) || (to < twoYears && suffering.test(before));
}

/** Whether a span is counted from the injury under the name of what happened. */
function countedFromEvent(
  facts: CaseFacts,
  { sentence }: DurationFact,
  injury: KeyDate,
  before: string,
  after: string,
): boolean {
  if (
    !toldOfDay(before) ||
    elsewhere.test(sentence.text) ||
    /\b(?:within|every|first|for|over|during|until)\b[^,]{0,20}$/i.test(before)
  )
    return false;
  const event = afterEvent.exec(after)?.[1]?.toLowerCase();
  return (
    event !== undefined &&
    dateFactsOf(facts).some(
      (date) =>
        date.iso === injury.iso && new RegExp(`\\b${event} (?:of|on|dated) $`, 'i').test(textBefore(date)),
    )
  );
}

/** "Still in the first two weeks after the injury", on a day long past them. */
function pastTheFirst(
  facts: CaseFacts,
  duration: DurationFact,
  injury: KeyDate,
  report: (report: Report) => void,
): void {
  const own = elapsedBeside(facts, injury, duration);
  if (own.length === 0 || Math.min(...own) <= duration.to * firstRounding) return;
  tellSpan(
    facts,
    duration,
    injury,
    report,
    `the injury was on ${injury.source.text}, and the sentence tells of a day later than that`,
  );
}

function tellWrongSpan({ duration, from, to, days }: WrongSpan, report: (report: Report) => void): void {
  report({
    at: { block: duration.block, start: duration.node.start, end: duration.node.end },
    message: `"${duration.text}" does not fit the dates: ${
      days < 0
        ? `${to.text} lies before ${from.text}`
        : `from ${from.text} to ${to.text} it is ${days} day${days === 1 ? '' : 's'}`
    }.`,
    related: [from, to].map((date) => ({ at: placeOf(date), message: date.text })),
  });
}

/** Roles of days on which the case does not go on. */
const aside = new Set<DateFact['role']>([
  'injury',
  'other-injury',
  'birth',
  'guideline',
  'access',
  'planned',
]);

/** Days of the case that a span can be counted to, as days since the injury. */
function daysSince(injury: KeyDate, dates: readonly DateFact[]): number[] {
  return dates
    .filter(({ iso, role }) => iso !== undefined && !aside.has(role))
    .map(({ iso }) => daysBetween(injury.iso, iso as string))
    .filter((days) => days >= 0);
}

/** All of them, each once, in order. */
const elapsed = perDating((facts): readonly number[] => {
  const injury = keyDate(facts, 'injury');
  return injury ? [...new Set(daysSince(injury, dateFactsOf(facts)))].sort((a, b) => a - b) : [];
});

/** Those of the sentence that tells a span. */
function elapsedBeside(facts: CaseFacts, injury: KeyDate, { sentence }: DurationFact): number[] {
  return daysSince(injury, datesOfSentence(facts, sentence));
}

function spanSinceInjury(
  facts: CaseFacts,
  duration: DurationFact,
  injury: KeyDate,
  report: (report: Report) => void,
  today: boolean,
): void {
  const own = today ? elapsedBeside(facts, injury, duration) : [];
  const spans = own.length > 0 ? own : elapsed(facts);
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
  const longest = elapsed(facts).at(-1);
  if (longest === undefined || duration.from <= longest * 1.5 || duration.from < 30) return;
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
