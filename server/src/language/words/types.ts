/**
 * The words check speaks of one block of folded text at a time and knows nothing of the determination tree,
 * so that it can be measured, tested and extended alone.
 */

/** What a finding is about; the names are the error classes of the field's reviewers. */
export type WordFindingKind =
  | 'typo'
  | 'word-slip'
  | 'sound-alike'
  | 'grammar'
  | 'doubled-word'
  | 'missing-space'
  | 'punctuation';

/** Where the block stands in the determination; headings and guideline lines are checked more sparingly. */
export type WordsBlockKind = 'summary' | 'rationale' | 'heading' | 'guideline-line';

/** One block of text to check. */
export interface WordsInput {
  /** Plain text of the block: single spaces, line-end hyphenation resolved, quotation marks straightened. */
  readonly text: string;
  readonly kind: WordsBlockKind;
  /** Vocabulary of the whole letter, from {@link buildLetterVocabulary}. */
  readonly letter: LetterVocabulary;
}

/** One finding; offsets count UTF-16 units from the start of the block's text. */
export interface WordFinding {
  readonly start: number;
  readonly end: number;
  readonly kind: WordFindingKind;
  /** `warning`: a careful reader would stop here; `hint`: worth a look, may be house style. */
  readonly severity: 'warning' | 'hint';
  readonly message: string;
  /** Texts that may replace the range, best first; an empty string removes it. */
  readonly suggestions: readonly string[];
  /** True when the first suggestion is clearly the right one. */
  readonly preferred: boolean;
  /** What betrayed the slip: the table entry's pattern or the name of the check. */
  readonly evidence: string;
}

/** What the letter itself says about its words. */
export interface LetterVocabulary {
  /** How often each word (lower case, without possessive ending) stands in the letter. */
  readonly counts: ReadonlyMap<string, number>;
  /** How often one word stands in the letter. */
  countOf(word: string): number;
  /** Whether a word (lower case) stands after a title ("Dr. Okafor") or before a degree ("Okafor, M.D."). */
  isName(word: string): boolean;
}

/** Word list with how usual each word is in running English. */
export interface WordsDictionary {
  /** Number of words. */
  readonly size: number;
  /**
   * How usual a word (lower case) is: 0 unknown, 1 known but rare or technical, 2 known in general English,
   * 3 usual, 4 among the most usual few thousand.
   */
  rank(word: string): WordRank;
}

export type WordRank = 0 | 1 | 2 | 3 | 4;

/** Check of one block. */
export interface WordsChecker {
  /** Findings in text order, none overlapping. Never throws, whatever the text. */
  checkBlock(input: WordsInput): readonly WordFinding[];
}
