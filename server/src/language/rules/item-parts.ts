import type { ItemFacts } from '../facts/index.ts';
import { gather } from '../gather.ts';
import {
  forms,
  type GuidelineLine,
  itemParts,
  type Label,
  type Prose,
  type Rationale,
} from '../syntax/index.ts';

/** Parts of a disputed item after its heading, in the order of the form. */
export const partOrder = itemParts;

export type PartName = (typeof partOrder)[number];

export type PartBlock = GuidelineLine | Rationale;

/** The name of a labelled block; undefined for text without label. */
function partOf(block: ItemFacts['node']['children'][number]): PartName | undefined {
  if (block.type === 'guidelineLine') return block.party;
  return block.type === 'rationale' && block.label ? 'rationale' : undefined;
}

/** The labelled blocks of an item in order of place. */
export function labelledParts(item: ItemFacts): { name: PartName; block: PartBlock; label: Label }[] {
  return gather(item.node.children, (block) => {
    const name = partOf(block);
    const label = block.type === 'guidelineLine' || block.type === 'rationale' ? block.label : undefined;
    return name && label ? [{ name, block: block as PartBlock, label }] : [];
  });
}

const citing = /^(?:Decision based on|The (?:Claims Administrator|Expert Reviewer) (?:did not cite|based))/i;

/** Text of an item that stands without a label, with the part that it must be: by its words, then by its place. */
export function unlabelledParts(item: ItemFacts): { name: PartName; block: Prose | Rationale }[] {
  const found: { name: PartName; block: Prose | Rationale }[] = [];
  let seenClaims = false;
  for (const block of item.node.children) {
    const name = partOf(block);
    if (name) {
      seenClaims ||= name === 'claims';
      continue;
    }
    if (block.type !== 'prose' && block.type !== 'rationale') continue;
    const cites = citing.test(block.flow.text);
    const administrators = /^The Claims Administrator/i.test(block.flow.text);
    const as: PartName = !cites ? 'rationale' : seenClaims && !administrators ? 'maximus' : 'claims';
    if (as === 'claims') seenClaims = true;
    found.push({ name: as, block });
  }
  return found;
}

/** The label of a part as the form prints it. */
export function labelOf(name: PartName): string {
  return forms.current.labels[name];
}
