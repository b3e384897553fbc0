import { fieldLimit } from '../../server/src/language/words/corrections.ts';
import { weightedDistance } from '../../server/src/language/words/edit-distance.ts';
import { fieldTerms } from '../../server/src/language/words/field-terms.ts';
import { locativeAdjective } from '../../server/src/language/words/locative.ts';
import { smallWordSplit } from '../../server/src/language/words/split-word.ts';
import type { WordRank } from '../../server/src/language/words/types.ts';

const LEAST_LENGTH = 4;
/** Letters by whose deletions words are first compared; longer ones cost more time, shorter ones more distances. */
const PREFIX = 8;

/** Those of some rare words that the spelling check would tell as misspellings if they were not listed. */
export function wordsTold(rare: readonly string[], ranks: ReadonlyMap<string, number>): Set<string> {
  const checked = rare.filter((word) => word.length >= LEAST_LENGTH && /^[a-z]+$/.test(word)).sort();
  const told = new Set<string>();
  const usual = [...ranks].filter(([word, rank]) => rank >= 3 && word.length >= LEAST_LENGTH - 1);
  addNear(
    checked,
    usual.map(([word]) => word),
    1,
    () => 1,
    told,
  );
  const terms = [...fieldTerms].filter(
    ([term, { category }]) => category !== 'names' && term.length >= LEAST_LENGTH,
  );
  addNear(
    checked,
    terms.map(([term]) => term),
    2,
    fieldLimit,
    told,
  );
  const dictionary = { size: ranks.size, rank: (word: string) => (ranks.get(word) ?? 0) as WordRank };
  for (const word of checked) {
    const split = smallWordSplit(word, dictionary) !== undefined;
    if (split || locativeAdjective(word, dictionary) !== undefined) told.add(word);
  }
  return told;
}

/**
 * Adds the words that stand near one of `targets`. Words at most `edits` apart have first letters that become the
 * same when at most so many of them are left out, so only such pairs are measured.
 */
function addNear(
  sorted: readonly string[],
  targets: readonly string[],
  edits: 1 | 2,
  limitFor: (length: number) => number,
  told: Set<string>,
): void {
  const index = new Map<string, string[]>();
  for (const target of targets) {
    for (const key of deletions(target.slice(0, PREFIX), edits)) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [target]);
      else list.push(target);
    }
  }
  let prefix = '';
  let candidates: string[] = [];
  for (const word of sorted) {
    if (word.slice(0, PREFIX) !== prefix) {
      prefix = word.slice(0, PREFIX);
      candidates = [...new Set([...deletions(prefix, edits)].flatMap((key) => index.get(key) ?? []))];
    }
    const limit = limitFor(word.length);
    const near = (target: string) =>
      Math.abs(target.length - word.length) <= edits && weightedDistance(word, target, limit) <= limit;
    if (candidates.some(near)) told.add(word);
  }
}

/** The text and all it becomes when at most `edits` of its letters are left out. */
function deletions(text: string, edits: 1 | 2): Set<string> {
  const keys = new Set([text]);
  for (let i = 0; i < text.length; i++) {
    const rest = text.slice(0, i) + text.slice(i + 1);
    if (edits === 1) keys.add(rest);
    else for (const key of deletions(rest, 1)) keys.add(key);
  }
  return keys;
}
