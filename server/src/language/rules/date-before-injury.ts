import {
  type CaseFacts,
  type DateFact,
  dateFactsOf,
  datesOfSentence,
  daysBetween,
  inYear,
  type KeyDate,
  keyDate,
  perCase,
  slipBetween,
} from '../facts/index.ts';
import { gather, grouped } from '../gather.ts';
import { disagreementsOf } from './date-disagreement.ts';
import { bodyDates, bodyDays, likeliestSlip, sameKind, textAfter, textBefore } from './date-mentions.ts';
import { nearMissesOf } from './date-pairs.ts';
import { changeTo, headerDate, isRequestFor, monthSlipFits, placeOf } from './date-support.ts';
import { inDates } from './in-dates.ts';
import type { Report, Rule } from './rule.ts';

/** What belongs to this injury and so cannot lie before it. */
const belonging = new Set<DateFact['role']>([
  'service',
  'visit',
  'report',
  'request',
  'ur',
  'application',
  'therapy',
]);

/** Words of a sentence that tells of the time before the injury. */
const history =
  /\b(?:prior to|previous(?:ly)?|pre-?existing|past (?:medical|surgical)|history of|old|remote|years? ago|before (?:the|this|his|her)|separate|another|earlier|pre-?employment|personnel|cumulative|repetitive|family (?:physician|doctor|practi\w+)|pediatrician|cancer|lumpectomy|mastectomy|hysterectomy|appendectomy|cholecystectomy|bariatric|childbirth|c(?:a)?esarean|tonsillectomy)\b/i;

/** An injury or claim of its own, whose treatment the rest of the sentence tells. */
const otherInjury =
  /\b(?:prior|previous|earlier|old|separate|another|unrelated) (?:[a-z-]+ ){0,4}(?:injur(?:y|ies)|claims?|accidents?)\b/i;

/** "On D, the day before the injury": it is said. */
const beforeIt =
  /^[^.;]{0,40}\b(?:before|prior to|preceding|predat(?:es|ed|ing)) (?:the|this|his|her) (?:industrial |work |present |current )?(?:injury|accident|incident|claim)\b/i;

/** Of such an injury the date is a matter of law: treatment can come before it. */
const cumulativeTrauma =
  /\b(?:cumulative|repetitive|continuous) (?:trauma|stress|strain|motion|injury|work)/i;

/** A study this long before the injury may be its own with a slip; older ones are the patient's history. */
const recentStudyDays = 330;

/** Surgery this shortly before the injury is rather that for it, with a slip in its date. */
const recentProcedureDays = 60;

/** What is said to be done for this injury belongs to it, whatever it is. */
const forTheInjury =
  /\bfor (?:this|the|(?:his|her)(?= (?:industrial|work|occupational)))(?: (?:present|current|accepted|claimed|subject|industrial|work|work-related|occupational)){0,3} injury\b/i;

/** Of the same sentence, what the patient did before. */
const beforeHand =
  /\b(?:hired|employ\w*|worked|began work\w*|born|diabet\w*|hypertens\w*|not related|unrelated|other than|polic(?:y|ies)|insur\w*|coverage)\b/i;

/** Finds visits, reports and therapy for the injury that are dated before it. */
export const dateBeforeInjury: Rule = {
  id: 'date-before-injury',
  family: 'dates',
  severity: 'warning',
  purpose: 'Finds a visit, report, request or therapy dated before the injury that it is about',
  why: 'Either that date or the date of injury is wrong; in January, mostly the year.',
  source: 'Case chronology; about 5 of 194 real determinations of winter 2016/17 hold this slip.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. On 08/10/2016, the injured worker reported low back pain.',
      },
      right: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. On 10/10/2016, the injured worker reported low back pain. A chest x-ray of 2/17/2012 had been normal.',
      },
    },
  ],
  check(facts, report) {
    const isCumulative = cumulativeTrauma.test(facts.summary?.flow.text ?? '');
    (isCumulative ? checkCumulative : checkOneDay)(facts, report);
  },
};

const checkOneDay = inDates((facts, report) => checkDates(facts, report, false));
const checkCumulative = inDates((facts, report) => checkDates(facts, report, true));

function checkDates(facts: CaseFacts, report: (report: Report) => void, cumulative: boolean): void {
  const injury = keyDate(facts, 'injury');
  // Two dates of injury are reported as a mismatch; which one holds is open.
  if (!injury || disagreementsOf(facts, 'injury').some(({ slip }) => slip)) return;
  for (const date of dateFactsOf(facts)) {
    if (!date.iso && !cumulative) monthBeforeInjury(date, injury, report);
    if (
      !date.iso ||
      date.how === 'header' ||
      date.iso >= injury.iso ||
      (date.certainty === 'guess' && !isForInjury(date))
    )
      continue;
    const study = date.role === 'study' && daysBetween(date.iso, injury.iso) < recentStudyDays;
    const procedure = date.role === 'procedure' && daysBetween(date.iso, injury.iso) < recentProcedureDays;
    if (!study && !procedure && !belonging.has(date.role) && !isForInjury(date)) continue;
    if ((date.role === 'ur' || date.role === 'application') && headerDate(facts, date.role)) continue;
    if (
      history.test(wordsBefore(date)) ||
      otherInjury.test(textBefore(date)) ||
      beforeIt.test(textAfter(date)) ||
      isAmongOlder(facts, date, injury.iso)
    )
      continue;
    // "Records from D through …" may be of any time.
    if (date.range !== undefined && date.role === 'report') continue;
    // The same event under another date says more than that it lies too early.
    if (surelyMissed(facts).has(date)) continue;
    const unsure = cumulative || study || procedure || date.certainty !== 'sure';
    const ofClaim = !cumulative && isForInjury(date);
    tell(facts, date, injury.source, unsure && !ofClaim, report);
  }
}

