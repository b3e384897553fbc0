import { type DateFact, type DateRole, dateFactsOf } from '../../../server/src/language/facts/index.ts';
import { type DateNode, writeDate } from '../../../server/src/language/syntax/index.ts';
import type { Random } from '../random.ts';
import { dropped, type Letter, replaced, type Slip, type SlipKind, type Span, slipKind } from '../slip.ts';

/** A whole date in running text. */
interface Place extends Span {
  fact: DateFact;
  iso: string;
  format: string;
}

/** Dates of the text that give day, month and year, and that the bench can write as they are written. */
function placesOf(letter: Letter, roles?: readonly DateRole[]): Place[] {
  return dateFactsOf(letter.facts).flatMap((fact): Place[] => {
    const { node, block, iso } = fact;
    if (node.type !== 'date' || !block || block.type === 'guidelineLine' || iso === undefined) return [];
    if (fact.certainty === 'guess' || (roles && !roles.includes(fact.role))) return [];
    const { start, end, format } = node as DateNode;
    return writeDate(iso, format) === block.flow.text.slice(start, end)
      ? [{ fact, iso, format, block, start, end }]
      : [];
  });
}

const mentions = (letter: Letter, iso: string): DateFact[] =>
  dateFactsOf(letter.facts).filter((fact) => fact.iso === iso);

const twoDigits = (value: number): string => String(value).padStart(2, '0');

