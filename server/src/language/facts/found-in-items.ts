import type { CaseFacts, ItemFacts } from './case.ts';
import { contentsOf, numberOfCheck } from './item-content.ts';

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
    for (const item of facts.items) {
      const silent = contents.get(item.node)?.silent;
      if (silent?.[number] === true) continue;
      const found = read(item);
      for (const each of found) all.push(each);
      if (silent && found.length === 0) silent[number] = true;
    }
    return all;
  };
}
