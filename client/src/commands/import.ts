/** Import Letter…: makes the text letter of a PDF or Word file, beside it. */
import { type CancellationToken, ProgressLocation, type Uri, window, workspace } from 'vscode';
import { maximumBytes, tooLarge } from '../../../server/src/documents/protocol.ts';
import type { Converter } from '../documents/converter.ts';
import { beside, createFile, exists, freeBeside, nameOf } from '../documents/place.ts';
import { counted, ID } from '../letter.ts';

const ENDING = '.imr.txt';
/** What the open dialog shows. */
const KINDS = ['pdf', 'docx'];

/** What became of a file: its text, or why there is none. */
type Imported = { uri: Uri; text: string } | { uri: Uri; problem: string };

/**
 * Imports the files that were chosen in the explorer, or else asks for them. One letter is opened; of several it is said
 * what became of them.
 */
export async function importLetters(convert: Converter, chosen: readonly Uri[]): Promise<void> {
  const uris = chosen.length > 0 ? chosen : await ask();
  const read = await window.withProgress(
    { location: ProgressLocation.Notification, title: titleOf(uris), cancellable: true },
    (_, token) => readAll(convert, uris, token),
  );
  const only = uris.length === 1 ? read[0] : undefined;
  if (only && 'text' in only) await placeOne(only.uri, only.text);
  else if (only) void window.showErrorMessage(`${nameOf(only.uri)}: ${only.problem}`);
  else if (read.length > 0) await placeAll(read);
}

async function ask(): Promise<Uri[]> {
  const filters = { 'Letters (PDF, Word)': KINDS };
  const title = 'Import Letter';
  return (await window.showOpenDialog({ title, openLabel: 'Import', canSelectMany: true, filters })) ?? [];
}

function titleOf(uris: readonly Uri[]): string {
  return uris.length === 1 && uris[0] ? `Reading ${nameOf(uris[0])}` : `Reading ${uris.length} files`;
}

/** Those read until the user gave up. */
async function readAll(
  convert: Converter,
  uris: readonly Uri[],
  token: CancellationToken,
): Promise<Imported[]> {
  const read: Imported[] = [];
  for (const uri of uris) {
    const one = await readOne(convert, uri, token);
    if (one === undefined) break;
    read.push({ uri, ...one });
  }
  return read;
}

async function readOne(
  convert: Converter,
  uri: Uri,
  token: CancellationToken,
): Promise<{ text: string } | { problem: string } | undefined> {
  try {
    if ((await workspace.fs.stat(uri)).size > maximumBytes) return { problem: tooLarge };
    const converted = await convert({ read: await workspace.fs.readFile(uri) }, token);
    return converted && 'bytes' in converted ? undefined : converted;
  } catch {
    return { problem: 'The file could not be read: it is gone, or there is no permission.' };
  }
}

/** Makes the letter and opens it; where its place is taken, the user decides. */
async function placeOne(original: Uri, text: string): Promise<void> {
  let place = beside(original, ENDING);
  if (await exists(place)) {
    const open = 'Open It';
    const both = 'Keep Both';
    const answer = await window.showWarningMessage(
      `${nameOf(place)} is there already and was left as it is.`,
      open,
      both,
    );
    if (answer === open) await window.showTextDocument(place, { preview: false });
    if (answer !== both) return;
    place = await freeBeside(original, ENDING);
  }
  if (await createFile(place, new TextEncoder().encode(text))) {
    await window.showTextDocument(place, { preview: false });
    return;
  }
  const document = await workspace.openTextDocument({ language: ID, content: text });
  await window.showTextDocument(document, { preview: false });
  void window.showInformationMessage(
    `No file can be made beside ${nameOf(original)}: its letter is open, and not saved yet.`,
  );
}

/** Makes the letters of several files, and says in one message what became of them. */
async function placeAll(read: readonly Imported[]): Promise<void> {
  const problems: string[] = [];
  let made = 0;
  for (const one of read) {
    const place = beside(one.uri, ENDING);
    if ('problem' in one) problems.push(`${nameOf(one.uri)}: ${one.problem}`);
    else if (await createFile(place, new TextEncoder().encode(one.text))) made++;
    else problems.push(`${nameOf(place)} is there already, or its folder cannot be written.`);
  }
  const summary = `${counted(made, 'letter')} imported.`;
  if (problems.length === 0) void window.showInformationMessage(summary);
  else void window.showWarningMessage([summary, ...problems].join(' '));
}
