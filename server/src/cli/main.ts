#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { loadDictionary, rulePagesFolder } from '../assets.ts';
import { Checker } from '../language/checker.ts';
import { parseDetermination } from '../language/syntax/index.ts';
import { createWordsChecker } from '../language/words/checker.ts';
import { version } from '../version.ts';
import { type CheckedFile, checkFiles, checkText } from './check.ts';
import { explainRule, listRules } from './explain.ts';
import { findFiles } from './files.ts';
import { decodeLetter, readLetter, UnreadableFileError } from './read.ts';
import { reportJson } from './reporters/json.ts';
import { reportText } from './reporters/text.ts';

const help = `imr ${version} - checks Independent Medical Review (IMR) determinations

Usage:
  imr check [--reporter text|json] [--verbose] [FILES, FOLDERS, GLOBS, -]
  imr tree FILE          print the determination tree of a letter as JSON
  imr rules              list the rules
  imr explain RULE       say what a rule finds, why, with an example

A file named on the command line is checked whatever its name; a folder gives its
*.imr and *.imr.txt files and those *.txt files that are determinations; - reads
standard input. Without arguments, imr check takes the current folder.

Exit codes: 0 nothing at warning or above, 1 findings, 2 could not run.
Nothing leaves this machine.
`;

/** Ends the program with a message on standard error and exit code 2. */
class UsageError extends Error {}

async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parse(argv);
  if (values.version) return print(`${version}\n`);
  const [command, ...targets] = positionals;
  if (values.help || command === undefined || command === 'help') return print(help);
  switch (command) {
    case 'check':
      return check(targets, values.reporter ?? 'text', values.verbose ?? false);
    case 'tree':
      return tree(targets);
    case 'rules':
      return print(listRules());
    case 'explain':
      return explain(targets);
    default:
      throw new UsageError(`There is no command "${command}"; see imr --help.`);
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
        reporter: { type: 'string' },
        verbose: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : 'Unknown option.'} See imr --help.`);
  }
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

async function check(targets: readonly string[], reporter: string, verbose: boolean): Promise<number> {
  if (reporter !== 'text' && reporter !== 'json')
    throw new UsageError(`There is no reporter "${reporter}"; take text or json.`);
  const cwd = process.cwd();
  const paths = targets.filter((target) => target !== '-');
  const { candidates, unmatched } = await findFiles(targets.length === 0 ? ['.'] : paths, cwd);
  const settings = { rulePages: rulePagesFolder(), words: createWordsChecker(await loadDictionary()) };
  const files: CheckedFile[] = await checkFiles(candidates, cwd, settings);
  if (targets.includes('-')) {
    files.push(
      checkText(new Checker(settings), decodeLetter(await readStandardInput()), '<stdin>', cwd).file,
    );
  }
  for (const { argument, reason } of unmatched) process.stderr.write(`imr: ${argument}: ${reason}\n`);
  if (files.length === 0) {
    if (unmatched.length === 0)
      process.stderr.write(
        'imr: no letters found; name a file, or a folder with *.imr, *.imr.txt or determinations as *.txt.\n',
      );
    return 2;
  }
  const color = process.stdout.isTTY === true && !process.env.NO_COLOR;
  process.stdout.write(reporter === 'json' ? reportJson(files) : reportText(files, { color, verbose }));
  if (unmatched.length > 0 || files.some((file) => file.problem !== undefined)) return 2;
  return files.some((file) => file.messages.some((message) => typeof message.fatal === 'boolean')) ? 1 : 0;
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function tree(targets: readonly string[]): Promise<number> {
  const [path] = targets;
  if (path === undefined || targets.length > 1) throw new UsageError('imr tree takes one file.');
  const text = path === '-' ? decodeLetter(await readStandardInput()) : await readLetter(path);
  return print(`${JSON.stringify(parseDetermination(text), null, 2)}\n`);
}

function explain(targets: readonly string[]): number {
  const [id] = targets;
  if (id === undefined) throw new UsageError('imr explain takes a rule; imr rules lists them.');
  const text = explainRule(id);
  if (text === undefined) throw new UsageError(`There is no rule "${id}"; imr rules lists them.`);
  return print(text);
}

// A reader that closes the pipe early (imr … | head) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const known = error instanceof UsageError || error instanceof UnreadableFileError;
    process.stderr.write(
      `imr: ${known ? error.message : `internal error (${error instanceof Error ? error.name : 'unknown'}); please report it with the command, not the letter.`}\n`,
    );
    process.exitCode = 2;
  },
);
