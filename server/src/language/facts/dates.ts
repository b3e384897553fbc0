import { gather, grouped } from '../gather.ts';
import {
  type Block,
  type DateNode,
  type DateValue,
  findDates,
  type HeaderField,
  type HeaderFieldName,
  type SectionName,
} from '../syntax/index.ts';
import { type CaseFacts, type ItemFacts, perCase } from './case.ts';
import { roleOfDate } from './date-cues.ts';
import { type Certainty, type Cue, cuesOf, type DateRole } from './date-lexicon.ts';
import { perBlock } from './per-block.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

export type { Certainty, DateRole } from './date-lexicon.ts';

/** A date of the letter: where it stands, what it is, and how that is known. */
export interface DateFact extends DateValue {
  /** The date in the tree. */
  node: DateNode | HeaderField;
  /** The block it stands in; undefined for the header. */
  block: Block | undefined;
  section: SectionName | 'header';
  item: ItemFacts | undefined;
  sentence: Sentence | undefined;
  /** The date as printed, white space folded. */
  text: string;
  /** How to write another day in its place; months and days are padded as the letter pads them. */
  format: string;
  role: DateRole;
  certainty: Certainty;
  /** `header`: a field of the header table; `cue`: words by the date; `inferred`: its place or its neighbour. */
  how: 'header' | 'cue' | 'inferred';
  /** The words that tell the role. */
  cue: string;
  /** Where it is one end of a printed range ("11-01-2016 to 11-21-2016"). */
  range: 'from' | 'to' | undefined;
  /** Whether the words point back to a date given before: "said D", "the date in question, D". */
  pointsBack: boolean;
}

const headerRoles: Partial<Record<HeaderFieldName, DateRole>> = {
  dateAssigned: 'assigned',
  dateOfInjury: 'injury',
  decisionDate: 'decision',
  urDenialDate: 'ur',
  applicationReceived: 'application',
};

const rangeWord = /^ ?(?:to|through|thru|until|and ending|-) ?$/i;
const listWord = /^ ?(?:,|;|and|or|&|, and|,? as well as) ?(?:on )?$/i;
const backBefore =
  /(?:\bsaid|\bthe date (?:in question|at issue),?|\bof the same date,?|\bthis same date,?|\bthe aforementioned) $/i;
const backAfter = /^ (?:(?!not\b)[a-z-]+ ){0,4}(?:in question|at issue)\b/i;

/** Every date of the letter with its role, in order of place: header fields, then the text. */
export const dateFactsOf: (facts: CaseFacts) => readonly DateFact[] = perCase((facts) => [
  ...headerDatesOf(facts),
  ...padded(textDates(facts)),
]);

/** The dates of the header table. */
export const headerDatesOf: (facts: CaseFacts) => readonly DateFact[] = perCase((facts) =>
  padded(headerDates(facts)),
);

const bySentence = perCase((facts) => grouped(dateFactsOf(facts), ({ sentence }) => sentence));

/** The dates of a sentence of the text, in order of place. */
export function datesOfSentence(facts: CaseFacts, sentence: Sentence): readonly DateFact[] {
  return bySentence(facts).get(sentence) ?? [];
}

/**
 * "11-23-16" does not show whether its writer would print "1-3-16" or "01-03-16": the dates with small numbers beside
 * it do.
 */
function padded<T extends DateFact>(dates: T[]): T[] {
  let zeros = 0;
  let plain = 0;
  for (const date of dates) {
    if (!/^\d/.test(date.text) || date.format.startsWith('YYYY')) continue;
    for (const part of date.text.split(/\D+/, 2)) {
      if (part.length === 1) plain++;
      else if (part.startsWith('0')) zeros++;
    }
  }
  if (plain <= zeros) return dates;
  for (const date of dates) {
    if (/^M|^YY/.test(date.format) && !/^Mon/.test(date.format) && !/(?:^|\D)0\d\D/.test(date.text)) {
      date.format = date.format.replace('MM', 'M').replace('DD', 'D');
    }
  }
  return dates;
}

function headerDates(facts: CaseFacts): DateFact[] {
  return gather(facts.header?.children ?? [], (field): DateFact[] => {
    const role = headerRoles[field.name];
    if (!role || !field.date) return [];
    const { year, month, day, iso, possible } = field.date;
    return [
      {
        node: field,
        block: undefined,
        section: 'header',
        item: undefined,
        sentence: undefined,
        text: field.value,
        format: findDates(field.value)[0]?.format ?? 'MM/DD/YYYY',
        year,
        month,
        day,
        iso,
        possible,
        role,
        certainty: 'sure',
        how: 'header',
        cue: field.name,
        range: undefined,
        pointsBack: false,
      },
    ];
  });
}

function textDates(facts: CaseFacts): TextDate[] {
  const dates: TextDate[] = [];
  const byNode = new Map(facts.items.map((item) => [item.node, item]));
  for (const section of facts.sections) {
    for (const child of section.children) {
      const item = child.type === 'item' ? byNode.get(child) : undefined;
      for (const block of child.type === 'item' ? child.children : [child]) {
        const readings = dateReadingsOf(block);
        for (let index = 0; index < readings.length; index++)
          dates.push(new TextDate(readings[index] as DateReading, index, block, section.name, item));
      }
    }
  }
  return dates;
}

