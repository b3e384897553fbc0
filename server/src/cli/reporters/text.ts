import { relative } from 'node:path';
import { styleText } from 'node:util';
import type { Severity } from '../../language/finding.ts';
import { type CheckedFile, pageAt, pointAt } from '../checked-file.ts';
import { plural } from './names.ts';

const colors = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'gray' } as const;
const words = { error: 'error', warning: 'warning', information: 'info', hint: 'hint' } as const;

/** How to print. */
export interface TextOptions {
  color: boolean;
  /** Also print reasons and fixes. */
  verbose: boolean;
  /** Whether the fixes of the files were only thought through, not written. */
  dryRun: boolean;
}

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/**
 * The report for a terminal: each file with its findings, page (of PDF and Word) and `line:column`, severity, message
 * and rule; below a finding the places that it speaks of; at the end what was counted.
 */
export function reportText(files: readonly CheckedFile[], options: TextOptions): string {
  const paint: Paint = (style, text) =>
    options.color ? styleText(style, text, { validateStream: false }) : text;
  const out: string[] = [];
  for (const file of files) {
    const { findings, problem, fixes } = file;
    if (problem === undefined && findings.length === 0 && fixes.length === 0) continue;
    out.push(paint('underline', relative(file.cwd, file.path) || file.path));
    if (problem !== undefined) out.push(`  ${paint('red', 'not checked')}  ${problem}`);
    const done = options.dryRun ? 'would fix' : 'fixed';
    for (const title of fixes) out.push(`  ${paint('green', done)}  ${title}`);
    out.push(...findingLines(file, options, paint), '');
  }
  out.push(summary(files, options.dryRun));
  return `${out.join('\n')}\n`;
}

function findingLines(file: CheckedFile, options: TextOptions, paint: Paint): string[] {
  const placeOf = (offset: number): string => {
    const { line, column } = pointAt(file, offset);
    const page = pageAt(file, offset);
    return `${page === undefined ? '' : `p. ${page}  `}${line}:${column}`;
  };
  const rows = file.findings.map((finding) => ({ finding, place: placeOf(finding.start) }));
  const width = Math.max(0, ...rows.map((row) => row.place.length));
  const indent = ' '.repeat(width + 13);
  return rows.flatMap(({ finding, place }) => {
    const word = paint(colors[finding.severity], words[finding.severity].padEnd(7));
    const lines = [
      `  ${place.padStart(width)}  ${word}  ${finding.message}  ${paint('gray', finding.rule)}`,
      ...finding.related.map(({ start, message }) => paint('gray', `${indent}${placeOf(start)}  ${message}`)),
    ];
    if (options.verbose) {
      if (finding.note !== undefined) lines.push(paint('gray', `${indent}${finding.note}`));
      lines.push(...finding.fixes.map((fix) => paint('gray', `${indent}fix: ${fix.title}`)));
    }
    return lines;
  });
}

function summary(files: readonly CheckedFile[], dryRun: boolean): string {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of files.flatMap((file) => file.findings)) counts[severity]++;
  const parts = (Object.keys(counts) as Severity[])
    .filter((severity) => counts[severity] > 0)
    .map((severity) =>
      severity === 'information' ? `${counts[severity]} information` : plural(counts[severity], severity),
    );
  const unread = files.filter((file) => file.problem !== undefined).length;
  if (unread > 0) parts.push(`${plural(unread, 'file')} not checked`);
  const letters = `${plural(files.length, 'letter')} checked`;
  const notes: string[] = [];
  const fixed = files.reduce((sum, file) => sum + file.fixes.length, 0);
  if (fixed > 0) notes.push(`${fixed} ${dryRun ? 'can be fixed' : 'fixed'}`);
  const dismissed = files.reduce((sum, file) => sum + file.dismissed.length, 0);
  if (dismissed > 0) notes.push(`${dismissed} dismissed`);
  const tail = notes.length > 0 ? ` (${notes.join(', ')})` : '';
  return (parts.length === 0 ? `${letters}, nothing found` : `${letters}: ${parts.join(', ')}`) + tail;
}
