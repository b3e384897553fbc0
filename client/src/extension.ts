/** The extension where it runs in Node: desktop VS Code and its server build. */
import type { ExtensionContext } from 'vscode';
import { outputChannel, start } from './client.ts';
import { nodeConverter } from './documents/node-thread.ts';
import { LetterServer } from './server.ts';

let server: LetterServer | undefined;

/** Called by VS Code when the first letter is opened. */
export function activate(context: ExtensionContext): Promise<void> {
  const channel = outputChannel();
  server = new LetterServer(async (events) => {
    const { nodeClient } = await import('./connection.node.ts');
    return nodeClient(context, channel, events);
  });
  const convert = nodeConverter(context.asAbsolutePath('dist/documents/node-worker.js'));
  return start(context, { server, channel, convert });
}

/** Called by VS Code before it unloads the extension. */
export function deactivate(): Promise<void> | undefined {
  return server?.end();
}