function valid(iso: string): boolean {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

/**
 * A date that differs in one digit of the day, or in the month, and that the letter does not hold elsewhere. Numbers of
 * one digit stay so: whether "9" would be "09" in that letter cannot be told from "19".
 */
function altered(letter: Letter, iso: string, random: Random): string | undefined {
  const [year = '', month = '', day = ''] = iso.split('-');
  for (let attempt = 0; attempt < 12; attempt++) {
    const digit = random.below(10);
    const way = random.below(3);
    const other =
      way === 0
        ? `${year}-${month}-${day.charAt(0)}${digit}`
        : way === 1
          ? `${year}-${month}-${digit % 4}${day.charAt(1)}`
          : `${year}-${twoDigits(1 + random.below(12))}-${day}`;
    const sameLength =
      (other.charAt(5) === '0') === (month.charAt(0) === '0') &&
      (other.charAt(8) === '0') === (day.charAt(0) === '0');
    if (other !== iso && sameLength && valid(other) && mentions(letter, other).length === 0) return other;
  }
  return undefined;
}

function changed(place: Place, iso: string | undefined): Slip | undefined {
  return iso === undefined ? undefined : replaced(place, writeDate(iso, place.format));
}

const alter = (place: Place, random: Random, letter: Letter): Slip | undefined =>
  changed(place, altered(letter, place.iso, random));

/** Roles that a case has one date of (when all the letter's dates of that role are the same day). */
const single: readonly DateRole[] = ['service', 'request', 'ur', 'application'];

const urDate = slipKind<Place>({
  id: 'ur-date',
  family: 'dates',
  definition:
    'A digit of the day, or the month, of the UR date in the text is changed; the header table holds the right one, which the letter gave.',
  places: (letter) =>
    placesOf(letter, ['ur']).filter(({ iso }) => letter.facts.field('urDenialDate')?.date?.iso === iso),
  plant: alter,
});

const injuryDate = slipKind<Place>({
  id: 'injury-date',
  family: 'dates',
  definition:
    'A digit of the day, or the month, of the injury date in the text is changed; the header table holds the right one, which the letter gave.',
  places: (letter) =>
    placesOf(letter, ['injury']).filter(({ iso }) => letter.facts.field('dateOfInjury')?.date?.iso === iso),
  plant: alter,
});

const injuryYear = slipKind<Place>({
  id: 'injury-year',
  family: 'dates',
  definition:
    'The year of the injury date in the text is changed by one; the header table holds the right one.',
  places: injuryPlaces,
  plant(place, random) {
    const iso = `${Number(place.iso.slice(0, 4)) + (random.below(2) ? 1 : -1)}${place.iso.slice(4)}`;
    return valid(iso) ? changed(place, iso) : undefined;
  },
});

function injuryPlaces(letter: Letter): Place[] {
  return placesOf(letter, ['injury']).filter(
    ({ iso }) => letter.facts.field('dateOfInjury')?.date?.iso === iso,
  );
}

const dateMention = slipKind<Place>({
  id: 'date-mention',
  family: 'dates',
  definition:
    'The text gives the date of service, request, UR decision or application at least twice, always the same day; a digit of the day, or the month, is changed in one mention.',
  places(letter) {
    return placesOf(letter, single).filter(({ fact, iso }) => {
      const same = placesOf(letter, [fact.role]);
      return same.length > 1 && same.every((other) => other.iso === iso);
    });
  },
  plant: alter,
});

const visitDate = slipKind<Place>({
  id: 'visit-date',
  family: 'dates',
  definition:
    'The same visit or report is dated in the summary and in a rationale; a digit of the day, or the month, is changed in the rationale, so that it names a day (after the injury, before the UR decision) that the summary does not know.',
  places(letter) {
    const all = placesOf(letter, ['visit', 'report', 'request', 'service']);
    return all.filter(
      ({ iso, block }) =>
        block.type === 'rationale' && all.some((other) => other.iso === iso && other.block.type === 'prose'),
    );
  },
  plant(place, random, letter) {
    const iso = altered(letter, place.iso, random);
    const injury = letter.facts.field('dateOfInjury')?.date?.iso ?? '';
    const ur = letter.facts.field('urDenialDate')?.date?.iso ?? '9999';
    return iso !== undefined && iso > injury && iso <= ur ? changed(place, iso) : undefined;
  },
});

const dateReference = slipKind<Place>({
  id: 'date-reference',
  family: 'dates',
  definition:
    'A date that points back to one given before ("said D", "as of the date in question, D", "the D office visit at issue") is changed in a digit of the day, or in the month; the date it points to remains elsewhere.',
  places: (letter) =>
    placesOf(letter).filter(({ fact, iso }) => fact.pointsBack && mentions(letter, iso).length > 1),
  plant: alter,
});

const transposed = slipKind<Place>({
  id: 'date-transposed',
  family: 'dates',
  definition:
    'Day and month of a date written in digits change places: either there is no such month, or the header table holds the right date.',
  places(letter) {
    const held = (letter.facts.header?.children ?? []).map((field) => field.date?.iso);
    return placesOf(letter).filter(
      ({ iso, format, fact }) =>
        /^MM?[^A-Za-z]/.test(format) &&
        iso.slice(5, 7) !== iso.slice(8) &&
        (Number(iso.slice(8)) > 12 || (held.includes(iso) && (fact.role === 'ur' || fact.role === 'injury'))),
    );
  },
  plant({ iso, format, ...span }) {
    const text = span.block.flow.text.slice(span.start, span.end);
    const parts = /^(\d+)(\D+)(\d+)(.*)$/.exec(text);
    const day = String(Number(iso.slice(8)));
    const month = String(Number(iso.slice(5, 7)));
    if (!parts) return undefined;
    return replaced(
      span,
      `${format.startsWith('MM') ? day.padStart(2, '0') : day}${parts[2]}${format.startsWith('MM') ? month.padStart(2, '0') : month}${parts[4]}`,
    );
  },
});

/** Events that lie behind the author when a determination is written. */
const past: readonly DateRole[] = ['injury', 'service', 'visit', 'report', 'request', 'ur', 'application'];

const afterDecision = slipKind<Place>({
  id: 'date-after-decision',
  family: 'dates',
  definition:
    'The year of a past event in the text is raised so that the event lies after the decision date of the header table.',
  places: (letter) => (letter.facts.field('decisionDate')?.date?.iso ? placesOf(letter, past) : []),
  plant(place, random, letter) {
    const decision = letter.facts.field('decisionDate')?.date?.iso ?? '';
    const rest = place.iso.slice(4);
    let year = Number(decision.slice(0, 4));
    while (`${year}${rest}` <= decision) year++;
    const iso = `${year + random.below(2)}${rest}`;
    return valid(iso) ? changed(place, iso) : undefined;
  },
});

const beforeInjury = slipKind<Place>({
  id: 'date-before-injury',
  family: 'dates',
  definition:
    'The year of a visit, request or UR decision in the text is lowered so that it lies before the injury date of the header table.',
  places: (letter) =>
    letter.facts.field('dateOfInjury')?.date?.iso
      ? placesOf(letter, ['visit', 'request', 'ur', 'service'])
      : [],
  plant(place, random, letter) {
    const injury = letter.facts.field('dateOfInjury')?.date?.iso ?? '';
    let year = Number(injury.slice(0, 4));
    while (`${year}${place.iso.slice(4)}` >= injury) year--;
    const iso = `${year - random.below(2)}${place.iso.slice(4)}`;
    return valid(iso) && place.iso > injury ? changed(place, iso) : undefined;
  },
});

const impossible = slipKind<Place>({
  id: 'date-impossible',
  family: 'dates',
  definition:
    'A date of the text gets a month from 13 to 19, a day from 32 to 39, or a year of another millennium or of five digits.',
  places: (letter) => placesOf(letter).filter(({ format }) => format.endsWith('YYYY')),
  plant(place, random) {
    const text = place.block.flow.text.slice(place.start, place.end);
    const digits = place.iso.slice(0, 4);
    switch (random.below(3)) {
      case 0: {
        const year = random.pick([
          `${digits.slice(0, 3)}${digits.charAt(2)}${digits.slice(3)}`,
          `3${digits.slice(1)}`,
          `1${digits.slice(1)}`,
          `${digits.charAt(0)}${digits.charAt(2)}${digits.charAt(1)}${digits.charAt(3)}`,
        ]);
        return year === digits ? undefined : replaced(place, text.slice(0, -4) + year);
      }
      case 1:
        // With a day up to 12, "16/07" may be the seventh month written the other way round.
        return Number(place.iso.slice(8)) > 12 && /^\d/.test(text)
          ? replaced(place, text.replace(/^\d+/, String(13 + random.below(7))))
          : undefined;
      default:
        return replaced(place, text.replace(/(?<=\D)\d{1,2}(?=\D)/, String(32 + random.below(8))));
    }
  },
});

const requestAfterUr = slipKind<Place>({
  id: 'request-after-ur',
  family: 'dates',
  definition:
    'The date of the request for authorization in the text is moved to a later month, after the UR decision that decided it (the header table holds the UR date).',
  places(letter) {
    const ur = letter.facts.field('urDenialDate')?.date?.iso;
    return ur === undefined ? [] : placesOf(letter, ['request']).filter(({ iso }) => iso <= ur);
  },
  plant(place, random, letter) {
    const ur = letter.facts.field('urDenialDate')?.date?.iso ?? '';
    const later = `${ur.slice(0, 4)}-${twoDigits(Math.min(12, Number(ur.slice(5, 7)) + 1 + random.below(3)))}-${place.iso.slice(8)}`;
    return valid(later) && later > ur ? changed(place, later) : undefined;
  },
});

const lost = slipKind<Place>({
  id: 'date-lost',
  family: 'text',
  definition:
    'A date after "dated", "on" or "of" is left out, so that the preposition stands without its value.',
  places: (letter) =>
    placesOf(letter).filter(({ block, start }) =>
      /\b(?:dated|on|injury of|injury on) $/.test(block.flow.text.slice(0, start)),
    ),
  plant: (place) => dropped(place),
});

/** Slips in dates. */
export const dateKinds: readonly SlipKind[] = [
  urDate,
  injuryDate,
  injuryYear,
  dateMention,
  visitDate,
  dateReference,
  transposed,
  afterDecision,
  beforeInjury,
  impossible,
  requestAfterUr,
  lost,
];
