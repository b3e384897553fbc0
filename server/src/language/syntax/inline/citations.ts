import type { GuidelineReference, PageReference } from '../nodes.ts';
import { findLineCitations } from './citations-line.ts';
import { findMentions } from './citations-mentions.ts';
import type { Draft } from './draft.ts';

/**
 * Finds the guidelines that a block of text names: the entries of a guideline line, or the mentions of running text.
 *
 * @param pages the page references of the same text, which are handed out to the guidelines they belong to
 */
export function findCitations(
  text: string,
  line: boolean,
  pages: readonly Draft<PageReference>[],
): Draft<GuidelineReference>[] {
  return line ? findLineCitations(text, pages) : findMentions(text, pages);
}
