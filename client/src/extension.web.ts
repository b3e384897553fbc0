/** The extension in a browser (vscode.dev, github.dev): the language server is a web worker. */
import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions, ID, NAME, start } from './client.ts';

let client: LanguageClient | undefined;
let worker: Worker | undefined;

/** Called by VS Code when the first letter is opened. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true);
  const startWorker = async () => {
    // A worker cannot end itself on the protocol's `exit`; on a restart the old one is ended here.
    worker?.terminate();
    worker = new Worker(script);
    return worker;
  };
  client = new LanguageClient(ID, NAME, startWorker, clientOptions());
  const dictionary = Uri.joinPath(context.extensionUri, 'dist/words.bin');
  const answer = client.onRequest('imr/readDictionary', async () => {
    const bytes = await workspace.fs.readFile(dictionary);
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  });
  context.subscriptions.push(answer);
  return start(context, client);
}

/** Called by VS Code before it unloads the extension. */
export async function deactivate(): Promise<void> {
  await client?.dispose();
  worker?.terminate();
}
