/** The language server in this process, with a client's end of the protocol: fast enough for thousands of sessions. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  ProposedFeatures,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { openDictionary } from '../../server/src/language/words/dictionary.ts';
import type { WordsDictionary } from '../../server/src/language/words/types.ts';
import { serve } from '../../server/src/lsp/server.ts';
import { pulling } from '../lsp/client.ts';

async function loadDictionary(): Promise<WordsDictionary> {
  const bytes = await readFile(join(import.meta.dirname, '../../dist/words.bin'));
  return openDictionary(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** A server that shows findings on type, with its dictionary loaded. */
export class LocalServer {
  readonly connection: ProtocolConnection;
  readonly #version = new Map<string, number>();

  private constructor(connection: ProtocolConnection) {
    this.connection = connection;
  }

  static async start(): Promise<LocalServer> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    serve(
      createConnection(
        ProposedFeatures.all,
        new StreamMessageReader(toServer),
        new StreamMessageWriter(toClient),
      ),
      { loadDictionary, rulePages: 'file:///rules/' },
    );
    const connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => ({ check: { run: 'onType' }, inlayHints: { enabled: true } })),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    const ready = new Promise<void>((resolve) => {
      connection.onNotification('imr/status', ({ dictionary }: { dictionary: string }) => {
        if (dictionary === 'ready') resolve();
      });
    });
    connection.listen();
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: pulling });
    await connection.sendNotification('initialized', {});
    await ready;
    return new LocalServer(connection);
  }

  async open(uri: string, text: string): Promise<void> {
    this.#version.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'imr', version: 1, text },
    });
  }

  /** Sends changes, each of which counts in the text that the one before it left. */
  async change(uri: string, contentChanges: object[]): Promise<void> {
    const version = (this.#version.get(uri) ?? 0) + 1;
    this.#version.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report: DocumentDiagnosticReport = await this.request('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.kind === 'full' ? report.items : [];
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest(method, params);
  }
}
