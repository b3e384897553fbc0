/** The extension in a browser (vscode.dev, github.dev). */
import { type ExtensionContext, Uri } from 'vscode';
import { outputChannel, start } from './client.ts';
import { webConverter } from './documents/web-thread.ts';
import { LetterServer } from './server.ts';
import { tellOfSettingsWithoutEffect } from './settings-without-effect.ts';

let server: LetterServer | undefined;

/** Called by VS Code when the first letter is opened. */
export function activate(context: ExtensionContext): Promise<void> {
  const channel = outputChannel();
  server = new LetterServer(async (events) => {
    const { webClient } = await import('./connection.web.ts');
    return webClient(context, channel, events);
  });
  context.subscriptions.push(tellOfSettingsWithoutEffect());
  const libraries = Uri.joinPath(context.extensionUri, 'dist/documents').toString(true);
  return start(context, { server, channel, convert: webConverter(`${libraries}/`) });
}

/** Called by VS Code before it unloads the extension. */
export function deactivate(): Promise<void> | undefined {
  return server?.end();
}
