import { matches } from '../matches.ts';
import { numberWords as speltNumbers } from '../syntax/index.ts';

/** How many of something a text names, in units that can be compared. Ranges are offsets in the text. */
export interface Quantity {
  value: number;
  /** `visit`: sessions, visits, treatments; `piece`: tablets, "#60", "QTY: 2"; the rest: of a rental or supply. */
  unit: 'visit' | 'piece' | 'month' | 'week' | 'day';
  start: number;
  end: number;
}

const words = speltNumbers.slice(1);
/** The words that {@link quantitiesIn} reads as numbers. */
export const numberWords: ReadonlySet<string> = new Set(words);

/** A number in words, where it has one up to twenty-four. */
export function numberWord(value: number): string | undefined {
  return words[value - 1];
}

const values = new Map(words.map((word, index) => [word, index + 1]));
const number = String.raw`(\d{1,4}(?:\.0+)?|${[...words].reverse().join('|')})`;

const before = new RegExp(
  String.raw`\b${number}(?: more| additional| further| remaining| of)?(?:[ -][a-z/]+){0,3}?[ -](sessions?|visits?|treatments?|tablets?|tabs?|capsules?|caps?|pills?|(?:month|week|day)s? (?:rental|supply))\b`,
  'gi',
);
const after = new RegExp(
  String.raw`(?:#\s?|\bQTY:?\s?|\bquantity(?: of)?:?\s?)${number}\b|\b(?:sessions|visits),? (?:x |times |#\s?)?${number}\b(?! (?:times?|weeks?|per|a|x)\b)`,
  'gi',
);

const rental = new RegExp(
  String.raw`\brental,? (?:for |x ?)?${number}(?: additional| more)? months?\b`,
  'gi',
);

/** The number that a digit string or a number word up to twenty-four means. */
function numberOf(text: string): number | undefined {
  const lower = text.toLowerCase();
  return values.get(lower) ?? (/^\d/.test(lower) ? Number(lower) : undefined);
}

function unitOf(noun: string): Quantity['unit'] {
  const time = (['month', 'week', 'day'] as const).find((unit) => noun.startsWith(unit));
  return time ?? (/^(?:session|visit|treatment)/.test(noun) ? 'visit' : 'piece');
}

/** The quantities that a text names, in order of place. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  const add = (printed: string | undefined, unit: Quantity['unit'], match: RegExpExecArray): void => {
    const value = printed === undefined ? undefined : numberOf(printed);
    if (value === undefined) return;
    const start = match.index + match[0].indexOf(printed as string);
    if (found.some((other) => other.start === start)) return;
    found.push({ value, unit, start, end: start + (printed as string).length });
  };
  for (const match of matches(before, text)) {
    add(match[1], unitOf((match[2] ?? '').toLowerCase()), match);
  }
  for (const match of matches(after, text)) {
    if (match[1] !== undefined)
      add(match[1], /\b(?:sessions|visits|therapy)\b/i.test(text) ? 'visit' : 'piece', match);
    else add(match[2], 'visit', match);
  }
  for (const match of matches(rental, text)) add(match[1], 'month', match);
  return found.sort((a, b) => a.start - b.start);
}
