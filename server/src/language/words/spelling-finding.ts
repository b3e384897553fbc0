import type { Correction } from './corrections.ts';
import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

const MOST_SUGGESTIONS = 4;
/** A first suggestion is clear when the second is this much further away (weighted edits). */
export const CLEAR_MARGIN = 0.35;

/** A finding on a misspelt word; `word` is the part of the token before a possessive ending. */
export function spellingFinding(
  token: Token,
  word: string,
  corrections: readonly Correction[],
  clear: boolean,
  severity: WordFinding['severity'],
  evidence: string,
): WordFinding {
  const ending = token.text.slice(word.length);
  const suggestions = corrections
    .slice(0, MOST_SUGGESTIONS)
    .map((correction) => dress(correction, token.text) + ending);
  return {
    start: token.start,
    end: token.end,
    kind: 'typo',
    severity,
    message: clear
      ? `“${token.text}” is not a usual word; “${suggestions[0]}” is probably meant.`
      : `“${token.text}” is not a usual word.`,
    suggestions,
    preferred: clear,
    evidence,
  };
}

/** Writes a correction as the word was written: capital first letter, all capitals kept from the term. */
function dress(correction: Correction, written: string): string {
  const capital = written.charAt(0) !== written.charAt(0).toLowerCase();
  return capital ? correction.text.charAt(0).toUpperCase() + correction.text.slice(1) : correction.text;
}
