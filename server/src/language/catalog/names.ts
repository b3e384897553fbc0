/** Guideline names in text: the longest known name at a place, and resolving a printed name. */
import { knowledge } from './current.ts';
import { findDrug } from './drugs.ts';
import { inForce } from './guidelines.ts';
import { foldFrom, foldName, groupBy, isWordAt, misspellingDistance, wordsOf } from './text.ts';
import type { Guideline, IsoDate } from './types.ts';

/** How a printed name answers to a known one. */
export type NameMatch = 'exact' | 'alias' | 'fuzzy' | 'other-year';

/** A guideline that a printed name may mean. */
export interface GuidelineMatch {
  guideline: Guideline;
  /**
   * `exact`: the form's own name; `alias`: another name for it; `fuzzy`: a near misspelling of a name;
   * `other-year`: the name is known but no edition has the printed year (never a spelling error).
   */
  match: NameMatch;
  /** Number of edits; 0 unless `fuzzy`. */
  distance: number;
  /** The known name that was matched, without year. */
  name: string;
}

interface NameEntry {
  name: string;
  folded: string;
  words: string[];
  /** Guidelines of this name, and whether it is their form name. */
  targets: { guideline: Guideline; own: boolean }[];
  short: boolean;
}

/** A name as the index holds it: without "MTUS" or the state before and "Guidelines" after. */
function core(words: readonly string[]): string[] {
  let from = 0;
  let to = words.length;
  while (from < to - 1 && /^(?:ca|california|the|mtus)$/.test(words[from] ?? '')) from++;
  while (to > from + 1 && /^(?:guidelines?|chapter)$/.test(words[to - 1] ?? '')) to--;
  return words.slice(from, to);
}

function namesOf(guideline: Guideline): { name: string; short: boolean }[] {
  const list = guideline.names.map((name) => ({ name, short: false }));
  for (const name of guideline.shortNames ?? []) list.push({ name, short: true });
  const { chapter } = guideline;
  if (chapter === undefined) return list;
  const own = guideline.names[0] ?? guideline.shortNames?.[0] ?? '';
  const heads = [
    `ACOEM Chapter ${chapter}`,
    `Chapter ${chapter}`,
    `ACOEM Practice Guidelines Chapter ${chapter}`,
  ];
  for (const head of heads) {
    list.push({ name: head, short: head.startsWith('Chapter') }, { name: `${head} ${own}`, short: false });
  }
  return list;
}

const nameIndex = knowledge.per(({ guidelines }): Map<string, NameEntry> => {
  const entries = new Map<string, NameEntry>();
  for (const guideline of guidelines) {
    const own = foldName(guideline.names[0] ?? guideline.shortNames?.[0] ?? '');
    for (const { name, short } of namesOf(guideline)) {
      const words = core(wordsOf(name));
      const folded = words.join('');
      const entry = entries.get(folded) ?? { name, folded, words, targets: [], short };
      if (!entry.targets.some((target) => target.guideline === guideline)) {
        entry.targets.push({ guideline, own: folded === own });
      }
      entry.short &&= short;
      entries.set(folded, entry);
    }
  }
  return entries;
});

/** Entries by their first three folded characters, longest first, and the length of the longest of all. */
const nameBuckets = knowledge.per((): { longest: number; byStart: Map<string, NameEntry[]> } => {
  const sorted = [...nameIndex().values()].sort((a, b) => b.folded.length - a.folded.length);
  return {
    longest: sorted[0]?.folded.length ?? 0,
    byStart: groupBy(sorted, ({ folded }) => folded.slice(0, 3)),
  };
});

/** A guideline name found in running text. */
export interface KnownName {
  /** The guidelines that it may mean; one where the year or the name decides. */
  ids: readonly string[];
  /** The one guideline, where there is only one. */
  id?: string;
  /** The known name, without year. */
  name: string;
  /** Characters of the original text from `offset` to the end of name, year and a trailing "Guidelines". */
  length: number;
  /** The printed year. */
  year?: number;
}

const YEAR_AFTER = /\s*(?:,\s*)?\(?((?:19|20)\d\d)(?!\d)\)?/y;
const GUIDELINES_AFTER = /\s+guidelines?(?![\p{L}\p{N}])/iuy;

