import { inflect, type VerbForm } from './inflection.ts';
import {
  compilePattern,
  fitsAround,
  matchPattern,
  type Pattern,
  type PatternMatch,
  type WordClasses,
} from './pattern.ts';
import type { Token } from './tokens.ts';
import type { WordFinding, WordFindingKind } from './types.ts';
import { namedWord } from './word.ts';

/** What an entry of a phrase table says; all the check needs of it. */
export interface Phrase {
  readonly kind: WordFindingKind;
  /** What betrays the slip; see `pattern.ts` for the notation. */
  readonly pattern: string;
  /**
   * Text for the marked range: `{1}` is its first token, `{2:-1}` the second without its last letter, `{1:past}`
   * another form of a verb, `{1:number}` the same form in the other number, `{1:noun}` the noun of a verb (see `inflection.ts`). Several suggestions are separated by ` / `. An empty text removes the range; none (absent) offers no edit.
   */
  readonly replace?: string;
  /** One sentence for the reader; without it the message says what to write instead. */
  readonly message?: string;
  /** `warning` when absent. */
  readonly severity?: 'warning' | 'hint';
  /** False when the suggestion is a guess; true when absent and there is exactly one suggestion. */
  readonly preferred?: boolean;
  /**
   * Words, or classes of words by `@name`, that keep the entry silent when they stand earlier in the sentence ("page 7
   * of the guidelines does").
   */
  readonly unless?: readonly string[];
}

/** One entry of a phrase table, as it stands in the JSON files and in an office's own table. */
export interface PhraseEntry extends Phrase {
  /** Sentences that must be found. */
  readonly fires: readonly string[];
  /** Sentences that must not. */
  readonly silent: readonly string[];
}

/** Phrase tables compiled for look-up by word. */
export interface PhraseTable {
  readonly size: number;
  /** Findings of all entries in one block, in no certain order; `text` is the block of `tokens`. */
  find(text: string, tokens: readonly Token[]): WordFinding[];
}

/** Phrases and the words by which each is found. */
export interface PhraseIndex {
  readonly phrases: readonly Phrase[];
  /** Positions in `phrases` by anchor word. */
  readonly anchors: Readonly<Record<string, readonly number[]>>;
}

/**
 * Reads all patterns and lists the words by which they are found.
 *
 * @throws SyntaxError for the first entry whose pattern is not understood or whose `unless` names an unknown class.
 */
export function indexPhrases(entries: readonly PhraseEntry[], classes: WordClasses): PhraseIndex {
  const anchors = new Map<string, number[]>();
  const phrases = entries.map(({ fires: _, silent: __, ...phrase }) => phrase);
  for (const [position, phrase] of phrases.entries()) {
    silencersOf(phrase, classes);
    const { pattern } = phrase;
    for (const anchor of compilePattern(pattern, classes).anchors) {
      const list = anchors.get(anchor);
      if (list === undefined) anchors.set(anchor, [position]);
      else list.push(position);
    }
  }
  return { phrases, anchors: Object.fromEntries(anchors) };
}

const none: ReadonlySet<string> = new Set();

/** The words of an entry's `unless`, those of its classes among them. */
function silencersOf({ unless, pattern }: Phrase, classes: WordClasses): ReadonlySet<string> {
  if (unless === undefined) return none;
  return new Set(
    unless.flatMap((name) => {
      if (!name.startsWith('@')) return [name];
      const members = classes[name.slice(1)];
      if (members === undefined) throw new SyntaxError(`unknown class ${name} in what silences: ${pattern}`);
      return members;
    }),
  );
}

/** A table over indexed phrases; a pattern is compiled when a letter first holds one of its anchor words. */
export function openPhrases(index: PhraseIndex, classes: WordClasses): PhraseTable {
  const { phrases } = index;
  // by the number of the anchor word
  const byAnchor: (readonly number[] | undefined)[] = [];
  for (const [anchor, positions] of Object.entries(index.anchors)) {
    byAnchor[namedWord(anchor).named] = positions;
  }
  const patterns: Pattern[] = [];
  const silencers: ReadonlySet<string>[] = [];
  return {
    size: phrases.length,
    find(text, tokens) {
      const findings: WordFinding[] = [];
      for (let at = 0; at < tokens.length; at++) {
        const candidates = byAnchor[(tokens[at] as Token).word.named];
        if (candidates === undefined) continue;
        for (const position of candidates) {
          const phrase = phrases[position] as Phrase;
          patterns[position] ??= compilePattern(phrase.pattern, classes);
          if (!fitsAround(patterns[position], tokens, at)) continue;
          const match = matchAround(patterns[position], tokens, at);
          if (match === undefined) continue;
          silencers[position] ??= silencersOf(phrase, classes);
          if (isSilenced(silencers[position], tokens, match.from)) continue;
          if (phrase.kind === 'grammar' && isTitle(tokens, match)) continue;
          const finding = toFinding(phrase, text, tokens, match);
          if (!takesAbbreviation(finding, text)) findings.push(finding);
        }
      }
      return findings;
    },
  };
}

