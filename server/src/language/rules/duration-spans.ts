import {
  type CaseFacts,
  type DateFact,
  type DurationFact,
  dateFactsOf,
  dateReadingsOf,
  datesOfSentence,
  daysBetween,
  keyDate,
} from '../facts/index.ts';
import { sinceOperation } from './duration-operation.ts';
import {
  type Between,
  beside,
  endOf,
  followsSpan,
  type SpanPlace,
  spanPlace,
  startOf,
  thenOn,
} from './duration-place.ts';

/** A span of time that the letter tells between two of its days, where they are that far from being so far apart. */
export interface WrongSpan {
  duration: DurationFact;
  from: DateFact;
  to: DateFact;
  /** Days from the one to the other; negative where the second is the earlier. */
  days: number;
}

/** Words that set one limit to a span only. */
const orMore = /\b(?:more than|over|at least|no less than|upwards of|beyond)(?: an?)? $/i;
const orLess =
  /\b(?:less than|fewer than|under|within|within the (?:first|last|past)|up to|at most|no more than)(?: an?)? $/i;

/** How far off a span told in a unit may be at least, in days: two weeks may be nine days, or twenty. */
const leastSlack: Readonly<Record<string, number>> = { day: 3, week: 7, month: 16, year: 120 };

/** How far off it may be in proportion. */
const slackShare = 0.5;

/** Whether a span stands in a sentence that tells a date: without one it is between no two days. */
export function isBesideDate({ block, sentence }: DurationFact): boolean {
  return dateReadingsOf(block).some((date) => date.sentence === sentence);
}

/** The spans of a letter that its own dates do not allow, in order of place. */
export function wrongSpansOf(facts: CaseFacts, spans: readonly DurationFact[]): WrongSpan[] {
  const wrong: WrongSpan[] = [];
  for (const duration of spans) {
    if (!isBesideDate(duration)) continue;
    const dates = datesOfSentence(facts, duration.sentence).filter(({ iso }) => iso !== undefined);
    const place = spanPlace(duration, dates);
    const between = spanBetween(facts, place);
    if (!between) continue;
    const days = daysBetween(between.from.iso as string, between.to.iso as string);
    if (!fits(place, days, between.shortOnly === true)) wrong.push({ ...between, duration, days });
  }
  return wrong;
}

/** Whether so many days can be told as the span. */
function fits({ duration, before }: SpanPlace, days: number, shortOnly: boolean): boolean {
  const slack = (told: number): number => Math.max(leastSlack[duration.node.unit] ?? 3, told * slackShare);
  if (days < duration.from - slack(duration.from) && !orLess.test(before)) return false;
  return shortOnly || days <= duration.to + slack(duration.to) || orMore.test(before);
}

function spanBetween(facts: CaseFacts, place: SpanPlace): Between | undefined {
  return (
    besideBoth(place) ??
    betweenLater(facts, place) ??
    rangeOf(place) ??
    course(place) ??
    sinceOperation(facts, place)
  );
}

