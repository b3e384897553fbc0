import {
  CodeLensRefreshRequest,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { WordsDictionary } from '../language/words/types.ts';
import { version } from '../version.ts';
import { type ClientAbilities, noAbilities, readAbilities } from './abilities.ts';
import { Exceptions } from './exceptions.ts';
import { codeActionKinds } from './features/code-actions.ts';
import { completionTriggers } from './features/completion.ts';
import { Diagnostics } from './features/diagnostics.ts';
import { serverCommands } from './features/except.ts';
import { semanticLegend } from './features/semantic-tokens.ts';
import { Files, Folders, type HostFiles } from './files.ts';
import { registerGuidelines } from './guidelines.ts';
import { Letters } from './letters.ts';
import { type OfficeHost, Offices } from './office.ts';
import { registerFeatures } from './register.ts';
import { SettingsSource } from './settings-source.ts';

/** What the program that hosts the server gives it. */
export interface Host {
  /** Address of the folder of rule pages. */
  rulePages?: string | undefined;
  /** Loads the dictionary of the words check; rejects where it cannot be read. */
  loadDictionary?: () => Promise<WordsDictionary>;
  /** The files of the machine; without them the client is asked for those of the workspace. */
  files?: HostFiles;
  /** Settings of offices on the machine. */
  office?: OfficeHost;
}

/**
 * Wires a language server to a connection. Every feature is a translation of what the language core says about the
 * letter; the connection is the only way in and out, so the same server runs in Node and in a browser worker.
 */
export function serve(connection: Connection, host: Host = {}): void {
  const documents = new TextDocuments(TextDocument);
  let abilities: ClientAbilities = noAbilities;
  const folders = new Folders();
  const files = new Files(connection, host.files);
  const exceptions = new Exceptions(files, folders, () => {
    letters.recheck();
    update();
  });
  const offices = new Offices(connection, host.office, folders, () => {
    letters.reconsider();
    update();
  });
  const letters = new Letters({ rulePages: host.rulePages }, exceptions, offices);
  const settings = new SettingsSource(connection, host, letters, exceptions, offices, update);
  const diagnostics = new Diagnostics(connection, documents, letters, () => settings.ready);

  /** Shows all open letters anew: diagnostics, and what counts them or depends on the settings. */
  function update(): void {
    diagnostics.update();
    refreshLenses();
    // A client that vanished in the meantime needs no answer.
    if (abilities.refreshHints) connection.languages.inlayHint.refresh().catch(() => undefined);
  }

  function refreshLenses(): void {
    if (abilities.refreshLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  }

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    abilities = readAbilities(params);
    folders.set(abilities.folders);
    files.initialize(abilities.files);
    offices.initialize(abilities.files);
    settings.initialize(abilities);
    diagnostics.initialize({ pull: abilities.pull, refresh: abilities.refresh });
    return {
      serverInfo: { name: 'imr-language-server', version },
      capabilities: {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: { includeText: false },
        },
        diagnosticProvider: { identifier: 'imr', interFileDependencies: false, workspaceDiagnostics: false },
        codeActionProvider: { codeActionKinds },
        codeLensProvider: { resolveProvider: false },
        completionProvider: { triggerCharacters: completionTriggers },
        definitionProvider: true,
        documentHighlightProvider: true,
        documentLinkProvider: { resolveProvider: false },
        documentSymbolProvider: true,
        executeCommandProvider: { commands: [...serverCommands] },
        foldingRangeProvider: true,
        hoverProvider: true,
        inlayHintProvider: true,
        referencesProvider: true,
        selectionRangeProvider: true,
        semanticTokensProvider: { legend: semanticLegend, full: true },
        workspaceSymbolProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    settings.start();
    if (abilities.folderChanges) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        folders.change(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
        void exceptions.reload();
        void offices.reload();
      });
    }
  });

  registerFeatures({
    connection,
    documents,
    letters,
    exceptions,
    offices,
    settings,
    abilities: () => abilities,
    update,
  });
  registerGuidelines(connection, host.office, offices);
  documents.onDidSave(refreshLenses);
  // Not every client tells of changed files, and none of those outside the workspace.
  documents.onDidOpen(() => {
    void exceptions.reload();
    void offices.reload();
  });
  documents.listen(connection);
  connection.listen();
}
