import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { letter } from '../support/letter.ts';
import { RawServer } from './raw-server.ts';

const uri = 'file:///letters/one.imr.txt';
const slip = letter({
  items: [
    {
      rationale:
        'There was no gain as defined in 9792.20(ef). Therefore, the request is not medically necessary.',
    },
  ],
});
/** Diagnostics of `slip`, as codes. */
const found = ['subdivision-ef'];
const limit = { timeout: 120_000 };

let server: RawServer;

beforeEach(() => {
  server = new RawServer();
});

afterEach(() => {
  server.kill();
});

describe('messages that no editor should send', limit, () => {
  it.each<[string, string | Uint8Array]>([
    ['half a JSON text', '{"jsonrpc": "2.0", "method": '],
    ['a list', '[1, 2]'],
    ['null', 'null'],
    ['a number', '7'],
    ['an object without a method', '{}'],
    ['bytes that are no UTF-8', Uint8Array.from([0x7b, 0xff, 0xfe, 0x00, 0x7d])],
  ])('%s leaves the server at work', async (_, body) => {
    await server.initialize();
    server.open(uri, slip);
    server.writeBody(body);
    expect(await server.codes(uri)).toEqual(found);
    expect(server.stderr).toBe('');
  });

  it.each([
    ['another protocol', 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['typed words', 'help\n'],
    ['a header without a length', 'Content-Type: text/plain\r\n\r\n'],
    ['a length that is no number', 'Content-Length: many\r\n\r\n{}'],
    ['a length that is too short', 'Content-Length: 2\r\n\r\n{"jsonrpc": "2.0"}'],
    ['a header without end', `Content-Length: ${'1'.repeat(5000)}`],
  ])('%s ends the server at once, which says why and quotes nothing', async (_, bytes) => {
    await server.initialize();
    server.open(uri, slip);
    await server.codes(uri);
    server.write(bytes);
    expect(await server.ended).toBe(1);
    expect(server.stderr).toBe(
      'imr-language-server: what came in is not the language server protocol. An editor starts this program; to check letters by hand, use imr check.\n',
    );
  });

  it('a message in pieces of one byte is read', async () => {
    await server.initialize();
    server.open(uri, slip);
    const body = JSON.stringify({ jsonrpc: '2.0', id: 'x', method: 'shutdown' });
    for (const byte of Buffer.from(`content-length: ${body.length}\r\n\r\n${body}`)) {
      server.write(Uint8Array.from([byte]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await server.message(({ id }) => id === 'x')).toMatchObject({ result: null });
  });

  it('an unknown request gets an error, an unknown notification nothing', async () => {
    await server.initialize();
    server.open(uri, slip);
    server.notify('imr/noSuchThing', { uri });
    server.notify('$/noSuchThing', null);
    const { error } = await server.request('imr/noSuchThing', { uri });
    expect(error?.code).toBe(-32601);
    expect(await server.codes(uri)).toEqual(found);
  });

  it('parameters that are missing or of the wrong kind get an answer, and break nothing', async () => {
    await server.initialize();
    server.open(uri, slip);
    for (const method of ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose'])
      for (const params of [null, {}, { textDocument: null }]) server.notify(method, params);
    for (const method of [
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
      'imr/setChecking',
    ])
      for (const params of [null, {}, { settings: 7, changes: 'x', uri: 3 }]) server.notify(method, params);
    const requests = ['hover', 'completion', 'codeAction', 'codeLens', 'definition', 'references'].map(
      (name) => `textDocument/${name}`,
    );
    requests.push('imr/findings', 'imr/timeline', 'imr/passages', 'imr/insertPassage', 'imr/newLetter');
    requests.push(
      'imr/letterForms',
      'workspace/executeCommand',
      'workspace/symbol',
      'textDocument/diagnostic',
    );
    const odd = [
      null,
      {},
      { textDocument: { uri: 5 } },
      { textDocument: { uri }, uri, position: { line: -1 } },
    ];
    odd.push({
      textDocument: { uri },
      uri,
      position: { line: 1e9, character: 1e9 },
      items: 5,
      id: null,
    } as object);
    for (const method of requests) {
      for (const params of odd) {
        const answer = await server.request(method, params);
        expect('result' in answer || answer.error !== undefined).toBe(true);
      }
    }
    expect(await server.codes(uri)).toEqual(found);
  });

  it('commands with odd arguments do nothing', async () => {
    await server.initialize();
    server.open(uri, slip);
    for (const command of [
      'imr.server.dismiss',
      'imr.server.restore',
      'imr.server.addWord',
      'imr.server.removeWord',
    ]) {
      for (const args of [
        undefined,
        null,
        [],
        [null, null],
        [uri],
        [uri, 7, {}],
        ['file:///nowhere', 'x', 'user', 9],
      ])
        await server.request('workspace/executeCommand', { command, arguments: args });
    }
    expect(await server.codes(uri)).toEqual(found);
  });
});

describe('messages out of order', limit, () => {
  it('requests before initialize are answered, and the server starts all the same', async () => {
    await server.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 0 },
    });
    server.open(uri, slip);
    await server.initialize();
    expect(await server.codes(uri)).toEqual(found);
  });

  it('changes, saves and closings of letters that are not open are passed over', async () => {
    await server.initialize();
    server.notify('textDocument/didChange', {
      textDocument: { uri, version: 3 },
      contentChanges: [
        { range: { start: { line: 9, character: 1 }, end: { line: 3, character: 0 } }, text: 'x' },
      ],
    });
    server.notify('textDocument/didSave', { textDocument: { uri } });
    server.notify('textDocument/didClose', { textDocument: { uri } });
    expect(await server.codes(uri)).toEqual([]);
    server.open(uri, slip);
    expect(await server.codes(uri)).toEqual(found);
  });

  it('a version older than the last one still changes the text: the order of messages counts', async () => {
    await server.initialize();
    server.open(uri, slip, 9);
    server.notify('textDocument/didChange', {
      textDocument: { uri, version: 3 },
      contentChanges: [{ text: slip.replace('(ef)', '(e)') }],
    });
    expect(await server.codes(uri)).toEqual([]);
  });

  it('opening twice and initializing twice take the last word', async () => {
    await server.initialize();
    await server.request('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
    });
    server.open(uri, slip.replace('(ef)', '(e)'));
    server.open(uri, slip);
    expect(await server.codes(uri)).toEqual(found);
  });

  it('changes outside of the text go to its end', async () => {
    await server.initialize();
    server.open(uri, slip);
    server.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        {
          range: { start: { line: 1e6, character: 4 }, end: { line: 2e6, character: 1e9 } },
          text: '\nSee 9792.20(ef) also.',
        },
      ],
    });
    server.notify('textDocument/didSave', { textDocument: { uri } });
    expect(await server.codes(uri)).toEqual([...found, ...found]);
  });
});

