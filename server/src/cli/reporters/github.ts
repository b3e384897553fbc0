import { type CheckedFile, pageAt, pointAt } from '../checked-file.ts';
import { nameOf } from './names.ts';

const commands = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** The report as workflow commands of GitHub Actions, which show each finding at its line of a pull request. */
export function reportGitHub(files: readonly CheckedFile[]): string {
  const lines = files.flatMap((file) => {
    const name = nameOf(file);
    const problem =
      file.problem === undefined
        ? []
        : [command('error', { file: name, title: 'not checked' }, file.problem)];
    const findings = file.findings.map((finding) => {
      const start = pointAt(file, finding.start);
      const end = pointAt(file, finding.end);
      const page = pageAt(file, finding.start);
      // Columns make sense to GitHub only within one line.
      const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
      return command(
        commands[finding.severity],
        { file: name, line: start.line, endLine: end.line, ...columns, title: finding.rule },
        page === undefined ? finding.message : `p. ${page}: ${finding.message}`,
      );
    });
    return [...problem, ...findings];
  });
  return lines.map((line) => `${line}\n`).join('');
}

function command(name: string, properties: Record<string, string | number>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}`;
}

// The escapes are those of the Actions toolkit (@actions/core, command.ts).
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
