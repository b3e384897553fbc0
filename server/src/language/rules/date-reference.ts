import { type DateFact, dateFactsOf } from '../facts/index.ts';
import { gather } from '../gather.ts';
import { bodyDates, bodyDays, likeliestSlip, otherSlips, sameKind, textBefore } from './date-mentions.ts';
import { changeTo, others, placeOf } from './date-support.ts';
import { inDates } from './in-dates.ts';
import type { Rule } from './rule.ts';

/** "of the same date, D". */
const ofSameDate = /\bsame date,? $/i;

/**
 * Finds a mention that points back ("said September 26, 2015 office visit", "the date in question, …") to a day
 * that was not given before, where a day near it was.
 */
export const dateReference: Rule = {
  id: 'date-reference',
  family: 'dates',
  severity: 'warning',
  purpose: 'Finds a mention that points back to a date which was not given before, though one like it was',
  why: '"Said" and "in question" mean a visit that the letter has named; under another date the reader looks for a visit that was not.',
  source:
    'Use of "said DATE", "the DATE visit at issue" in determinations: 9 of 9 in real letters of winter 2016/17 repeat a date given before.',
  examples: [
    {
      wrong: {
        summary:
          'The applicant has filed a claim for low back pain reportedly associated with an industrial injury of September 15, 2016. A November 9, 2016 date of service was referenced in the determination. On said November 6, 2016 office visit, the applicant reported 7/10 pain.',
      },
      right: {
        summary:
          'The applicant has filed a claim for low back pain reportedly associated with an industrial injury of September 15, 2016. A November 9, 2016 date of service was referenced in the determination. On said November 9, 2016 office visit, the applicant reported 7/10 pain.',
      },
    },
  ],
  check: inDates((facts, report) => {
    const dates = bodyDates(facts);
    const monthOf = ({ year, month }: DateFact): string => `${year}-${month}`;
    const impossible = new Set(gather(dateFactsOf(facts), (date) => (date.possible ? [] : [monthOf(date)])));
    const told = new Set<string>();
    const seen = new Set<string>();
    for (const [index, date] of dates.entries()) {
      const iso = date.iso as string;
      const known = seen.has(iso);
      if (date.role !== 'injury') seen.add(iso);
      if (!date.pointsBack || told.has(iso) || known) continue;
      told.add(iso);
      const days = bodyDays(facts);
      // What it points back to may be the date that cannot be, and is told as that.
      if (impossible.has(monthOf(date))) continue;
      const near = likeliestSlip(
        date,
        // "A test of the same date, D": the day of what was told last, be it of another kind.
        ofSameDate.test(textBefore(date))
          ? dates.slice(Math.max(0, index - 1), index)
          : days.before(index, iso).filter((other) => sameKind(other, date)),
      );
      if (!near) {
        if (!dates.some((other, at) => at < index && sameKind(other, date))) continue;
        report({
          at: placeOf(date),
          message: `This points back to ${date.text}, but no such date was given before.`,
          severity: 'information',
        });
        continue;
      }
      const target = near.iso as string;
      const own = days.on(iso).length;
      const its = days.on(target).length;
      // The side that stands alone is the slip; between one and one, the later mention.
      const back = its >= own;
      const odd = days.on(back ? iso : target);
      const rest = days.on(back ? target : iso);
      const shown = rest[0] as DateFact;
      report({
        at: placeOf(odd[0] as DateFact),
        message: back
          ? `This points back to ${date.text}, but the date given before is ${near.text}${its > 1 ? ` (${others(its - 1)} say${its === 2 ? 's' : ''} so too)` : ''}.`
          : `${near.text} is taken up again as ${date.text} (${own} mentions).`,
        related: [...odd.slice(1), ...rest].map((other) => ({ at: placeOf(other), message: other.text })),
        fixes: [
          changeTo(odd, shown.iso as string, true),
          ...(back && odd.length === 1
            ? otherSlips(date, dates, target).map((iso) => changeTo(date, iso, false))
            : []),
          changeTo(
            rest,
            odd[0]?.iso as string,
            false,
            its + own > 2 ? 'the other mentions' : 'the other mention',
          ),
        ],
      });
    }
  }),
};
