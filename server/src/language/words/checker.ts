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
  return {
    checkBlock(input) {
      const tokens = input.letter.tokens.get(input.text) ?? tokenize(input.text);
      const findings = phrases.find(input.text, tokens);
      if (added !== undefined) findings.push(...added.find(input.text, tokens));
      if (input.kind === 'summary' || input.kind === 'rationale') {
        findings.push(
          ...checkArticles(tokens),
          ...checkDoubled(tokens),
          ...checkSpacing(input.text),
          ...checkCapitals(tokens),
        );
      }
      if (spelling !== undefined) findings.push(...spelling.check(tokens, input));
      return withoutOverlaps(findings);
    },
  };
}

function withoutOverlaps(findings: WordFinding[]): WordFinding[] {
  if (findings.length < 2) return findings;
  findings.sort((a, b) => PRECEDENCE[a.kind] - PRECEDENCE[b.kind] || a.start - b.start || b.end - a.end);
  const kept: WordFinding[] = [];
  for (const finding of findings) {
    if (!kept.some((other) => finding.start < other.end && other.start < finding.end)) kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start);
}
