import {
  type CaseFacts,
  contentsOf,
  decisionsOf,
  type ItemDecision,
  type ItemFacts,
} from '../facts/index.ts';
import type { Report, Rule } from './rule.ts';

type Reporter = (report: Report) => void;

let checks = 0;

/** A number of its own for a check that keeps where it is silent ({@link ItemContent}). */
export function numberOfCheck(): number {
  return checks++;
}

/**
 * The check of a rule that reads item by item. Whether it says anything of an item depends on nothing but the blocks of
 * the item, and on what is known of drugs, parts, guidelines and forms; so an item of which it said nothing is passed
 * over as long as it reads the same. What it says may depend on the whole letter.
 */
export function inItems(read: (item: ItemFacts, report: Reporter) => void): Rule['check'] {
  return passing(
    ({ items }) => items,
    (item) => item,
    read,
  );
}

/** As {@link inItems}, of a rule that reads what each rationale decides. */
export function inDecisions(read: (decision: ItemDecision, report: Reporter) => void): Rule['check'] {
  return passing(decisionsOf, ({ item }) => item, read);
}

function passing<T>(
  listOf: (facts: CaseFacts) => readonly T[],
  itemOf: (entry: T) => ItemFacts,
  read: (entry: T, report: Reporter) => void,
): Rule['check'] {
  const number = numberOfCheck();
  return (facts, report) => {
    const contents = contentsOf(facts);
    for (const entry of listOf(facts)) {
      const silent = contents.get(itemOf(entry).node)?.silent;
      if (silent?.[number]) continue;
      let said = false;
      read(entry, (found) => {
        said = true;
        report(found);
      });
      if (silent && !said) silent[number] = true;
    }
  };
}
