import { bodyRegionsOf, hasSides, knowledge } from '../catalog/index.ts';
import { gather } from '../gather.ts';
import type { Block, TermNode } from '../syntax/index.ts';
import { type CaseFacts, perCase } from './case.ts';
import { perBlock } from './per-block.ts';

/** A part of the body that is said to be left, right or both. */
export interface SidedPart {
  side: 'left' | 'right' | 'bilateral';
  /** Identifier of the part in the body catalog. */
  part: string;
  regions: readonly string[];
  block: Block;
  sideNode: TermNode;
  partNode: TermNode;
}

const cache = new WeakMap<Block, SidedPart[]>();

/** What may stand between a side and its part: a few words, no stop. */
const between = /^(?:[A-Za-z0-9'-]* ){0,3}[A-Za-z0-9'-]*[ -]$/;
const isTerm = (node: Block['children'][number]): node is TermNode => node.type === 'term';

/** Terms of a block, of one kind or of all. */
export function termsOf(block: Block, kind?: TermNode['kind']): TermNode[] {
  return block.children.filter(
    (node): node is TermNode => isTerm(node) && (kind === undefined || node.kind === kind),
  );
}

/** The sided parts of a block, in order: each side with the part that follows it ("right rotator cuff tear"). */
export function sidedPartsOf(block: Block): SidedPart[] {
  let found = cache.get(block);
  if (!found) {
    found = readSides(block);
    cache.set(block, found);
  }
  return found;
}

function readSides(block: Block): SidedPart[] {
  const terms = termsOf(block).filter(({ kind }) => kind === 'side' || kind === 'body-part');
  const { text } = block.flow;
  const found: SidedPart[] = [];
  for (const [index, sideNode] of terms.entries()) {
    if (sideNode.kind !== 'side') continue;
    const partNode = terms[index + 1];
    if (partNode?.kind !== 'body-part' || !hasSides(partNode.id)) continue;
    const gap = text.slice(sideNode.end, partNode.start);
    if (gap.length > 40 || !between.test(gap)) continue;
    found.push({
      side: sideNode.id as SidedPart['side'],
      part: partNode.id,
      regions: bodyRegionsOf(partNode.id),
      block,
      sideNode,
      partNode,
    });
  }
  return found;
}

const isSided = ({ type }: Block): boolean =>
  type === 'prose' || type === 'itemHeading' || type === 'rationale';

/** The sided parts of the summary, the headings and the rationales. */
export const allSidedParts: (facts: CaseFacts) => readonly SidedPart[] = perCase(({ blocks }) =>
  gather(blocks, (block) => (isSided(block) ? sidedPartsOf(block) : [])),
);

const sidedNames = perBlock((block): readonly Pick<SidedPart, 'side' | 'part' | 'regions'>[] =>
  sidedPartsOf(block).map(({ side, part, regions }) => ({ side, part, regions })),
);

/** The same without the places: sides and parts are counted in long letters of which few blocks are looked into. */
export function allSidedNames({ blocks }: CaseFacts): Pick<SidedPart, 'side' | 'part' | 'regions'>[] {
  return gather(blocks, (block) => (isSided(block) ? sidedNames(block) : []));
}

/** The sides that a block names, of parts and of anything else. */
export const sidesIn = perBlock((block): readonly string[] => termsOf(block, 'side').map(({ id }) => id));

const regionsOfBlock = knowledge.per(() =>
  perBlock((block): readonly string[] => [
    ...new Set(gather(termsOf(block, 'body-part'), ({ id }) => bodyRegionsOf(id))),
  ]),
);

/** The regions of the body that a block names, each once. */
export function regionsIn(block: Block): readonly string[] {
  return regionsOfBlock()(block);
}
