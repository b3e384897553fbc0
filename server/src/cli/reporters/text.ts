import { relative } from 'node:path';
import { styleText } from 'node:util';
import type { Severity } from '../../language/finding.ts';
import type { CheckedFile } from '../check.ts';

const colors = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'gray' } as const;
const words = { error: 'error', warning: 'warning', information: 'info', hint: 'hint' } as const;

/** How to print. */
export interface TextOptions {
  color: boolean;
  /** Also print reasons and fixes. */
  verbose: boolean;
}

/**
 * The report for a terminal: each file with its findings, `line:column`, severity, message and rule; below a finding
 * the places that it speaks of; at the end what was counted.
 */
export function reportText(files: readonly CheckedFile[], options: TextOptions): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    options.color ? styleText(style, text, { validateStream: false }) : text;
  const out: string[] = [];
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  let unreadable = 0;
  for (const file of files) {
    const { messages, problem, pointAt } = file;
    if (problem === undefined && messages.length === 0) continue;
    out.push(paint('underline', relative(file.cwd, file.path) || file.path));
    if (problem !== undefined) {
      unreadable++;
      out.push(`  ${paint('red', 'not checked')}  ${problem}`);
    }
    const rows = messages.map(({ finding }) => {
      const { line, column } = pointAt(finding.start);
      return { finding, place: `${line}:${column}` };
    });
    const width = Math.max(0, ...rows.map((row) => row.place.length));
    for (const { finding, place } of rows) {
      counts[finding.severity]++;
      const word = words[finding.severity].padEnd(7);
      out.push(
        `  ${place.padStart(width)}  ${paint(colors[finding.severity], word)}  ${finding.message}  ${paint('gray', finding.rule)}`,
      );
      const indent = ' '.repeat(width + 13);
      for (const related of finding.related) {
        const at = pointAt(related.start);
        out.push(paint('gray', `${indent}${at.line}:${at.column}  ${related.message}`));
      }
      if (!options.verbose) continue;
      if (finding.note !== undefined) out.push(paint('gray', `${indent}${finding.note}`));
      for (const fix of finding.fixes) out.push(paint('gray', `${indent}fix: ${fix.title}`));
    }
    out.push('');
  }
  const letters = plural(files.length, 'letter');
  const total = counts.error + counts.warning + counts.information + counts.hint;
  const parts = (Object.keys(counts) as Severity[])
    .filter((severity) => counts[severity] > 0)
    .map((severity) =>
      severity === 'information' ? `${counts[severity]} information` : plural(counts[severity], severity),
    );
  if (unreadable > 0) parts.push(`${plural(unreadable, 'file')} not checked`);
  out.push(
    total === 0 && unreadable === 0
      ? `${letters} checked, nothing found`
      : `${letters} checked: ${parts.join(', ')}`,
  );
  return `${out.join('\n')}\n`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
