import { expect } from 'vitest';
import type { Finding, Fix } from '../../server/src/language/finding.ts';
import { check } from './check.ts';

/** The one finding there is; a test fails where there are more, or none. */
export function only(findings: Finding[]): Finding {
  expect(findings).toHaveLength(1);
  return findings[0] as Finding;
}

/** The fix that a finding prefers. */
export const preferred = (finding: Finding): Fix => finding.fixes.find((fix) => fix.preferred) as Fix;

const verdictRules = [
  'verdict-conclusion-mismatch',
  'opener-verdict-mismatch',
  'sentence-contradicts-verdict',
  'conclusion-missing',
  'conclusion-malformed',
  'conclusion-other-item',
  'scope-mismatch',
];

/** Rules that told something above a hint on what a letter decides. */
export function verdictFindings(text: string): string[] {
  return check(text)
    .filter((finding) => verdictRules.includes(finding.rule) && finding.severity !== 'hint')
    .map((finding) => finding.rule);
}
