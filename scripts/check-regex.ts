/**
 * Looks for super-linear backtracking in every regular expression of the product:
 * `node scripts/check-regex.ts [--accept] [FILES]`, without files all of `server/src` and `client`.
 *
 * Literals are read from the syntax trees; expressions that a module builds are recorded while the language core
 * loads. Each is given to recheck (https://makenowjust-labs.github.io/recheck/), which proves it linear, proves an
 * attack, or, with look-behind and the like, searches for one for some seconds. What was found is kept in `.cache`,
 * by pattern and by version of recheck.
 *
 * `regex-bounded.json` beside this script lists polynomial expressions that are known: a ratchet against new ones, not a
 * proof of harmlessness (most see a block of at most `limits.block` characters, or a window of less than 200, but the
 * list was written from what was found). Expressions that recheck cannot decide in time do not fail. Exponential ones
 * are never let through. `--accept` writes the list anew. Exit code 1 where an attack was found that is not on the list;
 * it is printed with its places and the string that it takes.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { parseSync } from 'oxc-parser';
import { checkSync, type Diagnostics } from 'recheck';
import { ROOT } from './lib.ts';

/** An expression with the places where it is written. */
interface Expression {
  source: string;
  flags: string;
  places: string[];
}

/** Milliseconds that recheck may spend on one expression. */
const patience = 5_000;

/** Modules whose loading builds expressions. */
const builders = [
  'server/src/language/checker.ts',
  'server/src/language/words/checker.ts',
  'server/src/language/passages/index.ts',
];

const expressions = new Map<string, Expression>();

function add(source: string, flags: string, place: string): void {
  const key = `/${source}/${flags}`;
  const known = expressions.get(key);
  if (known) known.places.push(place);
  else expressions.set(key, { source, flags, places: [place] });
}

/** Collects the literals below a node of a syntax tree. */
function collect(node: unknown, place: (offset: number) => string): void {
  if (Array.isArray(node)) {
    for (const child of node) collect(child, place);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  const { regex, start } = node as { regex?: { pattern: string; flags: string }; start?: number };
  if (regex) add(regex.pattern, regex.flags, place(start ?? 0));
  for (const child of Object.values(node))
    if (child !== null && typeof child === 'object') collect(child, place);
}

function readLiterals(path: string): void {
  const text = readFileSync(path, 'utf8');
  const name = relative(ROOT, path);
  collect(parseSync(path, text).program, (offset) => `${name}:${text.slice(0, offset).split('\n').length}`);
}

/** Loads the language core with a `RegExp` that takes down what it is asked to build. */
async function readBuilt(): Promise<void> {
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [source, flags = '']: [string | RegExp, string?]) {
      const built = new target(source, flags);
      add(built.source, built.flags, 'built while loading');
      return built;
    },
  });
  for (const module of builders) await import(join(ROOT, module));
  globalThis.RegExp = Original;
}

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { accept: { type: 'boolean' } },
});
const paths = files.length > 0 ? files : globSync(join(ROOT, '{server,client}/{src,media}/**/*.ts'));
for (const path of paths) readLiterals(path);
if (files.length === 0) await readBuilt();

/** What recheck said of an expression. */
interface Answer {
  status: Diagnostics['status'];
  summary: string;
  attack: string;
}

const { version } = createRequire(import.meta.url)('recheck/package.json') as { version: string };
const memory = join(ROOT, `.cache/regex-${version}.json`);
const list = join(import.meta.dirname, 'regex-bounded.json');
const answers = new Map(Object.entries(readJson(memory, {} as Record<string, Answer>)));
const bounded = new Set(readJson(list, [] as string[]));

function readJson<T>(path: string, otherwise: T): T {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return otherwise;
  }
}

function ask({ source, flags }: Expression): Answer {
  const found = checkSync(source, flags, { timeout: patience });
  if (found.status !== 'vulnerable') return { status: found.status, summary: '', attack: '' };
  return { status: found.status, summary: found.complexity.summary, attack: found.attack.pattern };
}

const accepted: string[] = [];
let attacks = 0;
let undecided = 0;
for (const [key, expression] of expressions) {
  const answer = answers.get(key) ?? ask(expression);
  answers.set(key, answer);
  if (answer.status === 'unknown') undecided++;
  if (answer.status !== 'vulnerable') continue;
  const exponential = answer.summary.startsWith('exponential');
  if (!exponential) accepted.push(key);
  if (!exponential && (values.accept || bounded.has(key))) continue;
  attacks++;
  console.log(`${answer.summary}: ${key}`);
  for (const place of expression.places) console.log(`  ${place}`);
  console.log(`  attack: ${answer.attack}`);
}
mkdirSync(join(ROOT, '.cache'), { recursive: true });
writeFileSync(memory, JSON.stringify(Object.fromEntries(answers)));
if (values.accept) writeFileSync(list, `${JSON.stringify(accepted.sort(), null, 2)}\n`);
console.log(
  `${expressions.size} regular expressions: ${attacks} super-linear, ${accepted.length} polynomial on bounded text, ${undecided} not decided in ${patience / 1000} s.`,
);
process.exitCode = attacks > 0 ? 1 : 0;
