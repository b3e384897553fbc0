import {
  type CaseFacts,
  type DateFact,
  dateFactsOf,
  daysBetween,
  keyDate,
  type OperationKind,
  operationOf,
} from '../facts/index.ts';
import { grouped } from '../gather.ts';
import { disagreementsOf } from './date-disagreement.ts';
import { textAfter, textBefore } from './date-mentions.ts';
import { headerDate, placeOf, textDates } from './date-support.ts';
import type { Report } from './rule.ts';

type Tell = (report: Report) => void;

/** The reviewer of the claims administrator as the one who read or wrote; the expert reviewer is another. */
const reviewerNoted =
  /(?<!expert |medical |this )\b(?:(?:utilization|ur|peer) (?:reviewer|review|physician)|reviewer|claims administrator|physician advisor|(?:ur|utilization review) (?:denial|determination|decision)) (?:also |then |further |had )*(?:noted|cited|referenced|found|stated|observed|relied|mentioned|wrote|quoted|pointed|reported|acknowledged)\b/i;
/** "Noted on D", "wrote in a letter of D": the day on which the reviewer did so. */
const didSo =
  /\b(?:noted|cited|found|stated|observed|mentioned|wrote|quoted|reported|acknowledged),? (?:also )?on $|\b(?:letters?|responses?|statements?|e-?mails?|fax(?:es)?|calls?|correspondence|phone|telephone)\b/i;
/** What lay ahead even for that reviewer, or came of a second look at the request. */
const aheadOrAgain =
  /\b(?:to be|will|would|is to|was to|set for|schedul\w*|next|upcoming|until|through|due|plan\w*|expect\w*|pending|future|appeal\w*|reconsider\w*|re-?submi\w*|second|again|subsequent\w*|later|updated|new|additional|addend\w*|supplement\w*|expert|imr|independent|since then|no (?:report|note|record)|not|without|after)\b/i;
const noted = new Set<DateFact['role']>(['visit', 'report', 'service', 'study', 'request']);

/** What the utilization reviewer is said to have noted cannot have come after the review. */
export function notedByReview(facts: CaseFacts, report: Tell): void {
  const review = headerDate(facts, 'ur');
  if (!review?.iso || disagreementsOf(facts, 'ur').length > 0) return;
  const decided = keyDate(facts, 'decision')?.iso;
  for (const date of dateFactsOf(facts)) {
    if (!date.iso || !date.sentence || date.iso <= review.iso || !noted.has(date.role)) continue;
    // What lies after the decision of the letter itself is told as that.
    if (decided !== undefined && date.iso > decided) continue;
    const before = clauseBefore(date);
    if (!reviewerNoted.test(before) || didSo.test(before) || aheadOrAgain.test(date.sentence.text)) continue;
    report({
      at: placeOf(date),
      message: `The utilization review of ${review.text} cannot have noted what is dated ${date.text}, after it.`,
      severity: 'warning',
      related: [{ at: placeOf(review), message: `Utilization review ${review.text}` }],
    });
  }
}

/** What stands before a date in its clause. */
function clauseBefore(date: DateFact): string {
  const before = textBefore(date);
  return before.slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf(';')) + 1);
}

