/** New Letter: asks what the application says, and opens a letter in which only judgement is left to write. */
import {
  type QuickPickItem,
  SnippetString,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import type { LetterFormEntry, NewLetterParams } from '../../../server/src/lsp/protocol.ts';
import { ID, isLetter } from '../letter.ts';
import { answerTo, type LetterServer } from '../server.ts';
import { askForItems, askForVerdicts } from './ask-items.ts';

type Dates = NonNullable<NewLetterParams['dates']>;

/** A form to choose, with the fields of its header. */
interface Form extends Pick<NewLetterParams, 'form' | 'own'> {
  fields: readonly HeaderField[];
}

type HeaderField = LetterFormEntry['fields'][number];

const TITLE = 'New Letter';

/** Dates in the order in which they are asked for; the last three stand in a field of the header alone. */
const dateQuestions: { key: keyof Dates; prompt: string; field?: HeaderField }[] = [
  { key: 'injury', prompt: 'Date of injury' },
  { key: 'request', prompt: 'Date of the request for authorization (RFA), or of the visit it came from' },
  { key: 'ur', prompt: 'Date of the utilization review (UR) decision' },
  { key: 'application', prompt: 'Date on which the application was received', field: 'applicationReceived' },
  { key: 'assigned', prompt: 'Date on which the case was assigned', field: 'dateAssigned' },
  { key: 'decision', prompt: 'Date of the decision', field: 'decisionDate' },
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
  const target = emptyOne(open);
  const uri = target ? { uri: target.uri.toString() } : {};
  const own = await answerTo('read the forms of your office', server.letterForms(uri));
  const chosen = await askForForm(own ?? []);
  if (!chosen) return;
  const { fields, ...form } = chosen;
  const dates = await askForDates(fields);
  if (!dates) return;
  const params = { ...form, ...uri, items: items.join('\n'), verdicts, dates, ...reviewer() };
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

/** The letter that is open, where it has no text. */
function emptyOne(open: TextEditor | undefined): TextDocument | undefined {
  return open && isLetter(open.document) && open.document.getText().trim() === '' ? open.document : undefined;
}

/** The editor of a letter without any text: the one that was open, else a new one. */
async function emptyLetter(open: TextEditor | undefined): Promise<TextEditor> {
  const document = emptyOne(open) ?? (await workspace.openTextDocument({ language: ID }));
  const column = document === open?.document ? open.viewColumn : undefined;
  return window.showTextDocument(document, column === undefined ? {} : { viewColumn: column });
}

/** The form of the letter: those of the office first, then the standard ones. */
async function askForForm(own: readonly LetterFormEntry[]): Promise<Form | undefined> {
  const picks: (QuickPickItem & { form: Form })[] = [
    ...own.map(({ name, title, fields }) => ({
      label: name,
      detail: title === undefined ? 'A form of your office.' : `A form of your office: “${title}”.`,
      form: { own: name, fields },
    })),
    {
      label: 'Without the header table',
      detail: 'The letter starts at “How the IMR final determination was made”.',
      form: { form: 'without-header', fields: [] },
    },
    {
      label: 'With the header table',
      detail: 'Case number, dates and priority stand above the text.',
      form: {
        form: 'with-header',
        fields: dateQuestions.flatMap(({ field }) => field ?? []),
      },
    },
  ];
  const title = `${TITLE} (3/4)`;
  const options = { title, placeHolder: 'Form of the letter', ignoreFocusOut: true };
  return (await window.showQuickPick(picks, options))?.form;
}

/** The dates that are known; those left empty become tab stops. Undefined where the user gave up. */
async function askForDates(fields: readonly HeaderField[]): Promise<Dates | undefined> {
  const questions = dateQuestions.filter(({ field }) => field === undefined || fields.includes(field));
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
