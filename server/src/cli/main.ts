#!/usr/bin/env node
import '../node/engine.ts';
import { dirname, resolve } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { hold, holdingFor } from '../language/additions.ts';
import { parseDetermination } from '../language/syntax/index.ts';
import { version } from '../version.ts';
import { type Options, readArguments, UsageError } from './arguments.ts';
import { check } from './check-command.ts';
import { explainRule, listRules } from './explain.ts';
import { help } from './help.ts';
import { Offices } from './office.ts';
import { decode, readLetter, UnreadableFileError } from './read.ts';
import { readStandardInput } from './standard-input.ts';
import { runWorker } from './worker.ts';

async function main(argv: readonly string[]): Promise<number> {
  const { options, positionals } = readArguments(argv);
  if (options.version) return print(`${version}\n`);
  const [command, ...targets] = positionals;
  if (options.help || command === undefined || command === 'help') return print(help);
  switch (command) {
    case 'check':
      return check(targets, options);
    case 'import':
      return (await import('./convert.ts')).importLetters(targets, options.output);
    case 'export':
      return (await import('./convert.ts')).exportLetters(targets, options.output, options.config);
    case 'report':
      return writeReport(targets, options);
    case 'guideline':
      return (await import('./guideline.ts')).guideline(targets, options);
    case 'tree':
      return tree(targets, options);
    case 'rules':
      return print(listRules());
    case 'explain':
      return explain(targets);
    default:
      throw new UsageError(`There is no command "${command}"; see imr --help.`);
  }
}

async function writeReport(targets: readonly string[], options: Options): Promise<number> {
  const { reportLetters } = await import('./report-command.ts');
  return reportLetters(targets, options);
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

async function tree(targets: readonly string[], { config }: Options): Promise<number> {
  const [path] = targets;
  if (path === undefined || targets.length > 1) throw new UsageError('imr tree takes one file.');
  const { text } = path === '-' ? await decode(await readStandardInput()) : await readLetter(path);
  const folder = path === '-' ? process.cwd() : dirname(resolve(path));
  const { additions } = await new Offices(process.cwd(), config).of(folder);
  hold(holdingFor(text, additions));
  return print(`${JSON.stringify(parseDetermination(text), null, 2)}\n`);
}

function explain(targets: readonly string[]): number {
  const [id] = targets;
  if (id === undefined) throw new UsageError('imr explain takes a rule; imr rules lists them.');
  const text = explainRule(id);
  if (text === undefined) throw new UsageError(`There is no rule "${id}"; imr rules lists them.`);
  return print(text);
}

function start(): void {
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
}

// The program is its own thread when many letters are checked.
if (isMainThread) start();
else void runWorker();
