import { drugRelation } from '../../language/catalog/index.ts';
import { citationsOf, type ItemFacts } from '../../language/facts/index.ts';
import type {
  Block,
  Inline,
  PageReference,
  RegulationReference,
  TermNode,
} from '../../language/syntax/index.ts';
import type { CheckedLetter } from '../letters.ts';
import { inlineAt } from '../places.ts';

/** A node with the block that it stands in. */
export interface Mention {
  node: Inline;
  block: Block;
}

/** The drug, body part, service or side at an offset, with its block. */
export function termAt(letter: CheckedLetter, offset: number): (Mention & { node: TermNode }) | undefined {
  const node = inlineAt(letter, offset).find((candidate): candidate is TermNode => candidate.type === 'term');
  const block = node && letter.facts.blocks.find(({ children }) => children.includes(node));
  return node && block ? { node, block } : undefined;
}

/**
 * All places that speak of the same as a term: the same drug under any name, the same service, the same part of the body
 * where its side does not differ.
 */
export function mentionsOfTerm(letter: CheckedLetter, term: Mention & { node: TermNode }): Mention[] {
  const { node, block } = term;
  if (node.kind === 'side') {
    const part = partOfSide(block, node);
    return part ? mentionsOfTerm(letter, { node: part, block }) : [term];
  }
  const side = sideOfPart(block, node)?.id;
  return letter.facts.blocks.flatMap((other) =>
    other.children.flatMap((candidate): Mention[] => {
      if (candidate.type !== 'term' || candidate.kind !== node.kind || !isSame(candidate, node)) return [];
      const otherSide = sideOfPart(other, candidate)?.id;
      if (side !== undefined && otherSide !== undefined && side !== otherSide) return [];
      return [{ node: candidate, block: other }];
    }),
  );
}

function isSame(a: TermNode, b: TermNode): boolean {
  return a.id === b.id || (a.kind === 'drug' && drugRelation(a.id, b.id) === 'same');
}

/** The side that stands right before a part ("left knee", "right rotator cuff"). */
function sideOfPart(block: Block, part: TermNode): TermNode | undefined {
  if (part.kind !== 'body-part') return undefined;
  const before = neighbours(block)
    .filter(({ end }) => end <= part.start)
    .at(-1);
  return before?.kind === 'side' && part.start - before.end <= 1 ? before : undefined;
}

function partOfSide(block: Block, side: TermNode): TermNode | undefined {
  const after = neighbours(block).find(({ start }) => start >= side.end);
  return after?.kind === 'body-part' && after.start - side.end <= 1 ? after : undefined;
}

function neighbours(block: Block): TermNode[] {
  return block.children.filter(
    (node): node is TermNode => node.type === 'term' && (node.kind === 'side' || node.kind === 'body-part'),
  );
}

/** Places that decide on an item: the conclusions and the opener of its rationales. */
export function decisionsOn(item: ItemFacts): Mention[] {
  return item.rationales.flatMap((block) =>
    block.children
      .filter(({ type }) => type === 'conclusion' || type === 'opener')
      .map((node): Mention => ({ node, block })),
  );
}

/** References to the same regulation, or to the same page of the same guideline. */
export function mentionsOfCitation(letter: CheckedLetter, node: Inline): Mention[] {
  const all = letter.facts.blocks.flatMap((block) =>
    block.children.map((other): Mention => ({ node: other, block })),
  );
  if (node.type === 'regulationReference') {
    return all.filter(
      ({ node: other }) => other.type === 'regulationReference' && isSameRegulation(other, node),
    );
  }
  const { all: citations } = citationsOf(letter.facts);
  if (node.type === 'pageReference') {
    const own = citations.find(({ pages }) => pages.some((page) => page.node === node));
    const pages = new Set<Inline>(
      citations
        .filter(({ guideline }) => guideline !== undefined && guideline === own?.guideline)
        .flatMap((citation) => citation.pages.map((page): PageReference => page.node))
        .filter(({ first, last }) => first <= node.last && node.first <= last),
    );
    return all.filter(({ node: other }) => pages.has(other));
  }
  const own = citations.find((citation) => citation.node === node);
  if (!own?.guideline) return [];
  return citations
    .filter(({ guideline }) => guideline === own.guideline)
    .map(({ node: other, block }): Mention => ({ node: other, block }));
}

function isSameRegulation(a: RegulationReference, b: RegulationReference): boolean {
  return (
    a.section === b.section &&
    (a.subdivision === b.subdivision || a.subdivision === '' || b.subdivision === '')
  );
}
