import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { CheckTimes } from '../language/checker.ts';
import { type Options, UsageError } from './arguments.ts';
import { readBaseline, withoutKnown, writeBaseline } from './baseline.ts';
import { type CheckedFile, unchecked } from './checked-file.ts';
import { type Candidate, findFiles } from './files.ts';
import { LetterChecker } from './letter-checker.ts';
import { showProgress } from './progress.ts';
import { decode, UnreadableFileError } from './read.ts';
import { report } from './reporters/index.ts';
import { runChecks } from './run.ts';
import { readStandardInput } from './standard-input.ts';
import { timingReport } from './timing.ts';

/**
 * `imr check`: checks what the arguments name and writes the report to standard output.
 *
 * @returns the exit code: 0 nothing at warning or above, 1 findings, 2 something could not be checked
 */
export async function check(targets: readonly string[], options: Options): Promise<number> {
  if (!options.watch) return checkOnce(targets, options);
  if (targets.includes('-')) throw new UsageError('--watch cannot watch standard input.');
  const again = async (): Promise<void> => {
    if (process.stdout.isTTY) process.stdout.write('\u001b[2J\u001b[3J\u001b[H');
    await checkOnce(targets, options);
    process.stderr.write('imr: watching for changes; Ctrl+C ends.\n');
  };
  await again();
  const { watchFolders } = await import('./watch.ts');
  await watchFolders(watchedFolders(targets), again);
  return 0;
}

/** The folders that hold the targets; those of globs lie below the working folder. */
function watchedFolders(targets: readonly string[]): string[] {
  const folders = targets.map((target) => {
    const path = resolve(target);
    const found = statSync(path, { throwIfNoEntry: false });
    return found ? (found.isDirectory() ? path : dirname(path)) : process.cwd();
  });
  return [...new Set(folders.length > 0 ? folders : [process.cwd()])];
}

async function checkOnce(targets: readonly string[], options: Options): Promise<number> {
  const { candidates, unmatched } = await candidatesOf(targets, options);
  for (const { argument, reason } of unmatched) process.stderr.write(`imr: ${argument}: ${reason}\n`);
  const wantsInput = targets.includes('-');
  if (candidates.length === 0 && !wantsInput) {
    if (unmatched.length > 0) return 2;
    if (options.changed) {
      process.stderr.write('imr: no letter has changed.\n');
      return 0;
    }
    return noLetters();
  }
  const all = await checkAll(candidates, wantsInput, options);
  if (all.length === 0) return noLetters();

  let files = all;
  if (options.baseline !== undefined) {
    const known = await readBaseline(options.baseline, options.updateBaseline);
    if (options.updateBaseline) await writeBaseline(options.baseline, known, all);
    const current = options.updateBaseline ? await readBaseline(options.baseline, true) : known;
    files = withoutKnown(all, current, options.baseline);
  }
  const shown = options.quiet ? files.map(errorsOnly) : files;
  const color = process.stdout.isTTY === true && !process.env.NO_COLOR;
  process.stdout.write(
    report(options.reporter, shown, { color, verbose: options.verbose, dryRun: options.fix === 'show' }),
  );
  if (unmatched.length > 0 || files.some((file) => file.problem !== undefined)) return 2;
  return exitCode(files, options);
}

/** The files that the arguments mean; without arguments those of the working folder. */
async function candidatesOf(targets: readonly string[], options: Options) {
  const paths = targets.filter((target) => target !== '-');
  const found = await findFiles(targets.length === 0 ? ['.'] : paths, process.cwd());
  if (!options.changed) return found;
  const { changedFiles } = await import('./git.ts');
  const changed = await changedFiles(process.cwd(), options.since);
  return { ...found, candidates: found.candidates.filter(({ path }) => changed.has(path)) };
}

async function checkAll(
  candidates: readonly Candidate[],
  wantsInput: boolean,
  options: Options,
): Promise<CheckedFile[]> {
  const letterOptions = {
    cwd: process.cwd(),
    rules: options.rules,
    words: options.words,
    config: options.config,
    fix: options.fix,
    keys: options.baseline !== undefined || options.reporter === 'sarif',
    times: options.timing ? (new Map() satisfies CheckTimes) : undefined,
  };
  // Times of several threads at once would not add up.
  const jobs = options.timing ? 1 : options.jobs;
  const progress = showProgress(candidates.length, process.stderr);
  const files =
    candidates.length === 0 ? [] : await runChecks(candidates, { ...letterOptions, jobs, progress });
  if (wantsInput) {
    const checker = await LetterChecker.create(letterOptions);
    try {
      files.push(await checker.checkInput(await decode(await readStandardInput())));
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      files.push(unchecked('<stdin>', letterOptions.cwd, error.message));
    }
  }
  if (letterOptions.times) process.stderr.write(timingReport(letterOptions.times, files.length));
  return files;
}

function noLetters(): number {
  process.stderr.write(
    'imr: no letters found; name a file, or a folder with *.imr, *.imr.txt or determinations as *.txt.\n',
  );
  return 2;
}

function errorsOnly(file: CheckedFile): CheckedFile {
  const kept = file.findings.map(({ severity }) => severity === 'error');
  return {
    ...file,
    findings: file.findings.filter((_, i) => kept[i]),
    keys: file.keys.filter((_, i) => kept[i]),
  };
}

/** Errors always count; warnings unless only errors are asked for, or as many are allowed. */
function exitCode(files: readonly CheckedFile[], { quiet, maxWarnings }: Options): number {
  const count = (severity: string): number =>
    files.reduce((sum, file) => sum + file.findings.filter((f) => f.severity === severity).length, 0);
  if (count('error') > 0) return 1;
  const allowed = maxWarnings ?? (quiet ? Number.POSITIVE_INFINITY : 0);
  return count('warning') > allowed ? 1 : 0;
}
