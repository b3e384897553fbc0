import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { RuleLevel } from '../language/checker.ts';
import { rules } from '../language/rules/index.ts';
import { type ReporterName, reporterNames } from './reporters/index.ts';

/** The command line was wrong: ends the program with its message on standard error and exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Options of the command line, checked. */
export interface Options {
  help: boolean;
  version: boolean;
  reporter: ReporterName;
  /** Also print reasons and fixes. */
  verbose: boolean;
  /** Write certain fixes, only show what they would change, or leave the letters alone. */
  fix: 'write' | 'show' | undefined;
  /** Largest number of warnings that still gives exit code 0; undefined: none, as without the option. */
  maxWarnings: number | undefined;
  /** Report errors only. */
  quiet: boolean;
  /** File of findings that are known. */
  baseline: string | undefined;
  updateBaseline: boolean;
  /** Only files that git sees as changed. */
  changed: boolean;
  /** With {@link changed}: also files that changed since this commit. */
  since: string | undefined;
  watch: boolean;
  /** Print the time that each rule took. */
  timing: boolean;
  /** Number of threads; undefined: as many as are of use. */
  jobs: number | undefined;
  /** Levels by rule, over those of `.imr/config.json`. */
  rules: Readonly<Record<string, RuleLevel>>;
  words: boolean;
  /** Settings of an office, in place of those in the user's own folder. */
  config: string | undefined;
  /** Identifier of the guideline that a file is. */
  as: string | undefined;
  /** The sheet of the file that is page 1. */
  pageOne: number | undefined;
  /** List what can be read, not only what was. */
  all: boolean;
  /** File to write to. */
  output: string | undefined;
}

const levels: ReadonlySet<string> = new Set(['off', 'default', 'hint', 'information', 'warning', 'error']);

/**
 * Reads the command line.
 *
 * @throws {UsageError} for options that do not exist or have no sense.
 */
export function readArguments(argv: readonly string[]): { options: Options; positionals: string[] } {
  const { values, positionals } = parse(argv);
  if (values.fix && values['fix-dry-run'])
    throw new UsageError('Take --fix or --fix-dry-run, not both; see imr --help.');
  if (values['update-baseline'] && values.baseline === undefined)
    throw new UsageError('--update-baseline needs --baseline FILE; see imr --help.');
  if (values.config !== undefined && !existsSync(values.config))
    throw new UsageError(`--config ${values.config}: there is no such file.`);
  const options: Options = {
    help: values.help ?? false,
    version: values.version ?? false,
    reporter: reporterOf(values.reporter ?? 'text'),
    verbose: values.verbose ?? false,
    fix: values.fix ? 'write' : values['fix-dry-run'] ? 'show' : undefined,
    maxWarnings: numberOf('--max-warnings', values['max-warnings'], 0),
    quiet: values.quiet ?? false,
    baseline: values.baseline,
    updateBaseline: values['update-baseline'] ?? false,
    changed: values.changed ?? values.since !== undefined,
    since: values.since,
    watch: values.watch ?? false,
    timing: values.timing ?? false,
    jobs: numberOf('--jobs', values.jobs, 1),
    rules: Object.fromEntries((values.rule ?? []).map(ruleOf)),
    words: !values['no-words'],
    config: values.config,
    as: values.as,
    pageOne: numberOf('--page-one', values['page-one'], 1),
    all: values.all ?? false,
    output: values.output,
  };
  return { options, positionals };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
        reporter: { type: 'string', short: 'r' },
        verbose: { type: 'boolean' },
        fix: { type: 'boolean' },
        'fix-dry-run': { type: 'boolean' },
        'max-warnings': { type: 'string' },
        quiet: { type: 'boolean', short: 'q' },
        baseline: { type: 'string' },
        'update-baseline': { type: 'boolean' },
        changed: { type: 'boolean' },
        since: { type: 'string' },
        watch: { type: 'boolean', short: 'w' },
        timing: { type: 'boolean' },
        jobs: { type: 'string', short: 'j' },
        rule: { type: 'string', multiple: true },
        'no-words': { type: 'boolean' },
        config: { type: 'string', short: 'c' },
        as: { type: 'string' },
        'page-one': { type: 'string' },
        all: { type: 'boolean' },
        output: { type: 'string', short: 'o' },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : 'Unknown option.'} See imr --help.`);
  }
}

function reporterOf(name: string): ReporterName {
  const known = reporterNames.find((candidate) => candidate === name);
  if (known === undefined)
    throw new UsageError(`There is no reporter "${name}"; take ${reporterNames.join(', ')}.`);
  return known;
}

function numberOf(option: string, value: string | undefined, least: number): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,6}$/.test(value) || Number(value) < least)
    throw new UsageError(`${option} takes a whole number from ${least} on, not "${value}".`);
  return Number(value);
}

function ruleOf(argument: string): [string, RuleLevel] {
  const [id = '', level = ''] = argument.split('=', 2);
  if (!rules.some((rule) => rule.id === id))
    throw new UsageError(`There is no rule "${id}"; imr rules lists them.`);
  const found = level === 'info' ? 'information' : level;
  if (!levels.has(found))
    throw new UsageError(`--rule ${id}=… takes ${[...levels].join(', ')}, not "${level}".`);
  return [id, found as RuleLevel];
}
