import { type DateFact, dateFactsOf, type ItemFacts, keyDate } from '../facts/index.ts';
import { bodyDates, inPrintedRange, isQuery, sameKind, textBefore } from './date-mentions.ts';
import { nearMissesOf } from './date-pairs.ts';
import { placeOf } from './date-support.ts';
import { inDates } from './in-dates.ts';
import type { Rule } from './rule.ts';

/** So many dates of one rationale are told one by one. */
const mostTold = 2;

/** "The six months ended on D", "the next test was due on about D": reckoned from what the summary tells. */
const periodEnd =
  /\b(?:ended|ends|expired|expires|ran out|until|due|since) (?:on |by |before |at least )?(?:about |or about )?$/i;

/**
 * Tells of dates that a rationale rests on and that the summary never mentions. A hint only: rationale and summary are
 * of two hands, and careful readers of real letters stopped at none of these.
 */
export const dateUnmentioned: Rule = {
  id: 'date-unmentioned',
  family: 'dates',
  severity: 'hint',
  purpose: 'Tells of a date in a rationale that the case summary and the headings never mention',
  why: 'A reader who looks for the visit in the summary does not find it; the date may be a slip, or the summary incomplete.',
  source: 'Lab. Code 4610.6(e): the determination cites the records that it rests on.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker has an industrial injury of 09/15/2016. On 10/12/2016, he reported low back pain.',
        items: [
          {
            rationale:
              'On 11/30/2016, the patient had no spasm. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        summary:
          'The injured worker has an industrial injury of 09/15/2016. On 10/12/2016, he reported low back pain.',
        items: [
          {
            rationale:
              'On 10/12/2016, the patient had no spasm. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check: inDates((facts, report) => {
    const dates = bodyDates(facts);
    const known = dates.filter((date) => date.section === 'summary' || date.block?.type === 'itemHeading');
    // Without any date in the summary there is nothing to miss; a date before the injury is told as that.
    if (!known.some((date) => date.section === 'summary')) return;
    const injury = keyDate(facts, 'injury')?.iso ?? '';
    const decision = keyDate(facts, 'decision')?.iso ?? '9999';
    const told = new Set(
      [...known, ...dateFactsOf(facts).filter((date) => date.how === 'header')].map((date) => date.iso),
    );
    // A slip for a date of the summary is told as that.
    for (const { one, two } of nearMissesOf(facts)) told.add(one.iso).add(two.iso);
    const strange = new Map<ItemFacts | undefined, DateFact[]>();
    for (const date of dates) {
      if (
        date.block?.type !== 'rationale' ||
        told.has(date.iso) ||
        date.role === 'injury' ||
        date.role === 'ur' ||
        date.pointsBack ||
        isQuery(date) ||
        periodEnd.test(textBefore(date))
      )
        continue;
      // What lies behind the decision is reckoned, not recorded: "the period runs until D".
      if ((date.iso as string) < injury || (date.iso as string) > decision) continue;
      told.add(date.iso);
      if (inPrintedRange(known, date.iso as string) && known.some((other) => sameKind(other, date))) continue;
      const list = strange.get(date.item);
      if (list) list.push(date);
      else strange.set(date.item, [date]);
    }
    for (const dates of strange.values()) {
      const [first, ...more] = dates;
      // A rationale that tells a history of its own is one remark, not one for each of its dates.
      if (first && dates.length > mostTold) {
        report({
          at: placeOf(first),
          message: `The case summary never mentions ${first.text}, nor ${more.length} other dates of this rationale.`,
          related: more.map((date) => ({ at: placeOf(date), message: `Not in the summary: ${date.text}` })),
        });
      } else {
        for (const date of dates) {
          report({ at: placeOf(date), message: `The case summary never mentions ${date.text}.` });
        }
      }
    }
  }),
};
