import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { partsOf } from '../documents/paragraphs.ts';
import type { Additions } from '../language/additions.ts';
import type { Finding } from '../language/finding.ts';
import type { ClientAbilities } from './abilities.ts';
import type { Exceptions } from './exceptions.ts';
import { addItems } from './features/add-item.ts';
import { codeActions } from './features/code-actions.ts';
import { codeLenses } from './features/code-lens.ts';
import { executeCommand } from './features/commands.ts';
import { completions } from './features/completion.ts';
import { findingEntries } from './features/findings.ts';
import { foldingRanges } from './features/folding.ts';
import { hover } from './features/hover.ts';
import { inlayHints } from './features/inlay-hints.ts';
import { documentLinks } from './features/links.ts';
import { definition, highlights, references } from './features/navigation.ts';
import { letterForms, newLetter } from './features/new-letter.ts';
import { insertPassage, passageEntries } from './features/passages.ts';
import { selectionRanges } from './features/selection.ts';
import { semanticTokens } from './features/semantic-tokens.ts';
import { documentSymbols } from './features/symbols.ts';
import { timelineOf } from './features/timeline.ts';
import { workspaceSymbols } from './features/workspace-symbols.ts';
import type { CheckedLetter, LetterOffices, Letters } from './letters.ts';
import type {
  AddItemParams,
  FindingsParams,
  InsertPassageParams,
  LetterFormsParams,
  LetterPartsParams,
  NewLetterParams,
  PassagesParams,
  SetCheckingParams,
  TimelineParams,
} from './protocol.ts';
import type { SettingsSource } from './settings-source.ts';

/** What the features of the server share. */
export interface Services {
  connection: Connection;
  documents: TextDocuments<TextDocument>;
  letters: Letters;
  exceptions: Exceptions;
  offices: LetterOffices;
  settings: SettingsSource;
  abilities(): ClientAbilities;
  /** Shows all open letters anew. */
  update(): void;
}

/**
 * Answers every request with its feature. A document that is not open has nothing to show; every answer is made in one
 * go from the present text, so none is ever stale or half done.
 */
export function registerFeatures(services: Services): void {
  const { connection, documents, letters, exceptions, offices, settings, abilities, update } = services;
  const letterAt = (uri: unknown): CheckedLetter | undefined => {
    const document = typeof uri === 'string' ? documents.get(uri) : undefined;
    return document && letters.check(document);
  };
  const shown = ({ document }: CheckedLetter): Finding[] => letters.shown(document);

  connection.onCodeAction((params) => {
    const letter = letterAt(params.textDocument.uri);
    if (!letter) return [];
    const { editSnippets, commands } = abilities();
    const { rulePages } = letters;
    return codeActions(letter, params, { rulePages, snippets: editSnippets, commands, shown: shown(letter) });
  });
  connection.onCodeLens(({ textDocument }) => {
    const letter = settings.current.codeLens ? letterAt(textDocument.uri) : undefined;
    return letter ? codeLenses(letter, shown(letter), abilities().commands) : [];
  });
  connection.onCompletion(({ textDocument, position, context }) => {
    const letter = letterAt(textDocument.uri);
    const { completionSnippets: snippets, ownSnippets } = abilities();
    return letter ? completions(letter, position, context, { snippets, ownSnippets }) : [];
  });
  connection.onDefinition(({ textDocument, position }) => {
    const letter = letterAt(textDocument.uri);
    return letter ? definition(letter, position) : null;
  });
  connection.onReferences(({ textDocument, position, context }) => {
    const letter = letterAt(textDocument.uri);
    return letter ? references(letter, position, context.includeDeclaration) : [];
  });
  connection.onDocumentHighlight(({ textDocument, position }) => {
    const letter = letterAt(textDocument.uri);
    return letter ? highlights(letter, position) : [];
  });
  connection.onDocumentLinks(({ textDocument }) => {
    const letter = letterAt(textDocument.uri);
    return letter ? documentLinks(letter) : [];
  });
  connection.onDocumentSymbol(({ textDocument }) => {
    const letter = letterAt(textDocument.uri);
    return letter ? documentSymbols(letter) : [];
  });
  connection.onExecuteCommand(({ command, arguments: args }) => {
    return executeCommand({ connection, exceptions, letterAt, today }, command, args);
  });
  connection.onFoldingRanges(({ textDocument }) => {
    const letter = letterAt(textDocument.uri);
    return letter ? foldingRanges(letter) : [];
  });
  connection.onHover(({ textDocument, position }) => {
    const letter = letterAt(textDocument.uri);
    return letter ? hover(letter, position) : null;
  });
  connection.languages.inlayHint.on(({ textDocument, range }) => {
    const letter = settings.current.inlayHints ? letterAt(textDocument.uri) : undefined;
    return letter ? inlayHints(letter, range) : [];
  });
  connection.onSelectionRanges(({ textDocument, positions }) => {
    const letter = letterAt(textDocument.uri);
    return letter ? selectionRanges(letter, positions) : [];
  });
  connection.languages.semanticTokens.on(({ textDocument }) => {
    const letter = letterAt(textDocument.uri);
    return letter ? semanticTokens(letter) : { data: [] };
  });
  connection.onWorkspaceSymbol(({ query }) => {
    return workspaceSymbols(
      documents.all().map((document) => letters.check(document)),
      query,
    );
  });

  /** What the office of a letter knows; of a letter that is not saved where no address is given. */
  const additionsFor = (uri: unknown): Additions | undefined =>
    offices.of(typeof uri === 'string' ? uri : 'untitled:').additions;

  ask('imr/findings', ({ uri }: Partial<FindingsParams>) => {
    const letter = letterAt(uri);
    return letter ? findingEntries(letter, shown(letter)) : null;
  });
  ask('imr/timeline', ({ uri }: Partial<TimelineParams>) => {
    const letter = letterAt(uri);
    return letter ? timelineOf(letter, shown(letter)) : null;
  });
  ask('imr/passages', (params: PassagesParams) => passageEntries(letterAt(params.uri), params));
  ask('imr/insertPassage', ({ uri, position, id }: Partial<InsertPassageParams>) => {
    const letter = letterAt(uri);
    if (!letter || !position || !id) return null;
    return insertPassage(letter, position, id, abilities().editSnippets);
  });
  ask('imr/addItem', ({ uri, position, items = '', verdicts = [] }: Partial<AddItemParams>) => {
    const letter = letterAt(uri);
    return letter && position
      ? addItems(letter, { position, items, verdicts }, abilities().editSnippets)
      : null;
  });
  ask('imr/letterForms', async ({ uri }: LetterFormsParams) => {
    await settings.ready;
    return letterForms(additionsFor(uri));
  });
  ask('imr/newLetter', (params: Partial<NewLetterParams>) =>
    newLetter({ items: '', ...params }, additionsFor(params.uri)),
  );
  ask('imr/letterParts', ({ uri }: Partial<LetterPartsParams>) => {
    const letter = letterAt(uri);
    if (!letter) return null;
    return letter.facts.tree.form === 'none' ? [] : partsOf(letter.facts.tree, letter.text);
  });
  connection.onNotification('imr/setChecking', ({ uri, enabled }: SetCheckingParams) => {
    letters.setChecking(uri, enabled);
    update();
  });

  /** Registers the answer to a request of our own; parameters that are no object count as empty. */
  function ask<P extends object, R>(method: string, answer: (params: P) => R): void {
    connection.onRequest(method, (params: unknown): unknown =>
      answer((typeof params === 'object' && params !== null ? params : {}) as P),
    );
  }
}

/** The day where the user is, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
