import type { Block } from '../syntax/index.ts';
import type { CaseFacts, ItemFacts } from './case.ts';
import { contentsOf, numberOfCheck, partsOf } from './item-content.ts';

/**
 * What a function finds in the items of a letter, in their order. Whether it finds anything in an item depends on nothing
 * but the blocks of the item, and on what is known of drugs, parts, guidelines and forms; so an item in which it found
 * nothing is passed over as long as it reads the same.
 */
export function foundInItems<T>(read: (item: ItemFacts) => readonly T[]): (facts: CaseFacts) => readonly T[] {
  const number = numberOfCheck();
  return (facts) => {
    const contents = contentsOf(facts);
    const all: T[] = [];
    for (let index = 0; index < facts.items.length; index++) {
      const item = facts.items[index] as ItemFacts;
      const kept = contents[index]?.kept;
      if (kept?.[number] === true) continue;
      const found = read(item);
      for (const each of found) all.push(each);
      if (kept && found.length === 0) kept[number] = true;
    }
    return all;
  };
}

/** As {@link foundInItems}, of the blocks of a letter one by one, with the block of each. */
export function foundInBlocks<T>(
  read: (block: Block) => readonly T[],
): (facts: CaseFacts) => readonly { readonly block: Block; readonly found: T }[] {
  const number = numberOfCheck();
  return (facts) => {
    const all: { block: Block; found: T }[] = [];
    for (const { blocks, content } of partsOf(facts)) {
      if (content?.kept[number] === true) continue;
      const before = all.length;
      for (const block of blocks) {
        for (const found of read(block)) all.push({ block, found });
      }
      if (content && all.length === before) content.kept[number] = true;
    }
    return all;
  };
}

/** Something that an item tells, and the item. */
export interface Told<T> {
  readonly item: ItemFacts;
  readonly told: T;
}

/**
 * As {@link foundInItems}, of what is plain data: it is kept with what the item says, so it must hold no node of the tree,
 * and must not be changed.
 */
export function toldByItems<T>(
  read: (item: ItemFacts) => readonly T[],
): (facts: CaseFacts) => readonly Told<T>[] {
  const number = numberOfCheck();
  return (facts) => {
    const contents = contentsOf(facts);
    const all: Told<T>[] = [];
    for (let index = 0; index < facts.items.length; index++) {
      const item = facts.items[index] as ItemFacts;
      const kept = contents[index]?.kept;
      const known = (kept?.[number] as readonly T[] | undefined) ?? read(item);
      if (kept) kept[number] = known;
      for (const told of known) all.push({ item, told });
    }
    return all;
  };
}
