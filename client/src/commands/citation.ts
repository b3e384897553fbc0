/** Insert Citation…: searches passages and pages of the catalog, and writes the chosen one into the letter. */
import { type QuickPickItem, QuickPickItemKind, type TextEditor, window } from 'vscode';
import type { PassageEntry } from '../../../server/src/lsp/protocol.ts';
import { activeLetter } from '../letter.ts';
import { answerTo, type LetterServer } from '../server.ts';

/** A pause in typing after which the search runs, in milliseconds: shorter than one notices. */
const PAUSE_MS = 80;

interface PassagePick extends QuickPickItem {
  id?: string;
}

/** Lets the user search by topic, drug or page; what fits the item at the cursor stands first. */
export async function insertCitation(server: LetterServer): Promise<void> {
  const editor = activeLetter();
  if (!editor) return;
  const id = await pickPassage(server, editor);
  if (id === undefined) return;
  const { document } = editor;
  const place = { uri: document.uri.toString(), position: editor.selection.active };
  const answer = await answerTo('insert the citation', server.insertPassage({ ...place, id }));
  if (answer === undefined) return;
  if (answer === null) {
    void window.showInformationMessage('Put the cursor into the rationale of a disputed item first.');
    return;
  }
  // Tab stops need the letter's own editor in focus.
  await window.showTextDocument(document, { ...(editor.viewColumn && { viewColumn: editor.viewColumn }) });
  await server.apply(answer.edit);
}

function pickPassage(server: LetterServer, editor: TextEditor): Promise<string | undefined> {
  const pick = window.createQuickPick<PassagePick>();
  pick.title = 'Insert Citation';
  pick.placeholder = 'Topic, drug or page: “muscle relaxants”, “gabapentin”, “page 64”';
  const place = { uri: editor.document.uri.toString(), position: editor.selection.active };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  const search = async (query: string) => {
    latest += 1;
    const mine = latest;
    pick.busy = true;
    const found = await answerTo('search the citations', server.passages({ ...place, query }));
    // A slow answer must not replace a later one.
    if (mine !== latest) return;
    pick.busy = false;
    pick.items = found ? picksOf(found) : [];
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => {
      clearTimeout(timer);
      timer = setTimeout(() => void search(value), PAUSE_MS);
    });
    pick.onDidAccept(() => {
      const chosen = pick.selectedItems[0];
      if (chosen?.id === undefined) return;
      resolve(chosen.id);
      pick.hide();
    });
    pick.onDidHide(() => {
      clearTimeout(timer);
      latest += 1;
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    void search('');
  });
}

/** What fits the item at hand, then the rest, each in the server's order. */
function picksOf(entries: readonly PassageEntry[]): PassagePick[] {
  const group = (label: string, members: readonly PassageEntry[]): PassagePick[] =>
    members.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...members.map(pickOf)];
  return [
    ...group(
      'for this item',
      entries.filter(({ fits }) => fits),
    ),
    ...group(
      'everything else',
      entries.filter(({ fits }) => !fits),
    ),
  ];
}

function pickOf({ id, title, description, unverified, text }: PassageEntry): PassagePick {
  return {
    id,
    label: unverified ? `$(unverified) ${title}` : title,
    description: unverified ? `page not verified · ${description}` : description,
    detail: text.replace(/\s+/g, ' '),
    // The server has searched already; the list must not be filtered a second time by its titles.
    alwaysShow: true,
  };
}
