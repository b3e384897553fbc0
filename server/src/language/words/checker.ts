import { perText } from '../per-text.ts';
import { checkArticles } from './articles.ts';
import { checkCapitals } from './capitals.ts';
import { checkDoubled } from './doubled.ts';
import { compilePhrases, openPhrases, type PhraseEntry } from './phrase-table.ts';
import { checkSpacing } from './spacing.ts';
import { createSpelling } from './spelling.ts';
import { fieldPhrases, wordClasses } from './tables.ts';
import { tokenize } from './tokens.ts';
import type { WordFinding, WordsChecker, WordsDictionary } from './types.ts';

/** What an office may add to the words check. */
export interface WordsOptions {
  /** Further phrase entries, in the form of the tables under `data/`. */
  readonly phrases?: readonly PhraseEntry[];
}

/** Overlapping findings: the one that knows most wins. */
const PRECEDENCE: Readonly<Record<WordFinding['kind'], number>> = {
  'sound-alike': 0,
  'word-slip': 0,
  'doubled-word': 1,
  grammar: 2,
  typo: 3,
  'missing-space': 4,
  punctuation: 5,
};

/**
 * Makes a checker.
 *
 * @param dictionary the word list; while it is still loading pass none: spelling is then left out, the phrase
 *   tables, articles, doubled words and spaces are checked all the same.
 * @throws SyntaxError when an added phrase entry is not understood.
 */
export function createWordsChecker(dictionary?: WordsDictionary, options: WordsOptions = {}): WordsChecker {
  const phrases = openPhrases(fieldPhrases, wordClasses);
  const added = options.phrases === undefined ? undefined : compilePhrases(options.phrases, wordClasses);
  const spelling = dictionary === undefined ? undefined : createSpelling(dictionary);
  const read = (text: string, running: boolean): Reading => {
    const tokens = tokenize(text);
    const found = phrases.find(text, tokens);
    if (added !== undefined) found.push(...added.find(text, tokens));
    if (running) {
      found.push(
        ...checkArticles(tokens),
        ...checkDoubled(tokens),
        ...checkSpacing(text),
        ...checkCapitals(tokens),
      );
    }
    return { findings: withoutOverlaps(found), found, suspects: spelling?.suspects(tokens) ?? [] };
  };
  const running = perText((text) => read(text, true));
  const fixed = perText((text) => read(text, false));
  return {
    checkBlock(input) {
      const { findings, found, suspects } =
        input.kind === 'summary' || input.kind === 'rationale' ? running(input.text) : fixed(input.text);
      if (spelling === undefined || suspects.length === 0) return findings;
      return withoutOverlaps([...found, ...spelling.check(tokenize(input.text), suspects, input)]);
    },
  };
}

/** What a text shows whatever letter it stands in. */
interface Reading {
  /** What is found but for spelling, and the same without overlaps. */
  readonly found: readonly WordFinding[];
  readonly findings: readonly WordFinding[];
  /** Indexes of the words that the spelling check does not know well; the letter tells whether they are slips. */
  readonly suspects: readonly number[];
}

function withoutOverlaps(found: readonly WordFinding[]): readonly WordFinding[] {
  if (found.length < 2) return found;
  const findings = found.toSorted(
    (a, b) => PRECEDENCE[a.kind] - PRECEDENCE[b.kind] || a.start - b.start || b.end - a.end,
  );
  const kept: WordFinding[] = [];
  for (const finding of findings) {
    if (!kept.some((other) => finding.start < other.end && other.start < finding.end)) kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start);
}