const beforeCompared = new RegExp(`^${beside}`, 'i');
const compared =
  /^ (after|following|status[- ]post|s\/p|post|out from|removed from|from|before|prior to|ahead of)((?: (?!that\b|which\b|who\b|and\b|or\b|when\b|while\b|until\b|to\b|but\b)[a-z'’-]+){0,6}) ?\(?$/i;
/** "D, four weeks after the arthroscopy of D"; "two weeks after the injection of D, on D". */
function besideBoth({ text, start, end, behind, ahead }: SpanPlace): Between | undefined {
  const next = ahead[0];
  if (!next) return undefined;
  const relation = compared.exec(text.slice(end, startOf(next)));
  if (!relation) return undefined;
  const earlier = /^(?:before|prior|ahead)/i.test(relation[1] ?? '');
  const previous = behind[behind.length - 1];
  if (previous && previous.range === undefined && beforeCompared.test(text.slice(endOf(previous), start)))
    return earlier ? { from: previous, to: next } : { from: next, to: previous };
  const second = ahead[1];
  if (!previous && second && thenOn.test(text.slice(endOf(next), startOf(second))))
    return earlier ? { from: second, to: next } : { from: next, to: second };
  return undefined;
}

const later =
  /^ (?:later|afterwards?|thereafter|after that),? ?\(?(?:(?:and )?on |at (?:the|an?) (?:[a-z-]+ ){0,3}(?:of|on|dated) )?$/i;
/** What may stand between a day and the span that is counted from it. */
const counted = /^[^.;:]{0,60}$/;
/** Words by which the span is counted from something else. */
const uncounted = /\b(?:until|through|before|prior|scheduled|planned|since|ago)\b/i;
/** The first care is counted from the injury. */
const firstCare =
  /\b(?:first|initially) (?:was )?(?:seen|sought|treated|examined|evaluated|presented)\b[^.;,]{0,40}$/i;
/** What else can have come between the injury and the first care. */
const betweenThem = /\b(?:report(?:ed|ing)?|notif\w*|told|claim|began|started|worsen\w*|flare\w*|again)\b/i;

/** "On D and, two weeks later, on D"; "he was first seen two days later, on D". */
function betweenLater(facts: CaseFacts, place: SpanPlace): Between | undefined {
  const { duration, text, before, start, end, behind, ahead } = place;
  const next = ahead[0];
  if (!next || !later.test(text.slice(end, startOf(next)))) return undefined;
  const previous = behind[behind.length - 1];
  if (followsSpan(duration)) return undefined;
  if (previous) {
    const gap = text.slice(endOf(previous), start);
    return previous.range === undefined && counted.test(gap) && !uncounted.test(gap)
      ? { from: previous, to: next }
      : undefined;
  }
  const injury = keyDate(facts, 'injury')?.source;
  if (!injury || ahead.length > 1 || !firstCare.test(before) || betweenThem.test(before)) return undefined;
  return lastDayBefore(facts, duration) === injury.iso ? { from: injury, to: next } : undefined;
}

/** The last day that the letter told before a span, in its block or in the header. */
function lastDayBefore(facts: CaseFacts, { block, node }: DurationFact): string | undefined {
  const inBlock = dateFactsOf(facts).filter(
    (date) => date.block === block && date.node.type === 'date' && date.node.end <= node.start,
  );
  return (inBlock[inBlock.length - 1] ?? keyDate(facts, 'injury')?.source)?.iso;
}

/** "Over the next three weeks, from D through D"; not "every two weeks". */
const lasts =
  /\b(?:over|for|during|lasting|covering|spanning|across) (?:the |an? )?(?:(?:total|period|course|span) of )?(?:(?:next|following|past|last|first|full|whole|entire|same|about|approximately|some|only|just|nearly|almost|exactly|roughly|around) )*$/i;
const fromThen = /^,? \(?(?:i\.e\.,? )?(?:running |lasting |beginning )?(?:from|between) $/i;
const andTo = /^ ?(?:to|through|thru|until|and|-|–) ?$/i;
const inAll =
  /^,? \(?(?:for |over |lasting |covering )?(?:an? |the )?(?:total|period|span|course|interval|stretch) of (?:about |approximately |some |only |just |over |nearly |almost )*$/i;
/** An authorization holds longer than the treatment that it allows. */
const holds = /\b(?:authori[sz]\w*|certif\w*|approv\w*|valid|expir\w*|effective|window|range)\b/i;

/** A span and the range of days that it is said of. */
function rangeOf({ text, before, start, end, behind, ahead }: SpanPlace): Between | undefined {
  if (holds.test(text)) return undefined;
  const [first, last] = ahead;
  if (
    first &&
    last &&
    lasts.test(before) &&
    fromThen.test(text.slice(end, startOf(first))) &&
    andTo.test(text.slice(endOf(first), startOf(last)))
  )
    return { from: first, to: last };
  const [from, to] = behind.slice(-2);
  if (from?.range === 'from' && to?.range === 'to' && inAll.test(text.slice(endOf(to), start)))
    return { from, to };
  return undefined;
}

const ordered =
  /^,? [^.;]{0,60}\b(?:prescribed|placed|put|given|ordered|started|kept|taken off|assigned|issued|imposed)\b[^.;,]{0,40}$/i;
const ending =
  /^(?: (?!or\b|and\b|then\b|which\b|that\b|before\b|after\b)[a-z-]+){0,6},? (?:ending|through|until|to end|to last until|lasting until)(?: on)? $/i;

/** What was over, or to be over, by then. */
const over = /\b(?:had|last|rest|remainder|completed|finished|final|end)\b/i;

/** "On D he was given a four-week course … ending D": it cannot end before it is over. */
function course({ text, start, end, behind, ahead }: SpanPlace): Between | undefined {
  const from = behind[behind.length - 1];
  const to = ahead[0];
  if (!from?.iso || !to?.iso || behind.length > 1 || to.iso < from.iso) return undefined;
  const gap = text.slice(endOf(from), start);
  return ordered.test(gap) && !over.test(gap) && ending.test(text.slice(end, startOf(to)))
    ? { from, to, shortOnly: true }
    : undefined;
}
