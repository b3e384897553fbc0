import { type Knowledge, knowledge } from '../catalog/index.ts';
import { gather } from '../gather.ts';
import { type Block, type Folded, type FormTables, forms } from '../syntax/index.ts';
import { type CaseFacts, perCase } from './case.ts';
import { perBlock } from './per-block.ts';

/** What an item says, whichever letter it stands in and wherever: the same object as long as its blocks read the same. */
export interface ItemContent {
  /**
   * For each check, by its number, what it keeps of items with this content: what was given when it had nothing to say
   * of one, or what it reads in them.
   */
  readonly kept: unknown[];
}

let checks = 0;

/** A number of its own for a check that keeps something of items; taken when the program is loaded. */
export function numberOfCheck(): number {
  return checks++;
}

/** A content with what it is told by. */
interface Known extends ItemContent {
  readonly knowledge: Knowledge;
  readonly form: FormTables;
  readonly blocks: readonly BlockContent[];
}

/** What a block says: its type, its label and its text as it stands in the source. */
interface BlockContent {
  readonly kind: string;
  readonly label: string | undefined;
  readonly folded: Folded;
}

/** Blocks of a letter that belong together: those of an item, or a block of a section. */
export interface Part {
  readonly blocks: readonly Block[];
  readonly content: ItemContent | undefined;
}

/** A short rationale may stand under many headings; of more than these the oldest is forgotten. */
const mostAlike = 64;

/** Contents by the last block of the item, a rationale mostly, which is seldom that of another. */
const endingWith = perBlock((): Known[] => []);

/** The contents of the items of a letter, in their order; of an item without blocks there is none. */
export const contentsOf: (facts: CaseFacts) => readonly (ItemContent | undefined)[] = perCase(({ items }) =>
  items.map(({ node }) => contentOf(node.children)),
);

/** The blocks of a letter in order of place, those of an item together. */
export const partsOf: (facts: CaseFacts) => readonly Part[] = perCase((facts) => {
  const contents = contentsOf(facts);
  let items = 0;
  return gather(facts.sections, ({ children }) =>
    children.map(
      (child): Part =>
        child.type === 'item'
          ? { blocks: child.children, content: contents[items++] }
          : { blocks: [child], content: undefined },
    ),
  );
});

function contentOf(blocks: readonly Block[]): ItemContent | undefined {
  const last = blocks[blocks.length - 1];
  if (!last) return undefined;
  const alike = endingWith(last);
  const known = alike.find((content) => holds(content, blocks));
  if (known) return known;
  if (alike.length >= mostAlike) alike.shift();
  const content: Known = {
    kept: new Array(checks).fill(undefined),
    knowledge: knowledge.current,
    form: forms.current,
    blocks: blocks.map((block) => ({
      kind: kindOf(block),
      label: labelOf(block),
      folded: block.flow.folded,
    })),
  };
  alike.push(content);
  return content;
}

function holds(content: Known, blocks: readonly Block[]): boolean {
  if (content.knowledge !== knowledge.current || content.form !== forms.current) return false;
  if (content.blocks.length !== blocks.length) return false;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block;
    const { kind, label, folded } = content.blocks[at] as BlockContent;
    if (folded !== block.flow.folded || kind !== kindOf(block) || label !== labelOf(block)) return false;
  }
  return true;
}

function kindOf(block: Block): string {
  return block.type === 'guidelineLine' ? block.party : block.type;
}

function labelOf(block: Block): string | undefined {
  return block.type === 'guidelineLine' || block.type === 'rationale' ? block.label?.text : undefined;
}
