/** Parts and regions of the body, and which guideline chapters cover them. */
import data from './data/body.json' with { type: 'json' };
import { familyById } from './guidelines.ts';
import { type TermGuard, TermIndex } from './terms.ts';
import type { BodyPart, BodyRegion, ServiceKind } from './types.ts';

interface BodyData {
  regions: BodyRegion[];
  parts: BodyPart[];
  notAnatomy: TermGuard[];
  sides: { id: string; terms: string[] }[];
  notSide: TermGuard[];
}

// The compiler widens the strings of a JSON module; the schema test holds the shape.
const catalog = data as unknown as BodyData;

let regionsById: Map<string, BodyRegion> | undefined;
let partsById: Map<string, BodyPart> | undefined;
let partsByTerm: TermIndex<BodyPart> | undefined;

/** Every region of the body catalog. */
export function allRegions(): readonly BodyRegion[] {
  return catalog.regions;
}

/** Every part of the body catalog. */
export function allBodyParts(): readonly BodyPart[] {
  return catalog.parts;
}

/** Words for sides, and where such words mean something else ("was left", "right to"). */
export function sideTerms(): {
  sides: readonly { id: string; terms: string[] }[];
  guards: readonly TermGuard[];
} {
  return { sides: catalog.sides, guards: catalog.notSide };
}

/** Where words for parts of the body mean something else ("on the other hand", "back to work"). */
export function anatomyGuards(): readonly TermGuard[] {
  return catalog.notAnatomy;
}

/** The region with this identifier. */
export function bodyRegion(id: string): BodyRegion | undefined {
  regionsById ??= new Map(catalog.regions.map((region) => [region.id, region]));
  return regionsById.get(id);
}

/** The part with this identifier. */
export function bodyPart(id: string): BodyPart | undefined {
  partsById ??= new Map(catalog.parts.map((part) => [part.id, part]));
  return partsById.get(id);
}

/** The part that a whole phrase names ("C-spine", "lumbar"), or undefined. */
export function findBodyPart(phrase: string): BodyPart | undefined {
  if (!partsByTerm) {
    partsByTerm = new TermIndex();
    for (const part of catalog.parts) {
      for (const term of [...part.terms, ...(part.adjectives ?? [])]) partsByTerm.add(term, part);
    }
  }
  return partsByTerm.get(phrase);
}

/** Regions of a part or region, given by identifier or by a phrase; empty when unknown. */
export function bodyRegionsOf(term: string): readonly string[] {
  const part = bodyPart(term) ?? findBodyPart(term);
  if (part) return part.regions;
  return bodyRegion(term) ? [term] : [];
}

/** Whether the part of this identifier or phrase has a left and a right. */
export function hasSides(term: string): boolean {
  return (bodyPart(term) ?? findBodyPart(term) ?? bodyRegion(term))?.sided === true;
}

function expand(id: string): string[] {
  return [id, ...(bodyRegion(id)?.contains ?? []).flatMap(expand)];
}

/** How two regions lie to each other. */
export type RegionRelation = 'same' | 'contains' | 'overlaps' | 'different';

/** Compares two regions by identifier; `contains` in either direction. */
export function regionRelation(a: string, b: string): RegionRelation {
  if (a === b) return 'same';
  const mine = expand(a);
  const theirs = expand(b);
  if (mine.includes(b) || theirs.includes(a)) return 'contains';
  const touch = mine.some((region) => {
    const near = bodyRegion(region)?.overlaps ?? [];
    return theirs.some(
      (other) => near.includes(other) || (bodyRegion(other)?.overlaps ?? []).includes(region),
    );
  });
  return touch || mine.some((region) => theirs.includes(region)) ? 'overlaps' : 'different';
}

/**
 * Whether two places may be the same place: some region of one is, holds or shares structures with some
 * region of the other. An unknown place (no regions) is compatible with any.
 */
export function regionsCompatible(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.some((left) => b.some((right) => regionRelation(left, right) !== 'different'));
}

/**
 * Regions for which a chapter never proves anything: they had no chapter of their own before 2017-12-01
 * (hip, head, chest …), or are treated under any chapter.
 */
const UNCHECKED = new Set([
  'head',
  'face',
  'jaw',
  'ear',
  'hip',
  'pelvis',
  'thigh',
  'chest',
  'abdomen',
  'psyche',
]);

const SPINE_FAMILIES = new Set(['neck', 'low-back']);
const LIMBS = new Set([...expand('upper-extremity'), ...expand('lower-extremity')]);

/**
 * Whether a guideline family's chapter fits a request for these body regions.
 * `fits`: it covers one of them, or the guideline holds for any part; `contradicts`: it belongs to another
 * part of the body; `unknown`: no region, or one for which chapters prove nothing. Electrodiagnostics of a
 * limb may cite the spine chapter, because the question is often the nerve root.
 */
export function chapterFits(
  familyId: string,
  regions: readonly string[],
  kind?: ServiceKind,
): 'fits' | 'contradicts' | 'unknown' {
  const family = familyById(familyId);
  if (!family) return 'unknown';
  if (family.kind === 'any') return 'fits';
  const all = regions.flatMap(expand);
  if (all.some((region) => bodyRegion(region)?.families.includes(familyId))) return 'fits';
  if (all.length === 0 || all.some((region) => UNCHECKED.has(region))) return 'unknown';
  if (
    kind === 'electrodiagnostic' &&
    SPINE_FAMILIES.has(familyId) &&
    all.some((region) => LIMBS.has(region))
  ) {
    return 'fits';
  }
  return 'contradicts';
}
