import { type CaseFacts, type DateFact, dateFactsOf, slipBetween } from '../facts/index.ts';
import { headerTitle } from '../syntax/index.ts';
import { changeTo, headerDate, others, placeOf, textDates } from './date-support.ts';
import type { Report } from './rule.ts';

/** Roles of which a case has one day, printed in the header and told in the text. */
type KeyRole = 'injury' | 'ur' | 'application';

/** Mentions in the text that give a key day otherwise than the header (or than the other mentions). */
export interface Disagreement {
  /** The mentions that differ; all of one day. */
  odd: DateFact[];
  /** What they differ from: the header's date, or the mention that most others agree with. */
  standard: DateFact;
  /** Other mentions in the text that give the standard's day. */
  supporters: DateFact[];
  /** Which side is wrong, where that can be told. */
  wrong: 'odd' | 'standard' | undefined;
  /** Whether the two days look like one with a slip of the key. */
  slip: boolean;
}

/** Disagreements about a key day, in order of place. */
export function disagreementsOf(facts: CaseFacts, role: KeyRole): Disagreement[] {
  const mentions = textDates(facts, role).filter((date) => date.range === undefined);
  const standard = headerDate(facts, role) ?? mostCommon(mentions);
  if (!standard?.iso) return [];
  const supporters = mentions.filter((date) => date.iso === standard.iso && date !== standard);
  const byDay = new Map<string, DateFact[]>();
  for (const mention of mentions) {
    if (mention.iso === undefined || mention.iso === standard.iso) continue;
    const same = byDay.get(mention.iso);
    if (same) same.push(mention);
    else byDay.set(mention.iso, [mention]);
  }
  return [...byDay].map(([iso, odd]): Disagreement => {
    const slip = slipBetween(iso, standard.iso as string) !== undefined;
    return { odd, standard, supporters, slip, wrong: wrongSide(facts, role, odd, standard, supporters) };
  });
}

/** The words for the key days whose mentions must agree. */
const eventOf = {
  injury: { event: 'injury', field: 'dateOfInjury' },
  ur: { event: 'utilization review', field: 'urDenialDate' },
} as const;

/** What is reported of mentions that must give the very day of the standard; both sides can be changed. */
export function disagreementReport(
  role: keyof typeof eventOf,
  { odd, standard, supporters, wrong }: Disagreement,
): Report {
  const first = odd[0] as DateFact;
  const { event, field } = eventOf[role];
  const fromHeader = standard.how === 'header';
  const title = headerTitle(field);
  const named = event.charAt(0).toUpperCase() + event.slice(1);
  const agree = `${others(supporters.length)} in the text agree${supporters.length === 1 ? 's' : ''}`;
  const where = fromHeader ? `the header's ${title} is` : 'another mention says';
  const toText = changeTo(odd, standard.iso as string, wrong === 'odd');
  const toOther = changeTo(
    standard,
    first.iso as string,
    wrong === 'standard',
    fromHeader ? 'the header' : 'the other mention',
  );
  return {
    at: placeOf(first),
    message: `The text dates the ${event} ${first.text}, but ${where} ${standard.text}${supporters.length > 0 ? ` (${agree})` : ''}.`,
    related: [
      { at: placeOf(standard), message: `${fromHeader ? title : named} ${standard.text}` },
      ...[...odd.slice(1), ...supporters].map((date) => ({
        at: placeOf(date),
        message: `${named} ${date.text}`,
      })),
    ],
    fixes: wrong === 'standard' ? [toOther, toText] : [toText, toOther],
  };
}

function mostCommon(mentions: readonly DateFact[]): DateFact | undefined {
  let best: DateFact | undefined;
  let most = 0;
  for (const mention of mentions) {
    const count = mentions.filter((other) => other.iso === mention.iso).length;
    if (count > most) {
      best = mention;
      most = count;
    }
  }
  return best;
}

function wrongSide(
  facts: CaseFacts,
  role: KeyRole,
  odd: readonly DateFact[],
  standard: DateFact,
  supporters: readonly DateFact[],
): Disagreement['wrong'] {
  const oddFits = fits(facts, role, odd[0]?.iso as string);
  const standardFits = fits(facts, role, standard.iso as string);
  if (oddFits !== standardFits) return oddFits ? 'standard' : 'odd';
  if (supporters.length > 0) return supporters.length + 1 >= odd.length ? 'odd' : undefined;
  // The standard's day under another name ("authorized … on 12/22/2016") speaks for it.
  if (role === 'ur' && saysAuthorized(facts, standard)) return 'odd';
  return odd.length > 1 ? 'standard' : undefined;
}

/** Whether another sentence has something authorized or denied on the day of a review. */
function saysAuthorized(facts: CaseFacts, review: DateFact): boolean {
  return dateFactsOf(facts).some(
    (date) =>
      date !== review &&
      date.iso === review.iso &&
      (date.role === 'therapy' || date.role === 'other' || date.role === 'procedure') &&
      /\b(?:authoriz|approv|certif|denied)/i.test(date.sentence?.text ?? ''),
  );
}

/** Whether a day can be that of the role, going by the other dates of the case. */
function fits(facts: CaseFacts, role: KeyRole, iso: string): boolean {
  const days = (roles: readonly DateFact['role'][], certain = true): string[] =>
    dateFactsOf(facts)
      .filter(
        (date) =>
          roles.includes(date.role) && date.iso !== undefined && (!certain || date.certainty === 'sure'),
      )
      .map((date) => date.iso as string);
  const header = (name: DateFact['role']): string | undefined => headerDate(facts, name)?.iso;
  const atMost = (limit: string | undefined): boolean => limit === undefined || iso <= limit;
  const atLeast = (limit: string | undefined): boolean => limit === undefined || iso >= limit;
  switch (role) {
    case 'injury':
      return days(['visit', 'report', 'request', 'service', 'ur', 'application']).every((day) => iso <= day);
    case 'ur': {
      const requests = days(['request']);
      return (
        atLeast(header('injury')) &&
        atMost(header('application') ?? header('assigned')) &&
        (requests.length === 0 || requests.some((day) => day <= iso))
      );
    }
    case 'application':
      return atLeast(header('ur')) && atMost(header('assigned') ?? header('decision'));
  }
}
