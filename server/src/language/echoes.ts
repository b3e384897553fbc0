import type { Finding } from './finding.ts';
import { rules } from './rules/index.ts';

/** A finding that marks more characters than this speaks of a sentence, not of a word in it. */
const longestEcho = 60;

const wordRules = new Set(rules.filter((rule) => rule.family === 'words').map((rule) => rule.id));

/** Rules on what is lost, which mark the word before the gap; the words check may mark the word behind it. */
const gapRules: ReadonlySet<string> = new Set(['lost-span', 'date-missing']);
/** Rules whose doubts say no more than a sure finding on the same words does. */
const sameSlipRules: ReadonlySet<string> = new Set(['lost-span', 'section-name']);

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
  const words = sorted.filter((finding) => wordRules.has(finding.rule) && isRaised(finding));
  return sorted.filter((finding) => {
    if (wordRules.has(finding.rule)) return !isEcho(finding, knowing);
    return isRaised(finding) || !sameSlipRules.has(finding.rule) || !isEcho(finding, words);
  });
}

/** Whether a finding overlaps one of the others, which are sorted by their start, or stands behind the gap it marks. */
function isEcho(finding: Finding, others: readonly Finding[]): boolean {
  // Few are longer than `longestEcho`: those that begin before this place end before the finding.
  let at = firstFrom(others, finding.start - longestEcho);
  for (; at < others.length; at++) {
    const other = others[at] as Finding;
    if (other.start >= finding.end) return false;
    if (finding.start < other.end + (gapRules.has(other.rule) ? 2 : 0)) return true;
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
