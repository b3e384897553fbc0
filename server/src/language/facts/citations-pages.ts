import { checkPage, type Guideline, isRead, knowledge, type PageCheck } from '../catalog/index.ts';
import { gather } from '../gather.ts';
import type { PageReference } from '../syntax/index.ts';
import type { Citation, CitedPage, ItemCitations } from './citations.ts';
import { isBareAcoem } from './citations-resolve.ts';
import {
  isGeneralPage,
  namesTopicOf,
  ownRanges,
  type PageStanding,
  standingOf,
  topicsNamed,
} from './citations-topics.ts';
import { sentenceAt } from './sentences.ts';

/** A cited page that cannot be, or that does not fit what it is cited for. */
export interface PageSlip {
  citation: Citation;
  page: CitedPage;
  guideline: Guideline;
  /** The page lies outside the guideline; else it lies off the topic. */
  outside?: { first: number | null; last: number | null };
  standing?: Extract<PageStanding, { kind: 'near' | 'far' }>;
  /** Pages that may have been meant, the likeliest first, as text. */
  meant: { text: string; at: PageReference | undefined; sure: boolean }[];
}

/** The topics that a citation names for a page: those of its entry, or those of the clause that cites it. */
export function topicsOfPage(citation: Citation, page: CitedPage, guideline: Guideline): readonly string[] {
  if (citation.node.kind !== 'mention') return page.topics;
  return topicsNamed(guideline.id, clauseOf(citation, page.node));
}

/** The sentence of a page from the page before it to the page after it. */
export function clauseOf({ block }: Citation, page: PageReference): string {
  const sentence = sentenceAt(block, page.start);
  if (!sentence) return '';
  let { start, end } = sentence;
  for (const node of block.children) {
    if (node.type !== 'pageReference' || node === page) continue;
    if (node.end <= page.start && node.end > start) start = node.end;
    if (node.start >= page.end && node.start < end) end = node.start;
  }
  return block.flow.text.slice(start, end);
}

const checks = knowledge.per(() => new Map<string, PageCheck>());

/** {@link checkPage}; letters cite the same pages again and again, and an edit leaves them as they are. */
function pageCheck(guideline: Guideline, page: number, section: string | undefined): PageCheck {
  const known = checks();
  const key = `${guideline.id} ${page} ${section ?? ''}`;
  let check = known.get(key);
  if (check === undefined) {
    // Pages and names are the writer's: the memory must not grow with every letter.
    if (known.size > 2000) known.clear();
    check = checkPage(guideline.id, page, section);
    known.set(key, check);
  }
  return check;
}

/** Whether every guideline that the citation can mean ends before the page or begins after it. */
function outsideOf(
  { node }: Citation,
  page: PageReference,
  guidelines: readonly Guideline[],
): { guideline: Guideline; first: number | null; last: number | null } | undefined {
  let found: { guideline: Guideline; first: number | null; last: number | null } | undefined;
  for (const guideline of guidelines) {
    const section = node.sections.length === 1 ? node.sections[0]?.name : undefined;
    const both = [page.first, page.last].map((number) =>
      pageCheck(guideline, number, guideline.parts ? section : undefined),
    );
    const wrong = both.find(({ verdict }) => verdict === 'outside-guideline');
    if (wrong?.verdict !== 'outside-guideline') return undefined;
    found ??= { guideline, first: wrong.first, last: wrong.last };
  }
  return found;
}

const cache = new WeakMap<ItemCitations, PageSlip[]>();

/** Every page of an item that lies outside its guideline or off its topic, in the lines and in the rationale. */
export function pageSlips(item: ItemCitations): PageSlip[] {
  const known = cache.get(item);
  if (known) return known;
  const slips: PageSlip[] = [];
  cache.set(item, slips);
  for (const citation of [...item.claims, ...item.maximus, ...item.rationale]) {
    for (const page of citation.pages) {
      const slip = slipOf(citation, page);
      if (slip?.standing && citation.node.kind === 'mention' && isListed(item, slip)) continue;
      if (slip) slips.push({ ...slip, meant: meantPages(item, slip) });
    }
  }
  return slips;
}

/**
 * "Page 124 warns that the longer on opioids, the harder the taper", where the line cites the page for weaning and the
 * rationale speaks of weaning.
 */
function isListed(item: ItemCitations, { citation, page, guideline }: PageSlip): boolean {
  if (!namesTopicOf(guideline.id, page.node, citation.block.flow.text)) return false;
  return item.maximus.some(
    (listed) =>
      sharesGuideline(listed, citation) &&
      listed.pages.some(
        (other) =>
          other.node.first <= page.node.first &&
          page.node.last <= other.node.last &&
          slipOf(listed, other) === undefined,
      ),
  );
}

