import { type CompletionItem, CompletionItemKind, type TextEdit } from 'vscode-languageserver';
import {
  allGuidelines,
  type Guideline,
  inForce,
  type Topic,
  topicsByPage,
} from '../../../language/catalog/index.ts';
import {
  type Citation,
  citationsOf,
  type ItemFacts,
  knownCaseDates,
  sentenceAt,
} from '../../../language/facts/index.ts';
import type { GuidelineLine, Rationale } from '../../../language/syntax/index.ts';
import { rangeIn, textEdits } from '../../convert.ts';
import type { CheckedLetter } from '../../letters.ts';
import { nameOf } from '../hover/citation.ts';
import { lineEditsOf } from '../insert-citation.ts';
import { nameInText } from '../insertables.ts';
import { chaptersOf, ownTopics, pagedTopics, sectionName, topicNames } from '../item-topics.ts';
import { type Candidate, itemsOf } from './candidates.ts';

/** Most pages of an answer; typing a digit narrows the list. */
const mostPages = 300;

/** The family whose pages are cited for any treatment, so that they are offered before any guideline is named. */
const forAnyItem = 'chronic-pain';

/**
 * Completions after "page ": pages with known topics of the guideline that the sentence names; where it names none, of
 * those that the item's line lists, that treat the item, and of the chronic pain guideline. The item's own topics come
 * first. In a rationale the guideline's name is written where it is missing, and the MAXIMUS line lists the page.
 */
export function pageCompletions(
  letter: CheckedLetter,
  block: Rationale | GuidelineLine,
  item: ItemFacts | undefined,
  start: number,
  offset: number,
): CompletionItem[] {
  const { document, text } = letter;
  const names = topicNames(item);
  const named = namedGuidelines(letter, block, offset);
  const inRationale = block.type === 'rationale';
  const guidelines = named.length > 0 ? named : inRationale ? guidelinesFor(letter, item, names) : [];
  const missesName =
    inRationale && named.length === 0 && !/^\s*(?:of|in)\b/.test(text.slice(offset, offset + 20));
  const own: Candidate[] = [];
  const others: Candidate[] = [];
  for (const guideline of guidelines) {
    const topics = new Set(ownTopics(names, guideline));
    const pages = new Set(pagedTopics(guideline).flatMap(({ first, last }) => pagesBetween(first, last)));
    for (const page of [...pages].sort((a, b) => a - b)) {
      const here = topicsByPage(guideline.id, page);
      const mine = here.find((topic) => topics.has(topic));
      const topic = mine ?? here[0];
      if (!topic) continue;
      const additional = inRationale && item ? lineEditsFor(letter, item, guideline, page, mine) : [];
      (mine ? own : others).push({
        label: String(page),
        detail: `${topic.title}, ${nameOf(guideline)}`,
        documentation: here.map(({ title, basis }) => `${title} (${basis})`).join('\n'),
        kind: CompletionItemKind.Reference,
        unverified: topic.basis === 'unverified',
        text: missesName ? `${page} of ${nameInText(guideline)}` : String(page),
        additional,
      });
    }
  }
  const closest = own.sort((a, b) => Number(a.unverified) - Number(b.unverified));
  return itemsOf([...closest, ...others].slice(0, mostPages), rangeIn(document, { start, end: offset }));
}

/** What lists the page in the item's guideline line, under the item's own topic where the page treats several. */
function lineEditsFor(
  letter: CheckedLetter,
  item: ItemFacts,
  guideline: Guideline,
  page: number,
  mine: Topic | undefined,
): TextEdit[] {
  const section = mine && sectionName(guideline, mine);
  const entry = { guideline: guideline.id, page, ...(section === undefined ? {} : { section }) };
  return textEdits(letter.document, lineEditsOf(letter, item, [entry]));
}

function pagesBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Guidelines that the sentence at the cursor names; on a guideline line, the one of the entry. */
function namedGuidelines(
  letter: CheckedLetter,
  block: Rationale | GuidelineLine,
  offset: number,
): Guideline[] {
  const cited = citationsOf(letter.facts).all.filter((citation) => citation.block === block);
  if (block.type === 'guidelineLine') {
    const entry = cited.filter(({ node }) => node.position.start.offset <= offset).at(-1);
    return (entry?.guidelines ?? []).flatMap(chaptersOf);
  }
  const at = block.flow.indexOf(offset);
  const sentence = sentenceAt(block, Math.max(0, at - 1));
  const within = cited.filter(
    ({ node }) =>
      sentence !== undefined && node.start >= sentence.start && node.end <= sentence.end && namesItself(node),
  );
  const nearest = within.findLast(({ node }) => node.end <= at) ?? within[0];
  return nearest?.guidelines.length === 1 ? nearest.guidelines.flatMap(chaptersOf) : [];
}

/** A page without a name is no naming of its guideline. */
function namesItself(node: Citation['node']): boolean {
  return !node.pages.some(({ start }) => start === node.start);
}

function guidelinesFor(
  letter: CheckedLetter,
  item: ItemFacts | undefined,
  names: readonly string[],
): Guideline[] {
  const dates = knownCaseDates(letter.facts);
  const citations = citationsOf(letter.facts).items.find((candidate) => candidate.item === item);
  const listed = new Set(citations?.maximus.flatMap(({ guidelines }) => guidelines.map(({ id }) => id)));
  const standing = allGuidelines().filter((guideline) => {
    const force = inForce(guideline.id, dates);
    return (
      guideline.from !== null && (force === 'all' || force === 'unknown') && pagedTopics(guideline).length > 0
    );
  });
  return standing.filter(
    (guideline) =>
      listed.has(guideline.id) || guideline.family === forAnyItem || ownTopics(names, guideline).length > 0,
  );
}
