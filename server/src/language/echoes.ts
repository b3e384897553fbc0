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
    const end = other.end + (gapRules.has(other.rule) ? behindGap : 0);
    if (finding.start < end && !isSlipWithin(finding, other)) return true;
  }
  return false;
}

/** A range so many times as long as a word speaks of more than that word. */
const longerThanWord = 2;

/**
 * Whether a slip of a word stands within a longer range that another finding marks for its meaning and would not
 * change there: "nerve condition studies" may be beside the heading, and is misheard as well.
 */
function isSlipWithin(finding: Finding, other: Finding): boolean {
  return (
    !gapRules.has(other.rule) &&
    finding.start >= other.start &&
    finding.end <= other.end &&
    other.end - other.start > longerThanWord * (finding.end - finding.start) &&
    !other.fixes.some(({ edits }) =>
      edits.some(({ start, end }) => start < finding.end && finding.start < end),
    )
  );
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
