import type { Finding } from '../../language/finding.ts';
import { rangeIn } from '../convert.ts';
import type { CheckedLetter } from '../letters.ts';
import type { FindingEntry } from '../protocol.ts';
import { findingKey } from './except.ts';

/** Answers `imr/findings`: all findings of a letter in order of place, dismissed ones among them. */
export function findingEntries(letter: CheckedLetter, shown: readonly Finding[]): FindingEntry[] {
  const visible = new Set(shown);
  const dismissed = new Map(letter.dismissed.map(({ finding, dismissal }) => [finding, dismissal]));
  return [...letter.findings, ...dismissed.keys()]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((finding) => {
      const dismissal = dismissed.get(finding);
      return {
        key: findingKey(letter, finding),
        rule: finding.rule,
        severity: finding.severity,
        message: finding.message,
        ...(finding.note === undefined ? {} : { note: finding.note }),
        range: rangeIn(letter.document, finding),
        shown: visible.has(finding),
        ...(dismissal ? { dismissed: { reason: dismissal.reason, date: dismissal.date } } : {}),
      };
    });
}
