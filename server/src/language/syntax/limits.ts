/**
 * How much of a text is read. The longest real determinations have some 40,000 characters, with a hundred dates and a
 * block of 8,000; what goes far beyond is no letter, and rules that compare places with each other would take
 * minutes on it. Checking takes time in proportion to the length up to these bounds.
 */
export const limits = {
  /** UTF-16 units of a text. */
  letter: 2_000_000,
  /** Characters of one block of folded text (a summary, a rationale). */
  block: 20_000,
  /** Labelled blocks of one disputed item. */
  parts: 60,
  /** Dates of a letter. */
  dates: 10_000,
} as const;

/** Where a text goes beyond what is read, and which limit it is. */
export interface BeyondLimit {
  limit: keyof typeof limits;
  start: number;
  end: number;
}
