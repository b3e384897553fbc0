import { countOf, PREPOSITION, setOf, THE } from './clause-words.ts';
import { misformed } from './misformed.ts';
import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

/**
 * Finds adjectives where only an adverb describes what follows ("the wound was complete healed"), and adverbs before a
 * noun that nothing else describes ("an antalgically gait").
 */
export function checkAdverbs(tokens: readonly Token[]): WordFinding[] {
  const findings: WordFinding[] = [];
  for (let at = 1; at + 1 < tokens.length; at++) {
    const { lower, text, opens } = tokens[at] as Token;
    if (text !== lower || opens) continue;
    const right = lower.endsWith('ly') ? asAdjective(tokens, at) : asAdverb(tokens, at);
    if (right !== undefined) findings.push(misformed(tokens[at] as Token, right, 'what follows it'));
  }
  return findings;
}

/** Adjectives whose adverb may stand before a participle. */
const DESCRIBES = setOf(
  'complete partial significant moderate mild severe adequate proper appropriate recent previous current initial subsequent clear specific bilateral surgical gradual slight substantial sufficient successful temporary permanent conservative accidental industrial immediate frequent occasional repeated routine general explicit formal thorough poor careful rare usual strong high wide full easy',
);
const BEFORE = setOf('is was are were be been being has have had');
/** Ends of compounds that are often written without a hyphen: "is industrial related". */
const COMPOUND = setOf('related based oriented sized shaped sided handed advanced compared needed');

/** The adverb for an adjective that only a verb can follow, or that only a verb stands before. */
function asAdverb(tokens: readonly Token[], at: number): string | undefined {
  const { lower } = tokens[at] as Token;
  const ahead =
    (DESCRIBES.has(lower) && isBeforeParticiple(tokens, at)) || (NO_VERB.has(lower) && isDenied(tokens, at));
  const behind = MANNER.has(lower) && MOVING.has((tokens[at - 1] as Token).lower) && endsClause(tokens, at);
  return ahead || behind ? adverbOf(lower) : undefined;
}

/** Whether a word stands between a form of "to be" or "to have" and a participle that ends the phrase. */
function isBeforeParticiple(tokens: readonly Token[], at: number): boolean {
  const participle = (tokens[at + 1] as Token).lower;
  if (!BEFORE.has((tokens[at - 1] as Token).lower)) return false;
  return /.{4}ed$/.test(participle) && !COMPOUND.has(participle) && endsPhrase(tokens, at + 1);
}

/** Those of them that are no verbs. */
const NO_VERB = setOf(
  'adequate sufficient significant proper explicit formal specific thorough careful full immediate',
);
const ASKS_VERB = setOf('did does do could can should would will');

/** "He did not adequate address it": behind a denied helping verb stands a verb. */
function isDenied(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at + 1] as Token;
  return (
    tokens[at - 1]?.lower === 'not' && ASKS_VERB.has(tokens[at - 2]?.lower ?? '') && verb.type === 'word'
  );
}

/** Adjectives that are written for the manner of what is done: "he sleeps poor". */
const MANNER = setOf('slow gradual poor sudden rapid steady quick easy prompt significant');
/** Verbs of which they tell, in forms that are no nouns. */
const MOVING = setOf(
  'moving moves tapered tapering sleeps slept sleeping began begins started developed improved improving worsened worsening increased decreased progressed progressing responded responding healed healing heals functioning occurred resolved climbs climbing breathes rises',
);
const CLAUSE_END = setOf('. , ; and but because without when while after before since with to over');

function endsClause(tokens: readonly Token[], at: number): boolean {
  return CLAUSE_END.has((tokens[at + 1] as Token).lower);
}

function adverbOf(adjective: string): string {
  if (adjective === 'full') return 'fully';
  if (adjective === 'easy') return 'easily';
  return adjective.endsWith('le') ? `${adjective.slice(0, -1)}y` : `${adjective}ly`;
}

const BE = setOf('is was are were be');
/** Adverbs of qualities behind which, at the end of a clause, nothing is left that they could describe. */
const QUALITY = setOf('reasonably constantly necessarily severely consistently adequately sharply');

/** The adjective for an adverb that describes a noun, or what a sentence is about: "the pain is constantly, and sharp". */
function asAdjective(tokens: readonly Token[], at: number): string | undefined {
  const { lower } = tokens[at] as Token;
  const next = (tokens[at + 1] as Token).text;
  const said =
    QUALITY.has(lower) && BE.has((tokens[at - 1] as Token).lower) && (next === '.' || next === ',');
  return said ? adjectiveOf(lower) : beforeNoun(tokens, at);
}

const SHORTEST_ADVERB = 6;
const ONE = setOf('a an each every another');
/** Words in "-ly" that are no adverbs, or adjectives as well. */
const NO_ADVERB = setOf(
  'daily weekly monthly yearly hourly nightly quarterly biweekly bimonthly early only likely unlikely timely untimely costly elderly friendly orderly bodily lonely lively deadly sickly kindly family assembly reassembly supply reply finally readonly ghostly july anomaly fly jelly belly worldly stately homely comely ugly silly holy oily curly hilly burly surly poly rally tally folly ply apply comply rely multiply imply',
);

/** Nouns that name what a verb does, which are no nouns of the field. */
const DEED = setOf('decline decrease increase drop rise change delay gap benefit effect');

/** The adjective for an adverb between an article and a noun that ends the phrase. */
function beforeNoun(tokens: readonly Token[], at: number): string | undefined {
  const { lower } = tokens[at] as Token;
  if (lower.length < SHORTEST_ADVERB || NO_ADVERB.has(lower)) return undefined;
  const article = (tokens[at - 1] as Token).lower;
  const noun = tokens[at + 1] as Token;
  // "this usually results in"
  if ((!ONE.has(article) && !THE.has(article)) || noun.glued || noun.text !== noun.lower) return undefined;
  const named = DEED.has(noun.lower) || countOf(noun.lower) !== undefined;
  if (!named || DESCRIBES_NOUN.test(noun.lower)) return undefined;
  return endsPhrase(tokens, at + 1) ? adjectiveOf(lower) : undefined;
}

/** Nouns of the field that are adjectives or participles as well. */
const DESCRIBES_NOUN = /(?:ed|ing|ive|al|ic|ary|ent|ant|able)$/;
/** Adjectives in "-ic" whose adverb ends in "-ically"; the rest end in "-ical". */
const IC =
  /^(?:antalg|chron|specif|diagnost|therapeut|traumat|systemat|automat|dramat|symptomat|period|endoscop|arthroscop|acoust|galvan|thorac|analges|opioiderg|sporad|orthoped|electron|genet|metabol|allerg|basic|academ|realist)$/;

function adjectiveOf(adverb: string): string {
  if (adverb.endsWith('ically')) {
    const stem = adverb.slice(0, -'ically'.length);
    return IC.test(stem) ? `${stem}ic` : `${stem}ical`;
  }
  if (adverb.endsWith('bly')) return `${adverb.slice(0, -1)}e`;
  return adverb.endsWith('ily') ? `${adverb.slice(0, -'ily'.length)}y` : adverb.slice(0, -'ly'.length);
}

const BEHIND = setOf('. , ; ) and or but that which who is was were are has had');

/** Whether nothing follows that the word could describe. */
function endsPhrase(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next === undefined || BEHIND.has(next.lower) || PREPOSITION.has(next.lower);
}
