import {
  type CaseFacts,
  type DateFact,
  daysBetween,
  type Operation,
  type OperationKind,
  operationNames,
  operationOf,
} from '../facts/index.ts';
import {
  approximately,
  type Between,
  endOf,
  followsSpan,
  type SpanPlace,
  startOf,
  thenOn,
} from './duration-place.ts';

/** "Fourteen weeks postoperatively"; a postoperative period or course is another span. */
const postoperative =
  /^(?: |-)(?:post-?op(?:erative(?:ly)?)?|post-?surg(?:ery|ical(?:ly)?))\b(?!,? (?:physical|treatment|therapy|period|course|time|guideline|medicine|rehabilitation|visits|sessions|phase|mark|of\b))/i;
/** "Ten days status post knee arthroscopy", "six weeks after the injection". */
const afterNamed =
  /^ (?:status[- ]post|s\/p|post|after|following|since|out from|removed from)((?: [a-z0-9'/-]+){1,7})/i;
/** "The injection six weeks earlier", "the surgery of two months ago". */
const named = new RegExp(
  `\\bthe ((?:[a-z-]+ ){1,4})(?:(?:of|performed|done|given|received|carried out) )?${approximately}`,
  'i',
);
const ago = /^ (?:earlier|ago|previously)\b/i;
/** The span beside the day that it is told of, or as what the patient was then. */
const besideDay = new RegExp(`^[,)]? ?\\(?(?:now |at |which (?:was|is) |being )?${approximately}`, 'i');
const isNow = new RegExp(
  `\\b(?:(?:he|she|patient|worker|applicant|claimant|employee|who) (?:is|was)(?: now| still)?|now|(?:finds?|found|describes?|described|shows?|showed|places?) (?:him|her|the (?:patient|injured worker|applicant|claimant))) ${approximately}`,
  'i',
);
const opensWith = new RegExp(`^(?:at |now )?${approximately}`, 'i');
/** Spans that begin with the operation and may have ended before the day of the sentence. */
const bounded =
  /\b(?:within|for|during|first|next|every|each|until|by|over|through|another|in the|last|past|up to)(?: the)?(?: first| last| past| next)? (?:about |approximately |at least |more than |only |some )*$/i;
/** Sentences of what is to come, or of any patient. */
const supposed =
  /\b(?:recommend\w*|should|guidelines?|mtus|odg|acoem|if|may|can|will|would|plan\w*|expect\w*|anticipat\w*|scheduled|requir\w*|usually|typically|patients)\b/i;
const ownDays = new Set<DateFact['role']>(['visit', 'report', 'service', 'procedure', 'other', 'therapy']);
/** An operation named with its day after a note that tells of it is the same one only where they are close. */
const soonAfter = 60;

/** "At the visit of D, fourteen weeks postoperatively": counted from the one operation that the letter tells. */
export function sinceOperation(facts: CaseFacts, place: SpanPlace): Between | undefined {
  const { text, before, behind, ahead } = place;
  if (supposed.test(text) || bounded.test(before)) return undefined;
  const dates = [...behind, ...ahead];
  const to = dates[0];
  if (!to?.iso || dates.length > 1 || !ownDays.has(to.role)) return undefined;
  for (const kind of ['surgery', 'injection'] as const) {
    const operation = operationOf(facts, kind);
    if (!operation || operation.iso === to.iso) continue;
    const words = operationWords(kind, place);
    if (words === undefined) continue;
    const [name] = operationNames(kind, words);
    if (name === undefined ? !operation.only : !operation.names.has(name)) continue;
    if (isOfOtherSide(text, operation) || followsSpan(place.duration)) continue;
    if (operation.iso > to.iso) {
      const known = kind === 'surgery' && name !== undefined;
      if (!known || daysBetween(to.iso, operation.iso) > soonAfter) continue;
    }
    return { from: operation.date, to };
  }
  return undefined;
}

/** Whether a sentence names a side, and the one that dates the operation the other side alone. */
function isOfOtherSide(sentence: string, { date }: Operation): boolean {
  const told = date.sentence?.text ?? '';
  const sides = [/\bleft\b/i, /\bright\b/i];
  return (
    sides.some((side) => side.test(sentence) && !side.test(told)) && sides.some((side) => side.test(told))
  );
}

/** The words for the operation that a span is counted from; empty where it is only "postoperatively". */
function operationWords(kind: OperationKind, place: SpanPlace): string | undefined {
  const { before, after } = place;
  const isOne = (words: string | undefined): words is string =>
    words !== undefined &&
    (operationNames(kind, words).length > 0 || (kind === 'surgery' && /\bsurgery\b/i.test(words)));
  if (ago.test(after)) {
    const words = named.exec(before)?.[1];
    return isOne(words) ? words : undefined;
  }
  if (!tellsTheDay(place)) return undefined;
  if (kind === 'surgery' && postoperative.test(after)) return '';
  const words = afterNamed.exec(after)?.[1];
  return isOne(words) ? words : undefined;
}

/** "D, four weeks after", "was four weeks status post"; not "fell two weeks after surgery", which was another day. */
function tellsTheDay({ text, before, start, end, behind, ahead }: SpanPlace): boolean {
  const previous = behind[0];
  if (previous && besideDay.test(text.slice(endOf(previous), start))) return true;
  if (isNow.test(before)) return true;
  const next = ahead[0];
  return (
    next !== undefined && opensWith.test(before) && thenOn.test(afterComma(text.slice(end, startOf(next))))
  );
}

/** From the last comma on. */
function afterComma(text: string): string {
  return text.slice(Math.max(0, text.lastIndexOf(',')));
}
