/** The office's own copies of guidelines: read on this machine, and forgotten again. */
import { ProgressLocation, type QuickPickItem, Uri, window } from 'vscode';
import type { GuidelineEntry } from '../../../server/src/lsp/protocol.ts';
import { counted } from '../letter.ts';
import { answerTo, type LetterServer } from '../server.ts';

/** Asks for a PDF and which guideline it is, and has it read. */
export async function addGuideline(server: LetterServer): Promise<void> {
  const known = await guidelines(server);
  if (!known) return;
  const picked = await window.showQuickPick(known.map(pickOf), {
    title: 'Read a Guideline (1/2)',
    placeHolder: 'Which guideline do you have as a PDF?',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) return;
  const [file] =
    (await window.showOpenDialog({
      title: `Read a Guideline (2/2): ${picked.label}`,
      openLabel: 'Read',
      filters: { PDF: ['pdf'] },
    })) ?? [];
  if (!file) return;
  if (file.scheme !== 'file') {
    void window.showErrorMessage('Only files on this machine can be read.');
    return;
  }
  if (await read(server, picked, file)) await tell(server, picked.id);
}

/** Reads a file; where no page numbers are printed it asks for the sheet that is page 1. */
async function read(server: LetterServer, { id, label }: Pick, file: Uri): Promise<boolean> {
  const attempt = (pageOne?: number): Thenable<string | undefined> =>
    window.withProgress({ location: ProgressLocation.Notification, title: `Reading ${label}` }, () =>
      server.addGuideline({ file: file.fsPath, id, ...(pageOne === undefined ? {} : { pageOne }) }).then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      ),
    );
  let problem = await attempt();
  if (problem?.includes('--page-one')) {
    const sheet = await window.showInputBox({
      title: `Read a Guideline: ${label}`,
      prompt: 'No page numbers are printed on this file. Which of its sheets is page 1?',
      value: '1',
      validateInput: (text) => (/^[1-9]\d{0,3}$/.test(text) ? undefined : 'A number such as 5.'),
    });
    if (sheet === undefined) return false;
    problem = await attempt(Number(sheet));
  }
  if (problem === undefined) return true;
  void window.showErrorMessage(`Could not read the guideline: ${problem}`);
  return false;
}

/** Says what was read, so that a wrong file is noticed at once. */
async function tell(server: LetterServer, id: string): Promise<void> {
  const entry = (await server.guidelines().catch(() => null))?.find((one) => one.id === id);
  if (!entry?.read) return;
  const { pages, topics } = entry.read;
  void window.showInformationMessage(
    `${entry.title}: ${counted(pages, 'page')} read, ${counted(topics, 'topic')} found. What was read stays on this machine.`,
  );
}

/** Asks which of the guidelines that were read is to be forgotten. */
export async function removeGuideline(server: LetterServer): Promise<void> {
  const read = (await guidelines(server))?.filter((entry) => entry.read);
  if (!read) return;
  if (read.length === 0) {
    void window.showInformationMessage('No guideline was read on this machine.');
    return;
  }
  const picked = await window.showQuickPick(read.map(pickOf), {
    title: 'Forget a Guideline',
    placeHolder: 'What was read of it is deleted; the file itself stays.',
  });
  if (picked) await answerTo('forget the guideline', server.removeGuideline({ id: picked.id }));
}

async function guidelines(server: LetterServer): Promise<GuidelineEntry[] | undefined> {
  const known = await answerTo('list the guidelines', server.guidelines());
  if (known === null)
    void window.showInformationMessage(
      'Guidelines are read from files on your machine; a browser has none. Use the desktop editor or imr guideline add.',
    );
  return known ?? undefined;
}

type Pick = QuickPickItem & { id: string };

function pickOf({ id, title, read: copy }: GuidelineEntry): Pick {
  return {
    id,
    label: title,
    description: id,
    ...(copy ? { detail: `Read: ${Uri.parse(copy.file).path}` } : {}),
  };
}
