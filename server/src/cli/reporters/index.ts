import type { CheckedFile } from '../checked-file.ts';
import { reportGitHub } from './github.ts';
import { reportJson } from './json.ts';
import { reportJUnit } from './junit.ts';
import { reportMarkdown } from './markdown.ts';
import { reportSarif } from './sarif.ts';
import { reportText, type TextOptions } from './text.ts';

const reporters = {
  text: reportText,
  json: reportJson,
  sarif: reportSarif,
  github: reportGitHub,
  junit: reportJUnit,
  markdown: reportMarkdown,
} as const satisfies Record<string, (files: readonly CheckedFile[], options: TextOptions) => string>;

/** Name of a reporter on the command line. */
export type ReporterName = keyof typeof reporters;

/** All reporters, the default first. */
export const reporterNames = Object.keys(reporters) as ReporterName[];

/** Prints files by a reporter. */
export function report(name: ReporterName, files: readonly CheckedFile[], options: TextOptions): string {
  return reporters[name](files, options);
}
