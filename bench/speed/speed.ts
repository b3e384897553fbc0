/**
 * Measures speed and memory: `npm run bench:speed [-- --peers] [-- --editor] [-- --write]`, after `npm run build`.
 *
 * `--peers` installs tools of the same kind from the registry into `.cache/peers` and measures them in the same run;
 * `--editor` measures the activation of the extension in the real editor as well; `--write` writes the figures to docs/performance.md as well. `--gate RATIO` exits with 1 where the check of a letter
 * takes more than RATIO times one scan over its text: a bound that a slow machine does not change.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serverFlags } from '../../client/src/server-flags.ts';
import { ROOT } from '../../scripts/lib.ts';
import { lettersOf } from '../generate.ts';
import { measureActivation, windows } from './activation.ts';
import { type CoreFigures, machine, measureCore, reportCore, sentence } from './core.ts';
import type { EngineFigures } from './engines.ts';
import { installPeers, measurePeerEngines, measurePeers, measureServerPeers } from './peers.ts';
import { limitProgram, overFolder, type ProgramRun } from './programs.ts';
import { measureServer, type ServerFigures } from './servers.ts';
import { type Stats, show } from './stats.ts';

const { values } = parseArgs({
  options: {
    peers: { type: 'boolean' },
    editor: { type: 'boolean' },
    write: { type: 'boolean' },
    gate: { type: 'string' },
  },
});

const files = 1000;

function reportPrograms(runs: readonly ProgramRun[], limit: ProgramRun): string {
  return [
    `## ${files.toLocaleString('en-US')} files from the command line`,
    '',
    'Letters of 5 kB, one process, report thrown away.',
    '',
    '| program | s | s of processor | MiB | times the limit |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...runs.map(
      ({ name, wall, cpu, memory }) =>
        `| ${name} | ${show(wall)} | ${show(cpu)} | ${show(memory)} | ${show(wall / limit.wall)} |`,
    ),
    '',
  ].join('\n');
}

function reportEngines(engines: readonly EngineFigures[], own: number): string {
  return [
    '## Engines of other tools, in the same process',
    '',
    'The same letters, one core; `times ours` is against the check with all rules and words.',
    '',
    '| engine | ms for 5 kB (median) | letters/s | times ours |',
    '| --- | ---: | ---: | ---: |',
    ...engines.map(
      ({ name, time }) =>
        `| ${name} | ${show(time.median / 1000)} | ${show(1e6 / time.median)} | ${show(time.median / own)} |`,
    ),
    '',
  ].join('\n');
}

function reportServers(servers: readonly ServerFigures[]): string {
  return [
    '## Language server',
    '',
    'A document of 6 kB over the protocol (stdio), diagnostics pushed, the whole text sent with each change. Our first diagnostics hold what the rules say; the findings of the words check follow when its tables and dictionary are loaded. It is started as the extension starts it for the second time and ever after, with what the first start has compiled; the very first one is named beside it.',
    '',
    '| server | start to first diagnostics, ms | change to diagnostics, ms: median | p95 | MiB |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...servers.map(
      ({ name, first, veryFirst, change, memory }) =>
        `| ${name} | ${show(first.median)}${veryFirst === undefined ? '' : ` (very first: ${show(veryFirst)})`} | ${show(change.median)} | ${show(change.p95)} | ${show(memory)} |`,
    ),
    '',
  ].join('\n');
}

function reportActivation({ median, low, high }: Stats): string {
  return [
    '## Activation in the editor',
    '',
    `For ${show(median)} ms (quartiles ${show(low)} to ${show(high)}, ${windows} windows) the extension keeps the extension host of the real editor busy when the first letter wakes it: code loading and the activating call, as "Developer: Show Running Extensions" tells them.`,
    '',
  ].join('\n');
}

/** What was asked of the product, and what this run shows. */
function reportTargets(
  core: CoreFigures,
  own: ProgramRun,
  server: ServerFigures,
  activation: Stats | undefined,
): string {
  const row = (what: string, target: number, unit: string, found: number, most = true): string =>
    `| ${what} | ${most ? '≤' : '≥'} ${show(target)}${unit} | ${show(found)}${unit} | ${(most ? found <= target : found >= target) ? 'yes' : 'no'} |`;
  return [
    '## Targets',
    '',
    '| what | target | here | met |',
    '| --- | ---: | ---: | --- |',
    row('letters of 5 kB, one core, without words', 1500, '/s', 1e6 / core.plainAtOnce.median, false),
    row('letters of 5 kB, one core, with words', 700, '/s', 1e6 / core.wordsAtOnce.median, false),
    row('a key typed into a letter of 5 kB, with words', 2, ' ms', core.typedWords.median),
    row(`${files.toLocaleString('en-US')} files from the command line`, 1.2, ' s', own.wall),
    row('memory of that', 120, ' MiB', own.memory),
    row('change to diagnostics, median', 2, ' ms', server.change.median),
    row('change to diagnostics, p95', 5, ' ms', server.change.p95),
    row('start to first diagnostics', 150, ' ms', server.first.median),
    row('memory of the server', 70, ' MiB', server.memory),
    ...(activation ? [row('activation in the editor', 50, ' ms', activation.median)] : []),
    '',
  ].join('\n');
}

