import type { Finding } from './finding.ts';
import { type Rule, rules } from './rules/index.ts';

/** A finding that marks more characters than this speaks of a sentence, not of a word in it. */
const longestEcho = 60;

/** Characters behind a gap that its mark speaks of as well: the words check may mark the word behind it. */
const behindGap = 2;

const idsOf = (chosen: (rule: Rule) => boolean | undefined): ReadonlySet<string> =>
  new Set(rules.filter(chosen).map(({ id }) => id));

const wordRules = idsOf(({ family }) => family === 'words');
const gapRules = idsOf(({ marksGap }) => marksGap);
const yieldingRules = idsOf(({ yieldsToWords }) => yieldsToWords);

/**
 * Brings findings in order of place and leaves out what the words check says of words that a rule with more
 * knowledge speaks of as well: a misspelt section name is one slip, not two.
 *
 * @param findings Findings in the order of their rules; findings at one place stay in it.
 */
export function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort((a, b) => a.start - b.start || a.end - b.end);
  const sure = sorted.filter((finding) => isRaised(finding) && finding.end - finding.start <= longestEcho);
  const knowing = sure.filter(({ rule }) => !wordRules.has(rule));
  const words = sure.filter(({ rule }) => wordRules.has(rule));
  return sorted.filter((finding) => {
    if (wordRules.has(finding.rule)) return !isEcho(finding, knowing);
    return isRaised(finding) || !yieldingRules.has(finding.rule) || !isEcho(finding, words);
  });
}

/**
 * Whether a finding overlaps one of the others, or stands behind the gap that one marks.
 * @param others sorted by their start, none longer than {@link longestEcho}
 */
function isEcho(finding: Finding, others: readonly Finding[]): boolean {
  let at = firstFrom(others, finding.start - longestEcho - behindGap);
  for (; at < others.length; at++) {
    const other = others[at] as Finding;
    if (other.start >= finding.end) return false;
    if (finding.start < other.end + (gapRules.has(other.rule) ? behindGap : 0)) return true;
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
