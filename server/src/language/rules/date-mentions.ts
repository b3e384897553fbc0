import {
  type CaseFacts,
  type DateFact,
  DaySlips,
  dateFactsOf,
  perCase,
  slipBetween,
} from '../facts/index.ts';
import { perText } from '../per-text.ts';

/** Roles that different sentences give to one visit: its note, its date of service, what was found then. */
const visitRoles = new Set<DateFact['role']>(['visit', 'report', 'service', 'other', 'planned', 'therapy']);

/** Dates of the text that name a day and tell of something that happened; guideline lines are left out. */
export const bodyDates: (facts: CaseFacts) => readonly DateFact[] = perCase((facts) =>
  dateFactsOf(facts).filter(
    (date) =>
      date.iso !== undefined &&
      date.how !== 'header' &&
      date.role !== 'guideline' &&
      date.role !== 'access' &&
      date.role !== 'birth',
  ),
);

/** The dates of {@link bodyDates} by their days. */
export const bodyDays: (facts: CaseFacts) => DaySlips = perCase((facts) => new DaySlips(bodyDates(facts)));

/** Whether two mentions can speak of one event. */
export function sameKind(a: DateFact, b: DateFact): boolean {
  return a.role === b.role || (visitRoles.has(a.role) && visitRoles.has(b.role));
}

/** What stands before a date in its sentence; empty for a date of the header. */
export function textBefore({ node, sentence }: DateFact): string {
  return node.type === 'date' && sentence ? sentence.text.slice(0, node.start - sentence.start) : '';
}

/** What stands behind a date in its sentence; empty for one of the header. */
export function textAfter({ node, sentence }: DateFact): string {
  return node.type === 'date' && sentence ? sentence.text.slice(node.end - sentence.start) : '';
}

const query = /\b(?:CURES|PDMP|PMP|monitoring (?:program|database|report))\b/;

/** Whether a date is that of a query of the prescription database (CURES), which is made on a day of its own. */
export function isQuery(date: DateFact): boolean {
  if (!date.sentence || date.node.type !== 'date') return false;
  const at = date.node.start - date.sentence.start;
  return query.test(date.sentence.text.slice(Math.max(0, at - 48), at + date.text.length + 32));
}

/** Mentions of a day in a list. */
export function countOf(dates: readonly DateFact[], iso: string): number {
  let count = 0;
  for (const date of dates) if (date.iso === iso) count++;
  return count;
}

/** Whether a day lies in a range that the letter prints ("records of 10-26-2016 to 12-07-2016"). */
export function inPrintedRange(dates: readonly DateFact[], iso: string): boolean {
  return dates.some((date, index) => {
    const next = dates[index + 1];
    return (
      date.range === 'from' &&
      next?.range === 'to' &&
      date.iso !== undefined &&
      next.iso !== undefined &&
      date.iso < iso &&
      iso < next.iso
    );
  });
}

/**
 * The date among candidates that another one is most likely a slip for: the one that shares most words, then a change
 * of one part over a day near by, the day that more mentions give, and the last.
 */
export function likeliestSlip(date: DateFact, candidates: readonly DateFact[]): DateFact | undefined {
  let best: DateFact | undefined;
  let bestScore = -1;
  const mentions = new Map<string | undefined, number>();
  for (const { iso } of candidates) mentions.set(iso, (mentions.get(iso) ?? 0) + 1);
  for (const of of candidates) {
    if (of === date || of.iso === undefined || date.iso === undefined) continue;
    const slip = slipBetween(date.iso, of.iso);
    if (!slip) continue;
    const score =
      sharedWords(date, of) * 2 +
      (slip === 'week' ? 0 : 3) +
      (oneDigitApart(date.iso, of.iso) ? 2 : 0) +
      (of.role === 'service' ? 1 : 0) +
      // The date of service of the item itself.
      (of.block?.type === 'itemHeading' && of.item === date.item ? 3 : 0) +
      (mentions.get(of.iso) ?? 0);
    if (score >= bestScore) {
      best = of;
      bestScore = score;
    }
  }
  return best;
}

/** Other days of the letter, at most two, that a day can as well be a slip for: one digit or the month apart. */
export function otherSlips(date: DateFact, dates: readonly DateFact[], known: string): string[] {
  const iso = date.iso as string;
  const days = dates
    .filter(
      (other) =>
        sameKind(other, date) &&
        other.iso !== known &&
        (oneDigitApart(iso, other.iso as string) || slipBetween(iso, other.iso as string) === 'month'),
    )
    .map((other) => other.iso as string);
  return [...new Set(days)].slice(0, 2);
}

function oneDigitApart(a: string, b: string): boolean {
  let apart = 0;
  for (let i = 0; i < a.length; i++) if (a.charAt(i) !== b.charAt(i)) apart++;
  return apart === 1;
}

const plainWords = new Set(
  `patient injured worker applicant claimant provider physician which there their dated reported noted documented
   indicated revealed treatment request medical therapy review records report notes performed without however`.split(
    /\s+/,
  ),
);

const around = new WeakMap<DateFact, ReadonlySet<string>>();

/** Telling words around a date: five letters and more within its sentence, without those that every letter has. */
function wordsAround(date: DateFact): ReadonlySet<string> {
  const words = around.get(date) ?? readWordsAround(date);
  around.set(date, words);
  return words;
}

function readWordsAround(date: DateFact): ReadonlySet<string> {
  if (!date.sentence || date.node.type !== 'date') return new Set();
  const at = date.node.start - date.sentence.start;
  return tellingWords(date.sentence.text.slice(Math.max(0, at - 110), at + 130));
}

const tellingWords = perText(
  (text): ReadonlySet<string> =>
    new Set(
      (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter(
        (word) => (word.length > 4 || word === 'knee' || word === 'neck') && !plainWords.has(word),
      ),
    ),
);

/** How many telling words two mentions share. */
export function sharedWords(a: DateFact, b: DateFact): number {
  const words = wordsAround(b);
  let shared = 0;
  for (const word of wordsAround(a)) if (words.has(word)) shared++;
  return shared;
}
