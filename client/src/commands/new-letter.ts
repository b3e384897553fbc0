/** New Letter: asks what the application says, and opens a letter in which only judgement is left to write. */
import { SnippetString, type TextEditor, window, workspace } from 'vscode';
import type { NewLetterParams } from '../../../server/src/lsp/protocol.ts';
import { ID, isLetter } from '../letter.ts';
import { answerTo, type LetterServer } from '../server.ts';
import { askForItems, askForVerdicts } from './ask-items.ts';

type Dates = NonNullable<NewLetterParams['dates']>;

const TITLE = 'New Letter';

/** Dates in the order in which they are asked for; the header table alone has the last three. */
const dateQuestions: { key: keyof Dates; prompt: string; header?: true }[] = [
  { key: 'injury', prompt: 'Date of injury' },
  { key: 'request', prompt: 'Date of the request for authorization (RFA), or of the visit it came from' },
  { key: 'ur', prompt: 'Date of the utilization review (UR) decision' },
  { key: 'application', prompt: 'Date on which the application was received', header: true },
  { key: 'assigned', prompt: 'Date on which the case was assigned', header: true },
  { key: 'decision', prompt: 'Date of the decision', header: true },
];

/**
 * Asks, and writes the letter with tab stops: into the letter that is open where that is empty, else into an untitled
 * document. Escape at any question gives up.
 */
export async function newLetter(server: LetterServer): Promise<void> {
  const open = window.activeTextEditor;
  const items = await askForItems({ title: TITLE, step: 1, totalSteps: 4 });
  if (!items) return;
  const verdicts = await askForVerdicts(items, { title: TITLE, step: 2, totalSteps: 4 });
  if (!verdicts) return;
  const form = await askForForm();
  if (!form) return;
  const dates = await askForDates(form);
  if (!dates) return;
  const params = { form, items: items.join('\n'), verdicts, dates, ...reviewer() };
  const letter = await answerTo('write the letter', server.newLetter(params));
  if (!letter) return;
  const editor = await emptyLetter(open);
  await editor.insertSnippet(new SnippetString(letter.snippet));
}

/** The reviewer's credentials from the settings; what is not set there stays a tab stop. */
function reviewer(): Pick<NewLetterParams, 'licensure' | 'specialty'> {
  const settings = workspace.getConfiguration('imr.reviewer');
  return { licensure: settings.get('licensure', ''), specialty: settings.get('specialty', '') };
}

/** The editor of a letter without any text: the one that was open, else a new one. */
async function emptyLetter(open: TextEditor | undefined): Promise<TextEditor> {
  const document =
    open && isLetter(open.document) && open.document.getText().trim() === ''
      ? open.document
      : await workspace.openTextDocument({ language: ID });
  const column = document === open?.document ? open.viewColumn : undefined;
  return window.showTextDocument(document, column === undefined ? {} : { viewColumn: column });
}

async function askForForm(): Promise<NewLetterParams['form']> {
  const picks: { label: string; detail: string; form: NonNullable<NewLetterParams['form']> }[] = [
    {
      label: 'Without the header table',
      detail: 'The letter starts at “How the IMR final determination was made”.',
      form: 'without-header',
    },
    {
      label: 'With the header table',
      detail: 'Case number, dates and priority stand above the text.',
      form: 'with-header',
    },
  ];
  const title = `${TITLE} (3/4)`;
  const options = { title, placeHolder: 'Form of the letter', ignoreFocusOut: true };
  return (await window.showQuickPick(picks, options))?.form;
}

/** The dates that are known; those left empty become tab stops. Undefined where the user gave up. */
async function askForDates(form: NewLetterParams['form']): Promise<Dates | undefined> {
  const questions = dateQuestions.filter(({ header }) => form === 'with-header' || !header);
  const dates: Dates = {};
  for (const [index, { key, prompt }] of questions.entries()) {
    const answer = await window.showInputBox({
      title: `${TITLE} (4/4): date ${index + 1} of ${questions.length}`,
      prompt: `${prompt}. Leave it empty to fill it in later.`,
      placeHolder: 'As it shall be printed, for example September 29, 2015 or 09/29/2015',
      ignoreFocusOut: true,
      validateInput: (text) => (text.trim() === '' || /\d/.test(text) ? undefined : 'This holds no date.'),
    });
    if (answer === undefined) return undefined;
    if (answer.trim() !== '') dates[key] = answer.trim();
  }
  return dates;
}