/** The dates that a slip of the key surely sets apart from another mention of their event. */
const surelyMissed = perCase(
  (facts) =>
    new Set(
      gather(nearMissesOf(facts), ({ one, two, severity }) => (severity === 'warning' ? [one, two] : [])),
    ),
);

/** Roles of a date that words for the injury make a date of its treatment. */
const treated = new Set<DateFact['role']>(['since', 'other', 'procedure', 'study', 'therapy', 'visit']);

/** "For this injury he has had therapy since D", "was started on it for this injury in March 2014". */
function isForInjury(date: DateFact): boolean {
  const text = date.sentence?.text ?? '';
  return treated.has(date.role) && forTheInjury.test(text) && !beforeHand.test(text) && !history.test(text);
}

/** A month that is over before the injury. */
function monthBeforeInjury(date: DateFact, injury: KeyDate, report: (report: Report) => void): void {
  if (!date.possible || date.month === undefined || !isForInjury(date)) return;
  const month = `${date.year}-${String(date.month).padStart(2, '0')}`;
  if (month >= injury.iso.slice(0, 7)) return;
  report({
    at: placeOf(date),
    message: `${date.text} lies before the injury of ${injury.source.text} that this was for.`,
    related: [{ at: placeOf(injury.source), message: `Injury ${injury.source.text}` }],
  });
}

/** "Records of 1/20/14 and 10/5/15": days of several years before the injury are no slips but a history. */
function isAmongOlder(facts: CaseFacts, date: DateFact, injury: string): boolean {
  return (
    date.sentence !== undefined &&
    datesOfSentence(facts, date.sentence).some(
      ({ iso, year }) =>
        year !== date.year && (iso === undefined ? year < Number(injury.slice(0, 4)) : iso < injury),
    )
  );
}

/** What stands before a date in its sentence, as far as it can still speak of it. */
function wordsBefore(date: DateFact): string {
  return textBefore(date).slice(-90);
}

function tell(
  facts: CaseFacts,
  date: DateFact,
  injury: DateFact,
  unsure: boolean,
  report: (report: Report) => void,
): void {
  const iso = date.iso as string;
  const end = keyDate(facts, 'decision')?.iso ?? keyDate(facts, 'ur')?.iso;
  const years = fittingYears(facts, date, injury.iso as string, end);
  const [likely] = years;
  const study = date.role === 'study';
  const procedure = date.role === 'procedure';
  // The same event under another date in this letter tells more than the year.
  const twin = likeliestSlip(
    date,
    bodyDays(facts)
      .near(iso)
      .filter((other) => sameKind(other, date) && (other.iso as string) >= (injury.iso as string)),
  );
  const better =
    twin && slipBetween(iso, twin.iso as string) !== 'week' && !years.includes(twin.iso as string)
      ? twin
      : undefined;
  report({
    at: placeOf(date),
    message:
      study || procedure
        ? `This ${study ? 'study' : 'procedure'} is dated ${date.text}, before the injury of ${injury.text}; say so if it is an earlier one.`
        : `${date.text} lies before the injury of ${injury.text}${likely ? `; the year may be ${likely.slice(0, 4)}` : ''}.`,
    severity: unsure ? 'information' : 'warning',
    related: [{ at: placeOf(injury), message: `Injury ${injury.text}` }],
    fixes: [
      ...years.map((day, index) =>
        changeTo(
          date,
          day,
          index === 0 &&
            !study &&
            !procedure &&
            !better &&
            (years.length === 1 || standsOut(facts, years)) &&
            end !== undefined &&
            !monthSlipFits(iso, injury.iso as string, end),
        ),
      ),
      ...(better ? [changeTo(date, better.iso as string, false)] : []),
    ],
  });
}

/** At most this many years are offered. */
const mostYears = 3;

/**
 * The same day in the years in which it lies between injury and decision, the likeliest first: that in which the
 * letter's other dates lie, then the later one. A request or review lies shortly before the decision on it.
 */
function fittingYears(facts: CaseFacts, date: DateFact, injury: string, end: string | undefined): string[] {
  if (end === undefined) return [];
  const days: string[] = [];
  for (let year = Number(end.slice(0, 4)); year > date.year; year--) {
    const day = inYear(date.iso as string, year);
    if (day !== undefined && day >= injury && day <= end) days.push(day);
  }
  const near = days.filter((day) => isRequestFor(facts, date, day));
  return (near.length > 0 ? near : days)
    .sort((a, b) => othersIn(facts, b) - othersIn(facts, a))
    .slice(0, mostYears);
}

/** Visits and reports of the text in the year of a day. */
function othersIn(facts: CaseFacts, day: string): number {
  return perYear(facts).get(Number(day.slice(0, 4)))?.length ?? 0;
}

const perYear = perCase((facts) =>
  grouped(
    bodyDates(facts).filter(({ role }) => role !== 'injury' && role !== 'planned'),
    ({ year }) => year,
  ),
);

/** Whether all visits that the letter tells of, in the fitting years, lie in the first of these. */
function standsOut(facts: CaseFacts, years: readonly string[]): boolean {
  return othersIn(facts, years[0] as string) > 1 && years.slice(1).every((day) => othersIn(facts, day) === 0);
}
