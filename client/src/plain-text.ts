/** Letters that lie about as plain text: recognised by their first lines, and offered the language once. */
import {
  type Disposable,
  languages,
  type Memento,
  Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { ID } from './letter.ts';
import { looksLikeLetter } from './recognise.ts';

/** What the user answered for the workspace. */
const ANSWER = 'imr.plainTextLetters';
/** Letters begin within their first lines; a header table is shorter than this even double-spaced. */
const LINES = 80;

/** Watches for plain-text letters, offers to treat them as such, and remembers the answer for the workspace. */
export function recognisePlainText(state: Memento): Disposable {
  let asking = false;
  const look = async (document: TextDocument | undefined): Promise<void> => {
    if (document?.languageId !== 'plaintext' || !isShown(document)) return;
    const setting = workspace.getConfiguration(ID, document.uri).get<string>('plainText', 'ask');
    if (setting === 'never' || !looksLikeLetter(document.getText(new Range(0, 0, LINES, 0)))) return;
    const answer = setting === 'always' ? 'check' : state.get<string>(ANSWER);
    if (answer === 'check') {
      await languages.setTextDocumentLanguage(document, ID);
    } else if (answer === undefined && !asking) {
      asking = true;
      await offer(document, state);
    }
  };
  const listener = window.onDidChangeActiveTextEditor((editor) => void look(editor?.document));
  void look(window.activeTextEditor?.document);
  return listener;
}

/** Text that other extensions or the output view open is none of the user's files. */
function isShown({ uri }: TextDocument): boolean {
  return (
    uri.scheme !== 'output' &&
    window.tabGroups.all.some((group) => group.tabs.some((tab) => holds(tab.input, uri)))
  );
}

function holds(input: unknown, uri: Uri): boolean {
  return (
    typeof input === 'object' && input !== null && 'uri' in input && String(input.uri) === uri.toString()
  );
}

async function offer(document: TextDocument, state: Memento): Promise<void> {
  const yes = 'Check Letters';
  const no = 'Leave as Text';
  const question =
    'This plain-text file reads like an IMR determination. Shall such files be checked as letters in this workspace?';
  const answer = await window.showInformationMessage(question, yes, no);
  if (answer === undefined) return;
  await state.update(ANSWER, answer === yes ? 'check' : 'leave');
  if (answer === yes && !document.isClosed) await languages.setTextDocumentLanguage(document, ID);
}
