import {
  type Basis,
  classOf,
  findDrug,
  guidelineById,
  isRead,
  knowledge,
  pagesOfTopic,
  pagesSpeakOf,
  type TopicRange,
  topicsByPage,
} from '../catalog/index.ts';
import { gather } from '../gather.ts';
import { perText } from '../per-text.ts';
import type { PageReference } from '../syntax/index.ts';

/** How a cited page stands to the topic that the same citation names. */
export type PageStanding =
  | { kind: 'inside' | 'unknown' }
  /** `near`: at most three pages off in an index that nobody has checked; `far`: further, or the index is sure. */
  | { kind: 'near' | 'far'; topic: string; distance: number; range: TopicRange };

/** Pages off the topic's range from which an unverified index is trusted: the 2009 index is alphabetical. */
const TRUSTED_DISTANCE = 3;

/** Parts 1 and 2 of the guideline treat every drug in these places: they may be cited for any topic. */
const general =
  /^(?:Introduction|Part 1|Pain outcomes|Medications for chronic pain|Functional improvement|Education)/;

const knownPlaces = knowledge.per(() => new Map<string, readonly TopicRange[]>());

/** The places where a guideline treats a topic, a drug also under its class and the topics of its class. */
function rangesOf(guidelineId: string, topic: string): readonly TopicRange[] {
  const key = `${guidelineId} ${topic}`;
  const placesKnown = knownPlaces();
  const known = placesKnown.get(key);
  if (known) return known;
  // Printed topics are many but few at a time: the memory stays small in a server that runs for weeks.
  if (placesKnown.size > 500) placesKnown.clear();
  const ranges = readRanges(guidelineId, topic);
  placesKnown.set(key, ranges);
  return ranges;
}

