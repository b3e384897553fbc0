import {
  allRegions,
  bodyRegionsOf,
  chapterFits,
  familyById,
  findBodyPart,
  guidelineById,
  regionsCompatible,
  type ServiceKind,
  serviceKind,
} from '../catalog/index.ts';
import { gather } from '../gather.ts';
import { matches } from '../matches.ts';
import { perText } from '../per-text.ts';
import type { GuidelineLine, GuidelineReference, Rationale } from '../syntax/index.ts';
import { findTerms } from '../syntax/inline/terms.ts';
import type { CaseFacts, ItemFacts } from './case.ts';
import { headingRegions } from './terms-phrases.ts';
import { regionsIn, termsOf } from './terms-sides.ts';
import { holdsAny, wordSigns } from './word-signs.ts';

/** A chapter of a guideline line that belongs to another part of the body than the item. */
export interface ForeignChapter {
  reference: GuidelineReference;
  /** Name of the chapter as printed, and its range in the flow of the line. */
  name: string;
  start: number;
  end: number;
  /** Whether another MTUS chapter of the line covers the item. */
  covered: boolean;
}

/** Kinds of service whose guideline does not follow the part of the body. */
const anywhere = new Set<ServiceKind>([
  'perioperative',
  'laboratory',
  'psychological',
  'program',
  'home-care',
  'consultation',
]);

/**
 * The chapters of a line that belong to another part of the body than the heading names. Empty where the heading names no part, or where chapters prove nothing.
 *
 * @param other Whether to read the free text of non-MTUS citations too ("ODG, Shoulder Chapter").
 */
export function foreignChaptersOf(item: ItemFacts, line: GuidelineLine, other: boolean): ForeignChapter[] {
  const { heading } = item;
  const regions = headingRegions(item);
  if (!heading || regions.length === 0) return [];
  const services = termsOf(heading, 'service');
  const kinds = services.map(({ id }) => serviceKind(id));
  if (kinds.some((kind) => kind !== undefined && anywhere.has(kind)) || termsOf(heading, 'drug').length > 0)
    return [];
  const kind = kinds.find((known) => known !== undefined);
  // A scooter for the knee to rest on serves the foot.
  if (services.some(({ id }) => id === 'knee-scooter')) return [];
  const found: ForeignChapter[] = [];
  /** Whether some MTUS chapter of the line covers the item. */
  let covered = false;
  for (const node of line.children) {
    if (node.type !== 'guidelineReference') continue;
    if (node.kind === 'mtus') {
      const families = [...new Set(node.guidelines.map((id) => guidelineById(id)?.family ?? ''))];
      if (families.length === 0) continue;
      // A guideline for any part of the body neither fits nor contradicts.
      if (families.some((family) => fits(family, regions, kind) !== 'contradicts'))
        covered ||= families.some(isRegional);
      else
        found.push({
          reference: node,
          name: node.name,
          start: node.start,
          end: nameEnd(line, node),
          covered: false,
        });
      found.push(...foreignSections(node, regions));
    } else if (other && node.kind === 'other') {
      const chapter = namedChapter(line, node, regions, kind);
      if (chapter) found.push(chapter);
    }
  }
  return found.map((chapter) => ({ ...chapter, covered }));
}

const sameRegions = perText((regions): readonly string[] => (regions === '' ? [] : regions.split(' ')));

/**
 * Regions of the body that the letter names outside of its guideline lines, each once: the same list for letters that
 * name the same regions.
 */
export function namedRegionsOf(facts: CaseFacts): readonly string[] {
  const named = new Set<string>();
  for (const block of facts.blocks) {
    if (block.type === 'guidelineLine') continue;
    for (const region of regionsIn(block)) named.add(region);
  }
  return sameRegions([...named].sort().join(' '));
}

/**
 * The chapters of a line that are for a limb of which nothing in the letter speaks, where the heading names no part of
 * the body: a consultation of a patient with back pain, by the chapter for the ankle.
 *
 * @param named the regions of the body that the letter names
 */
