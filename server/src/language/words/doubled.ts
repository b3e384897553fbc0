import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

/** Words that may stand twice in good English ("had had", "that that", "gave her her medication"). */
const MAY_REPEAT: ReadonlySet<string> = new Set(
  'had that her so very much many bye do no ha her his'.split(' '),
);
const LONGEST_PHRASE = 7;
const HAS_DIGIT = /\d/;
/** First words of phrases that rightly repeat after a relative clause ("one that is not recommended is not ..."). */
const VERBS: ReadonlySet<string> = new Set('is are was were has have does do can may will should'.split(' '));
const RELATIVES: ReadonlySet<string> = new Set(
  'that which who what whatever whoever how if whether'.split(' '),
);
const PRONOUNS: ReadonlySet<string> = new Set('there it he she they this'.split(' '));
const LONGEST_RELATIVE_CLAUSE = 8;
/** Words that belong to a verb before a preposition of the same form. */
const PARTICLES: ReadonlySet<string> = new Set(['in', 'on']);
/** Verbs that take such a word. */
const WITH_PARTICLE: ReadonlySet<string> = new Set(
  'came come comes coming went go goes going gone turned turn sent brought called checked logged walked handed moved put had has wore worn keep kept carried carry'.split(
    ' ',
  ),
);

/** Finds words and phrases that stand twice in a row; titles in a list may begin alike ("Opioids, Opioids, dosing"). */
export function checkDoubled(tokens: readonly Token[]): WordFinding[] {
  const findings: WordFinding[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const length = repeatedLength(tokens, i);
    if (length > 0) {
      findings.push(toFinding(tokens, i, length));
      i += 2 * length - 1;
    }
  }
  return findings;
}

/** Length of the shortest phrase at `at` that is repeated at once; 0 when there is none. */
function repeatedLength(tokens: readonly Token[], at: number): number {
  const first = tokens[at] as Token;
  if (first.type !== 'word') return 0;
  for (let length = 1; length <= LONGEST_PHRASE && at + 2 * length <= tokens.length; length++) {
    if (tokens[at + length]?.lower === first.lower && isRepeated(tokens, at, length)) return length;
    if (tokens[at + length - 1]?.type !== 'word') return 0;
  }
  return 0;
}

function isRepeated(tokens: readonly Token[], at: number, length: number): boolean {
  let letters = 0;
  for (let k = 0; k < length; k++) {
    const one = tokens[at + k] as Token;
    const two = tokens[at + length + k] as Token;
    if (one.lower !== two.lower || one.type !== 'word') return false;
    if (two.glued || (k > 0 && one.glued)) return false;
    // "Pain pain": a title running into its text
    if (one.text !== two.text && !one.opens) return false;
    if (HAS_DIGIT.test(one.text)) return false;
    letters += one.text.length;
  }
  const first = tokens[at] as Token;
  if (length === 1) {
    // a hyphen or slash at either side: "side-to side", "and/or or"
    const joined = first.glued || tokens[at + 2]?.glued === true;
    const mark = tokens[at + 2]?.text;
    const joinedAfter = joined && (mark === '-' || mark === '/' || mark === "'");
    // "what relief there was was brief"
    const behindPronoun = PRONOUNS.has(tokens[at - 1]?.lower ?? '');
    const endsClause = behindPronoun && VERBS.has(first.lower) && isBehindRelative(tokens, at);
    // "came in in November", "had it on on that day"
    const ofVerb = PARTICLES.has(first.lower) && isWithParticle(tokens, at);
    const mayRepeat = MAY_REPEAT.has(first.lower) || endsClause || ofVerb;
    return (letters > 1 || isArticle(tokens, at)) && !mayRepeat && !joinedAfter && !first.glued;
  }
  if (!VERBS.has(first.lower)) return letters > 4;
  return letters > 4 && tokens[at + 1]?.lower !== 'not' && !isBehindRelative(tokens, at);
}

/** What a single letter behind it belongs to: "hepatitis a", "vitamin a". */
const LETTERED: ReadonlySet<string> = new Set(
  'hepatitis vitamin type group part class grade item'.split(' '),
);

/** Whether the first of two "a" is an article like the second, and no letter of a list. */
function isArticle(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const noun = tokens[at + 2];
  return (
    tokens[at]?.text === 'a' &&
    before?.type === 'word' &&
    !LETTERED.has(before.lower) &&
    noun?.type === 'word' &&
    noun.text.length > 2
  );
}

/** Whether the word before, or the one before "it", takes a particle. */
function isWithParticle(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  return WITH_PARTICLE.has(before === 'it' ? (tokens[at - 2]?.lower ?? '') : before);
}

function isBehindRelative(tokens: readonly Token[], at: number): boolean {
  for (let k = at - 1; k >= Math.max(0, at - LONGEST_RELATIVE_CLAUSE); k--) {
    const { lower } = tokens[k] as Token;
    if (RELATIVES.has(lower)) return true;
    if (lower === '.') return false;
  }
  return false;
}

function toFinding(tokens: readonly Token[], at: number, length: number): WordFinding {
  const start = (tokens[at + length - 1] as Token).end;
  const end = (tokens[at + 2 * length - 1] as Token).end;
  const phrase = tokens
    .slice(at, at + length)
    .map((token) => token.text)
    .join(' ');
  return {
    start,
    end,
    kind: 'doubled-word',
    severity: 'warning',
    message: `“${phrase}” stands twice.`,
    suggestions: [''],
    preferred: true,
    evidence: 'the same words twice in a row',
  };
}
