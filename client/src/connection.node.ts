/** The client where the extension runs in Node: the language server is a process of its own. */
import { type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import { type BaseLanguageClient, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, tied } from './connection.ts';
import { ID, NAME } from './letter.ts';
import type { ServerEvents } from './server.ts';
import { serverFlags } from './server-flags.ts';

/** A client that starts the server's process when it is started itself. */
export function nodeClient(
  context: ExtensionContext,
  channel: LogOutputChannel,
  events: ServerEvents,
): BaseLanguageClient {
  const module = context.asAbsolutePath('dist/start-server.js');
  const compiled = Uri.joinPath(context.globalStorageUri, 'compiled').fsPath;
  const run = {
    module,
    args: [`--compiled-in=${compiled}`],
    transport: TransportKind.ipc,
    options: { execArgv: serverFlags },
  };
  const debug = { ...run, options: { execArgv: [...serverFlags, '--nolazy', '--inspect=6009'] } };
  const client = new LanguageClient(ID, NAME, { run, debug }, clientOptions(channel, events));
  return tied(client, context, events);
}
