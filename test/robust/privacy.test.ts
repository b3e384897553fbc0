import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pulledLetter } from '../fuzz/texts.ts';
import { letter } from '../support/letter.ts';
import { RawServer } from './raw-server.ts';

const root = join(import.meta.dirname, '../..');
const limit = { timeout: 120_000 };
const uri = 'file:///letters/one.imr.txt';
/** A word that no dictionary and no program has: where it shows up, text of the letter does. */
const marker = 'Zyxquandolino';
const slip = letter({
  summary: `The injured worker ${marker} is a 44 year old male who sustained an industrial injury on 09/15/2016.`,
  items: [
    {
      rationale: `${marker} had no gain as defined in 9792.20(ef). Therefore, the request is not medically necessary.`,
    },
  ],
});

function bundle(name: string): string {
  const path = join(root, 'dist', name);
  if (!existsSync(path)) throw new Error(`dist/${name} is missing: run npm run build first.`);
  return readFileSync(path, 'utf8');
}

/** Modules that a bundle for Node asks Node for. */
function required(text: string): string[] {
  const found = [...text.matchAll(/\b(?:require|import)\(["'`]([^"'`]+)["'`]\)/g)].map(
    (match) => match[1] ?? '',
  );
  return [...new Set(found.map((name) => name.replace(/^node:/, '')))].sort();
}

/** Modules of Node that reach beyond this machine, or run something. */
const outward =
  /^(?:https?|http2|net|tls|dgram|dns|inspector|quic|child_process|cluster|worker_threads|vm|v8)(?:\/|$)/;

/** All programs that ship, as the build made them. */
const programs = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.js'))
  .sort();

/** Calls of what reaches the network in a browser or in Node; methods of the same name are something else. */
function callsOut(text: string): string[] {
  const names =
    /(?<![\w$.#])(?:fetch|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon)\s*\(|\.sendBeacon\(|\bnew\s+(?:XMLHttpRequest|WebSocket|EventSource)\b/g;
  return [...text.matchAll(names)]
    .filter(({ 0: { length }, index }) => !isMethod(text, index + length))
    .map(({ index }) => text.slice(index - 30, index + 60));
}

/** Whether a pair of brackets that opens before a place is a list of parameters: a body follows. */
function isMethod(text: string, at: number): boolean {
  let depth = 1;
  let end = at;
  for (; depth > 0 && end < text.length; end++) depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0;
  return /^\s*\{/.test(text.slice(end, end + 10));
}

describe('the bundles', () => {
  // vscode-languageserver can speak over --socket and --pipe (net), and starts a process to look for packages (child_process);
  // the product calls neither. `imr check --changed` runs git; many files are checked in
  // threads, and so are documents read. The engine (v8) is only told how to compile expressions, as the next test says.
  // What starts the server runs its script (vm) with the functions that an earlier start had compiled.
  it.each([
    ['server.js', ['child_process', 'net', 'v8']],
    ['start-server.js', ['v8', 'vm']],
    ['imr.js', ['child_process', 'v8', 'worker_threads']],
    ['documents/pdf.js', []],
    ['documents/word.js', []],
    ['documents/word-writer.js', []],
    ['extension.js', ['child_process', 'net', 'worker_threads']],
  ] as [string, string[]][])('%s asks Node for no other way out than %j', (name, known) => {
    expect(
      required(bundle(name)).filter((module) => outward.test(module) && !known.includes(module)),
    ).toEqual([]);
  });

  it.each([
    ['server.js', ['--no-regexp-tier-up', '--heap-growing-percent=100']],
    ['start-server.js', ['--no-regexp-tier-up', '--heap-growing-percent=100']],
    ['imr.js', ['--no-regexp-tier-up', '--heap-growing-percent=100', '--semi-space-growth-factor=1']],
  ])(
    '%s tells the engine how to compile and clear up, no more, and writes no picture of its memory',
    (name, flags) => {
      const text = bundle(name);
      expect([...text.matchAll(/setFlagsFromString\)?\(([^)]*)\)/g)].map((match) => match[1])).toEqual(
        flags.map((flag) => `"${flag}"`),
      );
      expect(text).not.toMatch(/HeapSnapshot|startupSnapshot|takeCoverage/);
    },
  );

  it.each(programs)('%s holds no call to fetch anything', (name) => {
    expect(callsOut(bundle(name))).toEqual([]);
  });

  it.each(['server.js', 'imr.js', 'webview/timeline.js'])('%s makes no code out of text', (name) => {
    const text = bundle(name);
    expect(
      [...text.matchAll(/(?<![\w$.])eval\s*\(|\bnew\s+Function\s*\(/g)].map((match) => match[0]),
    ).toEqual([]);
  });
});

/** Node's permissions: files may be read; no network, no process, no thread, no addon, nothing written. */
const denied = ['--permission', '--allow-fs-read=*'];

describe('denied everything but reading', limit, () => {
  it('the server gives its findings', async () => {
    const server = new RawServer(denied);
    await server.initialize({});
    server.open(uri, slip);
    const { params } = await server.message(
      ({ method, params }) =>
        method === 'textDocument/publishDiagnostics' &&
        (params as { diagnostics: { code: string }[] }).diagnostics.some(
          ({ code }) => code === 'subdivision-ef',
        ),
    );
    expect(params).toMatchObject({ uri });
    server.process.stdin.end();
    await server.ended;
    expect(server.stderr).toBe('');
  });

  it('the command line gives its findings', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [...denied, join(root, 'dist/imr.js'), 'check', '-'],
      {
        input: slip,
        encoding: 'utf8',
      },
    );
    expect(status).toBe(1);
    expect(stdout).toContain('subdivision-ef');
  });
});

describe('documents', limit, () => {
  it('are read with everything denied but reading', () => {
    const folder = mkdtempSync(join(tmpdir(), 'imr-privacy-'));
    writeFileSync(join(folder, 'one.imr'), slip);
    const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    run(join(root, 'dist/imr.js'), 'export', 'one.imr', '--output', 'one.docx');
    const { status, stdout } = run(...denied, join(root, 'dist/imr.js'), 'check', 'one.docx');
    expect(stdout).toContain('subdivision-ef');
    expect(status).toBe(1);
    rmSync(folder, { recursive: true, force: true });
  });
});

describe.skipIf(spawnSync('unshare', ['-rn', 'true']).status !== 0)('without a network', limit, () => {
  it('the command line gives its findings', () => {
    const { status, stdout } = spawnSync(
      'unshare',
      ['-rn', process.execPath, join(root, 'dist/imr.js'), 'check', '-'],
      { input: slip, encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(stdout).toContain('subdivision-ef');
  });

  it('the server gives its findings, those of words too', async () => {
    const server = new RawServer([], {}, ['unshare', '-rn']);
    await server.initialize({});
    server.open(uri, slip.replace('industrial injury', 'industrial injruy'));
    const { params } = await server.message(
      ({ method, params }) =>
        method === 'textDocument/publishDiagnostics' &&
        (params as { diagnostics: { code: string }[] }).diagnostics.some(
          ({ code }) => code === 'misspelling',
        ),
    );
    expect(JSON.stringify(params)).toContain('subdivision-ef');
    server.process.stdin.end();
    await server.ended;
    expect(server.stderr).toBe('');
  });
});

describe('text of letters', limit, () => {
  it('stands in no error that ends a program: places in the program are named, not what was read', () => {
    const fall = `data:text/javascript,import(${JSON.stringify(
      new URL('../../server/src/node/client-streams.ts', import.meta.url).href,
    )}).then(({ watchClient }) => { watchClient(); JSON.parse(process.env.READ); })`;
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', fall, '--eval', 'setTimeout(String, 5000)'],
      {
        env: { ...process.env, READ: marker },
        encoding: 'utf8',
      },
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/^imr-language-server: internal error: SyntaxError\n {4}at /);
    expect(stderr).not.toContain(marker);
    expect(stderr).not.toContain(marker.slice(0, 8));
  });

  it('stands in no log, message or error of the server', async () => {
    const server = new RawServer([], { IMR_HOME: '/dev/null/nowhere' });
    await server.initialize({ workspace: { configuration: true }, textDocument: { diagnostic: {} } });
    server.notify('$/setTrace', { value: 'verbose' });
    server.open(uri, slip);
    await server.codes(uri);
    const { result } = await server.request('imr/findings', { uri });
    const [first] = result as { key: string }[];
    const failing: [string, unknown][] = [
      ['workspace/executeCommand', { command: 'imr.server.addWord', arguments: [uri, marker, 'user'] }],
      ['workspace/executeCommand', { command: 'imr.server.addWord', arguments: [uri, marker, 'workspace'] }],
      ['workspace/executeCommand', { command: 'imr.server.dismiss', arguments: [uri, first?.key, marker] }],
      ['workspace/executeCommand', { command: marker, arguments: [marker] }],
      ['textDocument/hover', { textDocument: { uri }, position: null }],
      [
        'textDocument/codeAction',
        { textDocument: { uri }, range: { start: marker, end: marker }, context: null },
      ],
      ['textDocument/completion', { textDocument: { uri: marker }, position: { line: marker } }],
      ['imr/newLetter', { items: { [marker]: marker } }],
      ['imr/insertPassage', { uri, position: { line: 0, character: 0 }, id: marker }],
      ['imr/passages', { uri, query: { marker } }],
    ];
    for (const [method, params] of failing) await server.request(method, params);
    server.writeBody(`{"jsonrpc": "2.0", "method": "${marker}`);
    server.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: marker });
    server.notify('imr/setChecking', marker);
    await server.codes(uri);
    server.process.stdin.end();
    await server.ended;

    const told = server.messages.filter(
      ({ method, error }) => error !== undefined || /^(?:window\/|telemetry\/|\$\/)/.test(method ?? ''),
    );
    // The name of an unknown command comes from the client, not from a letter.
    const texts = told
      .map((message) => JSON.stringify(message))
      .filter((text) => !text.includes('Unhandled'));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => text.includes(marker))).toEqual([]);
    expect(server.stderr).not.toContain(marker);
  });

  it('stands in none of them either, whatever letters are pulled about and asked for', async () => {
    const server = new RawServer();
    await server.initialize({ textDocument: { diagnostic: {} } });
    server.notify('$/setTrace', { value: 'messages' });
    const texts = fc.sample(pulledLetter, { seed: 45, numRuns: 40 });
    for (const [index, text] of texts.entries()) {
      const address = `file:///letters/${index}.imr.txt`;
      server.open(
        address,
        text.replaceAll(/\b[a-z]{4,}\b/g, (word, at) => (at % 3 === 0 ? marker : word)),
      );
      await server.codes(address);
      const line = (index * 7) % 60;
      const about = { textDocument: { uri: address }, uri: address, position: { line, character: index } };
      for (const method of ['hover', 'completion', 'codeAction', 'definition', 'inlayHint', 'selectionRange'])
        await server.request(`textDocument/${method}`, about);
      for (const method of ['imr/timeline', 'imr/findings', 'imr/insertPassage', 'imr/newLetter', marker])
        await server.request(method, { ...about, items: [marker], id: marker });
    }
    server.process.stdin.end();
    await server.ended;
    const told = server.messages.filter(
      ({ method, error }) => error !== undefined || /^(?:window\/|telemetry\/|\$\/)/.test(method ?? ''),
    );
    // The name of an unknown method comes from the client, not from a letter.
    const sayings = told
      .map((message) => JSON.stringify(message))
      .filter((text) => !text.includes('Unhandled'));
    expect(sayings.filter((text) => text.includes(marker))).toEqual([]);
    expect(server.stderr).toBe('');
  });

  it('goes to the output of the command line only where a finding quotes it, and never to an error', () => {
    const folder = mkdtempSync(join(tmpdir(), 'imr-privacy-'));
    const path = join(folder, 'one.imr');
    writeFileSync(path, slip);
    writeFileSync(join(folder, 'two.imr'), `\0${slip}`);
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [join(root, 'dist/imr.js'), ...args], { cwd: folder, encoding: 'utf8' });
    for (const args of [
      ['check', '.'],
      ['check', '--reporter', 'json', '.'],
      ['tree', 'two.imr'],
      ['explain', 'x'],
    ])
      expect(run(...args).stderr).not.toContain(marker);
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('a workspace that is not trusted', limit, () => {
  it('gets nothing run: no git hook, no file monitor, no module, no configuration that is code', () => {
    const folder = mkdtempSync(join(tmpdir(), 'imr-untrusted-'));
    const trap = join(folder, 'trap.sh');
    const proof = join(folder, 'ran');
    const git = (...args: string[]) => spawnSync('git', args, { cwd: folder });
    git('init', '-q');
    writeFileSync(trap, `#!/bin/sh\ntouch '${proof}'\n`, { mode: 0o755 });
    writeFileSync(join(folder, 'one.imr'), slip);
    git('add', 'one.imr');
    git('config', 'core.fsmonitor', trap);
    git('config', 'core.hooksPath', folder);
    writeFileSync(join(folder, 'post-index-change'), readFileSync(trap), { mode: 0o755 });
    const code = `require('node:fs').writeFileSync(${JSON.stringify(proof)}, '')`;
    mkdirSync(join(folder, '.imr'));
    mkdirSync(join(folder, 'node_modules/date-fns'), { recursive: true });
    for (const name of [
      '.imr/config.js',
      'imr.config.js',
      '.imrrc.js',
      'node_modules/date-fns/index.js',
      'index.js',
    ])
      writeFileSync(join(folder, name), code);
    writeFileSync(join(folder, 'package.json'), '{"main": "index.js", "imr": {"plugins": ["./index.js"]}}');
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [join(root, 'dist/imr.js'), ...args], { cwd: folder, encoding: 'utf8' });
    expect(run('check', '.').stdout).toContain('subdivision-ef');
    run('check', '--changed', '.');
    expect(existsSync(proof)).toBe(false);
    rmSync(folder, { recursive: true, force: true });
  });

  it.skipIf(process.platform === 'win32')(
    'gets nothing written through links that lead out of it, and devices are not read',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'imr-untrusted-'));
      for (const name of ['outside', 'linked', 'device/.imr'])
        mkdirSync(join(folder, name), { recursive: true });
      writeFileSync(join(folder, 'outside/dictionary.txt'), 'somebody\n');
      symlinkSync(join(folder, 'outside'), join(folder, 'linked/.imr'));
      symlinkSync('/dev/zero', join(folder, 'device/.imr/dictionary.txt'));
      const server = new RawServer();
      const address = (name: string): string => pathToFileURL(join(folder, name)).href;
      await server.request('initialize', {
        processId: null,
        rootUri: null,
        workspaceFolders: ['linked', 'device'].map((name) => ({ uri: address(name), name })),
        capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
      });
      server.notify('initialized', {});
      for (const name of ['linked', 'device']) {
        const letter = `${address(name)}/one.imr.txt`;
        server.open(letter, slip);
        expect(await server.codes(letter)).toContain('subdivision-ef');
        await server.request('workspace/executeCommand', {
          command: 'imr.server.addWord',
          arguments: [letter, 'Zyxquandolino', 'workspace'],
        });
      }
      server.kill();
      const said = server.messages.map(({ error, params }) => JSON.stringify(error ?? params ?? ''));
      expect(said.filter((text) => text.includes('dictionary.txt could not be written'))).toHaveLength(2);
      expect(readFileSync(join(folder, 'outside/dictionary.txt'), 'utf8')).toBe('somebody\n');
      expect(readdirSync(join(folder, 'outside'))).toEqual(['dictionary.txt']);
      rmSync(folder, { recursive: true, force: true });
    },
  );

  it('is told to be supported, for nothing in it is run', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(manifest.capabilities.untrustedWorkspaces).toMatchObject({ supported: true });
  });
});

describe('the page of the case timeline', () => {
  const sources = readdirSync(join(root, 'client/src/timeline')).map((name) =>
    readFileSync(join(root, 'client/src/timeline', name), 'utf8'),
  );

  it('has a strict content security policy: nothing but its own style and script', () => {
    const policies = sources.flatMap((text) => [
      ...text.matchAll(/Content-Security-Policy" content="([^"]+)"/g),
    ]);
    expect(policies.length).toBeGreaterThan(0);
    for (const [, policy] of policies) {
      expect(policy).toContain("default-src 'none'");
      expect(policy).toMatch(/script-src 'nonce-\$\{\w+\}'/);
      expect(policy).not.toMatch(/unsafe|https?:|\*|connect-src|data:/);
    }
  });

  it('names no address of the network', () => {
    const page = [...sources, bundle('webview/timeline.js')].join('\n');
    expect(page.match(/(?:https?|wss?):\/\/(?!www\.w3\.org\/)[^\s'"`]+/g)).toBeNull();
  });
});
