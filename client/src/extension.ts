/** The extension where it runs in Node: desktop VS Code and its server build. The language server is a process of its own. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, ID, NAME, start } from './client.ts';

let client: LanguageClient | undefined;

/** Called by VS Code when the first letter is opened. */
export function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  client = new LanguageClient(ID, NAME, { run, debug }, clientOptions());
  return start(context, client);
}

/** Called by VS Code before it unloads the extension. */
export function deactivate(): Promise<void> | undefined {
  return client?.dispose();
}
