/**
 * What the desktop and the web extension share: they differ only in how the language server is started.
 * No checking logic lives here.
 */
import { commands, type ExtensionContext, window, workspace } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { Checking } from './checking.ts';
import { registerCommands } from './commands/index.ts';
import { answerForFiles } from './files.ts';
import { ID, isLetter } from './letter.ts';
import { recognisePlainText } from './plain-text.ts';
import { LetterServer } from './server.ts';
import { StatusItem } from './status.ts';
import { TimelineView } from './timeline/view.ts';

export { ID } from './letter.ts';
/** Name that users read. */
export const NAME = 'IMR Rationale';

/** Set while the extension is active; the options below are needed before there is a client to make it with. */
let status: StatusItem | undefined;

/**
 * Options that do not depend on where the extension runs. Letters of every scheme are served, virtual ones too.
 * The server answers a request for diagnostics by its own setting `imr.check.run`; so it is asked on both occasions.
 */
export function clientOptions(): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    snippets: 'editor',
    commands: ['imr.nextFinding', 'imr.dismiss'],
    files: true,
  };
  return {
    documentSelector: [{ language: ID }],
    outputChannel: window.createOutputChannel(NAME, { log: true }),
    diagnosticPullOptions: { onChange: true, onSave: true },
    initializationOptions,
    middleware: {
      provideDiagnostics: async (document, previous, token, next) => {
        const work = async () => next(document, previous, token);
        return status ? status.during(work) : work();
      },
    },
  };
}

/**
 * Contributes commands, views and the status item, and ties them to the extension's life. The server is started with
 * the first letter: plain text alone, which the extension only looks at, needs none.
 * @returns when the server has answered its first request, where a letter is open; rejects when it could not be started
 *   (the client has then told the user why).
 */
export async function start(context: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  const server = new LetterServer(client);
  const checking = new Checking(client, server, context.workspaceState);
  status = new StatusItem(client, checking, NAME);
  context.subscriptions.push(
    client.outputChannel,
    checking,
    status,
    new TimelineView(context.extensionUri, server),
    recognisePlainText(context.workspaceState),
    ...answerForFiles(client, context.globalStorageUri),
    ...registerCommands(context, server, checking),
    commands.registerCommand('imr.restartServer', () => restart(client)),
    commands.registerCommand('imr.showOutput', () => client.outputChannel.show()),
    workspace.onDidOpenTextDocument(async (document) => {
      if (isLetter(document) && client.state === State.Stopped && !started) {
        started = true;
        // The client tells the user itself when it cannot be started.
        await client.start().catch(() => undefined);
      }
    }),
  );
  let started = workspace.textDocuments.some(isLetter);
  if (started) await client.start();
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}
