/** Which passages fit an item, best first. */
import { library as offered } from './library/index.ts';
import type { InForce, Passage, PassageKind, PassageVerdict } from './types.ts';

/** What is known about the item at hand; everything is optional. */
export interface PassageQuery {
  /** Heading of the disputed item as printed. */
  readonly itemHeading?: string;
  readonly verdict?: PassageVerdict;
  /**
   * The days that decide which edition was in force, ISO `YYYY-MM-DD`: request, UR decision, application,
   * decision. Not the injury, which may lie decades before. Empty or missing means unknown.
   */
  readonly dates?: readonly string[];
  /** Services resolved from the heading, in words ("physical therapy"). */
  readonly services?: readonly string[];
  /** Drugs resolved from the heading: generic names, brands, classes. */
  readonly drugs?: readonly string[];
  readonly kind?: PassageKind | readonly PassageKind[];
}

/** Lower case, every run of other characters one space, with a space at both ends: whole words can be found. */
function words(text: string): string {
  return ` ${text.toLowerCase().replace(/[^a-z0-9]+/g, ' ')} `;
}

/** Whether any of the tags stands in the text as whole words. */
function stands(tags: readonly string[] | undefined, text: string): boolean {
  return tags?.some((tag) => text.includes(words(tag))) ?? false;
}

/**
 * How far a span of time covers the dates.
 * @returns 'all' where every date lies in it (or nothing is known), 'some' for a case that straddles an end,
 *   'none' where the passage would be an anachronism.
 */
export function coverage(inForce: InForce | undefined, dates: readonly string[]): 'all' | 'some' | 'none' {
  if (!inForce || dates.length === 0) return 'all';
  const { from = '', to = '9999-12-31' } = inForce;
  const inside = dates.filter((date) => date >= from && date <= to).length;
  if (inside === dates.length) return 'all';
  return inside > 0 ? 'some' : 'none';
}

/** Points for how closely a passage fits the item; undefined where it is for other items. */
function fit(passage: Passage, item: string): number | undefined {
  const { drugs, classes, services, regions } = passage.tags;
  if (!(drugs || classes || services || regions)) return 1;
  if (item.trim() === '') return 0;
  if (regions && !stands(regions, item)) return undefined;
  const specific = (tags: readonly string[] | undefined): number =>
    // A passage for few names says more about each of them than one for every medication.
    stands(tags, item) ? 4 + 4 / (tags?.length ?? 1) : 0;
  const points = Math.max(specific(drugs), specific(services), stands(classes, item) ? 4 : 0);
  if (points > 0) return points + (regions ? 2 : 0);
  return regions && !(drugs || classes || services) ? 2 : undefined;
}

/**
 * The passages that can be written into an item, best first: those for its drug or service before general
 * ones, those whose pages are sure before those that are not. Passages of the other verdict, of another time
 * (every date outside) and for other drugs or services are left out.
 * @param query what is known
 * @param library the passages to choose from, by default the library with the office's own
 */
export function passagesFor(query: PassageQuery, library: readonly Passage[] = offered.current): Passage[] {
  const { itemHeading = '', verdict, dates = [], services = [], drugs = [], kind } = query;
  const kinds = kind === undefined ? undefined : typeof kind === 'string' ? [kind] : kind;
  const item = words([itemHeading, ...services, ...drugs].join(' | '));
  const ranked: { passage: Passage; score: number }[] = [];
  for (const passage of library) {
    if (kinds && !kinds.includes(passage.kind)) continue;
    if (verdict && passage.verdict && passage.verdict !== verdict) continue;
    const covered = coverage(passage.inForce, dates);
    if (covered === 'none') continue;
    const points = fit(passage, item);
    if (points === undefined) continue;
    const unsure = passage.guidelines?.some((guideline) => guideline.basis === 'unverified') ?? false;
    const score =
      points +
      (passage.verdict && passage.verdict === verdict ? 1 : 0) -
      (covered === 'some' ? 3 : 0) -
      (unsure ? 2 : 0);
    ranked.push({ passage, score });
  }
  return ranked.sort((a, b) => b.score - a.score).map((entry) => entry.passage);
}