/** "On D, the physician reviewed with him the results of the MRI of …". */
const reviewedThen =
  /^,? [^.;]{0,60}(?<!\b(?:was|were|been|be) )\b(?:reviewed|went over|interpreted|discussed the (?:results?|findings?|report|films|images))(?: (?!and\b|had\b|has\b|underwent\b|obtained\b|which\b|who\b|that\b|then\b|for\b|to\b|but\b)[a-z0-9'’/-]+){1,14}(?: of| dated| from| on| \() ?$/i;
/** "The MRI of D was reviewed on …", "…, reviewed at the visit of". */
const wasReviewed =
  /^,? (?:(?:which |that )?(?:was|were) )?(?:reviewed|gone over|read|in hand)\b(?: (?!and\b|but\b|then\b)[a-z'’-]+){0,8} (?:on|at the (?:[a-z-]+ ){0,3}(?:of|on|dated)) $/i;
/** A study that was only asked for, and one of which there may be several. */
const notYet =
  /\b(?:order\w*|request\w*|schedul\w*|plan\w*|upcoming|recommend\w*|need for|authoriz\w*|pending|would|will|repeat|previous|prior|earlier|addend\w*|later|and then)\b/i;

/** A study whose result was reviewed at a visit was made by then. */
export function resultBeforeStudy(facts: CaseFacts, report: Tell): void {
  const dates = dateFactsOf(facts).filter((date) => date.sentence !== undefined && date.iso !== undefined);
  for (const own of grouped(dates, ({ sentence }) => sentence).values()) {
    const [first, second] = own;
    if (!first?.iso || !second?.iso || own.length !== 2 || notYet.test(first.sentence?.text ?? '')) continue;
    if (first.range !== undefined || second.range !== undefined) continue;
    const between = textBefore(second).slice(textBefore(first).length + first.text.length);
    const passive = first.role === 'study';
    if (!(passive ? wasReviewed : reviewedThen).test(between)) continue;
    const [study, visit] = passive ? [first, second] : [second, first];
    if (study.role !== 'study' || (study.iso as string) <= (visit.iso as string)) continue;
    report({
      at: placeOf(study),
      message: `The study dated ${study.text} is said to have been reviewed on ${visit.text}, before it was made.`,
      severity: 'warning',
      related: [{ at: placeOf(visit), message: visit.text }],
    });
  }
}

const operationWord: Readonly<Record<OperationKind, string>> = {
  surgery: 'surgery|operation|procedure|arthroscopy|fusion|decompression|discectomy|repair|release',
  injection: 'injection|block|procedure|rhizotomy|ablation',
};

/** "The injection had reduced his pain", "relief from the injection". */
const effects = Object.fromEntries(
  (['surgery', 'injection'] as const).map((kind): [OperationKind, RegExp] => [
    kind,
    new RegExp(
      `\\b(?:the|this|that) (?:${operationWord[kind]})(?: of [^,.;]{0,30})? (?:had |has )?(?:reduced|relieved|helped|gave|given|provided|improved|eased|lessened|decreased|failed|worked|brought|resolved|cut)\\b|\\b(?:reported|had|felt|noted|described|obtained|got|experienced) [^.;]{0,40}\\b(?:relief|improvement|better) (?:from|after|since|following) (?:the|this|that) (?:${operationWord[kind]})\\b`,
      'i',
    ),
  ]),
) as Record<OperationKind, RegExp>;

/** Words of what is yet to come of it. */
const hoped =
  /\b(?:will|would|should|may|might|if|hop\w*|expect\w*|anticipat\w*|earlier|previous|prior|first|last)\b/i;

/** A slip puts a note a few weeks before the operation at most. */
const daysEarlier = 60;

/** What a note says an injection or surgery did cannot have been written before it. */
export function effectBeforeOperation(facts: CaseFacts, report: Tell): void {
  for (const kind of ['surgery', 'injection'] as const) {
    const operation = operationOf(facts, kind);
    if (!operation) continue;
    const told = operation.date;
    for (const role of ['visit', 'report'] as const) {
      for (const date of textDates(facts, role)) {
        const { iso, sentence } = date;
        if (!iso || !sentence || date.block !== told.block || startIn(date) <= startIn(told)) continue;
        if (iso >= operation.iso || daysBetween(iso, operation.iso) > daysEarlier) continue;
        if (sentence === told.sentence || hoped.test(sentence.text)) continue;
        if (!effects[kind].test(textAfter(date))) continue;
        report({
          at: placeOf(date),
          message: `This tells what the ${kind === 'surgery' ? 'operation' : 'injection'} of ${told.text} did, but is dated ${date.text}, before it.`,
          severity: 'warning',
          related: [{ at: placeOf(told), message: told.text }],
        });
      }
    }
  }
}

/** Where a date of the text stands in its block. */
function startIn({ node }: DateFact): number {
  return node.type === 'date' ? node.start : 0;
}
