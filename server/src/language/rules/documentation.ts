import type { LetterParts } from './rule.ts';

const itemLabels = [
  ['heading', ''],
  ['claims', 'Claims Administrator guideline: '],
  ['maximus', 'MAXIMUS guideline: '],
  ['rationale', 'Decision rationale: '],
] as const;

/** The given parts of an example as lines of a letter, for documentation. */
export function letterParts(parts: LetterParts): string[] {
  const lines: string[] = [];
  for (const [label, value] of Object.entries(parts.header === false ? {} : (parts.header ?? {}))) {
    lines.push(`${label}: ${value}`);
  }
  if (parts.summary !== undefined) lines.push(parts.summary);
  for (const item of parts.items ?? []) {
    for (const [key, label] of itemLabels) {
      const value = item[key];
      if (value !== undefined) lines.push(label + value);
    }
  }
  for (const [from, to] of parts.replace ?? []) {
    lines.push(to === '' ? `(without "${from}")` : to);
  }
  return lines;
}
