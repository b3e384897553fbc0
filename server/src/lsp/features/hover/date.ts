import { type DateFact, daysBetween, eventsOf, roleNames } from '../../../language/facts/index.ts';
import type { CheckedLetter } from '../../letters.ts';
import { sectionNames } from '../../places.ts';
import { howKnown, sameDay } from '../dates.ts';

/** A date: its day, its role, how that is known, its other mentions, and how far it lies from the UR decision. */
export function describeDate(letter: CheckedLetter, date: DateFact): string {
  const name = date.iso ?? (date.possible ? 'Incomplete date' : 'Impossible date');
  const lines = [`**${name}**: ${roleNames[date.role]} (${howKnown(date)})`];
  const distance = distanceToReview(letter, date);
  if (distance !== undefined) lines.push(distance);
  const others = sameDay(letter, date).filter((other) => other !== date);
  if (others.length > 0) {
    const places = others.map(
      (other) => `- line ${other.node.position.start.line}, ${placeOf(other)}: ${roleNames[other.role]}`,
    );
    lines.push(`Other mentions:\n\n${places.join('\n')}`);
  } else if (date.iso !== undefined) {
    lines.push('Not mentioned elsewhere.');
  }
  return lines.join('\n\n');
}

function placeOf({ section, item }: DateFact): string {
  if (item) return `item ${item.number}`;
  return section === 'header' ? 'header' : sectionNames[section].toLowerCase();
}

function distanceToReview(letter: CheckedLetter, date: DateFact): string | undefined {
  const reviews = eventsOf(letter.facts).filter(({ role }) => role === 'ur');
  const [review] = reviews;
  if (reviews.length !== 1 || !review || date.role === 'ur' || date.iso === undefined) return undefined;
  const days = daysBetween(date.iso, review.iso);
  if (days === 0) return 'On the day of the UR decision.';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return `${count} ${days > 0 ? 'before' : 'after'} the UR decision of ${review.iso}.`;
}