function readRanges(guidelineId: string, topic: string): TopicRange[] {
  const own = pagesOfTopic(guidelineId, topic)?.ranges ?? [];
  const drug = findDrug(topic.replace(/ ?\(.*/, ''));
  if (!drug) return [...own];
  const names = [drug.generic, ...drug.brands];
  for (const kind of classOf(drug)) names.push(kind.name, ...kind.synonyms, ...(kind.topics ?? []));
  return [...own, ...gather(names, (name) => pagesOfTopic(guidelineId, name)?.ranges ?? [])];
}

/**
 * Compares a page with the topics named for it. Several topics share one list of pages, so a page that fits one of
 * them is right; where the place of one of them is not known, nothing can be said. Both ends of a range must fit.
 */
export function standingOf(
  guidelineId: string,
  page: PageReference,
  topics: readonly string[],
): PageStanding {
  const first = standingOfNumber(guidelineId, page.first, topics);
  if (page.first === page.last || first.kind === 'unknown') return first;
  const last = standingOfNumber(guidelineId, page.last, topics);
  const off = (standing: PageStanding): number => ('distance' in standing ? standing.distance : 0);
  return off(last) > off(first) ? last : first;
}

function standingOfNumber(guidelineId: string, page: number, topics: readonly string[]): PageStanding {
  let nearest: { topic: string; distance: number; range: TopicRange } | undefined;
  for (const topic of topics) {
    const ranges = rangesOf(guidelineId, topic);
    if (ranges.length === 0) return { kind: 'unknown' };
    for (const range of ranges) {
      const distance = Math.max(range.first - page, page - range.last, 0);
      if (distance === 0) return { kind: 'inside' };
      if (!nearest || distance < nearest.distance) nearest = { topic, distance, range };
    }
  }
  if (!nearest) return { kind: 'unknown' };
  // A page that was read speaks for itself.
  const speaks = pagesSpeakOf(guidelineId, { first: page, last: page }, topics);
  if (speaks) return { kind: 'inside' };
  if (speaks === false) return { kind: 'far', ...nearest };
  // A name without a telling word, or a page without text: its index alone is no proof.
  if (isRead(guidelineId)) return { kind: 'unknown' };
  return {
    kind: isSure(nearest.range.basis) || nearest.distance > TRUSTED_DISTANCE ? 'far' : 'near',
    ...nearest,
  };
}

const isSure = (basis: Basis): boolean => basis === 'read from the guideline' || basis === 'office';

/** Whether a page surely is one of a topic's: by the guideline itself as it was read, or by the office. */
export function isPageOfTopics(guidelineId: string, page: PageReference, topics: readonly string[]): boolean {
  return topics.some((topic) =>
    rangesOf(guidelineId, topic).some(
      ({ first, last, basis }) => first <= page.last && page.first <= last && isSure(basis),
    ),
  );
}

/** Whether a page stands in a part of the guideline that speaks of treatment in general. */
export function isGeneralPage(guidelineId: string, page: PageReference): boolean {
  return (
    page.first === page.last && topicsByPage(guidelineId, page.first).some(({ title }) => general.test(title))
  );
}

/** Words of many titles, which tell nothing about one. */
const titleWord =
  /^(?:chronic|treatments?|medications?|criteria|specific|medical|within|whole|drugs?|management|general)$/;

/**
 * Whether a text holds a telling word of a topic that stands on the page.
 *
 * @param surely of a topic that surely stands there: the guideline was read, or the office says so
 */
export function namesTopicOf(
  guidelineId: string,
  page: PageReference,
  text: string,
  surely = false,
): boolean {
  const lower = text.toLowerCase();
  const topics = topicsByPage(guidelineId, page.first).filter(({ basis }) => !surely || isSure(basis));
  return topics.some(({ title, aliases }) =>
    [title, ...(aliases ?? [])].some((name) =>
      (name.toLowerCase().match(/[a-z]{5,}/g) ?? []).some(
        (word) => !titleWord.test(word) && lower.includes(word),
      ),
    ),
  );
}

/** The entries that are a topic's own, its class and related places left aside. */
export function ownRanges(guidelineId: string, topic: string): TopicRange[] {
  return pagesOfTopic(guidelineId, topic)?.ranges.filter(({ relation }) => relation === 'self') ?? [];
}

/** Pages between a page and the nearest of the topics' own entries; undefined where none of them is known. */
export function ownDistance(
  guidelineId: string,
  page: PageReference,
  topics: readonly string[],
): number | undefined {
  const gaps = gather(topics, (topic) =>
    ownRanges(guidelineId, topic).map((range) =>
      Math.max(range.first - page.last, page.first - range.last, 0),
    ),
  );
  return gaps.length > 0 ? Math.min(...gaps) : undefined;
}

interface Phrase {
  words: string;
  topic: string;
}

const phraseLists = knowledge.per(() => new Map<string, Phrase[]>());
/** Topic names that are words of any sentence. */
const everyday =
  /^(?:introduction|education|exercise|codeine|weaning|detoxification|yoga|head|knee|shoulder|summary|opioids?|treatment)$/i;

function phrasesOf(guidelineId: string): Phrase[] {
  const known = phraseLists().get(guidelineId);
  if (known) return known;
  const phrases = new Map<string, string>();
  for (const { title, aliases, first, nameBasis } of guidelineById(guidelineId)?.topics ?? []) {
    if (first === undefined || general.test(title)) continue;
    // A heading of one word that was read from a copy is too often a word of the sentence.
    if (nameBasis === 'read from the guideline' && !title.includes(' ')) continue;
    const bracket = /\(([^()]+)\)/.exec(title)?.[1];
    const heads = [title.replace(/ ?[(,:].*/, ''), ...(bracket ? [bracket] : []), ...(aliases ?? [])];
    for (const name of heads) {
      const words = name.toLowerCase();
      if (words.length > 3 && !everyday.test(words) && !/[(,:;&]/.test(words)) phrases.set(words, title);
    }
  }
  const list = [...phrases].map(([words, topic]) => ({ words, topic }));
  phraseLists().set(guidelineId, list);
  return list;
}

const namedTopics = knowledge.per(() => new Map<string, (text: string) => readonly string[]>());

/** Titles of the guideline's topics that a stretch of text names, drugs by any of their names. */
export function topicsNamed(guidelineId: string, text: string): readonly string[] {
  let find = namedTopics().get(guidelineId);
  if (!find) {
    find = perText((clause) => findTopics(guidelineId, clause));
    namedTopics().set(guidelineId, find);
  }
  return find(text);
}

function findTopics(guidelineId: string, text: string): string[] {
  const lower = text.toLowerCase();
  const found = new Set<string>();
  for (const { words, topic } of phrasesOf(guidelineId)) {
    for (let at = lower.indexOf(words); at >= 0; at = lower.indexOf(words, at + 1)) {
      const bounded =
        !/[a-z]/.test(lower.charAt(at - 1)) &&
        !/[a-z]/.test(lower.charAt(at + words.length).replace('s', ''));
      if (bounded) found.add(topic);
    }
  }
  if (/\bopioids?\b/.test(lower)) found.add('Opioids (whole)');
  for (const word of text.match(/[A-Za-z][A-Za-z-]{4,}/g) ?? []) {
    const drug = findDrug(word);
    if (drug) found.add(drug.generic);
  }
  return [...found];
}