/**
 * Makes a table of entries at once.
 *
 * @throws SyntaxError for the first entry whose pattern is not understood.
 */
export function compilePhrases(entries: readonly PhraseEntry[], classes: WordClasses): PhraseTable {
  return openPhrases(indexPhrases(entries, classes), classes);
}

/** Matches with the anchor at `at`. */
function matchAround(pattern: Pattern, tokens: readonly Token[], at: number): PatternMatch | undefined {
  for (let offset = pattern.leastOffset; offset <= pattern.mostOffset; offset++) {
    const match = matchPattern(pattern, tokens, at - offset);
    if (match !== undefined) return match;
  }
  return undefined;
}

/** So far back an `unless` word is looked for: a sentence without an end must not be read again for each match. */
const MOST_LOOKED_BACK = 150;

/** Whether one of an entry's `unless` words stands before `at` in the same sentence. */
function isSilenced(words: ReadonlySet<string>, tokens: readonly Token[], at: number): boolean {
  if (words.size === 0) return false;
  const first = Math.max(0, at - MOST_LOOKED_BACK);
  for (let i = at - 1; i >= first; i--) {
    const token = tokens[i] as Token;
    if (words.has(token.lower)) return true;
    if (token.opens) return false;
  }
  return false;
}

const CAPITALS = /^[A-Z]{4,}$/;

/**
 * Whether the noun before a marked small verb ends a request that is printed in capitals: "MASSAGE, NECK, 6 VISITS is
 * medically necessary". Such a title is one thing, however many it asks for.
 */
function isTitle(tokens: readonly Token[], { from, to }: PatternMatch): boolean {
  const verb = tokens[to - 1] as Token;
  const noun = tokens[to - 2];
  if (noun === undefined || verb.text !== verb.lower || !CAPITALS.test(noun.text)) return false;
  const before = tokens[Math.min(from, to - 2) - 1];
  return before !== undefined && (before.type === 'number' || CAPITALS.test(before.text));
}

const ABBREVIATION = /^[A-Z]{2,4}$/;

/** Whether an abbreviation ("ECT", "OR", "US") would be taken for the small word that it spells. */
function takesAbbreviation({ start, end, suggestions }: WordFinding, text: string): boolean {
  const meant = suggestions[0];
  return meant !== undefined && meant === meant.toLowerCase() && ABBREVIATION.test(text.slice(start, end));
}

function toFinding(entry: Phrase, text: string, tokens: readonly Token[], match: PatternMatch): WordFinding {
  const marked = tokens.slice(match.from, match.to);
  let start = marked[0]?.start ?? 0;
  const end = marked.at(-1)?.end ?? start;
  const found = text.slice(start, end);
  const suggestions = entry.replace?.split(' / ').map((template) => fill(template, marked, found)) ?? [];
  // a removed word takes the space before it along
  if (entry.replace === '' && text[start - 1] === ' ') start--;
  return {
    start,
    end,
    kind: entry.kind,
    severity: entry.severity ?? 'warning',
    message: entry.message ?? standardMessage(found, suggestions),
    suggestions,
    preferred: entry.preferred ?? suggestions.length === 1,
    evidence: entry.pattern,
  };
}

function standardMessage(found: string, suggestions: readonly string[]): string {
  const wanted = suggestions.map((suggestion) => `“${suggestion}”`).join(' or ');
  if (suggestions.length === 0) return `“${found}” does not fit here.`;
  return suggestions[0] === ''
    ? `“${found}” seems to be left over.`
    : `“${found}” should probably read ${wanted}.`;
}

function fill(template: string, marked: readonly Token[], found: string): string {
  const filled = template.replace(/\{(\d)(?::(?:-(\d)|([a-z]+)))?\}/g, (_, position: string, cut, form) => {
    const token = marked[Number(position) - 1]?.text ?? '';
    if (form !== undefined) return inflect(token, form as VerbForm | 'number' | 'noun');
    return cut === undefined ? token : token.slice(0, token.length - Number(cut));
  });
  const first = found.charAt(0);
  const capital = first !== first.toLowerCase() && found.slice(1) !== found.slice(1).toUpperCase();
  return capital ? filled.charAt(0).toUpperCase() + filled.slice(1) : filled;
}
