import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../../language/finding.ts';
import { rangeIn, textEdits } from '../convert.ts';

/** An insertion that has tab stops where the client takes them. */
export interface SnippetEdit extends Edit {
  /** The same text in snippet syntax. */
  snippet: string;
}

/** Edits of one document, bound to the version that they were computed for. */
export function workspaceEdit(document: TextDocument, edits: readonly Edit[]): WorkspaceEdit {
  return versioned(document, textEdits(document, edits));
}

/** The same with insertions that have tab stops; plain text where the client takes no snippets in edits. */
export function snippetWorkspaceEdit(
  document: TextDocument,
  edits: readonly (Edit | SnippetEdit)[],
  snippets: boolean,
): WorkspaceEdit {
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  if (!snippets) return workspaceEdit(document, ordered);
  return versioned(
    document,
    ordered.map((edit) =>
      'snippet' in edit
        ? { range: rangeIn(document, edit), snippet: { kind: 'snippet', value: edit.snippet } }
        : { range: rangeIn(document, edit), newText: edit.text },
    ),
  );
}

function versioned(document: TextDocument, edits: (TextEdit | SnippetTextEdit)[]): WorkspaceEdit {
  return {
    documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }],
  };
}
