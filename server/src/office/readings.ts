import {
  foldName,
  type Guideline,
  type GuidelineText,
  type Knowledge,
  type PageRange,
  type Topic,
} from '../language/catalog/index.ts';

/** The office's own copy of a guideline as it was read on this machine. */
export interface ReadGuideline {
  /** Identifier of the guideline that it is. */
  id: string;
  /** Address of the file (`file:`). */
  file: string;
  pages: readonly { number: number; sheet: number; text: string }[];
  topics: readonly { title: string; first: number; last: number }[];
}

const basis = 'read from the guideline';

/** Pages with fewer letters are pictures, of which the text tells nothing. */
const leastLetters = 120;

/**
 * The catalog with guidelines that were read: their topics stand where they were found, and their pages can be looked
 * up. What is known of other guidelines, and what the reading does not tell, stays as it is.
 */
export function withReadings(base: Knowledge, read: readonly ReadGuideline[]): Knowledge {
  const byId = new Map(read.map((reading) => [reading.id, reading]));
  const texts = new Map<string, GuidelineText>();
  const guidelines = base.guidelines.map((guideline) => {
    const reading = byId.get(guideline.id);
    if (!reading || reading.pages.length === 0) return guideline;
    texts.set(guideline.id, textOf(reading));
    return readInto(guideline, reading);
  });
  return texts.size === 0 ? base : { ...base, guidelines, texts };
}

function textOf({ file, pages }: ReadGuideline): GuidelineText {
  return {
    file,
    pages: new Map(
      pages
        .filter(({ text }) => text.length >= leastLetters)
        .map(({ number, sheet, text }) => [number, { sheet, text }]),
    ),
  };
}

function readInto(guideline: Guideline, reading: ReadGuideline): Guideline {
  const left = new Map(reading.topics.map((topic) => [topic, topic]));
  const topics = guideline.topics.map((topic): Topic => {
    const found = reading.topics.find(({ title }) => isSame(topic, title));
    if (found) left.delete(found);
    const range = found ?? confirmed(topic, reading);
    return range ? { ...topic, first: range.first, last: range.last, basis, source: 'own copy' } : topic;
  });
  for (const { title, first, last } of left.values())
    topics.push({ title, first, last, basis, nameBasis: basis, source: 'own copy' });
  const bounds = boundsOf(guideline, reading);
  return { ...guideline, topics, pages: { ...bounds, basis }, bounds: { ...bounds, basis } };
}

function isSame({ title, aliases = [] }: Topic, printed: string): boolean {
  const folded = foldName(printed);
  const head = foldName(headOf(printed));
  return [title, ...aliases].some((name) => {
    const known = foldName(name);
    return known === folded || known === head;
  });
}

/** A title without what stands in brackets behind it. */
const headOf = (title: string): string => title.replace(/ ?[([].*/, '');

/** The pages that are known of a topic, where the first of them names it. */
function confirmed(topic: Topic, { pages }: ReadGuideline): PageRange | undefined {
  const { first, last } = topic;
  if (first === undefined || last === undefined) return undefined;
  const text = pages.find(({ number }) => number === first)?.text;
  const name = foldName(headOf(topic.title));
  return text !== undefined && name.length > 3 && foldName(text).includes(name) ? { first, last } : undefined;
}

/** An office may have read a part of the guideline: pages that are known to be there stay. */
function boundsOf(guideline: Guideline, { pages }: ReadGuideline): PageRange {
  const numbers = pages.map(({ number }) => number);
  const known = guideline.bounds ?? guideline.pages;
  const seen = guideline.observedPages;
  const lows = [known?.first, seen?.first, Math.min(...numbers)];
  const highs = [known?.last, seen?.last, Math.max(...numbers)];
  const given = (values: readonly (number | null | undefined)[]): number[] =>
    values.filter((value) => typeof value === 'number');
  return { first: Math.min(...given(lows)), last: Math.max(...given(highs)) };
}
