/**
 * What the desktop and the web extension share: they differ only in how the language server is started.
 * No checking logic lives here.
 */
import { commands, type ExtensionContext, type LogOutputChannel, window, workspace } from 'vscode';
import { Checking } from './checking.ts';
import { registerCommands } from './commands/index.ts';
import type { Converter } from './documents/converter.ts';
import { isLetter, NAME } from './letter.ts';
import { recognisePlainText } from './plain-text.ts';
import type { LetterServer } from './server.ts';
import { StatusItem } from './status.ts';
import { TimelineView } from './timeline/view.ts';

/** The channel that "IMR: Show Output" shows. */
export function outputChannel(): LogOutputChannel {
  return window.createOutputChannel(NAME, { log: true });
}

/** What depends on where the extension runs. */
export interface Parts {
  server: LetterServer;
  channel: LogOutputChannel;
  convert: Converter;
}

/**
 * Contributes commands, views and the status item, and ties them to the extension's life. The server is started with
 * the first letter: plain text alone, which the extension only looks at, needs none.
 * @returns when the server has answered its first request, where a letter is open; rejects when it could not be started
 *   (the client has then told the user why).
 */
export async function start(context: ExtensionContext, { server, channel, convert }: Parts): Promise<void> {
  const checking = new Checking(server, context.workspaceState);
  let started = workspace.textDocuments.some(isLetter);
  context.subscriptions.push(
    channel,
    server,
    checking,
    new StatusItem(server, checking, NAME),
    new TimelineView(context.extensionUri, server),
    recognisePlainText(context.workspaceState),
    ...registerCommands(context, server, checking, convert),
    commands.registerCommand('imr.restartServer', () => server.restart()),
    commands.registerCommand('imr.showOutput', () => channel.show()),
    workspace.onDidOpenTextDocument(async (document) => {
      if (isLetter(document) && server.state === 'stopped' && !started) {
        started = true;
        // The client tells the user itself when it cannot be started.
        await server.start().catch(() => undefined);
      }
    }),
  );
  if (started) await server.start();
}
