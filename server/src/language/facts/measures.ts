import { matches } from '../matches.ts';
import { numberOf } from '../syntax/inline/measures.ts';

/** Lowest and highest number that a phrase allows. */
export interface Span {
  low: number;
  high: number;
}

/** A schedule ("2 times a week for 4 weeks") beside the number of visits that it should give. */
export interface Schedule {
  /** Visits that frequency times duration give. */
  expected: Span;
  /** The number that the phrase states. */
  stated: number;
  /** Range of that number in the text. */
  start: number;
  end: number;
  /** Range of the schedule in the text. */
  from: number;
  to: number;
}

const count =
  '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|twenty|twenty-four|once|twice)';
const range = `(${count})(?:(?: to |-| or )(${count}))?`;
const every = '(?: ?/ ?| a | per | each | every | )';

/** "2 times a week for 4 weeks", "three times weekly for six weeks", "2x4", "1-2 times per week x 3 weeks". */
const schedule = new RegExp(
  `(?<![\\w./-])${range} ?(?:times|time|x)?${every}?(?:week|weekly|wk),? ?(?:for|over|x|times|during)? ?(?:a period of |the next )?${range} ?(?:weeks?|wks?)\\b|(?<![\\w./-])(\\d) ?x ?(\\d{1,2})(?! ?(?:mg|cm|mm|weeks?)|\\d)`,
  'gi',
);
/** "12 sessions", "twelve physical therapy sessions", "(12 sessions)", "12 additional visits". */
const visits = new RegExp(
  `(?<![\\w./#-])(${count})(?: (?!(?:times?|weeks?|per|x|to|of)\\b)[a-z/]+){0,3}? (?:sessions?|visits?|treatments?)\\b`,
  'gi',
);

/**
 * Schedules of therapy beside a number of visits in the same phrase. Where a phrase names more than one number of
 * visits or more than one schedule, nothing is sure and nothing is given.
 */
export function schedulesIn(text: string): Schedule[] {
  const schedules = matches(schedule, text);
  const counts = matches(visits, text).filter(
    ({ index }) => !schedules.some((match) => index >= match.index && index < match.index + match[0].length),
  );
  const [match, another] = schedules;
  const [stated, more] = counts;
  if (!match || another || !stated || more) return [];
  // "20 sessions of one; another 3 times a week for 4 weeks", "once a week for 12 weeks and 6 sessions of the other".
  const [first, last] = stated.index < match.index ? [stated, match] : [match, stated];
  const between = text.slice(first.index + first[0].length, last.index);
  if (/;|\b(?:and|plus)\b/i.test(between)) return [];
  const value = numberOf(stated[1] ?? '');
  const often = spanOf(match[1] ?? match[5], match[2]);
  const long = spanOf(match[3] ?? match[6], match[4]);
  if (value === undefined || !often || !long) return [];
  const start = stated.index;
  return [
    {
      expected: { low: often.low * long.low, high: often.high * long.high },
      stated: value,
      start,
      end: start + (stated[1] ?? '').length,
      from: match.index,
      to: match.index + match[0].length,
    },
  ];
}

/** Visits that a schedule in a text gives, where it holds exactly one. */
export function scheduledVisits(text: string): Span | undefined {
  const [match, another] = matches(schedule, text);
  if (!match || another) return undefined;
  const often = spanOf(match[1] ?? match[5], match[2]);
  const long = spanOf(match[3] ?? match[6], match[4]);
  return often && long ? { low: often.low * long.low, high: often.high * long.high } : undefined;
}

function spanOf(low: string | undefined, high: string | undefined): Span | undefined {
  const first = low === undefined ? undefined : numberOf(low);
  if (first === undefined) return undefined;
  return { low: first, high: high === undefined ? first : (numberOf(high) ?? first) };
}

/** A dosing instruction beside the quantity that it should give. */
export interface Dosing {
  expected: Span;
  stated: number;
  /** Range of the stated number in the text. */
  start: number;
  end: number;
  from: number;
  to: number;
}

const often: Readonly<Record<string, number>> = {
  once: 1,
  daily: 1,
  qd: 1,
  nightly: 1,
  qhs: 1,
  twice: 2,
  bid: 2,
  'b.i.d': 2,
  thrice: 3,
  tid: 3,
  't.i.d': 3,
  qid: 4,
  'q.i.d': 4,
};

/** "one tablet twice daily (for) 14 days", "1 po tid x 30 days". */
const dosing = new RegExp(
  `(?<![\\w./-])(${count}) (?:tablets?|tabs?|capsules?|caps?|pills?|po|by mouth)(?: po| by mouth| orally)*,? (once|twice|thrice|daily|nightly|qd|qhs|bid|tid|qid|b\\.i\\.d|t\\.i\\.d|q\\.i\\.d|(?:${count}) times)\\.?(?: daily| a day| per day| each day| every day)?,? ?(?:for|x|times)? ?(\\d{1,3}|one|two|three|four) (days?|weeks?|months?)\\b`,
  'i',
);
const quantity = /(?:#|\bqty\b\.?:?|\bquantity(?: of|:)?) ?(\d{1,4})(?:\.0+)?(?![\d/])/i;

/** A dosing instruction with its length and the quantity, where a text holds all of them; none for "as needed". */
export function dosingIn(text: string): Dosing | undefined {
  if (/\b(?:as needed|prn|up to|taper)\b/i.test(text)) return undefined;
  const match = dosing.exec(text);
  const total = quantity.exec(text);
  if (!match || !total) return undefined;
  const each = numberOf(match[1] ?? '');
  const word = (match[2] ?? '').toLowerCase();
  const times = often[word] ?? numberOf(word.replace(/ times$/, ''));
  const length = numberOf(match[3] ?? '');
  if (each === undefined || times === undefined || length === undefined) return undefined;
  const unit = (match[4] ?? '').toLowerCase();
  const days: Span = unit.startsWith('day')
    ? { low: 1, high: 1 }
    : unit.startsWith('week')
      ? { low: 7, high: 7 }
      : { low: 28, high: 31 };
  const perDay = each * times * length;
  const printed = total[1] ?? '';
  const start = total.index + total[0].indexOf(printed);
  return {
    expected: { low: perDay * days.low, high: perDay * days.high },
    stated: Number(printed),
    start,
    end: start + printed.length,
    from: match.index,
    to: match.index + match[0].length,
  };
}
