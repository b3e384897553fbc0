import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createWordsChecker } from '../language/words/checker.ts';
import type { WordsChecker, WordsDictionary } from '../language/words/types.ts';
import { version } from '../version.ts';
import { codeActionKinds, codeActions } from './features/code-actions.ts';
import { completions } from './features/completion.ts';
import { Diagnostics } from './features/diagnostics.ts';
import { foldingRanges } from './features/folding.ts';
import { hover } from './features/hover.ts';
import { documentSymbols } from './features/symbols.ts';
import { type CheckedLetter, Letters } from './letters.ts';
import { defaultSettings, readSettings } from './settings.ts';

/** What the program that hosts the server gives it. */
export interface Host {
  /** Address of the folder of rule pages. */
  rulePages?: string | undefined;
  /** Loads the dictionary of the words check; rejects where it cannot be read. */
  loadDictionary?: () => Promise<WordsDictionary>;
}

/**
 * Wires a language server to a connection. Every feature is a translation of what the language core says about the
 * letter; the connection is the only way in and out, so the same server runs in Node and in a browser worker.
 */
export function serve(connection: Connection, host: Host = {}): void {
  const documents = new TextDocuments(TextDocument);
  const { rulePages } = host;
  const letters = new Letters({ rulePages });
  let settings = defaultSettings;
  let words: WordsChecker = createWordsChecker();
  let configured: Promise<void> | undefined;
  const diagnostics = new Diagnostics(connection, documents, letters, () => configured);
  let configurable = false;
  let registrable = false;
  let snippets = false;

  connection.onInitialize(({ capabilities }: InitializeParams): InitializeResult => {
    configurable = capabilities.workspace?.configuration === true;
    registrable = capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
    snippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    diagnostics.initialize({
      pull: capabilities.textDocument?.diagnostic !== undefined,
      refresh: capabilities.workspace?.diagnostics?.refreshSupport === true,
    });
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
        completionProvider: { triggerCharacters: [] },
        hoverProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
      },
    };
  });

  connection.onInitialized(() => {
    if (registrable) {
      // Without the registration the server only misses later changes of settings.
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'imr' })
        .catch(() => undefined);
    }
    // A client that never answers must not hold up the diagnostics for long.
    configured = Promise.race([configure(), new Promise<void>((resolve) => setTimeout(resolve, 1000))]);
    void configured.then(loadDictionary);
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    void configure((settings as { imr?: unknown } | null | undefined)?.imr);
  });

  /** Asks for the settings where the client answers such questions, else takes what it sent. */
  async function configure(sent?: unknown): Promise<void> {
    let section = sent;
    if (configurable) {
      try {
        section = await connection.workspace.getConfiguration('imr');
      } catch {
        connection.console.warn('The settings could not be read; the defaults are used.');
      }
    }
    settings = readSettings(section);
    apply();
  }

  /** Checks all open letters by the settings and the words check as they are now. */
  function apply(): void {
    const { rules, run } = settings;
    letters.configure({ rules, rulePages, words: settings.words ? words : undefined }, run);
    diagnostics.update();
  }

  /** The dictionary loads in the background: a letter's first diagnostics do not wait for it. */
  async function loadDictionary(): Promise<void> {
    try {
      const dictionary = await host.loadDictionary?.();
      if (!dictionary) return;
      words = createWordsChecker(dictionary);
      if (settings.words) apply();
    } catch {
      connection.console.warn('The dictionary could not be loaded; spelling is not checked.');
    }
  }

  /** The check of an open letter; a document that is not open has nothing to show. */
  function letterAt(uri: string): CheckedLetter | undefined {
    const document = documents.get(uri);
    return document && letters.check(document);
  }

  connection.onCodeAction((params) => {
    const letter = letterAt(params.textDocument.uri);
    return letter ? codeActions(letter, params, letters.rulePages) : [];
  });
  connection.onCompletion(({ textDocument, position }) => {
    const letter = letterAt(textDocument.uri);
    return letter ? completions(letter, position, snippets) : [];
  });
  connection.onHover(({ textDocument, position }) => {
    const letter = letterAt(textDocument.uri);
    return letter ? hover(letter, position) : null;
  });
  connection.onDocumentSymbol(({ textDocument }) => {
    const letter = letterAt(textDocument.uri);
    return letter ? documentSymbols(letter) : [];
  });
  connection.onFoldingRanges(({ textDocument }) => {
    const letter = letterAt(textDocument.uri);
    return letter ? foldingRanges(letter) : [];
  });

  documents.listen(connection);
  connection.listen();
}
