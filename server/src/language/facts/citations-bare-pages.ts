import type { Block, PageReference } from '../syntax/index.ts';
import type { Citation } from './citations.ts';
import { pointsToTapering } from './citations-stance.ts';
import { sentenceAt } from './sentences.ts';

/** A page "of" something else than a guideline: a report, a deposition, a form. */
const ofSomething =
  /^ ?,? (?:of|in|from|to) (?!(?:the |this |these |that |said |such |its )?(?:guide-?lines?|same|MTUS|chapter)\b)/i;
const otherPaper =
  /\b(?:reports?|notes?|records?|letter|forms?|RFA|request|deposition|questionnaire|narrative|transcript|documents?|journal|textbook|article|study|label)\b/i;

/**
 * The citation that a page without a guideline's name beside it belongs to: the last one named in its sentence, the
 * last one named before with pages of its own kind, or the only guideline of the item's line. Undefined where the
 * page may be another paper's.
 *
 * @param line entries of the item's MAXIMUS line
 */
export function barePageOwner(
  block: Block,
  page: PageReference,
  citations: readonly Citation[],
  line: readonly Citation[],
): Citation | undefined {
  const { text } = block.flow;
  const sentence = sentenceAt(block, page.start);
  if (!sentence || ofSomething.test(text.slice(page.end, sentence.end))) return undefined;
  const within = citations.filter(({ node }) => node.start >= sentence.start && node.end <= sentence.end);
  const before = within.findLast(({ node }) => node.end <= page.start);
  if (before) {
    const between = text.slice(before.node.end, page.start);
    return before.authority === 'odg' || otherPaper.test(between) ? undefined : before;
  }
  if (pointsToTapering(sentence.text)) return undefined;
  // A name that follows in the sentence without "of" leaves open which of the two is meant.
  if (within.length > 0 || otherPaper.test(sentence.text)) return undefined;
  const earlier = citations.findLast(({ node }) => node.end <= page.start);
  if (earlier) return earlier.guidelines.length > 0 ? earlier : undefined;
  const dated = line.filter(({ guidelines }) => guidelines.length > 0);
  return dated.length === 1 ? dated[0] : undefined;
}
