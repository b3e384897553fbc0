import type { Finding } from './finding.ts';
import { rules } from './rules/index.ts';

/** A finding that marks more characters than this speaks of a sentence, not of a word in it. */
const longestEcho = 60;

const wordRules = new Set(rules.filter((rule) => rule.family === 'words').map((rule) => rule.id));

/**
 * Brings findings in order of place and leaves out what the words check says of words that a rule with more
 * knowledge speaks of as well: a misspelt section name is one slip, not two.
 *
 * @param findings Findings in the order of their rules; findings at one place stay in it.
 */
export function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort((a, b) => a.start - b.start || a.end - b.end);
  const knowing = sorted.filter(
    (finding) =>
      !wordRules.has(finding.rule) && isRaised(finding) && finding.end - finding.start <= longestEcho,
  );
  if (knowing.length === 0) return sorted;
  return sorted.filter((finding) => !wordRules.has(finding.rule) || !isEcho(finding, knowing));
}

/** Whether a word finding overlaps one of the knowing ones, which are sorted by their start. */
function isEcho(finding: Finding, knowing: readonly Finding[]): boolean {
  // None of them is longer than `longestEcho`, so those that begin before this place end before the finding.
  let at = firstFrom(knowing, finding.start - longestEcho);
  for (; at < knowing.length; at++) {
    const other = knowing[at] as Finding;
    if (other.start >= finding.end) return false;
    if (finding.start < other.end) return true;
  }
  return false;
}

function firstFrom(findings: readonly Finding[], offset: number): number {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((findings[middle] as Finding).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isRaised({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}
