import type { Rule } from './rule.ts';
import { subdivisionEf } from './subdivision-ef.ts';

export { type LetterParts, type Place, type Report, type Rule, type RuleFamily, rangeOf, runRule } from './rule.ts';

/** All rules, by family. A new rule adds one line here. */
export const rules: readonly Rule[] = [
  // regulations
  subdivisionEf,
];
