/** Working with the letters of the folder that the editor was started on, as the tests of the suite do. */
import {
  type Diagnostic,
  languages,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';

/** Address of a letter by its file name. */
export function letterUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('the editor was started without a folder');
  return Uri.joinPath(folder.uri, name);
}

/** Opens a letter and shows it. */
export async function openLetter(name: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(letterUri(name)));
}

/** The range of the only occurrence of a text. */
export function rangeOf(document: TextDocument, text: string): Range {
  const [before, ...rest] = document.getText().split(text);
  if (before === undefined || rest.length !== 1) throw new Error(`"${text}" stands ${rest.length} times`);
  return new Range(document.positionAt(before.length), document.positionAt(before.length + text.length));
}

/** The document's diagnostics as soon as the condition holds for them; waits for it, with no limit of its own. */
export function diagnosticsWhen(
  document: TextDocument,
  condition: (diagnostics: Diagnostic[]) => boolean,
): Promise<Diagnostic[]> {
  return new Promise((resolve) => {
    const look = () => {
      const diagnostics = languages.getDiagnostics(document.uri);
      if (!condition(diagnostics)) return;
      listener.dispose();
      resolve(diagnostics);
    };
    const listener = languages.onDidChangeDiagnostics(look);
    look();
  });
}
