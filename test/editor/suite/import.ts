/** Letters that come as PDF, and go as Word. */
import { strict as assert } from 'node:assert';
import { commands, type Diagnostic, window, workspace } from 'vscode';
import { diagnosticsWhen, letterUri, openLetter } from './letters.ts';
import type { Tests } from './runner.ts';

const found = (diagnostics: Diagnostic[]) => diagnostics.length > 0;
const text = async (name: string) => new TextDecoder().decode(await workspace.fs.readFile(letterUri(name)));
/** The words of a letter: pages and files break its lines at other places. */
const words = (letter: string) => letter.split(/\s+/).filter((word) => word !== '');

/** The letter that is open, as soon as it is the one with a name. */
async function opened(name: string) {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    const document = window.activeTextEditor?.document;
    if (document?.uri.path.endsWith(`/${name}`)) return document;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const active = window.activeTextEditor?.document.uri.path ?? 'nothing';
  throw new Error(
    `${name} was not opened; ${active} is active, of ${window.visibleTextEditors.length} in sight`,
  );
}

/** Tests of Import Letter and Export to Word. */
export const documentTests: Tests = {
  'a PDF is imported: its text letter lies beside it, is open, and is checked': async () => {
    await commands.executeCommand('imr.importLetter', letterUri('received.pdf'));
    const letter = await opened('received.imr.txt');
    assert.equal(letter.languageId, 'imr');
    const diagnostics = await diagnosticsWhen(letter, found);
    assert.ok(diagnostics.some(({ message }) => message.includes('9792.20')));
    assert.deepEqual(words(await text('received.imr.txt')), words(await text('slips.imr')));
  },

  'a letter is exported to Word as it stands in the editor, and imports as the same letter': async () => {
    await workspace.fs.copy(letterUri('case.imr'), letterUri('written.imr'), { overwrite: true });
    const editor = await openLetter('written.imr');
    const { document } = editor;
    const at = document.positionAt(document.getText().indexOf('The applicant'));
    await editor.edit((edit) => edit.insert(at, 'Just edited: '));
    await commands.executeCommand('imr.exportLetter');
    await commands.executeCommand('imr.importLetter', letterUri('written.docx'));
    const letter = await opened('written.imr.txt');
    assert.match(letter.getText(), /Just edited: The applicant/);
    assert.deepEqual(words(letter.getText()), words(document.getText()));
    // Closed unsaved, the letter would have the editor ask what to do with it.
    await document.save();
  },
};
