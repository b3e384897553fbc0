import { type CaseFacts, type DateFact, keyDate } from '../facts/index.ts';
import { bodyDates, countOf, otherSlips, sameKind } from './date-mentions.ts';
import { nearMissesOf, type Pair } from './date-pairs.ts';
import { changeTo, others, placeOf } from './date-support.ts';
import { inDates } from './in-dates.ts';
import type { Report, Rule } from './rule.ts';

/**
 * Finds an event that is told twice under dates which a slip of the key sets apart: the same study, procedure or
 * visit in summary and rationale, a date of service in heading and conclusion, a sentence repeated in the next item.
 */
export const dateNearMiss: Rule = {
  id: 'date-near-miss',
  family: 'dates',
  severity: 'warning',
  purpose:
    'Finds one event under two dates that differ by a digit, a month, a year, or by day and month exchanged',
  why: 'The rationale rests on the records of certain days; under a wrong date they cannot be found.',
  source: 'Comparison of mentions of one event; dates are the largest class of slips in real determinations.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. An MRI of the lumbar spine dated 10/25/2016 revealed disc protrusion at L4-5 with foraminal narrowing. The request for authorization dated 11/14/2016 asked for Baclofen.',
        items: [
          {
            rationale:
              'The MRI of the lumbar spine dated 10/26/2016 revealed disc protrusion at L4-5. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. An MRI of the lumbar spine dated 10/25/2016 revealed disc protrusion at L4-5 with foraminal narrowing. The request for authorization dated 11/14/2016 asked for Baclofen.',
        items: [
          {
            rationale:
              'The MRI of the lumbar spine dated 10/25/2016 revealed disc protrusion at L4-5. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check: inDates((facts, report) => {
    const dates = bodyDates(facts);
    for (const pair of nearMissesOf(facts)) tell(facts, pair, dates, report);
  }),
};

function tell(
  facts: CaseFacts,
  { one, two, severity }: Pair,
  dates: readonly DateFact[],
  report: (report: Report) => void,
): void {
  const weightOne = weight(facts, one);
  const weightTwo = weight(facts, two);
  const [odd, of] = weightOne < weightTwo ? [one, two] : [two, one];
  const own = dates.filter((date) => date.iso === odd.iso && sameKind(date, odd));
  const its = dates.filter((date) => date.iso === of.iso && sameKind(date, of));
  const backing = its.length > 1 ? `, as ${others(its.length - 1)} do${its.length === 2 ? 'es' : ''}` : '';
  const clear = weightOne !== weightTwo;
  const more = own.length === 1 ? otherSlips(odd, dates, of.iso as string) : [];
  report({
    at: placeOf(odd),
    message: `This seems to be the event that the letter elsewhere dates ${of.text}${backing}; here it is ${odd.text}.`,
    severity,
    related: [of, ...its.filter((date) => date !== of)].map((date) => ({
      at: placeOf(date),
      message: date.text,
    })),
    fixes: [
      changeTo(own.length === 1 ? odd : own, of.iso as string, clear),
      ...more.map((iso) => changeTo(odd, iso, false)),
      changeTo(its, odd.iso as string, false, its.length > 1 ? 'the other mentions' : 'the other mention'),
    ],
  });
}

/** What speaks for a day: other mentions of it, the request's too, and that it lies between injury and decision. */
function weight(facts: CaseFacts, date: DateFact): number {
  const iso = date.iso as string;
  const injury = keyDate(facts, 'injury')?.iso;
  const end = keyDate(facts, 'decision')?.iso;
  const possible = (injury === undefined || iso >= injury) && (end === undefined || iso <= end);
  const told = bodyDates(facts).filter(
    ({ role }) => role !== 'ur' && role !== 'injury' && role !== 'application',
  );
  return countOf(told, iso) + (possible ? 0 : -10);
}
