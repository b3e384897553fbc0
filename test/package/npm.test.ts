import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { layOutNpmPackage, npmPack } from '../../scripts/npm-package.ts';
import { slip } from '../cli/program.ts';
import { printPdf } from '../support/letter-pdf.ts';

const place = mkdtempSync(join(tmpdir(), 'imr-npm-'));
const layout = join(place, 'package');
/** An empty folder that takes the package. */
const office = join(place, 'office');
const command = (name: string): string => join(office, 'node_modules/.bin', name);
let files: string[] = [];
let archive = '';

beforeAll(async () => {
  files = await layOutNpmPackage(layout);
  archive = await npmPack(layout, place);
  mkdirSync(office);
  const install = ['install', '--offline', '--no-audit', '--no-fund', '--loglevel=error', archive];
  const { status, stderr } = spawnSync('npm', install, { cwd: office, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}, 120_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

const imr = (...args: string[]) => spawnSync(command('imr'), args, { cwd: office, encoding: 'utf8' });

describe('the npm package, installed offline in an empty folder', () => {
  it('holds programs in ASCII, which the engine keeps in one byte a character', () => {
    const programs = files.filter((file) => /(?:imr|server)\.js$/.test(file));
    expect(programs).not.toHaveLength(0);
    for (const file of programs)
      expect(readFileSync(join(layout, file), 'latin1'), file).not.toMatch(/[\x80-\xff]/);
  });

  it('brings no other package with it', () => {
    const { packages } = JSON.parse(readFileSync(join(office, 'package-lock.json'), 'utf8'));
    expect(Object.keys(packages)).toEqual(['', 'node_modules/imr-rationale']);
  });

  it('runs imr, with words, rule pages and the readers of documents', async () => {
    writeFileSync(join(office, 'one.imr'), slip.replace('gain', 'gainn'));
    writeFileSync(join(office, 'two.pdf'), await printPdf(slip));
    const { status, stdout, stderr } = imr('check', 'one.imr', 'two.pdf');
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/subdivision-ef[\s\S]*two\.pdf[\s\S]*subdivision-ef/);
    expect(stdout).toContain('misspelling');
    expect(imr('export', 'one.imr').status).toBe(0);
    expect(imr('import', 'one.docx').status).toBe(0);
  });

  it('runs imr-language-server', async () => {
    const server = spawn(command('imr-language-server'), ['--stdio'], { cwd: office });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const published = new Promise<PublishDiagnosticsParams>((resolve) => {
      connection.onNotification('textDocument/publishDiagnostics', resolve);
    });
    connection.listen();
    try {
      const capabilities = { textDocument: { publishDiagnostics: {} } };
      await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
      await connection.sendNotification('initialized', {});
      const textDocument = { uri: 'file:///one.imr', languageId: 'imr', version: 1, text: slip };
      await connection.sendNotification('textDocument/didOpen', { textDocument });
      const { diagnostics } = await published;
      const [first] = diagnostics;
      expect(first).toMatchObject({ source: 'imr', code: 'subdivision-ef' });
      const page = new URL(first?.codeDescription?.href ?? '');
      expect(readFileSync(page, 'utf8')).toContain('# subdivision-ef');
    } finally {
      connection.dispose();
      server.kill();
    }
  });

  it('has nothing that publint would mend', async () => {
    const { buffer } = new Uint8Array(readFileSync(archive));
    const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg ?? {}))).toEqual([]);
  });

  it('holds the commands and their papers, and no source', () => {
    expect(files.filter((path) => !/^docs\/rules\/[\w-]+\.md$/.test(path)).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'dist/documents/pdf.js',
      'dist/documents/word-writer.js',
      'dist/documents/word.js',
      'dist/imr.js',
      'dist/sbom.json',
      'dist/server.js',
      'dist/words.bin',
      'docs/editors.md',
      'docs/machines.md',
      'package.json',
      'server/schema/config.schema.json',
      'server/schema/dismissed.schema.json',
    ]);
  });
});