export function unnamedChaptersOf(
  item: ItemFacts,
  line: GuidelineLine,
  named: readonly string[],
): ForeignChapter[] {
  if (!item.heading || headingRegions(item).some((region) => region !== 'psyche')) return [];
  const psychological = termsOf(item.heading, 'service').some(
    ({ id }) => serviceKind(id) === 'psychological',
  );
  const spoken = psychological ? ['psyche', ...named] : named;
  if (spoken.length === 0) return [];
  return gather(line.children, (node): ForeignChapter[] => {
    if (node.type !== 'guidelineReference' || node.kind !== 'mtus') return [];
    const families = [...new Set(node.guidelines.map((id) => guidelineById(id)?.family ?? ''))];
    const isForeign = (family: string): boolean =>
      (armChapters.has(family) || legChapters.has(family)) &&
      !regionsCompatible(spoken, familyById(family)?.regions ?? []);
    if (families.length === 0 || !families.every(isForeign)) return [];
    return [
      {
        reference: node,
        name: node.name,
        start: node.start,
        end: nameEnd(line, node),
        covered: false,
      },
    ];
  });
}

/** "The Low Back chapter of ACOEM", "ACOEM's Knee Complaints chapter": the part of the body in each. */
const spokenChapter =
  /\b(low back|neck(?: and upper back)?|shoulder|elbow|forearm, wrist,? (?:and|&) hand|knee|ankle and foot)(?: complaints)? chapter (?:of|in) (?:the )?(?:ACOEM|MTUS)\b|\b(?:ACOEM|MTUS)(?:'s)?(?: guidelines?'?)?,? (low back|neck(?: and upper back)?|shoulder|elbow|forearm, wrist,? (?:and|&) hand|knee|ankle and foot)(?: complaints)? chapter\b/gi;

const ofChapter = wordSigns('chapter');

const familiesByName: Readonly<Record<string, string>> = {
  low: 'low-back',
  neck: 'neck',
  shoulder: 'shoulder',
  elbow: 'elbow',
  forearm: 'hand',
  knee: 'knee',
  ankle: 'ankle-foot',
};

/** A chapter that a rationale speaks of, for another part of the body than the heading, and than the chapter of its line. */
interface SpokenChapter {
  block: Rationale;
  name: string;
  start: number;
  end: number;
  /** The chapter of the MAXIMUS line. */
  listed: string;
}

/** The chapters in the words of a rationale that are for another part than the heading's, where the line cites the fitting one. */
export function spokenChaptersOf(item: ItemFacts): SpokenChapter[] {
  const regions = headingRegions(item);
  if (!item.heading || regions.length === 0) return [];
  const kind = termsOf(item.heading, 'service')
    .map(({ id }) => serviceKind(id))
    .find((known) => known !== undefined);
  const listed = gather(item.maximusLines, ({ children }) =>
    gather(children, (node) => (node.type === 'guidelineReference' && node.kind === 'mtus' ? [node] : [])),
  );
  const families = gather(listed, ({ guidelines }) =>
    guidelines.map((id) => guidelineById(id)?.family ?? ''),
  );
  const own = listed.find(({ guidelines }) =>
    guidelines.some((id) => {
      const family = guidelineById(id)?.family ?? '';
      return isRegional(family) && fits(family, regions, kind) === 'fits';
    }),
  );
  if (!own) return [];
  const speaking = item.rationales.filter((block) => holdsAny(block, ofChapter));
  return gather(speaking, (block) =>
    matches(spokenChapter, block.flow.text).flatMap((match): SpokenChapter[] => {
      const name = match[1] ?? match[2] ?? '';
      const family = familiesByName[/^[a-z]+/i.exec(name)?.[0].toLowerCase() ?? ''];
      if (family === undefined || families.includes(family)) return [];
      if (fits(family, regions, kind) !== 'contradicts') return [];
      const start = match.index + match[0].toLowerCase().indexOf(name.toLowerCase());
      return [{ block, name, start, end: start + name.length, listed: own.name }];
    }),
  );
}

