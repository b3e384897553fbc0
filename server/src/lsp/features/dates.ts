import { type CaseEvent, type DateFact, dateFactsOf, eventsOf } from '../../language/facts/index.ts';
import type { CheckedLetter } from '../letters.ts';
import { headerFieldAt, holds } from '../places.ts';

/** How the role of a date is known, in words. */
export function howKnown({ how, cue, certainty }: DateFact): string {
  const told =
    how === 'header'
      ? 'a field of the header'
      : how === 'cue'
        ? `told by the words "${cue}"`
        : 'told by its place';
  return certainty === 'sure' ? told : certainty === 'likely' ? `${told}, likely` : `${told}, a guess`;
}

/** The date at an offset, of the text or of the header. */
export function dateAt(letter: CheckedLetter, offset: number): DateFact | undefined {
  const field = headerFieldAt(letter, offset);
  return dateFactsOf(letter.facts).find(({ node }) => (field ? node === field : holds(node, offset)));
}

/** All mentions of the event that a date belongs to, in order of place; of the day alone where it is no event. */
export function mentionsOf(letter: CheckedLetter, date: DateFact): DateFact[] {
  const event = eventOf(letter, date);
  if (event) return [...event.mentions].sort(byPlace);
  if (date.iso === undefined) return [date];
  return dateFactsOf(letter.facts).filter(({ iso, role }) => iso === date.iso && role === date.role);
}

/** Every date of the letter that names the same day, in order of place. */
export function sameDay(letter: CheckedLetter, date: DateFact): DateFact[] {
  if (date.iso === undefined) return [date];
  return dateFactsOf(letter.facts)
    .filter(({ iso }) => iso === date.iso)
    .sort(byPlace);
}

/**
 * Where the letter introduces a date: the header for what the header dates, else its first mention in the summary as the
 * same event, else its first mention there as the same day.
 */
export function introductionOf(letter: CheckedLetter, date: DateFact): DateFact {
  const event = mentionsOf(letter, date);
  const day = sameDay(letter, date);
  const inSummary = ({ section }: DateFact): boolean => section === 'summary';
  const inHeader = ({ section }: DateFact): boolean => section === 'header';
  const found = inSummary(date)
    ? (event.find(inHeader) ?? event.find(inSummary))
    : (event.find(inSummary) ??
      day.find(inSummary) ??
      event.find(inHeader) ??
      day.find(inHeader) ??
      event[0]);
  return found ?? date;
}

function eventOf(letter: CheckedLetter, date: DateFact): CaseEvent | undefined {
  return eventsOf(letter.facts).find(({ mentions }) => mentions.includes(date));
}

function byPlace(a: DateFact, b: DateFact): number {
  return a.node.position.start.offset - b.node.position.start.offset;
}
