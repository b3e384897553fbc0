import { type Guideline, isRead, pagesSpeakOf } from '../catalog/index.ts';
import type { Citation, CitedPage, ItemCitations } from './citations.ts';
import { clauseOf, pageSlips, topicsOfPage } from './citations-pages.ts';
import { isGeneralPage, isPageOfTopics, namesTopicOf } from './citations-topics.ts';
import { sentenceAt } from './sentences.ts';

/** A cited page of a guideline that was read, which does not speak of what it is cited for. */
export interface SilentPage {
  citation: Citation;
  page: CitedPage;
  guideline: Guideline;
  /** Topics and drugs that the citation names. */
  topics: readonly string[];
  /** Whether they can only be meant for this page: a line, or a sentence with no other page. */
  sure: boolean;
}

/**
 * The cited pages of an item that speak of none of the topics and drugs that their citation names, where the guideline
 * itself was read on this machine. Pages that are wrong by their number already are left out.
 */
export function silentPages(item: ItemCitations): SilentPage[] {
  const found: SilentPage[] = [];
  for (const citation of [...item.claims, ...item.maximus, ...item.rationale]) {
    const { guideline } = citation;
    if (!guideline || !isRead(guideline.id)) continue;
    for (const page of citation.pages) {
      const topics = silentTopics(citation, page, guideline);
      if (topics && !pageSlips(item).some((slip) => slip.page === page))
        found.push({ citation, page, guideline, topics, sure: isAlone(citation, page) });
    }
  }
  return found;
}

/** Whether no other page stands in the sentence that a topic could belong to. */
function isAlone({ node, block }: Citation, page: CitedPage): boolean {
  if (node.kind !== 'mention') return true;
  const sentence = sentenceAt(block, page.node.start);
  return !block.children.some(
    (other) =>
      other.type === 'pageReference' &&
      other !== page.node &&
      sentence !== undefined &&
      other.start >= sentence.start &&
      other.end <= sentence.end,
  );
}

function silentTopics(citation: Citation, page: CitedPage, { id }: Guideline): readonly string[] | undefined {
  if (page.guidelines.length > 1) return undefined;
  const topics = topicsOfPage(citation, page, citation.guideline as Guideline);
  if (pagesSpeakOf(id, page.node, topics) !== false || isPageOfTopics(id, page.node, topics))
    return undefined;
  // What a general part says is cited for any drug; and a clause may name two matters, of which the page has one.
  if (isGeneralPage(id, page.node)) return undefined;
  const mention = citation.node.kind === 'mention';
  if (mention && namesTopicOf(id, page.node, clauseOf(citation, page.node), true)) return undefined;
  return topics;
}
