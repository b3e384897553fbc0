import { type CaseFacts, type DateFact, keyDate, perCase, slipBetween } from '../facts/index.ts';
import { gather } from '../gather.ts';
import {
  bodyDates,
  countOf,
  inPrintedRange,
  isQuery,
  likeliestSlip,
  sameKind,
  sharedWords,
  textBefore,
} from './date-mentions.ts';

/** Telling words that two sentences share when they speak of one event. */
const sharedForOneEvent = 3;

/** Two mentions of what seems one event; the later one second. */
export interface Pair {
  one: DateFact;
  two: DateFact;
  severity: 'warning' | 'information';
}

/**
 * Pairs of mentions that speak of one event under dates which a slip of the key sets apart, surest first; each mention
 * is in one pair at most. Mentions that point back in words ("said D") are left to the rule for these.
 */
export const nearMissesOf: (facts: CaseFacts) => readonly Pair[] = perCase((facts) => {
  const all = bodyDates(facts);
  const injury = keyDate(facts, 'injury')?.iso;
  const dates = all.filter((date) => !date.pointsBack && !isOfItsOwn(date) && date.iso !== injury);
  const found = [
    ...repeatedSentences(dates),
    ...inQuestion(all),
    ...datesOfService(dates),
    ...referenced(dates),
    ...restated(dates),
    ...partsOfOneNote(dates),
    ...amongOne(dates),
  ];
  const told = new Set<DateFact>();
  return found.filter(({ one, two, severity }) => {
    if (told.has(one) || told.has(two)) return false;
    if (severity === 'information' && areToldBeside(all, one, two)) return false;
    told.add(one).add(two);
    return true;
  });
});

/** "The letter of D encloses notes of …": days that one sentence tells side by side are two. */
function areToldBeside(dates: readonly DateFact[], one: DateFact, two: DateFact): boolean {
  const tells = ({ sentence }: DateFact, iso: string | undefined): boolean =>
    sentence !== undefined && dates.some((date) => date.sentence === sentence && date.iso === iso);
  return tells(one, two.iso) || tells(two, one.iso);
}

/** "On an earlier note dated D", "another visit on D": told as an event beside those that are told already. */
const ofItsOwn =
  /\b(?:another|one|an? (?:earlier|prior|previous|separate|later|subsequent|second|further|follow-?up|preceding|older|more recent)) [^.,;]{0,30}$/i;
/** "Therapy ended on D", "for 12 weeks beginning D": an event of its own where it is told. */
const endOrStart =
  /\b(?:(?:end(?:s|ed|ing)?|expire[sd]?|lapse[sd]?|stop(?:s|ped)|cease[sd]?)(?:, [a-z]+,)? on|(?:beginning|starting|commencing|effective)(?: on)?) $/i;

function isOfItsOwn(date: DateFact): boolean {
  return ofItsOwn.test(textBefore(date));
}

/** The same sentence in two rationales, with another date in it. */
function repeatedSentences(dates: readonly DateFact[]): Pair[] {
  const bySentence = new Map<string, DateFact>();
  const pairs: Pair[] = [];
  for (const date of dates) {
    if (!date.item || !date.sentence || date.node.type !== 'date') continue;
    const at = date.node.start - date.sentence.start;
    const frame = `${date.sentence.text.slice(Math.max(0, at - 60), at)}#${date.sentence.text.slice(at + date.text.length).slice(0, 60)}`;
    if (frame.length < 45) continue;
    const known = bySentence.get(frame);
    if (!known) bySentence.set(frame, date);
    else if (
      known.iso !== date.iso &&
      known.item !== date.item &&
      slipBetween(known.iso as string, date.iso as string)
    ) {
      pairs.push({ one: known, two: date, severity: 'warning' });
    }
  }
  return pairs;
}

/** How often a day is named when one other day beside it is more likely a slip than an event of its own. */
const wellKnown = 3;

/** Whether a day is named once in the whole letter, and the day one key away from it three times and more. */
function standsAlone(dates: readonly DateFact[], odd: DateFact, of: DateFact): boolean {
  return countOf(dates, odd.iso as string) === 1 && countOf(dates, of.iso as string) >= wellKnown;
}

/** A heading's date of service against "the date in question, D" of its own rationale. */
function inQuestion(dates: readonly DateFact[]): Pair[] {
  return gather(dates, (heading): Pair[] => {
    if (heading.block?.type !== 'itemHeading' || heading.role !== 'service') return [];
    const own = dates.filter(
      (date) =>
        date.pointsBack &&
        date.item === heading.item &&
        date.block?.type === 'rationale' &&
        sameKind(date, heading),
    );
    const first = own[0];
    if (!first || own.some((date) => date.iso === heading.iso)) return [];
    const slip = slipBetween(first.iso as string, heading.iso as string);
    return slip && slip !== 'week' ? [{ one: first, two: heading, severity: 'warning' }] : [];
  });
}

