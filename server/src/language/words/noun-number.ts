import { countOf, DESCRIBING, PREPOSITION, setOf, THIRD } from './clause-words.ts';
import { inflect } from './inflection.ts';
import { misformed } from './misformed.ts';
import { isVerb } from './noun-phrase.ts';
import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

/**
 * Finds a plural behind an article that goes with one, where nothing but adjectives stands between: "a first-line
 * agents", "a second opinions was given". What a noun describes may be plural ("a drugs test"), so the phrase must end
 * behind the plural.
 */
export function checkNounNumber(tokens: readonly Token[]): WordFinding[] {
  const findings: WordFinding[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const article = tokens[at] as Token;
    if (!ONE_THING.has(article.lower) || (article.text !== article.lower && !article.opens)) continue;
    const noun = tokens[nounBehind(tokens, at)];
    if (noun === undefined) continue;
    findings.push(misformed(noun, inflect(noun.lower, 'singular'), 'one article and a plural'));
  }
  return findings;
}

const ONE_THING = setOf('a an another each every');
const MOST_WORDS = 5;

/** Place of a plural that ends the phrase of an article; -1 where none does. */
function nounBehind(tokens: readonly Token[], article: number): number {
  for (let at = article + 1; at < Math.min(tokens.length, article + 1 + MOST_WORDS); at++) {
    const token = tokens[at] as Token;
    if (token.text === '-' && token.glued && at > article + 1) continue;
    if (token.type !== 'word' || token.text !== token.lower) return -1;
    if (at > article + 1 && isPlural(token) && !token.glued) {
      return !isVerb(tokens, at) && endsPhrase(tokens, at) ? at : -1;
    }
    if (!isAdjective(tokens, at)) return -1;
  }
  return -1;
}

/** Plurals that are verbs as well, behind a compound: "a follow-up results in". */
const ALSO_VERBS = setOf('results attempts calls points');

/** Whether a word is a plural noun of the field and nothing else: "limits" may be a verb. */
function isPlural({ lower }: Token): boolean {
  return /[^su]s$/.test(lower) && countOf(lower) === 'more' && !THIRD.has(lower) && !ALSO_VERBS.has(lower);
}

const ADJECTIVE = /.{3}(?:ive|al|ic|ary|ous|ful|able|ible|ular)$/;
const ADJECTIVES = setOf(
  'first second third new large small single short long left right severe mild moderate certain different specific separate proper full simple brief proposed requested',
);

/** Whether a word can only describe the noun behind it, be it as a part of a compound: "first-line". */
function isAdjective(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at] as Token;
  const joined = isHyphen(tokens[at + 1]) || isHyphen(tokens[at - 1]);
  const plain = ADJECTIVE.test(lower) || ADJECTIVES.has(lower) || DESCRIBING.has(lower);
  return joined || (plain && (countOf(lower) === undefined || ADJECTIVES.has(lower)));
}

function isHyphen(token: Token | undefined): boolean {
  return token?.text === '-' && token.glued === true;
}

const BEHIND = setOf('is was were are has have had and or that which to before after because');

/** Whether no other noun can follow that the plural would describe. */
function endsPhrase(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined) return true;
  if (next.text === '.' || next.text === ',') return tokens[at + 2]?.glued !== true;
  return PREPOSITION.has(next.lower) || BEHIND.has(next.lower);
}
