import { type CheckedFile, type Point, pageAt, pointAt } from '../checked-file.ts';
import { rulePageOf } from '../letter-checker.ts';

/** Message of the JSON report: the fields of `vfile-reporter-json`, with severity, page and related places. */
interface JsonMessage {
  reason: string;
  line: number;
  column: number;
  /** Page of a PDF or Word letter. */
  page?: number;
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

interface FilePlace {
  start: Point;
  end: Point;
}

const fatality = { error: true, warning: false, information: null, hint: null } as const;

/** The report as JSON: an array of files, each with its messages. */
export function reportJson(files: readonly CheckedFile[]): string {
  const report = files.map((file) => {
    const { path, cwd, findings, problem, fixes } = file;
    const place = (range: { start: number; end: number }): FilePlace => ({
      start: pointAt(file, range.start),
      end: pointAt(file, range.end),
    });
    const messages = findings.map((finding): JsonMessage => {
      const { line, column } = pointAt(file, finding.start);
      const page = pageAt(file, finding.start);
      const url = rulePageOf(finding.rule);
      const expected = finding.fixes.flatMap(({ edits }) =>
        edits.length === 1 ? (edits[0]?.text ?? '') : [],
      );
      return {
        reason: finding.message,
        line,
        column,
        ...(page === undefined ? {} : { page }),
        place: place(finding),
        ruleId: finding.rule,
        source: 'imr',
        fatal: fatality[finding.severity],
        severity: finding.severity,
        ...(expected.length > 0 ? { expected } : {}),
        ...(finding.note === undefined ? {} : { note: finding.note }),
        ...(url === undefined ? {} : { url }),
        related: finding.related.map((related) => ({ place: place(related), message: related.message })),
      };
    });
    if (problem !== undefined) {
      messages.unshift({
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
    return { path, cwd, history: [path], messages, ...(fixes.length > 0 ? { fixes } : {}) };
  });
  return `${JSON.stringify(report, null, 2)}\n`;
}