/** "(DOS 11/15/2016 and 11/29/2016)": two days of service, not one with a slip. */
function isListed(one: DateFact, two: DateFact): boolean {
  if (one.node.type !== 'date' || two.node.type !== 'date') return false;
  const between = one.block?.flow.text.slice(one.node.end, two.node.start) ?? '';
  return /^(?:,|,? and|,? &|;) ?(?:on |dos:? |date of service:? )?$/i.test(between);
}

/** Dates of service: within one heading, and of a heading against its own rationale and the summary. */
function datesOfService(dates: readonly DateFact[]): Pair[] {
  const pairs: Pair[] = [];
  // The ends of a stay are two days.
  const services = dates.filter(({ role, range }) => role === 'service' && range === undefined);
  const headings = services.filter((date) => date.block?.type === 'itemHeading');
  const headingDays = new Set(headings.map((date) => date.iso));
  const summary = dates.filter((date) => date.section === 'summary');
  const summaryDays = new Set(summary.map((date) => date.iso));
  for (const [index, heading] of headings.entries()) {
    for (const other of services) {
      if (other.iso === heading.iso || !slipBetween(heading.iso as string, other.iso as string)) continue;
      const inHeading =
        other.block === heading.block && headings.indexOf(other) > index && !isListed(heading, other);
      const inRationale =
        other.item === heading.item &&
        other.block?.type === 'rationale' &&
        other.certainty === 'sure' &&
        !headingDays.has(other.iso);
      const inSummary =
        other.section === 'summary' && other.certainty === 'sure' && !headingDays.has(other.iso);
      if (inHeading || inRationale || inSummary)
        pairs.push({ one: heading, two: other, severity: 'warning' });
    }
    if (summaryDays.has(heading.iso)) continue;
    // A date of service that the summary does not tell of, beside a visit that it does, or that other headings name.
    const others = [...summary, ...headings].filter(
      (date) => date.block !== heading.block && sameKind(date, heading),
    );
    const near = likeliestSlip(heading, others);
    if (near && slipBetween(near.iso as string, heading.iso as string) !== 'week') {
      const clear = summaryDays.has(near.iso) && standsAlone(dates, heading, near);
      pairs.push({ one: near, two: heading, severity: clear ? 'warning' : 'information' });
    }
  }
  return pairs;
}

/**
 * "A D date of service was referenced", "cited progress notes of D": what the review went by is told after it, under
 * the same date.
 */
function referenced(dates: readonly DateFact[]): Pair[] {
  const summary = dates.filter((date) => date.section === 'summary');
  return gather(summary, (date, index): Pair[] => {
    // The form of a request is no visit, though its name may be misspelt: "A rqeuest for authorization form dated D".
    if (/\bforms? (?:was |were )?(?:dated|signed on|of) $/i.test(textBefore(date))) return [];
    const cited = /\b(?:referenced|cited)\b/.test(date.sentence?.text ?? '');
    if (!cited && !(date.role === 'service' && date.certainty === 'sure')) return [];
    if (date.role === 'ur' || date.role === 'injury' || date.role === 'application') return [];
    // What one sentence tells under two dates are two events.
    const later = (cited ? summary.slice(index + 1) : summary).filter(
      (other) => other === date || other.sentence !== date.sentence,
    );
    if (later.some((other) => other !== date && other.iso === date.iso)) return [];
    const free = later.filter(
      (other) =>
        sameKind(other, date) && !summary.slice(0, index).some((earlier) => earlier.iso === other.iso),
    );
    const near = likeliestSlip(date, free);
    return near ? [{ one: date, two: near, severity: cited ? 'warning' : 'information' }] : [];
  });
}

