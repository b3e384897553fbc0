import { fieldTerms, type TermCategory } from './field-terms.ts';
import { remember } from './memo.ts';
import { beatsOf, digitsWith, openingsOf, soundDistance } from './sounds.ts';
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
/** Letters that each written word is shorter than the term, at least: it has but a part of it. */
const LEAST_SHORTER = 2;
/** Letters that what was written may have more or less than the term. */
const MOST_DIFFERENCE = 3;
/** A term that is met this often in running English is not misheard. */
const COMMON: WordRank = 4;
/** A word of this rank is met in any text. */
const USUAL: WordRank = 3;

/** Makes the check; `dictionary` tells how usual a word is. */
export function createMisheard(dictionary: WordsDictionary): Misheard {
  const terms = new TermsByBeats(dictionary);
  // the same few words stand beside each other again and again
  const distanceOf: DistanceOf = remember((pair) => {
    const [term = '', ...written] = pair.split(' ');
    return readDistance(written, term, dictionary) ?? Number.POSITIVE_INFINITY;
  });
  return {
    check(tokens) {
      const findings: WordFinding[] = [];
      let at = 0;
      while (at < tokens.length) {
        const heard = heardAt(tokens, at, terms, distanceOf);
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

const OPENS = 1;
const WHOLE = 2;

/** Entries of the table that tells at once of most digits that no term has them; a power of two. */
const TABLE = 1 << 16;

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
      for (const opening of openingsOf(lower)) this.mark(opening, OPENS);
      this.mark(digits, WHOLE);
    }
  }

  /** Whether a term may begin with the digits, and whether one may have them: {@link OPENS}, {@link WHOLE}. */
  lookUp(digits: number): number {
    return this.table[entryOf(digits)] as number;
  }

  private mark(digits: number, bit: number): void {
    const entry = entryOf(digits);
    this.table[entry] = (this.table[entry] as number) | bit;
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
  distanceOf: DistanceOf,
): Heard | undefined {
  let best: Heard | undefined;
  let digits = 0;
  let closes = 0;
  let letters = 0;
  let longest = 0;
  let written = '';
  const most = Math.min(at + MOST_WORDS, tokens.length);
  for (let next = at; next < most; next++) {
    const token = tokens[next] as Token;
    if (token.type !== 'word') break;
    const { beats } = token.word;
    digits = digitsWith(digits, closes, beats);
    closes = beats.closes;
    const found = terms.lookUp(digits);
    // What no term begins with, no further word makes a term.
    if (digits !== 0 && (found & OPENS) === 0) break;
    letters += token.lower.length;
    longest = Math.max(longest, token.lower.length);
    written += ` ${token.lower}`;
    if (next === at || (found & WHOLE) === 0) continue;
    const words = next - at + 1;
    for (const term of terms.with(digits)) {
      if (Math.abs(letters - term.length) > MOST_DIFFERENCE || longest > term.length - LEAST_SHORTER)
        continue;
      const distance = distanceOf(term + written);
      if (distance < Number.POSITIVE_INFINITY && (best === undefined || distance <= best.distance))
        best = { term, words, distance };
    }
  }
  return best;
}

/** The distance of a term and the words that were written for it, all with a space between them; infinite for none. */
type DistanceOf = (pair: string) => number;

/** How far words are from a term, in parts of its length; undefined where they are no mishearing of it. */
function readDistance(
  written: readonly string[],
  term: string,
  dictionary: WordsDictionary,
): number | undefined {
  const rank = Math.min(
    ...written.map((word) => (word.length < LEAST_RANKED ? COMMON : dictionary.rank(word))),
  );
  if (rank > USUAL) return undefined;
  const limit = limitOf(rank, written.length, term);
  if (limit < 0 || written.some((word) => isTerm(word) || isStemOf(word, term, rank))) return undefined;
  const distance = soundDistance(written.join(''), term) / term.length;
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
