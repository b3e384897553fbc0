import type { CheckedFile } from '../check.ts';

/** Message of the JSON report: the fields of `vfile-reporter-json`, with severity and related places. */
interface JsonMessage {
  reason: string;
  line: number;
  column: number;
  place: FilePlace | null;
  ruleId: string | null;
  source: 'imr';
  /** `true` for errors, `false` for warnings, `null` for information and hints. */
  fatal: boolean | null;
  severity: string;
  expected?: string[];
  note?: string;
  url?: string;
  related: { place: FilePlace; message: string }[];
}

interface FilePoint {
  line: number;
  column: number;
  offset: number;
}

interface FilePlace {
  start: FilePoint;
  end: FilePoint;
}

/** The report as JSON: an array of files, each with its messages. */
export function reportJson(files: readonly CheckedFile[]): string {
  const report = files.map(({ path, cwd, messages, problem, pointAt }) => {
    const place = (range: { start: number; end: number }): FilePlace => ({
      start: pointAt(range.start),
      end: pointAt(range.end),
    });
    const list = messages.map((message): JsonMessage => {
      const { finding } = message;
      return {
        reason: finding.message,
        line: pointAt(finding.start).line,
        column: pointAt(finding.start).column,
        place: place(finding),
        ruleId: finding.rule,
        source: 'imr',
        fatal: message.fatal ?? null,
        severity: finding.severity,
        ...(message.expected ? { expected: message.expected } : {}),
        ...(finding.note === undefined ? {} : { note: finding.note }),
        ...(message.url ? { url: message.url } : {}),
        related: finding.related.map((related) => ({ place: place(related), message: related.message })),
      };
    });
    if (problem !== undefined) {
      list.unshift({
        reason: problem,
        line: 1,
        column: 1,
        place: null,
        ruleId: null,
        source: 'imr',
        fatal: true,
        severity: 'error',
        related: [],
      });
    }
    return { path, cwd, history: [path], messages: list };
  });
  return `${JSON.stringify(report, null, 2)}\n`;
}
