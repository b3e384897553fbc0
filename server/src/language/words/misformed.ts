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