/** Sections of the postsurgical guideline for another part than the item's; each of them is for one part of the body. */
function foreignSections(node: GuidelineReference, regions: readonly string[]): ForeignChapter[] {
  if (!node.guidelines.includes('postsurgical-2009')) return [];
  const sections = node.sections.map((section) => {
    const named = gather(findTerms(section.name), ({ kind, id }) =>
      kind === 'body-part' ? bodyRegionsOf(id) : [],
    );
    return { section, foreign: named.length > 0 && !regionsCompatible(named, regions) };
  });
  // Where one of them is of the part, the others may be of another operation.
  if (sections.length === 0 || sections.some(({ foreign }) => !foreign)) return [];
  return sections.map(({ section }) => ({
    reference: node,
    name: section.name,
    start: section.start,
    end: section.end,
    covered: false,
  }));
}

const upper = new Set(['upper-extremity', 'shoulder', 'upper-arm', 'elbow', 'forearm', 'wrist', 'hand']);

/** As {@link chapterFits}, but the low back explains nothing in an arm, nor the neck in a leg. */
function fits(
  family: string,
  regions: readonly string[],
  kind: ServiceKind | undefined,
): ReturnType<typeof chapterFits> {
  if (kind === 'electrodiagnostic' && regions.length > 0) {
    if (family === 'low-back' && regions.every((region) => upper.has(region))) return 'contradicts';
    if (family === 'neck' && regions.every((region) => legs.has(region))) return 'contradicts';
  }
  // No chapter of an arm holds for a leg, whatever else a leg may be cited under, nor the reverse.
  const limb = armChapters.has(family) ? legs : legChapters.has(family) ? upper : undefined;
  if (limb !== undefined && regions.every((region) => limb.has(region))) return 'contradicts';
  return chapterFits(family, regions, kind);
}

const armChapters = new Set(['shoulder', 'elbow', 'hand']);
const legChapters = new Set(['knee', 'ankle-foot']);

const legs = new Set(['lower-extremity', 'hip', 'thigh', 'knee', 'lower-leg', 'ankle', 'foot']);

let regional: Set<string> | undefined;

function isRegional(family: string): boolean {
  regional ??= new Set(gather(allRegions(), ({ families }) => families));
  return regional.has(family);
}

function nameEnd(line: GuidelineLine, node: GuidelineReference): number {
  const at = line.flow.text.indexOf(node.name, node.start);
  return at < 0 ? node.end : at + node.name.length;
}

/** The chapter that a non-MTUS citation names by a part of the body, when none of its parts can be the item's. */
function namedChapter(
  line: GuidelineLine,
  node: GuidelineReference,
  regions: readonly string[],
  kind: ServiceKind | undefined,
): ForeignChapter | undefined {
  const text = line.flow.text.slice(node.start, node.end);
  // ODG's chapter is called "Low Back - Lumbar & Thoracic"; the thoracic spine is not what it is cited for.
  const lowBack = /\blow back\b/i.test(text);
  const parts = findTerms(text).filter(
    ({ kind: named, id }) => named === 'body-part' && !(lowBack && id === 'thoracic-spine'),
  );
  const [first] = parts;
  if (!first) return undefined;
  const families = gather(
    gather(parts, ({ id }) => bodyRegionsOf(findBodyPart(id)?.id ?? id)),
    (region) => familiesOf(region),
  );
  if (families.length === 0 || families.some((family) => fits(family, regions, kind) !== 'contradicts'))
    return undefined;
  return {
    reference: node,
    name: text.slice(first.start, first.end),
    start: node.start + first.start,
    end: node.start + first.end,
    covered: false,
  };
}

function familiesOf(region: string): readonly string[] {
  return allRegions().find(({ id }) => id === region)?.families ?? [];
}