/** A rationale that tells again what the summary told, under a date that the summary does not have. */
function restated(dates: readonly DateFact[]): Pair[] {
  const told = (date: DateFact): boolean =>
    date.role !== 'injury' && date.role !== 'ur' && date.role !== 'application';
  const summary = dates.filter((date) => date.section === 'summary' && told(date));
  const rationale = dates.filter((date) => date.block?.type === 'rationale' && told(date));
  const known = (date: DateFact): boolean =>
    summary.some((other) => other.iso === date.iso && sameKind(other, date));
  const strangers = rationale.filter((date) => !known(date) && !inPrintedRange(summary, date.iso as string));
  return gather(strangers, (date): Pair[] => {
    const free = summary.filter(
      (other) =>
        sameKind(other, date) &&
        isQuery(other) === isQuery(date) &&
        !endOrStart.test(textBefore(other)) &&
        !areOthers(date, other) &&
        !rationale.some((twin) => twin.item === date.item && twin.iso === other.iso),
    );
    const near = likeliestSlip(date, free);
    if (!near || date.role === 'since' || endOrStart.test(textBefore(date))) return [];
    const elsewhere = dates.some((other) => other.iso === date.iso && other.section === 'summary');
    if (sharedWords(date, near) >= sharedForOneEvent)
      return [{ one: near, two: date, severity: elsewhere ? 'information' : 'warning' }];
    // The summary knows the day, be it for an event that it names otherwise.
    if (elsewhere || slipBetween(date.iso as string, near.iso as string) === 'week') return [];
    // "The D note" means one that was told; else, a reviewer must otherwise keep to the dates of the summary.
    const strange = new Set(strangers.filter(isVisit).map((other) => other.iso));
    if (strange.size > 1 && !isDefinite(date)) return [];
    const clear = strange.size === 1 && isVisit(date) && standsAlone(dates, date, near);
    return [{ one: near, two: date, severity: clear ? 'warning' : 'information' }];
  });
}

/** Who is not the treating physician. */
const caregiver =
  /\b(surgeon|therapist|psychologist|psychiatrist|chiropractor|acupuncturist|neurologist|ophthalmologist|optometrist|podiatrist|dentist|audiologist|cardiologist|rheumatologist|dermatologist|nurse|orthotist|prosthetist|pharmacist)s?\b/i;

/** Whether two mentions name different caregivers: what they did are two events. */
function areOthers(one: DateFact, two: DateFact): boolean {
  const [, first] = caregiver.exec(one.sentence?.text ?? '') ?? [];
  const [, second] = caregiver.exec(two.sentence?.text ?? '') ?? [];
  return first !== undefined && second !== undefined && first.toLowerCase() !== second.toLowerCase();
}

function isVisit(date: DateFact): boolean {
  return date.role === 'visit' || date.role === 'report' || date.role === 'service' || date.role === 'other';
}

/** "the 11/28/2016 clinical note". */
function isDefinite(date: DateFact): boolean {
  if (date.role === 'other') return false;
  return /\bthe (?:(?:[a-z-]+ ){0,2}(?:note|report|visit|evaluation|examination|exam|record) (?:of|dated|from) )?$/i.test(
    textBefore(date),
  );
}

/** Parts of a visit's note; each has the date of its visit. */
const parts = /^(?:objective|treatment plan|physical exam|work status|pain (?:level|score))/i;

/** "Subjective findings (D) … Objective findings (D)", "The treatment plan on D": parts of one note. */
function partsOfOneNote(dates: readonly DateFact[]): Pair[] {
  return gather(dates, (date, index): Pair[] => {
    if (!parts.test(date.cue) || date.range) return [];
    const before = dates
      .slice(0, index)
      .filter((other) => other.block === date.block && sameKind(other, date));
    const last = counterpart(date, before, dates);
    if (!last || before.some((other) => other.iso === date.iso)) return [];
    const slip = slipBetween(date.iso as string, last.iso as string);
    if (!slip || slip === 'week') return [];
    if (last.range === 'to') {
      // "Medical records (D1 to D2) … The physical exam, dated D3": between the two.
      return inPrintedRange(before, date.iso as string)
        ? []
        : [{ one: last, two: date, severity: 'information' }];
    }
    return [{ one: last, two: date, severity: 'information' }];
  });
}

/** The date of the sentence before that stands at the same place in its list: "(D1 and D2) … (D1 and D2)". */
function counterpart(
  date: DateFact,
  before: readonly DateFact[],
  dates: readonly DateFact[],
): DateFact | undefined {
  const own = dates.filter((other) => other.sentence === date.sentence);
  const sentence = before.findLast((other) => other.sentence !== date.sentence)?.sentence;
  const list = before.filter((other) => other.sentence === sentence);
  if (own.length === 1) return list.length === 1 || list.at(-1)?.range === 'to' ? list.at(-1) : undefined;
  return own.length === list.length ? list[own.indexOf(date)] : undefined;
}

/** One day alone between mentions of a day that the letter names three times and more. */
function amongOne(dates: readonly DateFact[]): Pair[] {
  return gather(dates, (date, index): Pair[] => {
    const before = dates[index - 1];
    const after = dates[index + 1];
    if (!before || !after || before.block !== date.block || after.block !== date.block) return [];
    if (
      before.iso !== after.iso ||
      before.iso === date.iso ||
      !sameKind(before, date) ||
      !sameKind(after, date)
    )
      return [];
    if (countOf(dates, date.iso as string) > 1 || countOf(dates, before.iso as string) < 3) return [];
    const slip = slipBetween(date.iso as string, before.iso as string);
    return slip && slip !== 'week' ? [{ one: before, two: date, severity: 'information' }] : [];
  });
}
