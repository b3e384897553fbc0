import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

/** What is said of a word that stands in another form than the words around it take. */
export function misformed({ text, start, end }: Token, right: string, evidence: string): WordFinding {
  return {
    start,
    end,
    kind: 'grammar',
    severity: 'warning',
    message: `“${text}” should probably read “${right}”.`,
    suggestions: [right],
    preferred: true,
    evidence,
  };
}

/** What is said of a word before which another one is lost. */
export function missingBefore({ text, start, end }: Token, lost: string, evidence: string): WordFinding {
  return {
    start,
    end,
    kind: 'grammar',
    severity: 'warning',
    message: `“${lost}” seems to be missing before “${text}”.`,
    suggestions: [`${lost} ${text}`],
    preferred: true,
    evidence,
  };
}

/** What is said of two words in a row; `says` tells why, `suggestions` what may stand in their place. */
export function sideBySide(
  first: Token,
  second: Token,
  says: string,
  suggestions: readonly string[],
  evidence: string,
): WordFinding {
  return {
    start: first.start,
    end: second.end,
    kind: 'grammar',
    severity: 'warning',
    message: `“${first.text} ${second.text}”: ${says}.`,
    suggestions,
    preferred: false,
    evidence,
  };
}
