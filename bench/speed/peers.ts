import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, run } from '../../scripts/lib.ts';
import { type EngineFigures, measureEngines } from './engines.ts';
import { overFolder, type ProgramRun } from './programs.ts';
import { measureServer, type ServerFigures } from './servers.ts';

const folder = join(ROOT, '.cache/peers');

/** Tools of the same kind, at the versions that were measured. */
const packages = [
  'textlint@15',
  'textlint-rule-common-misspellings@1',
  'cspell@9',
  'markdownlint-cli2@0.18',
  'remark-cli@12',
  'remark-preset-lint-recommended@7',
  'write-good@1',
  'vscode-langservers-extracted@4',
  'yaml-language-server@1',
  'retext-english@5',
  'retext-equality@7',
  'retext-indefinite-article@5',
  'retext-passive@5',
  'retext-repeated-words@5',
  'remark-parse@11',
  'unified@11',
  'vfile@6',
  'unified-language-server@4',
  'oxlint@1',
];

/** Installs the peers from the registry into an ignored folder. */
export async function installPeers(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const missing = packages.filter((name) => !existsSync(join(folder, 'node_modules', nameOf(name))));
  if (missing.length === 0) return;
  const npm = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', ...missing];
  if ((await run('npm', npm)) !== 0) throw new Error('the peers were not installed');
}

const nameOf = (spec: string): string => spec.replace(/@[^@/]*$/, '');

/** Installed version of a peer. */
function versionOf(name: string): string {
  const manifest = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** The file that a peer's command runs. */
function commandOf(name: string, command = name): string {
  const home = join(folder, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  return join(home, typeof bin === 'string' ? bin : (bin[command] ?? ''));
}

/** Measures the engines of peers that can be called in this process. */
export function measurePeerEngines(): Promise<EngineFigures[]> {
  return measureEngines(folder, versionOf);
}

/** Runs each command-line peer over the same letters. */
export async function measurePeers(count: number): Promise<ProgramRun[]> {
  const runs: ProgramRun[] = [];
  const add = async (
    name: string,
    args: readonly string[],
    ending: string,
    command = name,
  ): Promise<void> => {
    runs.push(
      await overFolder(`${name} ${versionOf(name)}`, [commandOf(name, command), ...args], count, ending, 1),
    );
  };
  const rules = join(folder, 'node_modules');
  await add(
    'textlint',
    ['--rules-base-directory', rules, '--rule', 'common-misspellings', 'letters/*.txt'],
    '.txt',
  );
  await add('cspell', ['--no-progress', '--no-config-search', 'letters/*.txt'], '.txt');
  await add('markdownlint-cli2', ['letters/*.md'], '.md');
  const preset = join(folder, 'node_modules/remark-preset-lint-recommended/index.js');
  await add('remark-cli', ['--quiet', '--no-stdout', '--use', preset, 'letters'], '.md', 'remark');
  await add(
    'write-good',
    Array.from({ length: count }, (_, i) => `letters/${String(i).padStart(5, '0')}.txt`),
    '.txt',
  );
  return runs;
}

/** Measures the language-server peers on a document of the same length. */
export async function measureServerPeers(length: number): Promise<ServerFigures[]> {
  const entry = '  "note": "The patient was seen on November 28, 2016 for low back pain.",\n';
  const json = `{\n${Array.from({ length: Math.ceil(length / entry.length) }, (_, i) => entry.replace('note', `note${i}`)).join('')}  "end": 1\n}\n`;
  const yaml = Array.from(
    { length: Math.ceil(length / 66) },
    (_, i) => `note${i}: The patient was seen on November 28, 2016 for pain.\n`,
  ).join('');
  const middle = (text: string): number => text.indexOf('November', Math.floor(text.length / 2));
  const server = (name: string, args: string[], languageId: string, ending: string, text: string) => ({
    name: `${name} ${versionOf(nameOf(name))}`,
    args,
    languageId,
    ending,
    text,
    edit: (round: number) => ({ offset: middle(text), text: `${round % 10}` }),
  });
  const markdown = `${Array.from({ length: Math.ceil(length / 66) }, (_, i) => `Note ${i}: The patient was seen on November 28, 2016 for pain.\n`).join('\n')}`;
  const script = Array.from(
    { length: Math.ceil(length / 60) },
    (_, i) => `export const note${i} = 'seen on November 28, 2016'; debugger;\n`,
  ).join('');
  // The server has no program of its own: this is the one that its documentation shows, with the lint preset.
  const remarkServer = join(folder, 'remark-server.mjs');
  writeFileSync(
    remarkServer,
    `import { createUnifiedLanguageServer } from 'unified-language-server';
import { remark } from 'remark';
import preset from 'remark-preset-lint-recommended';
createUnifiedLanguageServer({ processorName: 'remark', processorSpecifier: 'remark', configurationSection: 'remark', defaultProcessor: remark(), plugins: [preset] });
`,
  );
  const langservers = 'vscode-langservers-extracted';
  const all = [
    server(
      langservers,
      [commandOf(langservers, 'vscode-json-language-server'), '--stdio'],
      'json',
      '.json',
      json,
    ),
    server('yaml-language-server', [commandOf('yaml-language-server'), '--stdio'], 'yaml', '.yaml', yaml),
    {
      ...server('unified-language-server', [remarkServer, '--stdio'], 'markdown', '.md', markdown),
      root: pathToFileURL(`${folder}/`).href,
    },
    server('oxlint', [commandOf('oxlint'), '--lsp'], 'javascript', '.js', script),
  ];
  const figures: ServerFigures[] = [];
  for (const peer of all) {
    try {
      figures.push(await measureServer(peer, 80));
    } catch (error) {
      console.error(
        `${peer.name} was not measured: ${error instanceof Error ? error.message : 'unknown reason'}`,
      );
    }
  }
  return figures;
}
