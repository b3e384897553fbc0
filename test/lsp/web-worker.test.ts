import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { letter } from '../support/letter.ts';

const dist = join(import.meta.dirname, '../../dist');

/** Gives a Node thread the names that tell a browser's worker, and those that the server takes from it. */
const scope = `
const { parentPort } = require('node:worker_threads');
globalThis.self = {
  postMessage: (message) => parentPort.postMessage(message),
  set onmessage(listener) { parentPort.on('message', (data) => listener({ data })); },
  addEventListener: (type, listener) => type === 'message' && parentPort.on('message', (data) => listener({ data })),
};
globalThis.onmessage = undefined;
globalThis.WorkerGlobalScope = function () {};
`;

interface Message {
  id?: number | string;
  method?: string;
  result?: { items?: { code: string }[] };
}

it('checks spelling in a worker with the dictionary that the client hands over', async () => {
  const bundle = readFileSync(join(dist, 'server.js'), 'utf8').replace(/^#!.*/, '');
  const worker = new Worker(`${scope}\n${bundle}`, { eval: true });
  const answers = new Map<number, (message: Message) => void>();
  let handed = 0;
  worker.on('message', (message: Message) => {
    if (message.method === 'imr/readDictionary') {
      const { buffer, byteOffset, byteLength } = readFileSync(join(dist, 'words.bin'));
      handed++;
      worker.postMessage({
        jsonrpc: '2.0',
        id: message.id,
        result: buffer.slice(byteOffset, byteOffset + byteLength),
      });
    } else if (message.method !== undefined && message.id !== undefined) {
      worker.postMessage({ jsonrpc: '2.0', id: message.id, result: null });
    } else if (typeof message.id === 'number') {
      answers.get(message.id)?.(message);
    }
  });
  let id = 0;
  const request = (method: string, params: unknown): Promise<Message> =>
    new Promise((resolve) => {
      id++;
      answers.set(id, resolve);
      worker.postMessage({ jsonrpc: '2.0', id, method, params });
    });
  const notify = (method: string, params: unknown): void =>
    worker.postMessage({ jsonrpc: '2.0', method, params });

  try {
    await request('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { workspace: { configuration: true }, textDocument: { diagnostic: {} } },
    });
    notify('initialized', {});
    const uri = 'vscode-vfs://letters/one.imr';
    const text = letter({
      items: [
        {
          rationale:
            'There is no gain with the use of Balcofen. Therefore, the request is not medically necessary.',
        },
      ],
    });
    notify('textDocument/didOpen', { textDocument: { uri, languageId: 'imr', version: 1, text } });
    await expect
      .poll(async () => {
        const answer = await request('textDocument/diagnostic', { textDocument: { uri } });
        return answer.result?.items?.map(({ code }) => code);
      })
      .toContain('misspelling');
    expect(handed).toBe(1);
  } finally {
    await worker.terminate();
  }
});
