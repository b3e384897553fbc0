/**
 * The client of the language server, as far as it does not depend on where the extension runs. It is large, so that this
 * module and those for Node and browsers are loaded when the server is first needed.
 */
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import type { InitializationOptions, StatusParams } from '../../server/src/lsp/protocol.ts';
import { answerForFiles } from './files.ts';
import { withPageCommand } from './guideline-links.ts';
import { ID } from './letter.ts';
import { inLines } from './lines.ts';
import { Restarts } from './restarts.ts';
import type { ServerEvents, ServerState } from './server.ts';

const states: Record<State, ServerState> = {
  [State.Stopped]: 'stopped',
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.StartFailed]: 'failed',
};

/**
 * Options of the client. Letters of every scheme are served, virtual ones too. The server answers a request for
 * diagnostics by its own setting `imr.check.run`; so it is asked on both occasions.
 */
export function clientOptions(outputChannel: LogOutputChannel, events: ServerEvents): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    snippets: 'editor',
    commands: ['imr.nextFinding', 'imr.dismiss'],
    files: true,
  };
  return {
    documentSelector: [{ language: ID }],
    outputChannel,
    diagnosticPullOptions: { onChange: true, onSave: true },
    initializationOptions,
    errorHandler: new Restarts(),
    middleware: {
      provideDocumentLinks: async (document, token, next) => withPageCommand(await next(document, token)),
      provideDiagnostics: async (document, previous, token, next) => {
        events.checking(true);
        try {
          const report = await next(document, previous, token);
          if (report && 'items' in report)
            for (const diagnostic of report.items) diagnostic.message = inLines(diagnostic.message);
          return report;
        } finally {
          events.checking(false);
        }
      },
    },
  };
}

/** Ties a client to the extension: it tells what happens to it, and answers for files. */
export function tied(
  client: BaseLanguageClient,
  context: ExtensionContext,
  events: ServerEvents,
): BaseLanguageClient {
  context.subscriptions.push(
    client.onDidChangeState(({ newState }) => events.state(states[newState])),
    client.onNotification('imr/status', (status: StatusParams) => events.status(status)),
    ...answerForFiles(client, context.globalStorageUri),
  );
  return client;
}
