/** Adding a disputed item to a letter, and turning the verdict of one. Both are code actions of the server. */
import { type TextEditor, window } from 'vscode';
import { activeLetter } from '../letter.ts';
import { answerTo, type LetterAction, type LetterServer } from '../server.ts';

const ADD = 'refactor.add.imr';
const TURN = 'refactor.rewrite.imr.verdict';
/** How the server names that action: the verb, and what it leaves to the writer. */
const TURN_TITLE = /^(Uphold|Overturn) this item\b(?:.*; left to you: (.+)$)?/;

/** Adds a disputed item, upheld or overturned, after the one at the cursor, else after the last. */
export async function addItem(server: LetterServer): Promise<void> {
  const editor = activeLetter();
  if (!editor) return;
  const { document } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  const find = async () => {
    const here = await server.codeActions(document, editor.selection.active, ADD);
    return here.length > 0 ? here : server.codeActions(document, end, ADD);
  };
  const actions = await answerTo('add an item', find());
  if (!actions) return;
  if (actions.length === 0) {
    void window.showInformationMessage('This letter has no section for disputed items yet.');
    return;
  }
  const action = await pickAction(actions, 'Verdict of the new item');
  if (action) await applyIn(editor, server, action);
}

/** Gives the item at the cursor the other verdict, heading to conclusion, and says what is left to the writer. */
export async function turnItem(server: LetterServer): Promise<void> {
  const editor = activeLetter();
  if (!editor) return;
  const request = server.codeActions(editor.document, editor.selection.active, TURN);
  const actions = await answerTo('turn the verdict', request);
  if (!actions) return;
  if (actions.length === 0) {
    void window.showInformationMessage('Put the cursor into a disputed item first.');
    return;
  }
  const action = await pickAction(actions, 'Verdict of the item');
  if (!action || !(await applyIn(editor, server, action))) return;
  const [, verb, left] = TURN_TITLE.exec(action.title) ?? [];
  const turned = verb === 'Uphold' ? 'Upheld' : 'Overturned';
  void window.showInformationMessage(left === undefined ? `${turned}.` : `${turned}. Left to you: ${left}.`);
}

async function pickAction(actions: LetterAction[], placeHolder: string): Promise<LetterAction | undefined> {
  const [only, ...more] = actions;
  if (more.length === 0) return only;
  const picks = actions.map((action) => ({ label: action.title, action }));
  return (await window.showQuickPick(picks, { placeHolder }))?.action;
}

/** Applies an edit with the letter's editor in focus, which tab stops need. */
async function applyIn(editor: TextEditor, server: LetterServer, { edit }: LetterAction): Promise<boolean> {
  const column = editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn };
  await window.showTextDocument(editor.document, column);
  return server.apply(edit);
}
