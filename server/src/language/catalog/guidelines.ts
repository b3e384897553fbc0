/** Guidelines and their editions: which there are, which stood in force when. */
import { knowledge } from './current.ts';
import { groupBy } from './text.ts';
import type { Guideline, GuidelineFamily, IsoDate } from './types.ts';

const byId = knowledge.per(({ guidelines }) => new Map(guidelines.map((entry) => [entry.id, entry])));
const familiesById = knowledge.per(({ families }) => new Map(families.map((family) => [family.id, family])));
const byFamily = knowledge.per(({ guidelines }) => groupBy(guidelines, ({ family }) => family));
const formLabels = knowledge.per(({ labels }) => new Set(labels));

/** Every guideline edition of the catalog, in the catalog's order. */
export function allGuidelines(): readonly Guideline[] {
  return knowledge.current.guidelines;
}

/** The guideline with this identifier, such as "cpmtg-2009" or "acoem-2004-ch12". */
export function guidelineById(id: string): Guideline | undefined {
  return byId().get(id);
}

/** The family with this identifier, such as "chronic-pain" or "low-back". */
export function familyById(id: string): GuidelineFamily | undefined {
  return familiesById().get(id);
}

/** All editions of a family. */
export function guidelinesOfFamily(family: string): readonly Guideline[] {
  return byFamily().get(family) ?? [];
}

/**
 * The guideline that adopted ACOEM chapter `chapter` (1 to 16).
 * Chapter 10 (elbow) is the revision of 2007 from 2009-07-18 on, so `dates` decide; without dates, or when
 * they straddle that day, the revision is returned because every independent medical review falls after it.
 */
export function acoemChapter(chapter: number, dates: readonly IsoDate[] = []): Guideline | undefined {
  if (chapter === 10 && (dates.length === 0 || dates.some((date) => date >= '2009-07-18'))) {
    return guidelineById('acoem-2007-elbow');
  }
  return guidelineById(`acoem-2004-ch${chapter}`);
}

/** On how many of the dates a guideline stood in force; `unknown` without dates or without a known period. */
export type Force = 'all' | 'none' | 'some' | 'unknown';

function covers(guideline: Guideline, date: IsoDate): boolean {
  return guideline.from !== null && guideline.from <= date && (guideline.to === null || date <= guideline.to);
}

/** Whether the guideline stood in force on the given dates. */
export function inForce(id: string, dates: readonly IsoDate[]): Force {
  const guideline = guidelineById(id);
  if (!guideline || guideline.from === null || dates.length === 0) return 'unknown';
  const inside = dates.filter((date) => covers(guideline, date)).length;
  if (inside === dates.length) return 'all';
  return inside === 0 ? 'none' : 'some';
}

/** The editions of a family in force on a day (several for mental health, which has one guideline a disorder). */
export function editionsOn(family: string, date: IsoDate): readonly Guideline[] {
  return guidelinesOfFamily(family).filter((guideline) => covers(guideline, date));
}

/**
 * The edition of a family that a citation should name on a day, with its form label; undefined when none or
 * several stood in force. The chapters of General Approaches are cited under their collective label.
 */
export function editionFor(family: string, date: IsoDate): Guideline | undefined {
  const labelled = editionsOn(family, date).filter(
    (guideline) => guideline.label !== undefined && isFormLabel(guideline.label),
  );
  return labelled.length === 1 ? labelled[0] : undefined;
}

/** The edition that replaced or preceded `id` for all of these dates, for a fix; undefined when not clear. */
export function editionInForceInstead(id: string, dates: readonly IsoDate[]): Guideline | undefined {
  const guideline = guidelineById(id);
  const [first, ...rest] = dates;
  if (!guideline || first === undefined) return undefined;
  const edition = editionFor(guideline.family, first);
  if (!edition || edition.id === id) return undefined;
  return rest.every((date) => editionFor(guideline.family, date)?.id === edition.id) ? edition : undefined;
}

/** Whether the determination form offers this label (name with year). */
export function isFormLabel(label: string): boolean {
  return formLabels().has(label);
}

/** The labels of the determination form in force on every one of the dates (all labels without dates). */
export function labelsAt(dates: readonly IsoDate[]): { label: string; id: string }[] {
  const found: { label: string; id: string }[] = [];
  for (const { id, label } of knowledge.current.guidelines) {
    if (label === undefined || !isFormLabel(label)) continue;
    if (dates.length === 0 || inForce(id, dates) === 'all') found.push({ label, id });
  }
  return found;
}
