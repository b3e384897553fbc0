import { Checker } from '../../server/src/language/checker.ts';
import type { Finding, Fix } from '../../server/src/language/finding.ts';
import { fullChecker } from './full-checker.ts';
import { withCopy } from './read-guideline.ts';

const checker = fullChecker();

/** Findings of a text with all rules on, or those of one rule. */
export function check(text: string, rule?: string): Finding[] {
  const { findings } = checker.check(text);
  return rule === undefined ? findings : findings.filter((finding) => finding.rule === rule);
}

const informed = new Checker({ additions: withCopy });

/** The same where the office has read its own copy of the chronic pain guideline of 2009. */
export function checkWithCopy(text: string, rule: string): Finding[] {
  return informed.check(text).findings.filter((finding) => finding.rule === rule);
}

/** The text after a fix. */
export function applyFix(text: string, fix: Fix): string {
  const edits = [...fix.edits].sort((a, b) => b.start - a.start);
  return edits.reduce(
    (result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end),
    text,
  );
}

/** The text that a finding marks. */
export function marked(text: string, finding: { start: number; end: number }): string {
  return text.slice(finding.start, finding.end);
}