/** A date of the text. Its node is looked up when it is asked for: most rules go by what is said of the date. */
class TextDate implements DateFact {
  readonly block: Block;
  readonly section: SectionName;
  readonly item: ItemFacts | undefined;
  readonly sentence: Sentence;
  readonly text: string;
  format: string;
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly iso: string | undefined;
  readonly possible: boolean;
  readonly role: DateRole;
  readonly certainty: Certainty;
  readonly how: DateFact['how'];
  readonly cue: string;
  readonly range: DateFact['range'];
  readonly pointsBack: boolean;
  readonly #index: number;
  #node: DateNode | undefined;

  /** @param index number of the date in its block, from 0 */
  constructor(
    reading: DateReading,
    index: number,
    block: Block,
    section: SectionName,
    item: ItemFacts | undefined,
  ) {
    this.block = block;
    this.section = section;
    this.item = item;
    this.sentence = reading.sentence;
    this.text = reading.text;
    this.format = reading.format;
    this.year = reading.year;
    this.month = reading.month;
    this.day = reading.day;
    this.iso = reading.iso;
    this.possible = reading.possible;
    this.role = reading.role;
    this.certainty = reading.certainty;
    this.how = reading.how;
    this.cue = reading.cue;
    this.range = reading.range;
    this.pointsBack = reading.pointsBack;
    this.#index = index;
  }

  get node(): DateNode {
    this.#node ??= datesIn(this.block)[this.#index] as DateNode;
    return this.#node;
  }
}

function datesIn(block: Block): DateNode[] {
  return block.children.filter((child): child is DateNode => child.type === 'date');
}

/** What a block says of one of its dates. */
export interface DateReading
  extends DateValue,
    Pick<DateFact, 'text' | 'format' | 'role' | 'certainty' | 'how' | 'cue' | 'range' | 'pointsBack'> {
  /** Range in the flow of the block. */
  readonly start: number;
  readonly end: number;
  readonly sentence: Sentence;
}

/** What a block says of each of its dates, in order of place. */
export const dateReadingsOf: (block: Block) => readonly DateReading[] = perBlock((block) => {
  const nodes = datesIn(block);
  const dates: DateReading[] = [];
  const sentences = sentencesOf(block);
  let index = 0;
  for (const [i, node] of nodes.entries()) {
    while (index + 1 < sentences.length && node.start >= (sentences[index] as Sentence).end) index++;
    const sentence = sentences[index] as Sentence;
    const previous = nodes[i - 1];
    const next = nodes[i + 1];
    const from = previous && previous.start >= sentence.start ? previous.end - sentence.start : 0;
    const to = next && next.end <= sentence.end ? next.start - sentence.start : sentence.text.length;
    const start = node.start - sentence.start;
    const end = node.end - sentence.start;
    const before = sentence.text.slice(from, start);
    const neighbour = dates[dates.length - 1];
    const ranged = rangeWord.test(before);
    // The second of two linked dates is what the first is.
    const linked = from > 0 && neighbour && (ranged || listWord.test(before)) ? neighbour : undefined;
    if (linked && ranged) linked.range = 'from';
    const pointsBack = backBefore.test(before) || backAfter.test(sentence.text.slice(end, end + 60));
    const { role, certainty, how, cue } = linked
      ? inferredFrom(linked)
      : placed(
          block,
          roleOfDate({ sentence: sentence.text, cues: cuesOf(sentence.text), start, end, from, to }),
          pointsBack,
        );
    dates.push({
      start: node.start,
      end: node.end,
      year: node.year,
      month: node.month,
      day: node.day,
      iso: node.iso,
      possible: node.possible,
      format: node.format,
      sentence,
      text: block.flow.text.slice(node.start, node.end),
      role,
      certainty,
      how,
      cue,
      range: linked && ranged ? 'to' : undefined,
      pointsBack,
    });
  }
  return dates;
});

type RoleFact = Pick<DateFact, 'role' | 'certainty' | 'how' | 'cue'>;

/** What a date is that is linked to another. */
function inferredFrom({ role, certainty, cue }: RoleFact): RoleFact {
  return { role, certainty, how: 'inferred', cue };
}

/** What the place of a date adds to what its words say. */
function placed(
  block: Block,
  reading: { role: DateRole; certainty: Certainty; cue: Cue | undefined },
  pointsBack: boolean,
): RoleFact {
  const cue = reading.cue?.text ?? '';
  if (block.type === 'guidelineLine') {
    const role = reading.role === 'access' ? 'access' : 'guideline';
    return { role, certainty: 'sure', how: 'inferred', cue };
  }
  if (block.type === 'itemHeading' && reading.role !== 'service') {
    return { role: 'service', certainty: 'likely', how: 'inferred', cue };
  }
  // "As of the date in question, D": the day of the visit that the letter speaks of.
  if (reading.role === 'other' && pointsBack) {
    return { role: 'visit', certainty: 'likely', how: 'inferred', cue };
  }
  return { role: reading.role, certainty: reading.certainty, how: reading.cue ? 'cue' : 'inferred', cue };
}
