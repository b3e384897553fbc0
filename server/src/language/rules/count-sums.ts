import { matches } from '../matches.ts';
import { numberWords } from '../syntax/index.ts';

/** A sum of visits that is not what the numbers beside it give. Ranges are offsets in the text. */
export interface VisitSum {
  sum: number;
  stated: number;
  start: number;
  end: number;
}

const number = `\\d{1,2}|${numberWords.slice(1).join('|')}`;
const visits = '(?:visits|sessions|treatments)';

/** "Six visits were completed in October and six more in November, for a total of 18". */
const inTurn = new RegExp(
  `(?<![\\w.#/-])(${number})(?! (?:more|additional|further)\\b) (?:[a-z]+ ){0,3}?${visits}\\b([^.;]{0,80}?)\\b(?:and|plus|then|followed by) (${number}) (?:more|additional|further|others)\\b([^.;]{0,60}?)(?:,| for|, for|, or| giving| making|, which (?:is|makes)) a total of (${number})\\b(?! (?:weeks|months|days))`,
  'gi',
);
/** "Added to the four, the twelve sessions would make 16". */
const addedBefore = new RegExp(
  `\\b(?:added to|together with|combined with|on top of) the (${number})\\b([^.;,]{0,50}), the (${number}) (?:[a-z]+ ){0,4}?${visits}\\b([^.;]{0,40}?) (?:make|makes|give|gives|total|come to|amount to|add up to|bring the total to) (?:a total of )?(${number})\\b(?! (?:weeks|months|days))`,
  'gi',
);
/** "The twelve sessions, added to the four, would make 16". */
const addedBehind = new RegExp(
  `\\bthe (${number}) (?:[a-z]+ ){0,4}?${visits}\\b([^.;,]{0,30}),? (?:added to|together with|combined with|on top of) the (${number})\\b([^.;]{0,60}?) (?:make|makes|give|gives|total|come to|amount to|add up to|bring the total to) (?:a total of )?(${number})\\b(?! (?:weeks|months|days))`,
  'gi',
);

const anyNumber = new RegExp(`(?<![\\w/-])(?:${number})(?![\\w/-])`, 'gi');
const date =
  /\b\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?\b|\b[A-Z][a-z]+ \d{1,2}(?!\d)(?:, \d{4})?|\b(?:19|20)\d\d\b/g;

/** Words of which every such sum has one. */
export const sumWords = ['total', 'make', 'give', 'amount', 'add', 'come'];

/** The sums of visits in a text that their parts do not give. */
export function visitSumsIn(text: string): VisitSum[] {
  return [inTurn, addedBefore, addedBehind].flatMap((pattern) =>
    matches(pattern, text).flatMap((match): VisitSum[] => {
      const [whole, first = '', between = '', second = '', behind = '', total = ''] = match;
      // A third number may belong to the sum.
      if (numbersIn(between).length > 0 || numbersIn(behind).length > 0) return [];
      const sum = countOf(first) + countOf(second);
      const stated = countOf(total);
      // "A total of 18" with the six that an earlier sentence told of.
      if (sum === stated || numbersIn(text.slice(0, match.index)).includes(stated - sum)) return [];
      const end = match.index + whole.length;
      // "A total of 12 visits with the four of May".
      if (/^[^.;]{0,20}\b(?:with|including|counting|and)\b/i.test(text.slice(end))) return [];
      return [{ sum, stated, start: end - total.length, end }];
    }),
  );
}

/** The counts that a text names, dates left aside. */
function numbersIn(text: string): number[] {
  return matches(anyNumber, text.replace(date, ' ')).map(([printed]) => countOf(printed));
}

function countOf(printed: string): number {
  const index = numberWords.indexOf(printed.toLowerCase());
  return index >= 0 ? index : Number(printed);
}
