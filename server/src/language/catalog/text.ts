/** Small text helpers for looking names up: folding, words, edit distance. */

/** ASCII letters and digits, and the letters above them; typographic quotes, dashes and symbols are none. */
const isLetterOrDigit = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code > 0xbf && (code < 0x2000 || code > 0x2bff));

/** The words of a name, lower-cased, without punctuation; "&" reads as "and". */
export function wordsOf(name: string): string[] {
  const text = name.toLowerCase();
  const words: string[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 32;
    if (isLetterOrDigit(code)) {
      if (start < 0) start = i;
      continue;
    }
    if (start >= 0) words.push(text.slice(start, i));
    start = -1;
    if (code === 38) words.push('and');
  }
  return words;
}

/** Letters and digits only, lower-cased, "&" as "and": two names that fold alike are the same name. */
export function foldName(name: string): string {
  return wordsOf(name).join('');
}

/** A folded stretch of text that remembers where each folded character ended in the original. */
export interface FoldedText {
  folded: string;
  /** `ends[i]` is the offset in the original just after the source of folded character `i`. */
  ends: readonly number[];
}

/**
 * Folds text from `offset` on, at most `limit` folded characters, keeping positions.
 * White space, line breaks, hyphens and punctuation vanish, so a name that a letter wraps, hyphenates or
 * doubles blanks in folds to the same characters.
 */
export function foldFrom(text: string, offset: number, limit: number): FoldedText {
  let folded = '';
  const ends: number[] = [];
  for (let i = offset; i < text.length && folded.length < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 38) {
      folded += 'and';
      ends.push(i + 1, i + 1, i + 1);
    } else if (isLetterOrDigit(code)) {
      const lower = text.charAt(i).toLowerCase();
      folded += lower;
      for (let k = 0; k < lower.length; k++) ends.push(i + 1);
    }
  }
  return { folded, ends };
}

/** Whether a letter or digit stands at `offset`. */
export function isWordAt(text: string, offset: number): boolean {
  return offset < text.length && isLetterOrDigit(text.charCodeAt(offset));
}

/**
 * Edit distance with insertions, deletions, substitutions and swaps of neighbours
 * (optimal string alignment); stops early and returns `max + 1` when it exceeds `max`.
 */
function editDistance(a: string, b: string, max: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      }
      row.push(value);
      if (value < best) best = value;
    }
    if (best > max) return max + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? max + 1;
}

const DIGIT = /\d/;

/** How many edits a word of this length may be off and still be a misspelling and not another word. */
function allowance(length: number): number {
  if (length < 4) return 0;
  if (length < 8) return 1;
  return length < 12 ? 2 : 3;
}

/**
 * Distance between a printed name and a known one, word by word, or undefined when they are different names.
 * Digits must agree. One edit in a name of three words or more, or in one that something else vouches for (its
 * year), is a misspelling wherever it falls ("Neck nd Upper Back Complaints"); otherwise short words must agree, and a printed word that is itself a word of the
 * field (`isKnownWord`) is never a misspelling of another.
 */
export function misspellingDistance(
  printed: readonly string[],
  known: readonly string[],
  isKnownWord: (word: string) => boolean,
  vouched = false,
): number | undefined {
  if (printed.length !== known.length) return undefined;
  const long = vouched || known.length >= 3;
  let total = 0;
  let letters = 0;
  let strict = true;
  for (let i = 0; i < known.length; i++) {
    const a = printed[i] ?? '';
    const b = known[i] ?? '';
    letters += b.length;
    if (a === b) continue;
    // A lone word has no neighbours to vouch for it, so it gets less room.
    const allowed = Math.min(allowance(b.length), known.length === 1 ? 1 : 3);
    const max = Math.max(allowed, long ? 1 : 0);
    if (max === 0 || Math.abs(a.length - b.length) > max || DIGIT.test(a) || DIGIT.test(b)) return undefined;
    const distance = editDistance(a, b, max);
    if (distance > max) return undefined;
    // In a word of four letters a changed letter usually makes another word (hand, band); a lost one does not.
    if (distance > allowed || (b.length === 4 && a.length === 4 && !sameLetters(a, b))) strict = false;
    total += distance;
  }
  if (total === 0 || total > Math.min(3, Math.max(1, Math.floor(letters / 6)))) return undefined;
  if (long && total === 1 && letters >= 10) return total;
  const misspelt = printed.filter((word, i) => word !== known[i]);
  return strict && !misspelt.some(isKnownWord) ? total : undefined;
}

const sameLetters = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('');

/** Whether two names differ only in the final "s" of words ("Office visit" for "Office visits"). */
export function differsInNumberOnly(printed: readonly string[], known: readonly string[]): boolean {
  return (
    printed.length === known.length &&
    printed.every((word, i) => word === known[i] || `${word}s` === known[i] || word === `${known[i]}s`)
  );
}

/** Entries by a key of theirs, each group in the order of the entries. */
export function groupBy<T>(entries: Iterable<T>, keyOf: (entry: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
