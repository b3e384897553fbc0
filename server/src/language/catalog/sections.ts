/** Section names of guidelines: the longest known name at a place, and resolving a printed name. */
import { perText } from '../per-text.ts';
import { knowledge } from './current.ts';
import { guidelineById, guidelinesOfFamily } from './guidelines.ts';
import { isFieldWord } from './names.ts';
import { differsInNumberOnly, foldFrom, isWordAt, misspellingDistance, wordsOf } from './text.ts';
import type { Guideline, Topic } from './types.ts';

interface SectionEntry {
  name: string;
  folded: string;
  words: string[];
  topic: Topic;
  own: boolean;
}

const sectionIndexes = knowledge.per(() => new Map<string, Map<string, SectionEntry>>());
/** By guideline, entries by their first two folded characters, longest first. */
const sectionBuckets = knowledge.per(
  () => new Map<string, { longest: number; byStart: Map<string, SectionEntry[]> }>(),
);

function bucketsOf(guidelineId: string): { longest: number; byStart: Map<string, SectionEntry[]> } {
  const known = sectionBuckets().get(guidelineId);
  if (known) return known;
  const byStart = new Map<string, SectionEntry[]>();
  let longest = 0;
  for (const entry of sectionIndex(guidelineId).values()) {
    longest = Math.max(longest, entry.folded.length);
    const key = entry.folded.slice(0, 2);
    const bucket = byStart.get(key);
    if (bucket) bucket.push(entry);
    else byStart.set(key, [entry]);
  }
  for (const bucket of byStart.values()) bucket.sort((a, b) => b.folded.length - a.folded.length);
  const made = { longest, byStart };
  sectionBuckets().set(guidelineId, made);
  return made;
}

function sectionIndex(guidelineId: string): Map<string, SectionEntry> {
  const cached = sectionIndexes().get(guidelineId);
  if (cached) return cached;
  const index = new Map<string, SectionEntry>();
  const topics = guidelineById(guidelineId)?.topics ?? [];
  // Titles first: an alias of one topic may be the title of another.
  for (const own of [true, false]) {
    for (const topic of topics) {
      for (const name of own ? [topic.title] : (topic.aliases ?? [])) {
        const words = wordsOf(name);
        const folded = words.join('');
        if (!index.has(folded)) index.set(folded, { name, folded, words, topic, own });
      }
    }
  }
  sectionIndexes().set(guidelineId, index);
  return index;
}

/** A section name found in running text. */
export interface KnownSection {
  topic: Topic;
  /** The known name that was matched: the title or an alias. */
  name: string;
  /** Characters of the original text that it takes. */
  length: number;
}

/** The longest known section name of a guideline that starts at `offset`; commas and brackets may be inside. */
export function matchKnownSection(
  guidelineId: string,
  text: string,
  offset: number,
): KnownSection | undefined {
  if (!isWordAt(text, offset)) return undefined;
  const { longest, byStart } = bucketsOf(guidelineId);
  const bucket = byStart.get(foldFrom(text, offset, 2).folded.slice(0, 2));
  if (!bucket) return undefined;
  const { folded, ends } = foldFrom(text, offset, longest + 1);
  for (const entry of bucket) {
    if (!folded.startsWith(entry.folded)) continue;
    const end = ends[entry.folded.length - 1] ?? offset;
    if (isWordAt(text, end)) continue;
    const closed = entry.name.endsWith(')') && text[end] === ')' ? 1 : 0;
    return { topic: entry.topic, name: entry.name, length: end + closed - offset };
  }
  return undefined;
}

/** What a printed section name is to a guideline. */
export type SectionMatch =
  | { match: 'exact' | 'alias'; topic: Topic; name: string; distance: 0 }
  /**
   * A near misspelling of a known section name; `name` is the right spelling. `numberOnly`: it differs only in
   * singular and plural, which a writer may do on purpose.
   */
  | { match: 'fuzzy'; topic: Topic; name: string; distance: number; numberOnly: boolean }
  /** Not known for this edition but for another of the same family. */
  | { match: 'other-edition'; guideline: Guideline; topic: Topic; name: string; distance: 0 }
  /** Not known: never an error by itself, because the lists of sections are not complete. */
  | { match: 'unknown' };

const answers = knowledge.per(() => new Map<string, (name: string) => SectionMatch>());

/** Looks a printed section name up in a guideline. Letters print the same names again and again: answers are kept. */
export function findSection(guidelineId: string, name: string): SectionMatch {
  let find = answers().get(guidelineId);
  if (!find) {
    find = perText((printed) => lookUp(guidelineId, printed));
    answers().set(guidelineId, find);
  }
  return find(name);
}

function lookUp(guidelineId: string, name: string): SectionMatch {
  const words = wordsOf(name);
  const folded = words.join('');
  const entry = sectionIndex(guidelineId).get(folded);
  if (entry)
    return { match: entry.own ? 'exact' : 'alias', topic: entry.topic, name: entry.name, distance: 0 };
  const family = guidelineById(guidelineId)?.family;
  for (const guideline of family === undefined ? [] : guidelinesOfFamily(family)) {
    const other = sectionIndex(guideline.id).get(folded);
    if (other)
      return { match: 'other-edition', guideline, topic: other.topic, name: other.name, distance: 0 };
  }
  return nearestSection(guidelineId, words);
}

function nearestSection(guidelineId: string, words: readonly string[]): SectionMatch {
  let best: SectionMatch = { match: 'unknown' };
  let tied = false;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of sectionIndex(guidelineId).values()) {
    const distance = misspellingDistance(words, candidate.words, isFieldWord);
    if (distance === undefined || distance > least) continue;
    tied = distance === least && best.match === 'fuzzy' && best.topic !== candidate.topic;
    least = distance;
    const numberOnly = differsInNumberOnly(words, candidate.words);
    best = { match: 'fuzzy', topic: candidate.topic, name: candidate.name, distance, numberOnly };
  }
  return tied ? { match: 'unknown' } : best;
}
