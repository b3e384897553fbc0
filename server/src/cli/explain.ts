import { letterParts } from '../language/rules/documentation.ts';
import { type Rule, rules } from '../language/rules/index.ts';

/** One line a rule: identifier, severity, purpose. */
export function listRules(): string {
  const width = Math.max(...rules.map((rule) => rule.id.length));
  const lines = rules.map((rule) => `${rule.id.padEnd(width)}  ${rule.severity.padEnd(11)}  ${rule.purpose}`);
  return `${lines.join('\n')}\n`;
}

/** The documentation of a rule for a terminal, or undefined for an unknown identifier. */
export function explainRule(id: string): string | undefined {
  const rule = rules.find((candidate) => candidate.id === id);
  return rule && describe(rule);
}

function describe(rule: Rule): string {
  const lines = [`${rule.id} (${rule.severity})`, '', `${rule.purpose}.`, '', rule.why, ''];
  for (const { wrong, right } of rule.examples.slice(0, 1)) {
    lines.push('Wrong:', ...indent(letterParts(wrong)), '', 'Right:', ...indent(letterParts(right)), '');
  }
  lines.push(`Source: ${rule.source}`);
  return `${lines.join('\n')}\n`;
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
