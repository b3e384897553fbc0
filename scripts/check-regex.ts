/**
 * Proves that every regular expression of the product matches in time in proportion to the text, whatever the text:
 * `node scripts/check-regex.ts [FILES]`, without files all of `server/src` and `client`. `regex/prove.ts` says how.
 *
 * Literals are read from the syntax trees; expressions that a module builds are recorded while the language core
 * loads. Exit code 1 where one is not proven; it is printed with its places and the text that, repeated, may be slow.
 */
import { globSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseSync } from 'oxc-parser';
import { ROOT } from './lib.ts';
import { prove } from './regex/prove.ts';

/** An expression with the places where it is written. */
interface Expression {
  source: string;
  flags: string;
  places: string[];
}

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

const { positionals: files } = parseArgs({ allowPositionals: true });
const paths =
  files.length > 0
    ? files.map((file) => resolve(file))
    : globSync(join(ROOT, '{server,client}/{src,media}/**/*.ts'));
for (const path of paths) readLiterals(path);
if (files.length === 0) await readBuilt();

let unproven = 0;
for (const [key, { source, flags, places }] of expressions) {
  const proof = prove(source, flags);
  if (proof.linear) continue;
  unproven++;
  console.log(`${key}\n  ${places.join('\n  ')}\n  ${proof.why}: ${JSON.stringify(proof.pump)}`);
}
console.log(`${expressions.size} regular expressions: ${unproven} not proven linear.`);
process.exitCode = unproven > 0 ? 1 : 0;
