/** Export to Word: sets a letter as a typist would, in a file beside it. */
import { commands, ProgressLocation, type TextDocument, Uri, window, workspace } from 'vscode';
import type { Converter } from '../documents/converter.ts';
import { beside, createFile, exists, freeBeside, nameOf } from '../documents/place.ts';
import { activeLetter } from '../letter.ts';
import { answerTo, type LetterServer } from '../server.ts';

const ENDING = '.docx';

/** Exports the letter that was chosen in the explorer, or else the one that the user works on, as it stands there. */
export async function exportLetter(
  server: LetterServer,
  convert: Converter,
  chosen: Uri | undefined,
): Promise<void> {
  const document = chosen ? await workspace.openTextDocument(chosen) : activeLetter()?.document;
  if (!document) return;
  const parts = await answerTo('read the letter', server.letterParts({ uri: document.uri.toString() }));
  if (parts === undefined) return;
  if (parts === null || parts.length === 0) {
    void window.showInformationMessage('This text is no determination: there is no letter to export.');
    return;
  }
  const own = await freePlace(document);
  const place = own ?? (await askForPlace(document));
  if (!place) return;
  const title = nameOf(place).slice(0, -ENDING.length);
  const converted = await window.withProgress(
    { location: ProgressLocation.Notification, title: `Writing ${nameOf(place)}`, cancellable: true },
    (_, token) => convert({ write: parts, title }, token),
  );
  if (converted && 'bytes' in converted) await keep(place, converted.bytes, own === undefined);
  else if (converted && 'problem' in converted) void window.showErrorMessage(converted.problem);
}

/** The place beside the letter, where a file can be made there and none is. */
async function freePlace({ uri, isUntitled }: TextDocument): Promise<Uri | undefined> {
  const place = beside(uri, ENDING);
  return canLieBeside(uri, isUntitled) && !(await exists(place)) ? place : undefined;
}

function canLieBeside(uri: Uri, isUntitled: boolean): boolean {
  return !isUntitled && workspace.fs.isWritableFileSystem(uri.scheme) !== false;
}

async function askForPlace({ uri, isUntitled }: TextDocument): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const like = canLieBeside(uri, isUntitled) ? uri : folder && Uri.joinPath(folder, nameOf(uri));
  return window.showSaveDialog({
    title: 'Export to Word',
    saveLabel: 'Export',
    filters: { Word: ['docx'] },
    ...(like ? { defaultUri: await freeBeside(like, ENDING) } : {}),
  });
}

/** @param chosen whether the user chose the place: the dialog has asked before a file is written over */
async function keep(place: Uri, bytes: Uint8Array, chosen: boolean): Promise<void> {
  try {
    if (chosen) await workspace.fs.writeFile(place, bytes);
    else if (!(await createFile(place, bytes))) throw new Error('no file was made');
  } catch {
    void window.showErrorMessage(`${nameOf(place)} could not be written: no permission, or no such folder.`);
    return;
  }
  void offerToShow(place);
}

async function offerToShow(place: Uri): Promise<void> {
  const show = 'Show';
  if ((await window.showInformationMessage(`Exported to ${nameOf(place)}.`, show)) === show)
    await commands.executeCommand('revealInExplorer', place);
}
