import { type DateFact, type DurationFact, durationsIn } from '../facts/index.ts';

/** Two days of the letter and what holds of the span between them. */
export interface Between {
  from: DateFact;
  to: DateFact;
  /** Only a span that is too short is wrong: what lasts may have begun later. */
  shortOnly?: boolean;
}

/** A span with what stands around it in its sentence. */
export interface SpanPlace {
  duration: DurationFact;
  text: string;
  before: string;
  after: string;
  /** Where the span begins and ends in the sentence. */
  start: number;
  end: number;
  /** The dates of the sentence before and behind it, in order. */
  behind: readonly DateFact[];
  ahead: readonly DateFact[];
}

/** Words before a number that round it. */
const about =
  '(?:about|approximately|some|only|just|barely|nearly|almost|exactly|fully|roughly|around|a mere|more than|over|less than|fewer than|under|at least)';
export const approximately = `(?:${about} )*$`;

/** What stands between a day and the span that it is told of: "D, about", "the visit of D took place". */
export const beside = `[,)]{0,2} ?\\(?(?:(?:that|which) )?(?:(?:was|is|came|fell|took place|occurred|happened|followed|were) )?(?:(?:performed|done|given|held|made|issued|signed|obtained) )?${approximately}`;

/** A span and what stands around it, among the dates of its sentence. */
export function spanPlace(duration: DurationFact, dates: readonly DateFact[]): SpanPlace {
  const { text, start: offset } = duration.sentence;
  const start = duration.node.start - offset;
  const end = duration.node.end - offset;
  return {
    duration,
    text,
    before: text.slice(0, start),
    after: text.slice(end),
    start,
    end,
    behind: dates.filter((date) => endOf(date) <= start),
    ahead: dates.filter((date) => startOf(date) >= end),
  };
}

/** Where a date begins and ends in its sentence. */
export function startOf({ node, sentence }: DateFact): number {
  return node.type === 'date' && sentence ? node.start - sentence.start : 0;
}

export function endOf({ node, sentence }: DateFact): number {
  return node.type === 'date' && sentence ? node.end - sentence.start : 0;
}

/** A day that follows upon a span: "…, on D", "…, at the visit of D". */
export const thenOn =
  /^,? \(?(?:on|at the (?:[a-z-]+ ){0,3}(?:of|on|dated)|in the (?:[a-z-]+ ){0,3}(?:of|dated)) $/i;

/** Whether the sentence tells another span before this one, from the end of which it may be counted. */
export function followsSpan({ block, sentence, node }: DurationFact): boolean {
  return durationsIn(block).spans.some(
    (other) => other.sentence === sentence && other.node.end <= node.start,
  );
}
