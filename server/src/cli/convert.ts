import { basename, dirname, extname, join, resolve } from 'node:path';
import { libraries } from '../documents/libraries.ts';
import { partsOf } from '../documents/paragraphs.ts';
import { type Additions, hold, holdingFor } from '../language/additions.ts';
import { parseDetermination } from '../language/syntax/index.ts';
import { whyNotWritten } from '../why-not-written.ts';
import { UsageError } from './arguments.ts';
import { Offices } from './office.ts';
import { readLetter, UnreadableFileError } from './read.ts';
import { createFile } from './write.ts';

/**
 * `imr import`: makes the text letter of each PDF or Word file, beside it as `NAME.imr.txt`; none is written over.
 *
 * @returns the exit code: 0, or 2 where a file could not be imported
 */
export async function importLetters(targets: readonly string[], output: string | undefined): Promise<number> {
  if (targets.length === 0) throw new UsageError('imr import takes PDF or Word files.');
  if (output !== undefined && targets.length > 1)
    throw new UsageError('imr import -o takes one file; without -o each letter is made beside its file.');
  return eachOf(targets, async (path) => {
    const { text, encoding } = await readLetter(path);
    if (encoding !== 'document')
      throw new UnreadableFileError('This is a text already; only PDF and Word files are imported.');
    const to = output ?? beside(path, '.imr.txt');
    await createNew(to, text);
    return to;
  });
}

/**
 * `imr export`: makes a Word file of each letter, beside it as `NAME.docx` or where `-o` says; none is written over. A
 * letter of an own form is read by the settings of its office, as it is checked.
 *
 * @param config settings chosen for this run, as `--config` names them
 * @returns the exit code: 0, or 2 where a letter could not be exported
 */
export async function exportLetters(
  targets: readonly string[],
  output: string | undefined,
  config: string | undefined,
): Promise<number> {
  if (targets.length === 0) throw new UsageError('imr export takes letters.');
  if (output !== undefined && targets.length > 1)
    throw new UsageError(
      'imr export -o takes one letter; without -o each Word file is made beside its letter.',
    );
  const { writeWord } = await libraries.wordWriter();
  const offices = new Offices(process.cwd(), config);
  return eachOf(targets, async (path) => {
    const { text } = await readLetter(path);
    const { additions } = await offices.of(dirname(resolve(path)));
    const parts = partsHeldBy(additions, text);
    const to = output ?? beside(path, '.docx');
    await createNew(to, await writeWord(parts, basename(to, '.docx')));
    return to;
  });
}

/** The paragraphs of a letter by what its office adds. */
function partsHeldBy(additions: Additions | undefined, text: string): ReturnType<typeof partsOf> {
  const before = hold(holdingFor(text, additions));
  try {
    const tree = parseDetermination(text);
    if (tree.form === 'none') throw new UnreadableFileError('This is no determination.');
    return partsOf(tree, text);
  } finally {
    hold(before);
  }
}

async function eachOf(targets: readonly string[], make: (path: string) => Promise<string>): Promise<number> {
  let code = 0;
  for (const path of targets) {
    try {
      process.stdout.write(`${path} → ${await make(path)}\n`);
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      process.stderr.write(`imr: ${path}: ${error.message}\n`);
      code = 2;
    }
  }
  return code;
}

/** The path of a file with another ending: `a.imr.txt` and `.docx` give `a.docx`. */
function beside(path: string, ending: string): string {
  const name = basename(path).replace(/\.imr\.txt$/i, '.txt');
  return join(resolve(path, '..'), `${name.slice(0, name.length - extname(name).length)}${ending}`);
}

async function createNew(path: string, content: Uint8Array | string): Promise<void> {
  try {
    await createFile(path, content);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new UnreadableFileError(
      code === 'EEXIST'
        ? `${path} exists already and is left as it is; delete or rename it first.`
        : `${path} could not be written: ${whyNotWritten(error) ?? 'no such folder, or no permission'}.`,
    );
  }
}
