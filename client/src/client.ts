/**
 * What the desktop and the web extension share: they differ only in how the language server is started.
 * No checking logic lives here.
 */
import {
  commands,
  type Disposable,
  type ExtensionContext,
  LanguageStatusSeverity,
  languages,
  window,
} from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';

/** Identifier of the language and of the client; also the section of the settings, which the client library reads. */
export const ID = 'imr';
/** Name that users read. */
export const NAME = 'IMR Rationale';

/**
 * Options that do not depend on where the extension runs. Letters of every scheme are served, virtual ones too.
 * The server answers a request for diagnostics by its own setting `imr.check.run`; so it is asked on both occasions.
 */
export function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: [{ language: ID }],
    outputChannel: window.createOutputChannel(NAME, { log: true }),
    diagnosticPullOptions: { onChange: true, onSave: true },
  };
}

/**
 * Starts the client, contributes the commands and the status item, and ties them all to the extension's life.
 * @returns when the server has answered its first request; rejects when it could not be started (the client has then
 *   told the user why).
 */
export async function start(context: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  context.subscriptions.push(
    client.outputChannel,
    statusItem(client),
    commands.registerCommand('imr.restartServer', () => restart(client)),
    commands.registerCommand('imr.showOutput', () => client.outputChannel.show()),
  );
  await client.start();
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}

/** Tells beside the language's name whether letters are being checked, and offers to restart. */
function statusItem(client: BaseLanguageClient): Disposable {
  const item = languages.createLanguageStatusItem('imr.server', { language: ID });
  item.name = NAME;
  item.command = { command: 'imr.restartServer', title: 'Restart' };
  const show = (state: State) => {
    item.busy = state === State.Starting;
    const stopped = state === State.Stopped || state === State.StartFailed;
    item.severity = stopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    if (stopped) item.text = 'Letters are not being checked';
    else item.text = state === State.Starting ? 'Starting' : 'Letters are being checked';
  };
  show(client.state);
  const listener = client.onDidChangeState(({ newState }) => show(newState));
  return {
    dispose() {
      listener.dispose();
      item.dispose();
    },
  };
}
