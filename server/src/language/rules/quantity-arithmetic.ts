import {
  type CaseFacts,
  dosingIn,
  holdsAny,
  type ItemFacts,
  quantitiesIn,
  type Span,
  scheduledVisits,
  schedulesIn,
  sentencesOf,
  wordSigns,
} from '../facts/index.ts';
import { matches } from '../matches.ts';
import type { Block, Measure } from '../syntax/index.ts';
import { numberOf } from '../syntax/inline/measures.ts';
import { type BlockReporter, inBlocks } from './in-blocks.ts';
import { inItems } from './in-items.ts';
import type { Report, Rule } from './rule.ts';

/** Sentences that quote a guideline: their numbers are limits, not a request. */
const guideline = /\b(?:guidelines?|MTUS|ODG|ACOEM|recommend(?:s|ed)?|up to|trial|allow)\b/i;
/** "The requested 12 sessions", "these 12 visits". */
const requested =
  /\b(?:the|these|this) (?:current(?:ly)? )?(?:requested|request for|proposed)(?: (?:an|additional|further|initial|remaining))* (\d{1,2}|[a-z]+)(?: (?:additional|more|supervised|physical|occupational|therapy|chiropractic|acupuncture|of)){0,3} (?:sessions|visits|treatments)\b/i;

const visits = '(?:visits|sessions|treatments)';
/** "The three visits requested are …", "the request would add nine visits". */
const sought = new RegExp(
  `\\bthe (\\d{1,2}|[a-z]+(?:-[a-z]+)?) (?:(?:additional|more|further|therapy|acupuncture|chiropractic) )?${visits} (?:(?:that|which) (?:are|were) )?(?:now |currently )?(?:requested|asked for|sought|under review|at issue|in dispute)(?! (?:last|then|first|originally|in|on|by|for|at|with|earlier|before|previously)\\b)|\\b(?:this|the) (?:present |current )?request would add (\\d{1,2}|[a-z]+(?:-[a-z]+)?) (?:(?:additional|more|further) )?${visits}\\b`,
  'gi',
);

/** "4 hours a day, 5 days a week" in a heading, and "the requested 25 hours a week" in a rationale. */
const hoursScheduled =
  /\b(\d{1,2}) hours? (?:a|per|each|every) day,? (?:for |x )?([1-7]) days? (?:a|per|each|every) week\b/i;
const hoursRequested =
  /\b(?:the|these|this) (?:currently )?(?:requested|request for|proposed) (\d{1,3}) hours (?:a|per|each|every) week\b/i;

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
    checkHeading(facts, report);
    checkVisits(facts, report);
    for (const item of facts.items) checkSought(facts, item, report);
    checkHours(facts, report);
    checkText(facts, report);
  },
};

const checkVisits = inItems(({ heading, rationale }, report) => {
  if (!heading) return;
  const expected = heading.split
    ? undefined
    : scheduledVisits(heading.flow.text.slice(0, heading.requestEnd));
  const match = rationale && expected ? requested.exec(rationale.flow.text) : null;
  const total = match ? Number(match[1]) : Number.NaN;
  if (!rationale || !expected || !match || Number.isNaN(total) || fits(expected, total)) return;
  report({
    at: { block: rationale, start: match.index, end: match.index + match[0].length },
    severity: 'information',
    message: `The rationale counts ${total} visits, but the heading's schedule gives ${said(expected)}.`,
    related: [{ at: { block: heading, start: 0, end: heading.requestEnd }, message: 'Heading' }],
  });
});

/** "Six visits for each part", "an evaluation and six visits". */
const severalFold = /\beach\b(?! week)|\bper (?:part|body part|region|area|joint|side)\b|\bevaluation\b/i;