function slipOf(citation: Citation, page: CitedPage): PageSlip | undefined {
  const outside = outsideOf(citation, page.node, page.guidelines);
  if (outside) {
    const { guideline, first, last } = outside;
    return { citation, page, guideline, outside: { first, last }, meant: [] };
  }
  const { guideline } = citation;
  if (!guideline || page.guidelines.length > 1) return undefined;
  const mention = citation.node.kind === 'mention';
  // Only the chronic pain guideline of 2009 has an index whole enough to say where running text should point.
  if (mention && guideline.id !== 'cpmtg-2009' && !isRead(guideline.id)) return undefined;
  const topics = topicsOfPage(citation, page, guideline);
  const standing = standingOf(guideline.id, page.node, topics);
  if (standing.kind !== 'near' && standing.kind !== 'far') return undefined;
  // Running text may cite the guideline's general parts for any drug, and so may a list that has the drug's page too.
  if ((mention || citation.pages.length > 1) && isGeneralPage(guideline.id, page.node)) return undefined;
  // The page's own topic is spoken of: the clause names two matters.
  if (mention && namesTopicOf(guideline.id, page.node, clauseOf(citation, page.node))) return undefined;
  return { citation, page, guideline, standing, meant: [] };
}

/** Pages are the same guideline's when one of its editions can be meant by both. */
function sharesGuideline(a: Citation, b: Citation): boolean {
  if (isBareAcoem(a) || isBareAcoem(b))
    return (
      a.authority === b.authority ||
      [...a.guidelines, ...b.guidelines].every(({ id }) => id.startsWith('acoem-'))
    );
  return a.guidelines.some(({ id }) => b.guidelines.some((other) => other.id === id));
}

/**
 * What may have been meant by a wrong page: the page that the other side (line or rationale) prints for the same
 * guideline and that nothing there answers to; else the page of the topic.
 */
function meantPages(item: ItemCitations, slip: PageSlip): PageSlip['meant'] {
  const { citation, page, guideline } = slip;
  const inLine = citation.node.kind !== 'mention';
  const here = inLine ? item.maximus : item.rationale;
  const there = citation.place === 'claims' ? [] : inLine ? item.rationale : item.maximus;
  const printedHere = gather(here, (other) => other.pages.filter(({ node }) => node !== page.node));
  const topics = topicsOfPage(citation, page, guideline);
  const meant: PageSlip['meant'] = [];
  for (const other of there) {
    if (!sharesGuideline(citation, other)) continue;
    for (const { node } of other.pages) {
      const text = pageText(node);
      const answered = printedHere.some(
        (candidate) => candidate.node.first <= node.last && node.first <= candidate.node.last,
      );
      if (answered || meant.some((known) => known.text === text)) continue;
      const fits = topics.length === 0 || standingOf(guideline.id, node, topics).kind !== 'far';
      if (!fits || outsideOf(citation, node, citation.guidelines)) continue;
      // "Page 969" for page 69, which the other side lists as "68-69".
      const within = onePageWithin(node, page.node);
      if (within !== undefined) meant.push({ text: within, at: node, sure: true });
      else meant.push({ text, at: node, sure: true });
    }
  }
  if (meant.length > 1)
    for (const candidate of meant) candidate.sure = numbersOneKeyApart(candidate.text, pageText(page.node));
  if (meant.length === 0) meant.push(...topicPages(guideline, page.node, topics));
  return meant.sort((a, b) => Number(b.sure) - Number(a.sure));
}

/** The page of a range that a single page is one key away from. */
function onePageWithin(range: PageReference, printed: PageReference): string | undefined {
  if (range.first === range.last || printed.first !== printed.last) return undefined;
  for (let page = range.first; page <= range.last; page++)
    if (numbersOneKeyApart(String(page), String(printed.first))) return String(page);
  return undefined;
}

/** The pages of the topics' own entries: those one key away, or the only one there is. */
function topicPages(guideline: Guideline, page: PageReference, topics: readonly string[]): PageSlip['meant'] {
  const printed = pageText(page);
  const own = new Map(
    gather(topics, (topic) =>
      ownRanges(guideline.id, topic).map((range) => [pageText(range), range.basis !== 'unverified'] as const),
    ),
  );
  const near = [...own].filter(([text]) => numbersOneKeyApart(text, printed));
  const likely = near.length > 0 ? near : own.size === 1 && printed.length < 3 ? [...own] : [];
  return likely.map(([text, known]) => ({ text, at: undefined, sure: known && near.length === 1 }));
}

/** A page reference as a fix writes it. */
export function pageText({ first, last }: Pick<PageReference, 'first' | 'last'>): string {
  return first === last ? String(first) : `${first}-${last}`;
}

/** Whether one digit more, less or other, or two swapped ones, make the one number of the other. */
export function numbersOneKeyApart(a: string, b: string): boolean {
  if (a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let head = 0;
  while (head < short.length && short[head] === long[head]) head++;
  if (short.length < long.length) return short.slice(head) === long.slice(head + 1);
  const rest = short.slice(head + 1);
  if (rest === long.slice(head + 1)) return true;
  return (
    short[head] === long[head + 1] &&
    short[head + 1] === long[head] &&
    short.slice(head + 2) === long.slice(head + 2)
  );
}
