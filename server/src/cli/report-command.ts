import { dirname, join, relative, sep } from 'node:path';
import { type ReportLetter, reportLetter } from '../documents/report/model.ts';
import { reportPage } from '../documents/report/page.ts';
import { rules } from '../language/rules/index.ts';
import { version } from '../version.ts';
import { whyNotWritten } from '../why-not-written.ts';
import { type Options, UsageError } from './arguments.ts';
import { lineStarts, pageAt, pageStarts, pointAt } from './checked-file.ts';
import { findFiles, isLetterName } from './files.ts';
import { LetterChecker } from './letter-checker.ts';
import { showProgress } from './progress.ts';
import { readLetter, UnreadableFileError } from './read.ts';
import { createFile, replaceFile } from './write.ts';

/**
 * `imr report`: checks letters and writes the page for people to `-o`; an earlier page there is replaced.
 *
 * @returns the exit code: 0, or 2 where a file could not be checked; findings are what the page is for
 */
export async function reportLetters(targets: readonly string[], options: Options): Promise<number> {
  const { output } = options;
  if (targets.length === 0 || targets.includes('-'))
    throw new UsageError('imr report takes letters or folders.');
  if (output === undefined) throw new UsageError('imr report needs -o FILE.html.');
  if (!/\.html?$/i.test(output))
    throw new UsageError('imr report writes a page: -o takes a name that ends in .html.');
  const cwd = process.cwd();
  const { candidates, unmatched } = await findFiles(targets, cwd);
  const base = commonFolder(candidates.map(({ path }) => dirname(path)));
  for (const { argument, reason } of unmatched) process.stderr.write(`imr: ${argument}: ${reason}\n`);

  const checker = await LetterChecker.create({
    cwd,
    rules: options.rules,
    words: options.words,
    config: options.config,
    fix: undefined,
    keys: false,
  });
  const progress = showProgress(candidates.length, process.stderr);
  const letters: ReportLetter[] = [];
  const problems: { name: string; problem: string }[] = [];
  for (const [index, { path, named }] of candidates.entries()) {
    const meant = named || isLetterName(path);
    const name = relative(base, path).split(sep).join('/');
    try {
      const { text, encoding } = await readLetter(path);
      const examined = await checker.examine(text, dirname(path));
      if (meant || examined.tree.form !== 'none')
        letters.push(reportOf(name, text, encoding === 'document', examined));
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      if (meant) problems.push({ name, problem: error.message });
    }
    progress?.(index + 1);
  }
  if (letters.length === 0 && problems.length === 0)
    throw new UsageError('No letters found; name a file, or a folder with letters.');
  const page = reportPage(letters, {
    day: today(),
    version,
    problems,
    purposes: new Map(rules.map(({ id, purpose }) => [id, purpose])),
  });
  await write(output, page);
  process.stdout.write(`${output}: ${letters.length === 1 ? '1 letter' : `${letters.length} letters`}\n`);
  return unmatched.length > 0 || problems.length > 0 ? 2 : 0;
}

function reportOf(
  name: string,
  text: string,
  paged: boolean,
  { tree, findings, dismissed }: Awaited<ReturnType<LetterChecker['examine']>>,
): ReportLetter {
  const places = { lines: lineStarts(text), pages: paged ? pageStarts(text) : undefined };
  return reportLetter({
    name,
    tree,
    text,
    findings,
    dismissed: dismissed.map(({ finding, dismissal: { reason, date } }) => ({ finding, reason, date })),
    place: (offset) => {
      const page = pageAt(places, offset);
      const line = `line ${pointAt(places, offset).line}`;
      return page === undefined ? line : `p. ${page}, ${line}`;
    },
  });
}

/** The folder that holds all of some folders: names in the report are seen from it. */
function commonFolder(folders: readonly string[]): string {
  const [first = '', ...others] = folders;
  let common = first;
  while (others.some((folder) => folder !== common && !folder.startsWith(join(common, sep))))
    common = dirname(common);
  return common;
}

/** Today on the user's calendar, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

async function write(path: string, page: string): Promise<void> {
  try {
    await createFile(path, page).catch(() => replaceFile(path, page));
  } catch (error) {
    throw new UsageError(
      `${path} could not be written: ${whyNotWritten(error) ?? 'no such folder, or no permission'}.`,
    );
  }
}