/** A number of visits said to be asked for that is neither the heading's nor another's of the letter. */
function checkSought(facts: CaseFacts, item: ItemFacts, report: (report: Report) => void): void {
  const { heading } = item;
  // "Six visits each": which of them are spoken of is not sure; nor where another item asks for visits too.
  if (!heading || heading.split || severalFold.test(item.request)) return;
  const expected = visitsAsked(item);
  if (!expected || facts.items.some((other) => other !== item && visitsAsked(other))) return;
  for (const block of item.rationales) {
    for (const match of matches(sought, block.flow.text)) {
      const [whole, before, added] = match;
      const stated = numberOf(before ?? added ?? '');
      if (stated === undefined || fits(expected, stated)) continue;
      const end = match.index + whole.length;
      if (isCountedElsewhere(facts, stated, block, match.index, end)) continue;
      report({
        at: { block, start: match.index, end },
        message: `The rationale counts ${stated} visits as asked for, but the heading asks for ${said(expected)}.`,
        related: [{ at: { block: heading, start: 0, end: heading.requestEnd }, message: 'Heading' }],
      });
    }
  }
}

/** Visits that a heading asks for: by its schedule, or its one number of visits. */
function visitsAsked({ heading, request }: ItemFacts): Span | undefined {
  const counts = (heading?.children ?? []).filter(
    (node): node is Measure => node.type === 'measure' && node.kind === 'visits',
  );
  const [only, another] = counts;
  if (another) return undefined;
  if (!only) return scheduledVisits(request);
  const [low, high = low] = only.values;
  return low === undefined || high === undefined ? undefined : { low, high };
}

/** Whether another place of a letter names a number of visits: those of another request, or those already had. */
function isCountedElsewhere(
  { blocks }: CaseFacts,
  stated: number,
  own: Block,
  start: number,
  end: number,
): boolean {
  return blocks.some((block) =>
    quantitiesIn(block.flow.text).some(
      ({ unit, value, start: at }) =>
        unit === 'visit' && value === stated && !(block === own && at >= start && at < end),
    ),
  );
}

const checkHours = inItems(({ heading, rationale }, report) => {
  const schedule = heading && hoursScheduled.exec(heading.flow.text.slice(0, heading.requestEnd));
  const match = rationale && hoursRequested.exec(rationale.flow.text);
  if (!heading || !rationale || !schedule || !match) return;
  const weekly = Number(schedule[1]) * Number(schedule[2]);
  if (Number(match[1]) === weekly) return;
  report({
    at: { block: rationale, start: match.index, end: match.index + match[0].length },
    severity: 'information',
    message: `The rationale counts ${match[1]} hours a week, but the heading's schedule gives ${weekly}.`,
    related: [
      {
        at: { block: heading, start: schedule.index, end: schedule.index + schedule[0].length },
        message: 'Heading',
      },
    ],
  });
});

const checkHeading = inBlocks(['itemHeading'], (block, report) => {
  if (block.type !== 'itemHeading') return;
  const parts = block.split
    ? [block.split.original, block.split.disputed]
    : [{ start: 0, end: block.requestEnd }];
  for (const { start, end } of parts) checkTotals(block, start, end, 'warning', report);
});

const weeks = wordSigns('week');

const checkText = inBlocks(['prose', 'rationale'], (block, report) => {
  if (!holdsAny(block, weeks)) return;
  for (const sentence of sentencesOf(block)) {
    if (/\bweek/i.test(sentence.text) && !guideline.test(sentence.text))
      checkTotals(block, sentence.start, sentence.end, 'information', report);
  }
});

/** The totals that a stretch of a block states beside its schedules and doses. */
function checkTotals(
  block: Block,
  start: number,
  end: number,
  severity: 'warning' | 'information',
  report: BlockReporter,
): void {
  const text = block.flow.text.slice(start, end);
  const dose = dosingIn(text);
  for (const found of dose ? [dose] : schedulesIn(text)) {
    if (fits(found.expected, found.stated)) continue;
    report({
      at: { start: start + Math.min(found.start, found.from), end: start + Math.max(found.end, found.to) },
      severity,
      message: `"${text.slice(found.from, found.to)}" gives ${said(found.expected)}, not ${found.stated}.`,
      related: [{ at: { start: start + found.start, end: start + found.end }, message: 'The total' }],
    });
  }
}

function fits({ low, high }: Span, stated: number): boolean {
  return stated >= low && stated <= high;
}

function said({ low, high }: Span): string {
  return low === high ? String(low) : `${low} to ${high}`;
}
