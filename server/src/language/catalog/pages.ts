/** Pages of guidelines: which topic stands where, and whether a cited page can be right. */
import { knowledge } from './current.ts';
import { guidelineById } from './guidelines.ts';
import { findSection } from './sections.ts';
import { foldName } from './text.ts';
import type { Basis, Guideline, PageRange, Topic } from './types.ts';

/** Pages of a topic together with where else the guideline treats the same matter. */
export interface TopicPages extends PageRange {
  topic: Topic;
  basis: Basis;
  /** All ranges where the matter stands: itself, its parent, its parts, related entries. */
  ranges: readonly TopicRange[];
}

/** One of the places where a matter stands in a guideline. */
export interface TopicRange extends PageRange {
  title: string;
  basis: Basis;
  relation: 'self' | 'parent' | 'part' | 'related';
}

/** The topics whose pages hold this page, narrowest first. */
export function topicsByPage(guidelineId: string, page: number): readonly Topic[] {
  return topicsOf(guidelineId)
    .filter(({ first, last }) => first !== undefined && last !== undefined && first <= page && page <= last)
    .sort((a, b) => span(a) - span(b));
}

const span = ({ first = 0, last = 0 }: Topic): number => last - first;

const topicLists = knowledge.per(() => new Map<string, readonly Topic[]>());

/** The topics of a guideline, with those of its parts for a collective label. */
function topicsOf(guidelineId: string): readonly Topic[] {
  const listed = topicLists().get(guidelineId);
  if (listed) return listed;
  const guideline = guidelineById(guidelineId);
  if (!guideline) return [];
  const topics = [
    ...guideline.topics,
    ...(guideline.parts ?? []).flatMap((part) => guidelineById(part)?.topics ?? []),
  ];
  topicLists().set(guidelineId, topics);
  return topics;
}

const foldedNames = new WeakMap<Topic, readonly string[]>();