const built = ['dist/imr.js', 'dist/start-server.js', 'dist/words.bin'].map((path) => join(ROOT, path));
if (!built.every((path) => existsSync(path)))
  throw new Error('dist is not complete: run npm run build first.');
const [program = '', serverProgram = ''] = built;

const core = measureCore();
const limit = await overFolder('limit: read the files, one scan', limitProgram, files, '.imr');
const own = await overFolder('imr check', [program, 'check', 'letters'], files, '.imr');
const [letter = ''] = lettersOf(6000, 1);
// Sentences typed key by key into the summary: no text comes twice.
const at = letter.indexOf('. ', letter.indexOf('CLINICAL CASE SUMMARY') + 300) + 1;
const typed = sentence.repeat(5);
const compiled = mkdtempSync(join(tmpdir(), 'imr-compiled-'));
const server = await measureServer({
  name: 'imr-language-server',
  // As the extension starts it.
  args: [...serverFlags, serverProgram, `--compiled-in=${compiled}`, '--stdio'],
  // It keeps what it has compiled some seconds after its first start.
  settles: 5000,
  languageId: 'imr',
  ending: '.imr',
  text: letter,
  edit: (round) => ({ offset: at, text: typed.slice(0, round + 1) }),
});
rmSync(compiled, { recursive: true });
const programs = [limit, own];
const servers = [server];
let engines: EngineFigures[] = [];
if (values.peers) {
  await installPeers();
  engines = await measurePeerEngines();
  programs.push(...(await measurePeers(files)));
  servers.push(...(await measureServerPeers(letter.length)));
}
const activation = values.editor ? await measureActivation() : undefined;

const report = [
  '# Performance',
  '',
  `Measured by \`npm run bench\` on ${machine()}. Letters are generated in the manner of the examples and differ from each other; times of one core are processor time, so that other programs matter less.`,
  '',
  reportTargets(core, own, server, activation),
  reportCore(core),
  ...(engines.length > 0 ? [reportEngines(engines, core.words.median)] : []),
  reportPrograms(programs, limit),
  reportServers(servers),
  ...(activation ? [reportActivation(activation)] : []),
].join('\n');
console.log(report);
if (values.write) writeFileSync(join(ROOT, 'docs/performance.md'), report);

const ratio = core.plain.median / core.limit.median;
if (values.gate !== undefined && ratio > Number(values.gate)) {
  console.error(
    `A check takes ${show(ratio)} times one scan over the text; at most ${values.gate} are allowed.`,
  );
  process.exitCode = 1;
}
