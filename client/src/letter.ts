/** Letters as documents of the editor. */
import { type Diagnostic, languages, type TextDocument, type TextEditor, type Uri, window } from 'vscode';

/** Identifier of the language and of the client; also the section of the settings, which the client library reads. */
export const ID = 'imr';

/** Name of the product that users read. */
export const NAME = 'IMR Rationale';

/** Whether a document is a letter. */
export function isLetter(document: TextDocument): boolean {
  return document.languageId === ID;
}

/** The letter that the user works on; says so where there is none. */
export function activeLetter(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor && isLetter(editor.document)) return editor;
  const visible = window.visibleTextEditors.filter(({ document }) => isLetter(document));
  // A view beside the letter has the focus: the letter is still the one that is meant.
  if (editor === undefined && visible[0]) return visible[0];
  void window.showInformationMessage('Open a letter first: this works on IMR determinations.');
  return undefined;
}

/** The findings that the editor shows for a letter, in order of place. */
export function shownFindings(uri: Uri): Diagnostic[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === ID)
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The rule of a finding. */
export function ruleOf({ code }: Diagnostic): string | undefined {
  const value = typeof code === 'object' ? code.value : code;
  return value === undefined ? undefined : String(value);
}

/** A count with its noun: "1 finding", "3 findings". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
