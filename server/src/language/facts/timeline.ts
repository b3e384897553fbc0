import { type CaseFacts, perCase } from './case.ts';
import { type DateFact, type DateRole, dateFactsOf, headerDatesOf } from './dates.ts';

/** Something that happened on a day, with every place that dates it. */
export interface CaseEvent {
  /** Day, `YYYY-MM-DD`. */
  iso: string;
  /** What it is; visits, their notes and dates of service on one day are one event. */
  role: DateRole;
  mentions: DateFact[];
}

/** Roles that one event can have in different sentences. */
const family: Partial<Record<DateRole, DateRole>> = { report: 'visit', service: 'visit', other: 'visit' };

/** The events of the case in order of time; dates of guidelines and web pages are none. */
export const eventsOf: (facts: CaseFacts) => readonly CaseEvent[] = perCase((facts) => {
  const events = new Map<string, CaseEvent>();
  for (const date of dateFactsOf(facts)) {
    if (date.iso === undefined || date.role === 'guideline' || date.role === 'access') continue;
    const role = family[date.role] ?? date.role;
    const key = `${date.iso} ${role}`;
    const event = events.get(key);
    if (event) event.mentions.push(date);
    else events.set(key, { iso: date.iso, role, mentions: [date] });
  }
  return [...events.values()].sort((a, b) => (a.iso < b.iso ? -1 : a.iso > b.iso ? 1 : 0));
});

/** The day of a role that the case turns on, with where it is taken from. */
export interface KeyDate {
  iso: string;
  source: DateFact;
}

/**
 * The day of the injury or the UR decision by the header; without one, by the first sure mention in the text (of a
 * range, as in cumulative trauma, its first day).
 */
export function keyDate(facts: CaseFacts, role: KeyRole): KeyDate | undefined {
  return keyDates[role](facts);
}

type KeyRole = 'injury' | 'ur' | 'application' | 'decision';

const keyDates: Readonly<Record<KeyRole, (facts: CaseFacts) => KeyDate | undefined>> = {
  injury: perCase((facts) => findKeyDate(facts, 'injury')),
  ur: perCase((facts) => findKeyDate(facts, 'ur')),
  application: perCase((facts) => findKeyDate(facts, 'application')),
  decision: perCase((facts) => findKeyDate(facts, 'decision')),
};

function findKeyDate(facts: CaseFacts, role: KeyRole): KeyDate | undefined {
  const source =
    headerDatesOf(facts).find((date) => date.role === role && date.iso !== undefined) ??
    dateFactsOf(facts).find(
      (date) => date.role === role && date.certainty === 'sure' && date.iso !== undefined,
    );
  return source?.iso === undefined ? undefined : { iso: source.iso, source };
}
