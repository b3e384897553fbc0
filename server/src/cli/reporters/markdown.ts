import { type CheckedFile, pageAt, pointAt } from '../checked-file.ts';
import { nameOf, plural } from './names.ts';

const words = { error: 'error', warning: 'warning', information: 'info', hint: 'hint' } as const;

/** The report as Markdown, for the summary of a job or a comment: a table for each letter with findings. */
export function reportMarkdown(files: readonly CheckedFile[]): string {
  const told = files.filter((file) => file.findings.length > 0 || file.problem !== undefined);
  const total = told.reduce((sum, file) => sum + file.findings.length, 0);
  const unread = told.filter((file) => file.problem !== undefined).length;
  const out = [
    '# Letters checked',
    '',
    `${plural(files.length, 'letter')}, ${total === 0 ? 'nothing found' : plural(total, 'finding')}${
      unread === 0 ? '' : `, ${plural(unread, 'file')} not checked`
    }.`,
  ];
  for (const file of told) {
    out.push('', `## ${escapeMarkdown(nameOf(file))}`, '');
    if (file.problem !== undefined) out.push(`Not checked: ${escapeMarkdown(file.problem)}`);
    if (file.findings.length === 0) continue;
    out.push('| Place | Severity | Finding | Rule |', '| --- | --- | --- | --- |');
    for (const { start, severity, message, rule } of file.findings) {
      const { line, column } = pointAt(file, start);
      const page = pageAt(file, start);
      const place = `${page === undefined ? '' : `p. ${page}, `}${line}:${column}`;
      out.push(`| ${place} | ${words[severity]} | ${escapeMarkdown(message)} | \`${rule}\` |`);
    }
  }
  return `${out.join('\n')}\n`;
}

/** Text of letters must stay text: no table cell, emphasis, link, mention or tag may come of it. */
function escapeMarkdown(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_{}[\]|~#]/g, '\\$&')
    .replaceAll('@', '&#64;')
    .replace(/\s+/g, ' ');
}