/** Names of a topic, folded: title, title without what stands in brackets or after a comma, aliases. */
function foldedNamesOf(topic: Topic): readonly string[] {
  let names = foldedNames.get(topic);
  if (!names) {
    const head = topic.title.split(/ ?[(,;]/, 1)[0] ?? '';
    names = [topic.title, head, ...(topic.aliases ?? [])].map(foldName);
    foldedNames.set(topic, names);
  }
  return names;
}

function rangeOf(topic: Topic, relation: TopicRange['relation']): TopicRange | undefined {
  const { first, last, title, basis } = topic;
  return first === undefined || last === undefined ? undefined : { first, last, title, basis, relation };
}

/** Whether a topic names the matter: by title or alias, ignoring what stands in brackets or after "within". */
function names(topic: Topic, folded: string): boolean {
  return foldedNamesOf(topic).includes(folded);
}

/**
 * The pages of a topic named by title, alias or drug name, with the related places; undefined when the
 * guideline has no such topic or its pages are not known. A matter may stand in several entries (tramadol
 * under itself and in the list of opioids): the first and last page span only the best-known entry.
 */
export function pagesOfTopic(guidelineId: string, name: string): TopicPages | undefined {
  const all = topicsOf(guidelineId);
  const folded = foldName(name);
  const section = findSection(guidelineId, name);
  const hits = all.filter((topic) => names(topic, folded));
  if (section.match === 'exact' || section.match === 'alias') hits.unshift(section.topic);
  const ranges = new Map<Topic, TopicRange>();
  const put = (topic: Topic | undefined, relation: TopicRange['relation']): void => {
    const range = topic && !ranges.has(topic) ? rangeOf(topic, relation) : undefined;
    if (topic && range) ranges.set(topic, range);
  };
  for (const hit of hits) put(hit, 'self');
  for (const hit of hits) {
    put(
      all.find(({ title }) => title === hit.parent),
      'parent',
    );
    for (const topic of all) if (topic.parent === hit.title) put(topic, 'part');
    for (const title of hit.related ?? [])
      put(
        all.find((topic) => topic.title === title),
        'related',
      );
  }
  const [best] = [...ranges].sort(([, a], [, b]) => known(b) - known(a));
  if (!best) return undefined;
  const [topic, { first, last, basis }] = best;
  return { topic, first, last, basis, ranges: [...ranges.values()] };
}

const known = ({ relation, basis }: TopicRange): number =>
  (relation === 'self' ? 2 : 0) + (basis === 'unverified' ? 0 : 1);

/** What can be said of a cited page. */
export type PageCheck =
  /** Certainly wrong: the guideline (or the chapter's safe bounds) does not reach this page. */
  | { verdict: 'outside-guideline'; first: number | null; last: number | null; basis: Basis }
  /** The named topic stands elsewhere, `distance` pages from the nearest of its places. */
  | { verdict: 'outside-topic'; distance: number; basis: Basis; nearest: TopicRange; pages: TopicPages }
  /** The page holds the named topic, or without a name lies inside the known pages of the guideline. */
  | { verdict: 'inside'; basis: Basis }
  /** Nothing is known that could decide. */
  | { verdict: 'unknown' };

function outside(guideline: Guideline, page: number): PageCheck | undefined {
  const { bounds } = guideline;
  if (!bounds) return undefined;
  const { first, last, basis } = bounds;
  const tooLow = first !== null && page < first;
  const tooHigh = last !== null && page > last;
  return tooLow || tooHigh ? { verdict: 'outside-guideline', first, last, basis } : undefined;
}

/** The parts of a collective label that the named section selects: the chapter of that title, else all. */
function partsFor(guideline: Guideline, topicName: string | undefined): Guideline[] {
  const parts = (guideline.parts ?? []).map((id) => guidelineById(id)).filter((part) => part !== undefined);
  if (topicName === undefined) return parts;
  const folded = foldName(topicName);
  const chapter = parts.filter((part) =>
    [...part.names, ...(part.shortNames ?? [])].some((name) => foldName(name) === folded),
  );
  return chapter.length > 0 ? chapter : parts;
}

/**
 * Checks a cited page against a guideline and, when given, the topic that the same citation names.
 * `outside-guideline` is certain; `outside-topic` is as sure as its basis and distance (more than three
 * pages off is worth a warning even where the index is unverified, because the 2009 index is alphabetical
 * and runs through proven pages; nearer than that it is information at most).
 */
export function checkPage(guidelineId: string, page: number, topicName?: string): PageCheck {
  const guideline = guidelineById(guidelineId);
  if (!guideline || !Number.isInteger(page)) return { verdict: 'unknown' };
  if (guideline.parts) {
    const checks = partsFor(guideline, topicName).map((part) => checkPage(part.id, page));
    const [first] = checks;
    if (checks.length === 1 && first) return first;
    return checks.find(({ verdict }) => verdict === 'inside') ?? { verdict: 'unknown' };
  }
  const wrong = outside(guideline, page);
  if (wrong) return wrong;
  const pages = topicName === undefined ? undefined : pagesOfTopic(guidelineId, topicName);
  if (pages) return checkTopic(pages, page);
  if (topicName !== undefined) return { verdict: 'unknown' };
  const [topic] = topicsByPage(guidelineId, page);
  if (topic) return { verdict: 'inside', basis: topic.basis };
  const { first, last, basis } = guideline.pages ?? { first: null, last: null, basis: 'unverified' as const };
  return first !== null && last !== null && first <= page && page <= last
    ? { verdict: 'inside', basis }
    : { verdict: 'unknown' };
}

function checkTopic(pages: TopicPages, page: number): PageCheck {
  let nearest = pages.ranges[0];
  let distance = Number.POSITIVE_INFINITY;
  for (const range of pages.ranges) {
    const gap = Math.max(range.first - page, page - range.last, 0);
    if (gap < distance) [nearest, distance] = [range, gap];
  }
  if (!nearest) return { verdict: 'unknown' };
  if (distance === 0) return { verdict: 'inside', basis: nearest.basis };
  return { verdict: 'outside-topic', distance, basis: sureness(pages), nearest, pages };
}

/**
 * How surely the topic does not stand elsewhere. A page seen printed proves that the topic stands there,
 * not that it stands nowhere else, so only what was read from a guideline itself is sure.
 */
function sureness({ ranges }: TopicPages): Basis {
  const sure = ranges.every(({ basis }) => basis === 'read from the guideline' || basis === 'office');
  return sure ? (ranges[0]?.basis ?? 'unverified') : 'unverified';
}