describe('cancellation', limit, () => {
  it('gives an error or the whole report, never an empty one', async () => {
    await server.initialize();
    server.open(uri, slip);
    const asked: number[] = [];
    for (let i = 0; i < 60; i++) {
      const id = server.ask('textDocument/diagnostic', { textDocument: { uri } });
      asked.push(id);
      server.notify('$/cancelRequest', { id });
    }
    server.notify('$/cancelRequest', { id: 'no such request' });
    for (const id of asked) {
      const { error, result } = await server.answer(id);
      if (error) expect(error.code).toBe(-32800);
      else expect((result as { items: unknown[] }).items).toHaveLength(1);
    }
    expect(await server.codes(uri)).toEqual(found);
  });
});

describe('a letter that changes while it is asked about', limit, () => {
  it('gets findings of a text that it had, or an error, never none', async () => {
    await server.initialize();
    server.open(uri, slip);
    const asked: number[] = [];
    for (let version = 2; version < 60; version++) {
      asked.push(server.ask('textDocument/diagnostic', { textDocument: { uri } }));
      server.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text: slip + '\n'.repeat(version) }],
      });
    }
    for (const id of asked) {
      const { error, result } = await server.answer(id);
      if (error) expect([-32800, -32801, -32802]).toContain(error.code);
      else expect((result as { items: { code: string }[] }).items.map(({ code }) => code)).toEqual(found);
    }
  });
});

