import { fieldTerms, type TermCategory } from './field-terms.ts';
import { beatsOf, digitsWith, soundDistance } from './sounds.ts';
import type { Token } from './tokens.ts';
import type { WordFinding, WordRank, WordsDictionary } from './types.ts';

/**
 * Terms of the field that dictation has written as several other words: "by sip it all groove", "crap it us". No such
 * slip has to be known beforehand. It is told where the words sound as the term does, none of them is a term itself and
 * one is seldom met in running English: the rarer it is, and the more words there are, the less alike they need to be.
 */
export interface Misheard {
  /** Findings in the tokens of a text. */
  check(tokens: readonly Token[]): WordFinding[];
}

/** Categories whose terms dictation does not know; those of the rest are ordinary words. */
const CATEGORIES: ReadonlySet<TermCategory> = new Set([
  'drugs',
  'anatomy',
  'conditions',
  'procedures',
  'eponyms',
]);
/** Terms that usual words sound like side by side: "mark in", "cell arrays", "frame in a", "be a literal". */
const SOUND_USUAL: ReadonlySet<string> = new Set(['marcaine', 'solaraze', 'foramina', 'bilateral']);
const isLongWord = /^[a-z]{6,}$/;
const LEAST_BEATS = 4;
const MOST_WORDS = 5;
/** Letters that what was written may have more or less than the term. */
const MOST_DIFFERENCE = 3;
/** A term that is met this often in running English is not misheard. */
const COMMON: WordRank = 4;
/** A word of this rank is met in any text. */
const USUAL: WordRank = 3;

/** Makes the check; `dictionary` tells how usual a word is. */
export function createMisheard(dictionary: WordsDictionary): Misheard {
  const terms = new TermsByBeats(dictionary);
  return {
    check(tokens) {
      const findings: WordFinding[] = [];
      let at = 0;
      while (at < tokens.length) {
        const heard = heardAt(tokens, at, terms, dictionary);
        if (heard === undefined) {
          at++;
          continue;
        }
        findings.push(findingOf(tokens, at, heard));
        at += heard.words;
      }
      return findings;
    },
  };
}

/** Entries of the table that tells at once of most digits that no term has them; a power of two. */
const TABLE = 1 << 15;

/** The terms that may be misheard, by the digits of their beats. */
class TermsByBeats {
  private readonly terms = new Map<number, string[]>();
  private readonly table = new Uint8Array(TABLE);

  constructor(dictionary: WordsDictionary) {
    for (const [lower, { category }] of fieldTerms) {
      if (!CATEGORIES.has(category) || SOUND_USUAL.has(lower) || !isLongWord.test(lower)) continue;
      const { digits, count } = beatsOf(lower);
      if (count < LEAST_BEATS || dictionary.rank(lower) >= COMMON || endsSmall(lower, dictionary)) continue;
      const known = this.terms.get(digits);
      if (known) known.push(lower);
      else this.terms.set(digits, [lower]);
      this.table[entryOf(digits)] = 1;
    }
  }

  mayHave(digits: number): boolean {
    return this.table[entryOf(digits)] === 1;
  }

  with(digits: number): readonly string[] {
    return this.terms.get(digits) ?? [];
  }
}

function entryOf(digits: number): number {
  return (digits ^ (digits >>> 15)) & (TABLE - 1);
}

/** Whether a term is a usual word with a small one behind it, as "Bufferin" is. */
function endsSmall(term: string, dictionary: WordsDictionary): boolean {
  const [small] = /(?:an?|as|en|in|is|on|or)$/.exec(term) ?? [];
  return small !== undefined && dictionary.rank(term.slice(0, -small.length)) >= USUAL;
}

/** A term for which other words were heard. */
interface Heard {
  readonly term: string;
  readonly words: number;
  readonly distance: number;
}

/** The term that the words from `at` sound like; the nearest, and of equals the longest. */
function heardAt(
  tokens: readonly Token[],
  at: number,
  terms: TermsByBeats,
  dictionary: WordsDictionary,
): Heard | undefined {
  let best: Heard | undefined;
  let digits = 0;
  let closes = 0;
  const most = Math.min(at + MOST_WORDS, tokens.length);
  for (let next = at; next < most; next++) {
    const token = tokens[next] as Token;
    if (token.type !== 'word') break;
    const { beats } = token.word;
    digits = digitsWith(digits, closes, beats);
    closes = beats.closes;
    if (next === at || !terms.mayHave(digits)) continue;
    const words = next - at + 1;
    const written = tokens.slice(at, at + words).map(({ lower }) => lower);
    for (const term of terms.with(digits)) {
      const distance = distanceOf(written, term, dictionary);
      if (distance !== undefined && (best === undefined || distance <= best.distance))
        best = { term, words, distance };
    }
  }
  return best;
}

/** How far words are from a term, in parts of its length; undefined where they are no mishearing of it. */
function distanceOf(
  written: readonly string[],
  term: string,
  dictionary: WordsDictionary,
): number | undefined {
  const joined = written.join('');
  if (Math.abs(joined.length - term.length) > MOST_DIFFERENCE) return undefined;
  if (written.some((word) => word.length > term.length - 2 || isTerm(word))) return undefined;
  const rank = Math.min(
    ...written.map((word) => (word.length < LEAST_RANKED ? COMMON : dictionary.rank(word))),
  );
  if (rank > USUAL || written.some((word) => isStemOf(word, term, rank))) return undefined;
  const limit = limitOf(rank, written.length, term);
  if (limit < 0) return undefined;
  const distance = soundDistance(joined, term) / term.length;
  return distance <= limit ? distance : undefined;
}

/** Usual words must sound more like a term than rare ones, and two words more than three. */
function limitOf(rank: number, words: number, term: string): number {
  if (words > 2) return rank < USUAL ? 0.08 : 0.06;
  if (rank < USUAL) return 0.05;
  return term.length >= 8 ? 0.02 : -1;
}

/** Shorter words are met in any text, or are letters and abbreviations. */
const LEAST_RANKED = 3;

const LEAST_TERM = 5;

/** Whether a word is a term itself, and so rightly heard. */
function isTerm(word: string): boolean {
  return word.length >= LEAST_TERM && (fieldTerms.has(word) || fieldTerms.has(word.replace(/s$/, '')));
}

const ENDING = /^(?:e?d|s|ing|ive|ation|al|ion|ic|ally|ity|able|ment|y|ist|or|er|u?s)$/;
const BEGINNING = /^(?:un|de|re|over|in|dis|non|pre|post|dys)$/;

/** Whether a term is made of one of the words: "modify the" is not "modified", "or equivocal" not "unequivocal". */
function isStemOf(word: string, term: string, rank: number): boolean {
  if (word.length < 4) return false;
  if (term.startsWith(word)) return rank >= USUAL && ENDING.test(term.slice(word.length));
  return term.endsWith(word) && BEGINNING.test(term.slice(0, -word.length));
}

function findingOf(tokens: readonly Token[], at: number, { term, words }: Heard): WordFinding {
  const first = tokens[at] as Token;
  const last = tokens[at + words - 1] as Token;
  const found = tokens
    .slice(at, at + words)
    .map(({ text }) => text)
    .join(' ');
  const meant = (fieldTerms.get(term) as { text: string }).text;
  const suggestion = first.opens ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;
  return {
    start: first.start,
    end: last.end,
    kind: 'sound-alike',
    severity: 'warning',
    message: `“${found}” sounds like “${meant}”.`,
    suggestions: [suggestion],
    preferred: true,
    evidence: 'sounds like a term',
  };
}
