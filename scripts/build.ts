/**
 * Builds `dist/`: one bundle for each entry point, and the compiled word lists. `--watch` rebuilds the bundles on
 * change; `--dev` leaves names readable and adds source maps. Types are checked apart (`npm run typecheck`).
 */
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildOptions, build, context, type Plugin } from 'esbuild';
import { ROOT, run } from './lib.ts';
import { withLock } from './lock.ts';
import { writeSbom } from './sbom.ts';

const common: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  // VS Code's web extension host loads CommonJS only; one format everywhere keeps `require('vscode')` working too.
  format: 'cjs',
  legalComments: 'none',
  logLevel: 'warning',
};
// VS Code 1.91, the oldest supported, runs extensions on Node 20.
const desktop: BuildOptions = {
  ...common,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  // The libraries of documents are loaded with require: their bundles suit browsers too, and Node's import() finds no names in those.
  supported: { 'dynamic-import': false },
  // Some packages are ES modules that ask where they are; CommonJS has no import.meta.
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
};
const web: BuildOptions = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
};

/** What libraries reach the network with, as names that are not there. */
const noNetwork = { fetch: 'undefined', XMLHttpRequest: 'undefined', WebSocket: 'undefined' };

/** Readers and writers of documents: large libraries, each in a file of its own that loads when it is first needed. */
const documents = ['pdf', 'word', 'word-writer'];
/** @param folder where those files lie, seen from the bundle */
const loadDocumentsLater = (folder: string): Plugin => ({
  name: 'load-documents-later',
  setup({ onResolve }) {
    onResolve({ filter: new RegExp(`/(?:${documents.join('|')})\\.ts$`) }, ({ kind, path }) =>
      kind === 'dynamic-import'
        ? { path: `${folder}/${basename(path, '.ts')}.js`, external: true }
        : undefined,
    );
  },
});

/** The programs ask the manifest for their version only. */
const versionOnly: Plugin = {
  name: 'version-only',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]package\.json$/ }, async ({ path }) =>
      path === join(ROOT, 'package.json')
        ? {
            contents: JSON.stringify({ version: JSON.parse(await readFile(path, 'utf8')).version }),
            loader: 'json',
          }
        : undefined,
    );
  },
};

/**
 * A text in ASCII alone, its other characters as escapes. The engine keeps a text in two bytes a character as soon as
 * one of them is beyond Latin-1: one typographic quote doubles a program, and a table, in memory.
 */
const inAscii = (text: string): string =>
  text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The tables of the language core as texts that are parsed when they are first asked for: the engine reads over a text quicker. */
const tablesAsTexts: Plugin = {
  name: 'tables-as-texts',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]language[\\/][a-z]+[\\/]data[\\/][a-z-]+\.json$/ }, async ({ path }) => {
      const table = inAscii(JSON.stringify(JSON.parse(await readFile(path, 'utf8'))));
      return { contents: `export default JSON.parse(${JSON.stringify(table)});`, loader: 'js' };
    });
  },
};

/**
 * One script for Node and for a browser's worker, which have all but their first lines in common: each would carry the
 * checker, or the language client, once more. Only the part for where it runs is evaluated.
 * @param exported where what it exports goes; a worker's script has no place for it
 */
const inBoth = (folder: string, node: string, browser: string, exported = ''): BuildOptions => ({
  ...desktop,
  // Not for browsers; nothing in these asks where it is.
  define: {},
  banner: {},
  // Beside those for Node.
  conditions: ['browser'],
  stdin: {
    contents: `${exported} typeof WorkerGlobalScope === 'undefined' ? require('./${node}') : require('./${browser}');`,
    resolveDir: join(ROOT, folder),
  },
});

const bundles: BuildOptions[] = [
  {
    ...inBoth('client/src', 'extension.ts', 'extension.web.ts', 'module.exports ='),
    outfile: 'dist/extension.js',
    external: ['vscode'],
    plugins: [tablesAsTexts],
  },
  {
    ...inBoth('server/src', 'node.ts', 'web.ts'),
    banner: { js: '#!/usr/bin/env node' },
    outfile: 'dist/server.js',
    plugins: [loadDocumentsLater('./documents'), versionOnly, tablesAsTexts],
  },
  {
    ...desktop,
    entryPoints: ['server/src/start-server.ts'],
    outfile: 'dist/start-server.js',
  },
  {
    ...desktop,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/imr.js',
    plugins: [loadDocumentsLater('./documents'), versionOnly, tablesAsTexts],
  },
  ...documents.map((name) => ({
    ...web,
    entryPoints: [`server/src/documents/${name}.ts`],
    outfile: `dist/documents/${name}.js`,
    // The readers could load fonts or images from addresses; what they need to do so does not exist for them.
    define: { 'import.meta.url': '""', ...noNetwork },
  })),
  {
    ...desktop,
    entryPoints: ['server/src/documents/node-worker.ts'],
    outfile: 'dist/documents/node-worker.js',
    plugins: [loadDocumentsLater('.')],
  },
  { ...web, entryPoints: ['server/src/documents/web-worker.ts'], outfile: 'dist/documents/web-worker.js' },
  // The page of the case timeline; Chromium runs it in every kind of VS Code.
  { ...web, entryPoints: ['client/media/timeline.ts'], outfile: 'dist/webview/timeline.js', format: 'iife' },
];

/** Compiles the word lists, a few seconds' work, unless those in dist are newer than their sources. */
async function buildWords(): Promise<void> {
  const script = 'scripts/words/build-dictionary.ts';
  const output = join(ROOT, 'dist/words.bin');
  const words = 'server/src/language/words';
  const sources = [
    'package-lock.json',
    script,
    'scripts/words/words-told.ts',
    `${words}/dictionary-format.ts`,
    `${words}/data/field-terms.json`,
    `${words}/corrections.ts`,
    `${words}/split-word.ts`,
  ];
  const modified = async (path: string) => (await stat(path)).mtimeMs;
  const newest = Math.max(...(await Promise.all(sources.map((path) => modified(join(ROOT, path))))));
  const isNew = async () => (await modified(output).catch(() => 0)) > newest;
  if (await isNew()) return;
  // Another build may be at it; what it makes serves this one too.
  await withLock(join(ROOT, '.cache/words.lock'), async () => {
    if (await isNew()) return;
    await mkdir(join(ROOT, 'dist'), { recursive: true });
    if ((await run(process.execPath, [script, output])) !== 0)
      throw new Error('the word lists were not compiled');
  });
}

/** What esbuild leaves of a command: it escapes what lies in texts, but not what lies in regular expressions. */
async function finishCommand(path: string): Promise<void> {
  // Escapes would shift the places that a source map tells.
  if (!values.dev) await writeFile(path, inAscii(await readFile(path, 'utf8')));
  await chmod(path, 0o755);
}

const { values } = parseArgs({ options: { watch: { type: 'boolean' }, dev: { type: 'boolean' } } });
const mode: BuildOptions = values.dev || values.watch ? { sourcemap: 'linked' } : { minify: true };
if (values.watch) {
  for (const bundle of bundles) await (await context({ ...bundle, ...mode, logLevel: 'info' })).watch();
} else {
  await Promise.all([buildWords(), ...bundles.map((bundle) => build({ ...bundle, ...mode }))]);
  for (const command of ['dist/imr.js', 'dist/server.js']) await finishCommand(join(ROOT, command));
  await writeSbom();
}
