/** Adding disputed items to a letter, and turning the verdict of one. */
import { type TextEditor, window } from 'vscode';
import { activeLetter } from '../letter.ts';
import { answerTo, type LetterAction, type LetterServer } from '../server.ts';
import { askForItems, askForVerdicts } from './ask-items.ts';

const ADD_TITLE = 'Add a Disputed Item';
const TURN = 'refactor.rewrite.imr.verdict';
/** How the server names that action: the verb, and what it leaves to the writer. */
const TURN_TITLE = /^(Uphold|Overturn) this item\b(?:.*; left to you: (.+))?/;

/** Asks for disputed items and their verdicts, and adds them after the item at the cursor, else after the last. */
export async function addItem(server: LetterServer): Promise<void> {
  const editor = activeLetter();
  if (!editor) return;
  const { document } = editor;
  const place = { uri: document.uri.toString(), position: server.place(editor.selection.active) };
  const items = await askForItems({ title: ADD_TITLE, step: 1, totalSteps: 2 });
  if (!items) return;
  const verdicts = await askForVerdicts(items, { title: ADD_TITLE, step: 2, totalSteps: 2 });
  if (!verdicts) return;
  const request = server.addItem({ ...place, items: items.join('\n'), verdicts });
  const answer = await answerTo('add an item', request);
  if (answer === undefined) return;
  if (answer === null) {
    void window.showInformationMessage('This letter has no section for disputed items yet.');
    return;
  }
  await applyIn(editor, server, answer);
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
async function applyIn(
  editor: TextEditor,
  server: LetterServer,
  { edit }: Pick<LetterAction, 'edit'>,
): Promise<boolean> {
  const column = editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn };
  await window.showTextDocument(editor.document, column);
  return server.apply(edit);
}
