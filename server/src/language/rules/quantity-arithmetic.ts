import { dosingIn, type Span, scheduledVisits, schedulesIn, sentencesOf } from '../facts/index.ts';
import type { Block } from '../syntax/index.ts';
import type { Report, Rule } from './rule.ts';

/** Sentences that quote a guideline: their numbers are limits, not a request. */
const guideline = /\b(?:guidelines?|MTUS|ODG|ACOEM|recommend(?:s|ed)?|up to|trial|allow)\b/i;
/** "The requested 12 sessions", "these 12 visits". */
const requested =
  /\b(?:the|these|this) (?:current(?:ly)? )?(?:requested|request for|proposed)(?: (?:an|additional|further|initial|remaining))* (\d{1,2}|[a-z]+)(?: (?:additional|more|supervised|physical|occupational|therapy|chiropractic|acupuncture|of)){0,3} (?:sessions|visits|treatments)\b/i;

/** Finds a total that its own parts do not give: "twice daily for 14 days #40", "2 times a week for 4 weeks, 10 visits". */
export const quantityArithmetic: Rule = {
  id: 'quantity-arithmetic',
  family: 'content',
  severity: 'warning',
  purpose: 'Finds a quantity or number of visits that frequency and duration beside it do not give',
  why: 'Either the schedule or the total is a slip, and the determination then decides an unclear amount.',
  source:
    'Arithmetic; months are taken as 28 to 31 days, ranges as printed, and nothing is computed for "as needed".',
  examples: [
    {
      wrong: {
        items: [
          {
            heading: 'Norco 5/325mg, one tablet twice daily for 14 days #40: Upheld',
            rationale: 'As such, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            heading: 'Norco 5/325mg, one tablet twice daily for 14 days #28: Upheld',
            rationale: 'As such, the request is not medically necessary.',
          },
        ],
      },
    },
    {
      wrong: {
        items: [
          {
            heading: 'Physical therapy 3 times a week for 4 weeks (14 sessions): Upheld',
            rationale: 'As such, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            heading: 'Physical therapy two to three times a week for 4 weeks (12 sessions): Upheld',
            rationale: 'As such, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const check = (block: Block, start: number, end: number, severity: Report['severity'] & string): void => {
      const text = block.flow.text.slice(start, end);
      const dose = dosingIn(text);
      for (const found of dose ? [dose] : schedulesIn(text)) {
        if (fits(found.expected, found.stated)) continue;
        report({
          at: {
            block,
            start: start + Math.min(found.start, found.from),
            end: start + Math.max(found.end, found.to),
          },
          severity,
          message: `"${text.slice(found.from, found.to)}" gives ${said(found.expected)}, not ${found.stated}.`,
          related: [
            { at: { block, start: start + found.start, end: start + found.end }, message: 'The total' },
          ],
        });
      }
    };
    for (const { heading, rationale } of facts.items) {
      if (!heading) continue;
      if (heading.split)
        for (const part of [heading.split.original, heading.split.disputed])
          check(heading, part.start, part.end, 'warning');
      else check(heading, 0, heading.requestEnd, 'warning');
      const expected = heading.split
        ? undefined
        : scheduledVisits(heading.flow.text.slice(0, heading.requestEnd));
      const match = rationale && expected ? requested.exec(rationale.flow.text) : null;
      const total = match ? Number(match[1]) : Number.NaN;
      if (!rationale || !expected || !match || Number.isNaN(total) || fits(expected, total)) continue;
      report({
        at: { block: rationale, start: match.index, end: match.index + match[0].length },
        severity: 'information',
        message: `The rationale counts ${total} visits, but the heading's schedule gives ${said(expected)}.`,
        related: [{ at: { block: heading, start: 0, end: heading.requestEnd }, message: 'Heading' }],
      });
    }
    for (const block of facts.blocks) {
      if (block.type !== 'prose' && block.type !== 'rationale') continue;
      if (!/\bweek/i.test(block.flow.text)) continue;
      for (const sentence of sentencesOf(block)) {
        if (/\bweek/i.test(sentence.text) && !guideline.test(sentence.text))
          check(block, sentence.start, sentence.end, 'information');
      }
    }
  },
};

function fits({ low, high }: Span, stated: number): boolean {
  return stated >= low && stated <= high;
}

function said({ low, high }: Span): string {
  return low === high ? String(low) : `${low} to ${high}`;
}
