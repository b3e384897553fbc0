import {
  type CaseFacts,
  citationsOf,
  contentsOf,
  decisionOf,
  type ItemCitations,
  type ItemDecision,
  type ItemFacts,
  namedRegionsOf,
  numberOfCheck,
} from '../facts/index.ts';
import type { Report, Rule } from './rule.ts';

type Reporter = (report: Report) => void;

/**
 * The check of a rule that reads item by item. Whether it says anything of an item depends on nothing but the blocks of
 * the item, and on what is known of drugs, parts, guidelines and forms; so an item of which it said nothing is passed
 * over as long as it reads the same. What it says may depend on the whole letter.
 */
export function inItems(read: (item: ItemFacts, report: Reporter) => void): Rule['check'] {
  return passing(({ items }) => ({ list: items, given: true }), read);
}

/** As {@link inItems}, of a rule that reads what each rationale decides. */
export function inDecisions(read: (decision: ItemDecision, report: Reporter) => void): Rule['check'] {
  return inItems((item, report) => {
    const decision = decisionOf(item);
    if (decision) read(decision, report);
  });
}

/** As {@link inItems}, of a rule that reads what each item cites, and on which dates the case can be judged. */
export function inCitations(
  read: (item: ItemCitations, report: Reporter, dates: readonly string[]) => void,
): Rule['check'] {
  return passing((facts) => {
    const { items, dates } = citationsOf(facts);
    return { list: items, given: dates };
  }, read);
}

/** As {@link inItems}, of a rule that holds each item against the regions of the body that the letter names. */
export function inRegions(
  read: (item: ItemFacts, report: Reporter, regions: readonly string[]) => void,
): Rule['check'] {
  return passing((facts) => ({ list: facts.items, given: namedRegionsOf(facts) }), read);
}

/** @param of what a rule reads of each item, in order of the items, and what of the letter that depends on: the same object as long as it says the same */
function passing<T, G>(
  of: (facts: CaseFacts) => { list: readonly T[]; given: G },
  read: (entry: T, report: Reporter, given: G) => void,
): Rule['check'] {
  const number = numberOfCheck();
  return (facts, report) => {
    const contents = contentsOf(facts);
    const { list, given } = of(facts);
    let said = 0;
    const listen: Reporter = (found) => {
      said++;
      report(found);
    };
    for (let index = 0; index < list.length; index++) {
      const kept = contents[index]?.kept;
      if (kept?.[number] === given) continue;
      const before = said;
      read(list[index] as T, listen, given);
      if (kept && said === before) kept[number] = given;
    }
  };
}
