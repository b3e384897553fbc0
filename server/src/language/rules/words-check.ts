import { type CaseFacts, wordFactsOf } from '../facts/index.ts';
import type { WordFinding } from '../words/types.ts';
import type { Report } from './rule.ts';

/** Reports what the words check found of some kinds, with its suggestions as fixes. */
export function reportWords(
  facts: CaseFacts,
  report: (report: Report) => void,
  kinds: readonly WordFinding['kind'][],
): void {
  for (const { block, finding } of wordFactsOf(facts)) {
    if (!kinds.includes(finding.kind)) continue;
    const at = { block, start: finding.start, end: finding.end };
    report({
      at,
      message: finding.message,
      severity: finding.severity,
      fixes: finding.suggestions.map((text, index) => ({
        title: text === '' ? 'Remove' : `Change to "${text}"`,
        edits: [{ at, text }],
        preferred: index === 0 && finding.preferred,
      })),
    });
  }
}
