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

const cache = new WeakMap<Block, readonly SidedPart[]>();

/** What may stand between a side and its part: a few words, no stop. */
const between = /^(?:[A-Za-z0-9'-]* ){0,3}[A-Za-z0-9'-]*[ -]$/;
const isTerm = (node: Block['children'][number]): node is TermNode => node.type === 'term';

/** Terms of a block, of one kind or of all. */
export function termsOf(block: Block, kind?: TermNode['kind']): TermNode[] {
  return block.children.filter(
    (node): node is TermNode => isTerm(node) && (kind === undefined || node.kind === kind),
  );
}

/** A sided part of a block, by the numbers of its nodes among the children of the block. */
interface SidedTerms {
  readonly side: SidedPart['side'];
  readonly part: string;
  readonly regions: readonly string[];
  readonly sideAt: number;
  readonly partAt: number;
}

/** A sided part whose nodes are looked up when they are asked for: many are only counted. */
class SidedMention implements SidedPart {
  readonly side: SidedPart['side'];
  readonly part: string;
  readonly regions: readonly string[];
  readonly block: Block;
  readonly #terms: SidedTerms;

  constructor(terms: SidedTerms, block: Block) {
    this.side = terms.side;
    this.part = terms.part;
    this.regions = terms.regions;
    this.block = block;
    this.#terms = terms;
  }

  get sideNode(): TermNode {
    return this.block.children[this.#terms.sideAt] as TermNode;
  }

  get partNode(): TermNode {
    return this.block.children[this.#terms.partAt] as TermNode;
  }
}

/** The sided parts of a block, in order: each side with the part that follows it ("right rotator cuff tear"). */
export function sidedPartsOf(block: Block): readonly SidedPart[] {
  const terms = sidesOf()(block).parts;
  if (terms.length === 0) return [];
  let found = cache.get(block);
  if (!found) {
    found = terms.map((each) => new SidedMention(each, block));
    cache.set(block, found);
  }
  return found;
}

/** The sides that a block names: of parts, and all of them. */
interface Sides {
  readonly parts: readonly SidedTerms[];
  readonly all: readonly string[];
}

const sidesOf = knowledge.per(() => perBlock(readSides));

function readSides({ children, flow }: Block): Sides {
  const parts: SidedTerms[] = [];
  const all: string[] = [];
  let sideAt = -1;
  for (let at = 0; at < children.length; at++) {
    const node = children[at];
    if (node?.type !== 'term') continue;
    if (node.kind === 'side') {
      all.push(node.id);
      sideAt = at;
    } else if (node.kind === 'body-part') {
      const side = children[sideAt];
      if (side?.type === 'term' && hasSides(node.id) && stands(flow.text.slice(side.end, node.start))) {
        const regions = bodyRegionsOf(node.id);
        parts.push({ side: side.id as SidedPart['side'], part: node.id, regions, sideAt, partAt: at });
      }
      sideAt = -1;
    }
  }
  return { parts, all };
}

/** Whether so little stands between a side and a part that they belong together. */
function stands(gap: string): boolean {
  return gap.length <= 40 && between.test(gap);
}

const isSided = ({ type }: Block): boolean =>
  type === 'prose' || type === 'itemHeading' || type === 'rationale';

/** The sided parts of the summary, the headings and the rationales. */
export const allSidedParts: (facts: CaseFacts) => readonly SidedPart[] = perCase(({ blocks }) =>
  gather(blocks, (block) => (isSided(block) ? sidedPartsOf(block) : [])),
);

/** The sides that a block names, of parts and of anything else. */
export function sidesIn(block: Block): readonly string[] {
  return sidesOf()(block).all;
}

const regionsOfBlock = knowledge.per(() =>
  perBlock((block): readonly string[] => [
    ...new Set(gather(termsOf(block, 'body-part'), ({ id }) => bodyRegionsOf(id))),
  ]),
);

/** The regions of the body that a block names, each once. */
export function regionsIn(block: Block): readonly string[] {
  return regionsOfBlock()(block);
}
