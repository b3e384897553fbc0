/** The client in a browser: the language server is a web worker. */
import { type ExtensionContext, type LogOutputChannel, Uri, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
} from 'vscode-languageclient/browser';
import { clientOptions, tied } from './connection.ts';
import { ID, NAME } from './letter.ts';
import type { ServerEvents } from './server.ts';

/** A client that starts the server's worker when it is started itself. */
export function webClient(
  context: ExtensionContext,
  channel: LogOutputChannel,
  events: ServerEvents,
): BaseLanguageClient {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.js').toString(true);
  let worker: Worker | undefined;
  const startWorker = async () => {
    // A worker cannot end itself on the protocol's `exit`; on a restart the old one is ended here.
    worker?.terminate();
    worker = new Worker(script);
    // Not the worker itself: those that VS Code's extension host makes are none by `instanceof`, which the client asks.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const client = new LanguageClient(ID, NAME, startWorker, clientOptions(channel, events));
  const dictionary = Uri.joinPath(context.extensionUri, 'dist/words.bin');
  const answer = client.onRequest('imr/readDictionary', async () => {
    const bytes = await workspace.fs.readFile(dictionary);
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  });
  context.subscriptions.push(answer, { dispose: () => worker?.terminate() });
  return tied(client, context, events);
}