describe('settings', limit, () => {
  it('that change while letters are checked leave the last ones in force', async () => {
    server.kill();
    server = new RawServer();
    await server.initialize({});
    server.open(uri, slip);
    const settle = { imr: { check: { run: 'onType' }, rules: { 'subdivision-ef': 'hint' } } };
    for (let i = 0; i < 40; i++) {
      const rules = i % 2 ? { 'subdivision-ef': 'off' } : null;
      server.notify('workspace/didChangeConfiguration', { settings: i % 3 ? { imr: { rules } } : null });
      server.notify('textDocument/didChange', {
        textDocument: { uri, version: i + 2 },
        contentChanges: [{ text: `${slip}${' '.repeat(i)}` }],
      });
    }
    server.notify('workspace/didChangeConfiguration', { settings: settle });
    const answer = await server.message(
      ({ method, params }) =>
        method === 'textDocument/publishDiagnostics' &&
        (params as { version?: number; diagnostics: { severity: number }[] }).version === 41 &&
        (params as { diagnostics: { severity: number }[] }).diagnostics.some(
          ({ severity }) => severity === 4,
        ),
    );
    expect(answer.params).toMatchObject({ uri, diagnostics: [{ code: 'subdivision-ef', severity: 4 }] });
  });
});

describe('much at once', limit, () => {
  it('a thousand letters are open together, each with its own findings', async () => {
    await server.initialize();
    const address = (i: number): string => `file:///letters/${i}.imr.txt`;
    for (let i = 0; i < 1000; i++) server.open(address(i), i % 2 ? slip : slip.replace('(ef)', '(e)'));
    for (const i of [0, 1, 499, 500, 998, 999])
      expect(await server.codes(address(i))).toEqual(i % 2 ? found : []);
    for (let i = 0; i < 1000; i++)
      server.notify('textDocument/didClose', { textDocument: { uri: address(i) } });
    expect(await server.codes(address(1))).toEqual([]);
  });

  it.each([
    [
      'one line of a megabyte',
      slip.replaceAll('\n', ' ') + 'The injured worker was seen again. '.repeat(30_000),
    ],
    ['a hundred thousand lines', slip + 'x\n'.repeat(100_000)],
    [
      'what is no text',
      Array.from({ length: 100_000 }, (_, i) => String.fromCharCode((i * 7919) % 65536)).join(''),
    ],
  ])('%s is answered, and the next letter too', async (_, text) => {
    await server.initialize();
    server.open(uri, text);
    await server.codes(uri);
    for (const method of [
      'documentSymbol',
      'foldingRange',
      'semanticTokens/full',
      'codeLens',
      'documentLink',
    ]) {
      const { error } = await server.request(`textDocument/${method}`, { textDocument: { uri } });
      expect(error).toBeUndefined();
    }
    server.open('file:///letters/next.imr.txt', slip);
    expect(await server.codes('file:///letters/next.imr.txt')).toEqual(found);
  });
});

describe('a client that vanishes', limit, () => {
  it('takes the server with it: its input closed', async () => {
    await server.initialize();
    server.open(uri, slip);
    await server.codes(uri);
    server.process.stdin.end();
    expect(await server.ended).toBe(1);
  });

  it('takes the server with it: its output closed', async () => {
    await server.initialize();
    server.open(uri, slip);
    await server.codes(uri);
    server.process.stdout.destroy();
    server.ask('textDocument/diagnostic', { textDocument: { uri } });
    server.ask('textDocument/diagnostic', { textDocument: { uri } });
    expect(await server.ended).toBe(1);
    expect(server.stderr).toBe('');
  });

  it('takes the server with it: killed, while somebody else holds the streams open', async () => {
    const client = spawn(process.execPath, ['--eval', 'setTimeout(String, 60_000)']);
    await server.request('initialize', { processId: client.pid, rootUri: null, capabilities: {} });
    server.notify('initialized', {});
    client.kill('SIGKILL');
    expect(await server.ended).toBe(1);
    expect(server.stderr).toBe('');
  });

  it('before it said anything', async () => {
    server.process.stdin.end();
    expect(await server.ended).toBe(1);
  });

  it('says goodbye: exit code 0', async () => {
    await server.initialize();
    await server.request('shutdown', null);
    server.notify('exit', null);
    expect(await server.ended).toBe(0);
  });
});
