import {
  type CaseFacts,
  type DateReading,
  datedBlocksOf,
  dateReadingsOf,
  datingOf,
  numberOfCheck,
  perCase,
} from '../facts/index.ts';
import type { Block, HeaderField } from '../syntax/index.ts';
import { moveReport, type Place, type Report, type Rule } from './rule.ts';

/** A place of a finding on dates, in whichever letter with these dates: a date of a dated block, or a field of the header. */
type DatePlace = { block: number; date: number } | { field: number };

/**
 * The check of a rule that reads the dates of the letter. What it reports depends on nothing but the header and the
 * sentences that tell a date, and it reports nothing but their dates; so it is found once for letters with the same
 * dates, and an edit in other words costs nothing.
 */
export function inDates(check: Rule['check']): Rule['check'] {
  const number = numberOfCheck();
  return (facts, report) => {
    const { said } = datingOf(facts);
    const known = said[number] as readonly Report<DatePlace>[] | undefined;
    if (known) {
      for (const found of known) report(moveReport(found, (place) => placeIn(facts, place)));
      return;
    }
    const kept: Report<DatePlace | undefined>[] = [];
    check(facts, (found) => {
      kept.push(moveReport(found, (place) => datePlaceOf(facts, place)));
      report(found);
    });
    if (kept.every(isOfDates)) said[number] = kept;
  };
}

const numbersOfBlocks = perCase(
  (facts) => new Map(datedBlocksOf(facts).map((block, number) => [block, number])),
);

/** Whether a report speaks of dates alone; what it says of another place is found anew for each letter. */
function isOfDates(found: Report<DatePlace | undefined>): found is Report<DatePlace> {
  let all = true;
  moveReport(found, (place) => {
    all &&= place !== undefined;
  });
  return all;
}

function datePlaceOf(facts: CaseFacts, place: Place): DatePlace | undefined {
  if ('block' in place) {
    const { start, end } = place;
    const block = numbersOfBlocks(facts).get(place.block) ?? -1;
    const date = dateReadingsOf(place.block).findIndex((known) => known.start === start && known.end === end);
    if (block >= 0 && date >= 0) return { block, date };
  } else {
    const field = facts.header?.children.indexOf(place as HeaderField) ?? -1;
    if (field >= 0) return { field };
  }
  return undefined;
}

function placeIn(facts: CaseFacts, place: DatePlace): Place {
  if ('field' in place) return facts.header?.children[place.field] as HeaderField;
  const block = datedBlocksOf(facts)[place.block] as Block;
  const { start, end } = dateReadingsOf(block)[place.date] as DateReading;
  return { block, start, end };
}
