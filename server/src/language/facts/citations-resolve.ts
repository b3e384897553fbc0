import { type Force, type Guideline, guidelineById, type IsoDate, inForce } from '../catalog/index.ts';
import type { GuidelineReference } from '../syntax/index.ts';
import type { Citation } from './citations.ts';

/** Whether a citation names ACOEM's book as a whole, without chapter. */
export function isBareAcoem({ guidelines }: Pick<Citation, 'guidelines'>): boolean {
  return guidelines.length === 1 && guidelines[0]?.id === 'acoem-2004';
}

/** Whether a guideline stood in force on the dates of the case. */
export type ForceOf = (id: string) => Force;

/** A letter has many dates and cites the same guidelines again and again. */
export function forceOn(dates: readonly IsoDate[]): ForceOf {
  const known = new Map<string, Force>();
  return (id) => {
    const force = known.get(id) ?? inForce(id, dates);
    known.set(id, force);
    return force;
  };
}

/**
 * The guidelines that a name can mean: those of the printed year; else the edition that the item's own line prints;
 * else what was in force on the dates of the case.
 */
export function resolve(node: GuidelineReference, force: ForceOf, line: readonly Citation[]): Guideline[] {
  if (
    node.guidelines.length === 0 &&
    node.pages.length > 0 &&
    /^(?:MTUS|Medical Treatment Util)/.test(node.name)
  ) {
    // "MTUS, page 46": a page of the only guideline that the line lists.
    const entries = line.filter(({ guidelines }) => guidelines.length > 0);
    if (entries.length === 1) return [...(entries[0] as Citation).guidelines];
  }
  const named = node.guidelines.map((id) => guidelineById(id)).filter((guideline) => guideline !== undefined);
  if (named.length < 2 || node.year !== undefined) return named;
  const listed = named.filter(({ id }) => line.some(({ guideline }) => guideline?.id === id));
  if (listed.length > 0) return listed;
  for (const wanted of ['all', 'some'] as const) {
    const standing = named.filter(({ id }) => force(id) === wanted);
    if (standing.length > 0) return standing;
  }
  return named;
}
