import { setOf } from './clause-words.ts';
import { sideBySide } from './misformed.ts';
import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

/**
 * Finds articles behind which the noun is lost: "a tear of the with edema", "the request is for a and a brace". What is
 * joined by a hyphen is a noun of its own ("the by-pass").
 */
export function checkLostNouns(tokens: readonly Token[]): WordFinding[] {
  const findings: WordFinding[] = [];
  for (let at = 0; at + 1 < tokens.length; at++) {
    const article = tokens[at] as Token;
    const next = tokens[at + 1] as Token;
    if (!BEHIND.get(article.opens ? article.lower : article.text)?.has(next.text)) continue;
    const behind = tokens[at + 2]?.lower ?? '';
    if (next.glued || JOINS.has(behind) || NAMED.has(behind) || tokens[at - 1]?.type === 'mark') continue;
    findings.push(
      sideBySide(article, next, 'a noun is missing between them', [], 'an article without a noun'),
    );
  }
  return findings;
}

const JOINS = setOf('- / " . , :');
const PREPOSITIONS = 'of with for from because since which';
const LEADS = `${PREPOSITIONS} was were are has had did does`;
/** Nouns that make one name with the preposition before them: "a with contrast MRI", "the for profit clinic". */
const NAMED = setOf('contrast and profit or gadolinium');
/** Words that never stand behind an article. */
const BEHIND: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['the', setOf(`${LEADS} is and or that`)],
  // "option a was chosen"
  ['a', setOf(PREPOSITIONS)],
  ['an', setOf(`${LEADS} is and or that to`)],
  ['his', setOf('with for by from because since which')],
  ['their', setOf(`${LEADS} is and or that to in at by`)],
]);
