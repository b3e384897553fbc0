import { inflect } from './inflection.ts';
import {
  compilePattern,
  fitsAround,
  matchPattern,
  type Pattern,
  type PatternMatch,
  type WordClasses,
} from './pattern.ts';
import {
  anchorsOf,
  indexPhrases,
  type Phrase,
  type PhraseEntry,
  type PhraseIndex,
  phraseAt,
  silencersOf,
} from './phrase-index.ts';
import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';
import { namedWord } from './word.ts';

/** Phrase tables compiled for look-up by word. */
export interface PhraseTable {
  readonly size: number;
  /** Findings of all entries in one block, in no certain order; `text` is the block of `tokens`. */
  find(text: string, tokens: readonly Token[]): WordFinding[];
}

/** A table over indexed phrases; a pattern is compiled when a letter first holds one of its anchor words. */
export function openPhrases(index: PhraseIndex, classes: WordClasses): PhraseTable {
  // by the number of the anchor word
  const byAnchor: (number[] | undefined)[] = [];
  let position = 0;
  for (const anchors of anchorsOf(index, classes)) {
    for (const anchor of anchors) {
      const { named } = namedWord(anchor);
      const known = byAnchor[named];
      if (known) known.push(position);
      else byAnchor[named] = [position];
    }
    position++;
  }
  const phrases: Phrase[] = [];
  const patterns: Pattern[] = [];
  const silencers: ReadonlySet<string>[] = [];
  return {
    size: index.phrases.length,
    find(text, tokens) {
      const findings: WordFinding[] = [];
      for (let at = 0; at < tokens.length; at++) {
        const candidates = byAnchor[(tokens[at] as Token).word.named];
        if (candidates === undefined) continue;
        for (const position of candidates) {
          phrases[position] ??= phraseAt(index, position);
          const phrase = phrases[position];
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
    if (form !== undefined) return inflect(token, form as Parameters<typeof inflect>[1]);
    return cut === undefined ? token : token.slice(0, token.length - Number(cut));
  });
  const first = found.charAt(0);
  const capital = first !== first.toLowerCase() && found.slice(1) !== found.slice(1).toUpperCase();
  return capital ? filled.charAt(0).toUpperCase() + filled.slice(1) : filled;
}
