import { checkPage, type Guideline } from '../catalog/index.ts';
import type { PageReference } from '../syntax/index.ts';
import type { Citation, CitedPage, ItemCitations } from './citations.ts';
import { isBareAcoem } from './citations-resolve.ts';
import { standingOf } from './citations-topics.ts';

/** Something that a rationale cites and its MAXIMUS line does not list. */
export interface Gap {
  citation: Citation;
  /** The page, where the guideline is listed but not this page of it, or the whole guideline is missing. */
  page: CitedPage | undefined;
  /** `page`: the guideline is listed with other pages; `section`: with other sections; `guideline`: not at all. */
  missing: 'page' | 'section' | 'guideline';
  /** Entries of the line for the same guideline. */
  listed: readonly Citation[];
}

/** Day from which the opioid guideline stands apart from the chronic pain guideline. */
const OPIOIDS_APART = '2016-07-28';
/** Day from which every guideline of the schedule is one of ACOEM's. */
const ALL_ACOEM = '2017-12-01';

/** Sources of a free-text citation that are surely not the Official Disability Guidelines. */
const otherSource =
  /ACOEM|American College|https?:|www\.|\bet al\b|\bFDA\b|AANEM|Journal|\bJ\b|Cochrane|Medscape|MD ?Guidelines|label|DailyMed|Textbook|\bed(?:ition)?\b|University|Association|Academy|Society|\bPub/i;

/** The entry of the line that covers a citation of the rationale, page left aside. */
function entriesFor(citation: Citation, line: readonly Citation[], dates: readonly string[]): Citation[] {
  if (citation.authority === 'odg')
    return line.filter(
      ({ node, authority }) => authority === 'odg' || (node.kind === 'other' && !otherSource.test(node.name)),
    );
  const families = new Set(citation.guidelines.map(({ family }) => family));
  if (families.has('chronic-pain') && dates.every((date) => date < OPIOIDS_APART)) families.add('opioids');
  if (families.has('opioids') && dates.every((date) => date < OPIOIDS_APART)) families.add('chronic-pain');
  return line.filter((entry) => {
    if (entry.node.kind === 'other') return entry.authority === 'acoem' && isAcoem(citation);
    if (isBareAcoem(citation)) return entry.guidelines.some(isAcoemGuideline);
    return entry.guidelines.some(
      (guideline) => families.has(guideline.family) || (guideline.id === 'acoem-2004' && isAcoem(citation)),
    );
  });
}

function isAcoemGuideline({ id, parts }: Guideline): boolean {
  return id.startsWith('acoem-') || (parts?.some((part) => part.startsWith('acoem-')) ?? false);
}

function isAcoem(citation: Citation): boolean {
  return citation.authority === 'acoem' || citation.guidelines.some(isAcoemGuideline);
}

/**
 * What the rationale of an item cites and the MAXIMUS line does not list. Mentions that only name a guideline, or say
 * that it has nothing on the matter, are no citations. "MTUS" alone, and "MTUS/ACOEM" for the schedule, name nothing
 * that a line could lack.
 */
export function gapsOf(item: ItemCitations, dates: readonly string[]): Gap[] {
  const { shape, maximus, rationale } = item;
  if (shape === undefined || shape === 'unread') return [];
  if (maximus.some(({ node, guidelines }) => node.kind === 'mtus' && guidelines.length === 0)) return [];
  const gaps: Gap[] = [];
  for (const citation of rationale) {
    if (citation.stance === 'denied' || isLoose(citation)) continue;
    const listed = entriesFor(citation, maximus, dates);
    if (listed.length === 0) {
      if (citation.stance === 'cited' && !isCurrentAcoem(citation, maximus, dates)) {
        gaps.push({ citation, page: citation.pages[0], missing: 'guideline', listed });
      }
      continue;
    }
    if (citation.authority === 'odg') continue;
    for (const page of citation.pages) {
      const missing = missingPage(citation, page.node, listed);
      if (missing) gaps.push({ citation, page, missing, listed });
    }
  }
  return gaps;
}

/** "MTUS", "MTUS/ACOEM Guidelines", an edition of ACOEM's book that the schedule never adopted. */
function isLoose(citation: Citation): boolean {
  if (citation.authority === 'odg') return false;
  if (citation.guidelines.length === 0) return true;
  return isBareAcoem(citation) && citation.pages.length === 0 && /MTUS/.test(citation.node.name);
}

/** Since December 2017 a line lists ACOEM's guidelines by their titles alone. */
function isCurrentAcoem(citation: Citation, line: readonly Citation[], dates: readonly string[]): boolean {
  return (
    isBareAcoem(citation) &&
    (dates.some((date) => date >= ALL_ACOEM) ||
      line.some(({ node }) => node.year !== undefined && node.year >= 2017))
  );
}

function missingPage(
  citation: Citation,
  page: PageReference,
  listed: readonly Citation[],
): 'page' | 'section' | undefined {
  let missing: 'page' | 'section' | undefined;
  for (const entry of listed) {
    if (entry.node.kind === 'other') return undefined;
    const verdict = entryLacks(citation, entry, page);
    if (!verdict) return undefined;
    missing ??= verdict;
  }
  return missing;
}

/** Whether an entry of the same guideline leaves a page out: by its pages, or by sections that stand elsewhere. */
function entryLacks(
  citation: Citation,
  entry: Citation,
  page: PageReference,
): 'page' | 'section' | undefined {
  if (entry.pages.length > 0) {
    return entry.pages.some(({ node }) => node.first <= page.last && page.first <= node.last)
      ? undefined
      : 'page';
  }
  const { sections } = entry.node;
  if (isBareAcoem(citation)) {
    const ids = entry.guidelines.map(({ id }) => id);
    const section = sections.length === 1 ? sections[0]?.name : undefined;
    return ids.length > 0 &&
      ids.every((id) => checkPage(id, page.first, section).verdict === 'outside-guideline')
      ? 'section'
      : undefined;
  }
  // Only the index of the chronic pain guideline of 2009 is whole enough to tell that a section does not hold a page.
  if (entry.guideline?.id !== 'cpmtg-2009' || sections.length === 0) return undefined;
  const standings = sections.map(({ name }) => standingOf('cpmtg-2009', page, [name]).kind);
  return standings.every((kind) => kind === 'far') ? 'section' : undefined;
}
