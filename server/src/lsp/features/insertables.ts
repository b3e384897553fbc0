import {
  allGuidelines,
  type Guideline,
  guidelineById,
  inForce,
  type Topic,
} from '../../language/catalog/index.ts';
import { type ItemFacts, knownCaseDates, type LineEntry, sectionOfPage } from '../../language/facts/index.ts';
import {
  coverage,
  definePassage,
  library as offered,
  type Passage,
  passagesFor,
} from '../../language/passages/index.ts';
import type { CheckedLetter } from '../letters.ts';
import { nameOf } from './hover/citation.ts';
import { ownTopics, topicNames } from './item-topics.ts';

/** A passage with what the guideline line lists for it: of the library, or made from a topic of the catalog. */
export interface Insertable {
  passage: Passage;
  entries: LineEntry[];
  /** How its citation is known; undefined where it cites nothing. */
  basis: string | undefined;
  unverified: boolean;
  /** Whether it is made for the item at hand. */
  fits: boolean;
}

/** What the guideline line lists for a passage: pages by the guideline's topics, else the passage's own sections. */
export function lineEntriesOf({ guidelines = [] }: Passage): LineEntry[] {
  return guidelines.flatMap(({ id, page, pageTo, line }): LineEntry[] => {
    const guideline = guidelineById(id);
    const pages = { ...(page === undefined ? {} : { page }), ...(pageTo === undefined ? {} : { pageTo }) };
    const readsItself =
      page !== undefined &&
      guideline !== undefined &&
      sectionOfPage(guideline, page, 'sections') !== undefined;
    if (readsItself || line.sections.length === 0) return [{ guideline: id, ...pages }];
    return line.sections.map((section) => ({ guideline: id, section, ...pages }));
  });
}

/** Whether a source that nobody checked stands behind a passage. */
export function isUnverified({ guidelines }: Passage): boolean {
  return guidelines?.some(({ basis }) => basis === 'unverified') ?? false;
}

/** Whether a passage cites: a citing sentence, or an argument that rests on a guideline or on the definitions of 9792.20. */
export function isCiting({ kind, guidelines, body }: Passage): boolean {
  if (kind === 'citation') return true;
  return kind === 'argument' && ((guidelines?.length ?? 0) > 0 || /\b9792\.20/.test(body));
}

function ofLibrary(passage: Passage, fits: boolean): Insertable {
  const bases = [...new Set((passage.guidelines ?? []).map(({ basis }) => basis))];
  return {
    passage,
    entries: lineEntriesOf(passage),
    basis: bases.length === 0 ? undefined : bases.join(', '),
    unverified: isUnverified(passage),
    fits,
  };
}

const topicId = (guideline: Guideline, topic: Topic): string => `topic:${guideline.id}:${topic.title}`;

/** How running text names a guideline. */
export function nameInText({ chapter, names, title, family }: Guideline): string {
  if (chapter !== undefined) return `the ACOEM Practice Guidelines, Chapter ${chapter}`;
  const name = family.startsWith('acoem') ? title : (names[0] ?? title);
  return `the MTUS ${/Guidelines?$/.test(name) ? name : `${name} Guidelines`}`;
}

function ofTopic(guideline: Guideline, topic: Topic, fits: boolean): Insertable {
  const { first, last } = topic;
  const pages =
    first === undefined || last === undefined
      ? ''
      : first === last
        ? `page ${first}`
        : `pages ${first}-${last}`;
  const name = nameInText(guideline);
  return {
    passage: definePassage({
      id: topicId(guideline, topic),
      kind: 'citation',
      title: `${topic.title}${pages === '' ? '' : `, ${pages}`}`,
      description: nameOf(guideline),
      body:
        first === undefined
          ? `As ${name} note under ${topic.title}, {rule}.`
          : `As noted on page ${first} of ${name}, {rule}.`,
      source: 'own wording',
    }),
    entries: [
      first === undefined
        ? { guideline: guideline.id, section: topic.title }
        : { guideline: guideline.id, page: first },
    ],
    basis: topic.basis,
    unverified: topic.basis === 'unverified',
    fits,
  };
}

/** A passage or catalog topic by its identifier. */
export function insertableById(id: string): Insertable | undefined {
  const passage = offered.current.find((candidate) => candidate.id === id);
  if (passage) return ofLibrary(passage, false);
  const [kind, guidelineId = '', ...rest] = id.split(':');
  const guideline = kind === 'topic' ? guidelineById(guidelineId) : undefined;
  const topic = guideline?.topics.find(({ title }) => title === rest.join(':'));
  return guideline && topic ? ofTopic(guideline, topic, false) : undefined;
}

/** Most entries of an answer: a list is filtered by typing on, not scrolled to its end. */
const mostEntries = 300;

/**
 * Citing passages and catalog topics that were in force on the dates of the case and hold all words of a query: those for
 * the item first, citing sentences before arguments before topics.
 */
export function findInsertables(
  letter: CheckedLetter | undefined,
  item: ItemFacts | undefined,
  query: string,
): Insertable[] {
  const dates = letter ? knownCaseDates(letter.facts) : [];
  const fitting = new Set(
    passagesFor({
      dates,
      ...(item ? { itemHeading: item.request } : {}),
      ...(item?.verdict ? { verdict: item.verdict } : {}),
    }),
  );
  const library = [...fitting, ...offered.current.filter((passage) => !fitting.has(passage))]
    .filter((passage) => isCiting(passage) && coverage(passage.inForce, dates) !== 'none')
    .map((passage) => ofLibrary(passage, item !== undefined && fitting.has(passage) && isSpecific(passage)));
  const names = topicNames(item);
  const topics = allGuidelines()
    .filter(({ id, from }) => from !== null && inForce(id, dates) !== 'none')
    .flatMap((guideline) => {
      const own = new Set(ownTopics(names, guideline));
      return guideline.topics.map((topic) => ofTopic(guideline, topic, own.has(topic)));
    });
  const words = query
    .toLowerCase()
    .split(/[^\p{L}\p{N}.]+/u)
    .filter(Boolean);
  const isArgument = ({ passage }: Insertable): boolean => passage.kind === 'argument';
  const all = [
    ...library.filter((entry) => !isArgument(entry)),
    ...library.filter(isArgument),
    ...topics,
  ].filter((entry) => words.every((word) => holdsWord(haystack(entry), word)));
  return [...all.filter(({ fits }) => fits), ...all.filter(({ fits }) => !fits)].slice(0, mostEntries);
}

/** Made for some items only; others fit everywhere. */
function isSpecific({ tags }: Passage): boolean {
  return Object.values(tags).some((list) => list !== undefined && list.length > 0);
}

function haystack({ passage, entries, basis = '' }: Insertable): string {
  const { title, description, body, tags, kind } = passage;
  const cited = entries.map((entry) =>
    'other' in entry
      ? entry.other
      : `${guidelineById(entry.guideline)?.title ?? ''} page ${entry.page ?? ''} ${entry.section ?? ''}`,
  );
  const said = [title, description, body, kind, basis, ...cited, ...Object.values(tags).flat()];
  return ` ${said
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')} `;
}

/** Words are found by their beginning ("analg"), numbers whole: "64" is not in "164" or "640". */
function holdsWord(text: string, word: string): boolean {
  return text.includes(/^\d+$/.test(word) ? ` ${word} ` : ` ${word}`);
}
