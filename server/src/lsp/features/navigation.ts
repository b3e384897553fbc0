import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
} from 'vscode-languageserver';
import { type Citation, citationsOf, type ItemFacts } from '../../language/facts/index.ts';
import type { Inline } from '../../language/syntax/index.ts';
import type { CheckedLetter } from '../letters.ts';
import { inlineAt, itemAt, nodeRange } from '../places.ts';
import { dateAt, introductionOf, mentionsOf, sameDay } from './dates.ts';
import { decisionsOn, type Mention, mentionsOfCitation, mentionsOfTerm, termAt } from './mentions.ts';

type Placed = Parameters<typeof nodeRange>[1];

/**
 * Where a letter introduces what stands at a place: a date in the summary or the header, what a rationale decides on in
 * the heading of its item, a citation in the guideline line.
 */
export function definition(letter: CheckedLetter, position: Position): Location | null {
  const offset = letter.document.offsetAt(position);
  const date = dateAt(letter, offset);
  const target = date ? introductionOf(letter, date).node : introductionAt(letter, offset);
  return target ? locate(letter, target) : null;
}

function introductionAt(letter: CheckedLetter, offset: number): Placed | undefined {
  const item = itemAt(letter, offset);
  const term = termAt(letter, offset);
  if (term) {
    const mentions = mentionsOfTerm(letter, term);
    const inHeading = (mention: Mention): boolean => mention.block.type === 'itemHeading';
    return (
      mentions.find((mention) => mention.block === item?.heading) ??
      mentions.find(inHeading) ??
      mentions[0]
    )?.node;
  }
  const [node] = inlineAt(letter, offset);
  if (!node || !item) return undefined;
  if (node.type === 'conclusion' || node.type === 'opener') return item.heading;
  return node.type === 'pageReference' || node.type === 'guidelineReference'
    ? listed(letter, item, node)
    : undefined;
}

/** The entry of the MAXIMUS line that lists what the rationale cites. */
function listed(letter: CheckedLetter, item: ItemFacts, node: Inline): Placed | undefined {
  const citations = citationsOf(letter.facts).items.find((candidate) => candidate.item === item);
  const own = citations?.rationale.find(
    (citation) => citation.node === node || citation.pages.some((page) => page.node === node),
  );
  const entry = citations?.maximus.find((candidate) => own !== undefined && sharesGuideline(candidate, own));
  if (!entry || node.type !== 'pageReference') return entry?.node;
  return (
    entry.pages.find((page) => page.node.first <= node.first && node.last <= page.node.last)?.node ??
    entry.node
  );
}

function sharesGuideline(entry: Citation, citation: Citation): boolean {
  return entry.guidelines.some(
    ({ id, parts }) =>
      citation.guidelines.some((other) => other.id === id) ||
      citation.guidelines.some((other) => parts?.includes(other.id) === true),
  );
}

/** All places that speak of what stands at a place: a date's event, an item, a drug, a citation. */
export function references(letter: CheckedLetter, position: Position, declaration: boolean): Location[] {
  const offset = letter.document.offsetAt(position);
  const date = dateAt(letter, offset);
  if (date) {
    const first = introductionOf(letter, date);
    return mentionsOf(letter, date)
      .filter((mention) => declaration || mention !== first)
      .map(({ node }) => locate(letter, node));
  }
  const places: Placed[] = mentionsAt(letter, offset).map(({ node }) => node);
  const item = itemAt(letter, offset);
  const [node] = inlineAt(letter, offset);
  const onItem =
    places.length === 0 && item?.heading !== undefined && (onHeading(item, offset) || decides(node));
  if (onItem) {
    if (declaration && item.heading) places.push(item.heading);
    places.push(...decisionsOn(item).map((mention) => mention.node));
  }
  return places.map((place) => locate(letter, place));
}

function onHeading({ heading }: ItemFacts, offset: number): boolean {
  return (
    heading !== undefined && heading.position.start.offset <= offset && offset <= heading.position.end.offset
  );
}

function decides(node: Inline | undefined): boolean {
  return node?.type === 'conclusion' || node?.type === 'opener';
}

function mentionsAt(letter: CheckedLetter, offset: number): Mention[] {
  const term = termAt(letter, offset);
  if (term) return mentionsOfTerm(letter, term);
  const cited = inlineAt(letter, offset).find(
    ({ type }) => type === 'regulationReference' || type === 'pageReference' || type === 'guidelineReference',
  );
  return cited ? mentionsOfCitation(letter, cited) : [];
}

/** Places to highlight: the same day whatever its role, the same drug, part of the body, service or citation. */
export function highlights(letter: CheckedLetter, position: Position): DocumentHighlight[] {
  const offset = letter.document.offsetAt(position);
  const date = dateAt(letter, offset);
  const places: Placed[] = date
    ? sameDay(letter, date).map(({ node }) => node)
    : mentionsAt(letter, offset).map(({ node }) => node);
  return places.map((place) => ({
    range: nodeRange(letter.document, place),
    kind: DocumentHighlightKind.Text,
  }));
}

function locate({ document }: CheckedLetter, place: Placed): Location {
  return { uri: document.uri, range: nodeRange(document, place) };
}
