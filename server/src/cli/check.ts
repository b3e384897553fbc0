import { Checker, type CheckSettings, type FindingMessage } from '../language/checker.ts';
import { type Candidate, isLetterName } from './files.ts';
import { readLetter, UnreadableFileError } from './read.ts';

/** A file with what the checker says about it. */
export interface CheckedFile {
  /** Absolute path, or `<stdin>`. */
  path: string;
  cwd: string;
  messages: FindingMessage[];
  /** Why the file could not be checked. */
  problem: string | undefined;
  /** Line and column (from 1) of an offset of its text. */
  pointAt(offset: number): { line: number; column: number; offset: number };
}

/**
 * Checks files one after another, in order. Text files of a folder whose content is no determination are left out
 * unless their name says that they are letters.
 */
export async function checkFiles(
  candidates: readonly Candidate[],
  cwd: string,
  settings: CheckSettings,
): Promise<CheckedFile[]> {
  const checker = new Checker(settings);
  const files: CheckedFile[] = [];
  for (const { path, named } of candidates) {
    const meant = named || isLetterName(path);
    try {
      const checked = checkText(checker, await readLetter(path), path, cwd);
      if (meant || checked.form !== 'none') files.push(checked.file);
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      // A folder may hold any other file; only those that were meant are spoken of.
      if (meant)
        files.push({
          path,
          cwd,
          messages: [],
          problem: error.message,
          pointAt: () => ({ line: 1, column: 1, offset: 0 }),
        });
    }
  }
  return files;
}

/** Checks one text. */
export function checkText(
  checker: Checker,
  text: string,
  path: string,
  cwd: string,
): { file: CheckedFile; form: string } {
  const { tree, messages } = checker.check(text);
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  const pointAt = (offset: number): { line: number; column: number; offset: number } => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return { line: low, column: offset - (starts[low - 1] as number) + 1, offset };
  };
  return { file: { path, cwd, messages, problem: undefined, pointAt }, form: tree.form };
}