function endOf(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * The longest known guideline name that starts at `offset`. Case, white space, line breaks and punctuation
 * inside the name do not matter ("Forearm, Wrist, and Hand Complaints" holds commas). Short names such as
 * "Shoulder" count only with a year after them. Without a printed year the case's dates (`on`) choose the
 * edition where one covers them all.
 */
export function matchKnownName(
  text: string,
  offset: number,
  on: readonly IsoDate[] = [],
): KnownName | undefined {
  const { longest, byStart } = nameBuckets();
  if (!isWordAt(text, offset)) return undefined;
  // Most places hold no name: three characters tell.
  const bucket = byStart.get(foldFrom(text, offset, 3).folded.slice(0, 3));
  if (!bucket) return undefined;
  const { folded, ends } = foldFrom(text, offset, longest + 1);
  for (const entry of bucket) {
    if (!folded.startsWith(entry.folded)) continue;
    let end = ends[entry.folded.length - 1] ?? offset;
    if (isWordAt(text, end)) continue;
    // A closing bracket of the name itself: "Coronavirus (COVID-19)".
    if (entry.name.endsWith(')') && text[end] === ')') end++;
    end += endOf(GUIDELINES_AFTER, text, end)?.[0].length ?? 0;
    const year = endOf(YEAR_AFTER, text, end);
    if (entry.short && !year) continue;
    if (year) {
      end += year[0].length;
      end += endOf(GUIDELINES_AFTER, text, end)?.[0].length ?? 0;
    }
    return known(entry, end - offset, year ? Number(year[1]) : undefined, on);
  }
  return undefined;
}

function known(
  entry: NameEntry,
  length: number,
  year: number | undefined,
  on: readonly IsoDate[],
): KnownName {
  const all = entry.targets.map(({ guideline }) => guideline);
  const wanted = all.filter((guideline) =>
    year === undefined ? inForce(guideline.id, on) === 'all' : guideline.year === year,
  );
  const ids = (wanted.length > 0 || year !== undefined ? wanted : all).map(({ id }) => id);
  const [id] = ids;
  return {
    ids,
    name: entry.name,
    length,
    ...(ids.length === 1 && id !== undefined ? { id } : {}),
    ...(year === undefined ? {} : { year }),
  };
}

const TRAILING_YEAR = /^(.*?)(?<![\s,])[\s,]*\(?((?:19|20)\d\d)\)?(?:\s+guidelines?)?[\s.,;:]*$/is;

/**
 * The guidelines that a printed name may mean, best first; empty when the name is unknown.
 *
 * @param name the name as printed, with or without "MTUS" before it, year and "Guidelines" after it
 * @param options `year` when the caller has split it off; `on`: the case's dates, which choose among the
 *   editions of a name printed without year (all candidates are returned when no edition covers all dates)
 */
export function findGuideline(
  name: string,
  options: { year?: number; on?: readonly IsoDate[] } = {},
): GuidelineMatch[] {
  const split = options.year === undefined ? TRAILING_YEAR.exec(name) : null;
  const year = options.year ?? (split ? Number(split[2]) : undefined);
  const words = core(wordsOf(split?.[1] ?? name));
  const entry = nameIndex().get(words.join(''));
  if (entry) {
    const matches = entry.targets.map(
      ({ guideline, own }): GuidelineMatch => ({
        guideline,
        match: own ? 'exact' : 'alias',
        distance: 0,
        name: entry.name,
      }),
    );
    const ofYear = matches.filter(({ guideline }) => year === undefined || guideline.year === year);
    if (ofYear.length > 0) return rank(ofYear, options.on);
    return rank(
      matches.map((match) => ({ ...match, match: 'other-year' as const })),
      options.on,
    );
  }
  const near: GuidelineMatch[] = [];
  for (const candidate of nameIndex().values()) {
    if (candidate.short && year === undefined) continue;
    const distance = misspellingDistance(words, candidate.words, isFieldWord, year !== undefined);
    if (distance === undefined) continue;
    for (const { guideline } of candidate.targets) {
      if (year !== undefined && guideline.year !== year) continue;
      near.push({ guideline, match: 'fuzzy', distance, name: candidate.name });
    }
  }
  return rank(near, options.on);
}

function rank(matches: GuidelineMatch[], on: readonly IsoDate[] | undefined): GuidelineMatch[] {
  const order: readonly NameMatch[] = ['exact', 'alias', 'fuzzy', 'other-year'];
  const sorted = [...matches].sort(
    (a, b) => a.distance - b.distance || order.indexOf(a.match) - order.indexOf(b.match),
  );
  if (!on || on.length === 0 || sorted.length < 2) return sorted;
  const covering = sorted.filter(({ guideline }) => inForce(guideline.id, on) === 'all');
  return covering.length > 0 ? covering : sorted;
}

const fieldWords = knowledge.per(({ guidelines }): Set<string> => {
  const words = new Set<string>();
  for (const guideline of guidelines) {
    for (const { name } of namesOf(guideline)) for (const part of wordsOf(name)) words.add(part);
    for (const topic of guideline.topics) {
      for (const name of [topic.title, ...(topic.aliases ?? [])])
        for (const part of wordsOf(name)) words.add(part);
    }
  }
  words.delete('forewarm');
  words.delete('accupuncture');
  return words;
});

/** Whether a lower-case word is a word of some guideline or section name, or a drug: then it is not misspelt. */
export function isFieldWord(word: string): boolean {
  return fieldWords().has(word) || findDrug(word) !== undefined;
}
