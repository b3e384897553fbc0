/** What a reviewer does: open a letter, save it, see what is wrong, take the fix, change one's mind. */
import { strict as assert } from 'node:assert';
import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  type TextDocument,
  workspace,
} from 'vscode';
import { diagnosticsWhen, letterUri, openLetter, rangeOf } from './letters.ts';
import type { Tests } from './runner.ts';

const RIGHT = '9792.20(e)';
const WRONG = '9792.20(ef)';

const concerns = (document: TextDocument, text: string) => (diagnostics: Diagnostic[]) =>
  diagnostics.some(({ range }) => document.getText(range).includes(text));

export const review: Tests = {
  'a slip is shown when the letter is opened, and its fix leaves exactly the right text': async () => {
    const { document } = await openLetter('slips.imr');
    const before = document.getText();
    const [diagnostic] = (await diagnosticsWhen(document, concerns(document, WRONG))).filter(({ range }) =>
      document.getText(range).includes(WRONG),
    );
    assert.ok(diagnostic);
    assert.equal(diagnostic.source, 'imr');

    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      diagnostic.range,
      CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(fix?.edit, 'a preferred fix is offered');
    assert.ok(await workspace.applyEdit(fix.edit));
    const clean = await workspace.openTextDocument(letterUri('clean.imr.txt'));
    assert.equal(document.getText(), clean.getText());

    await commands.executeCommand('undo');
    assert.equal(document.getText(), before, 'one undo restores the letter');
  },

  'a slip typed into a clean letter is shown on saving, and goes when it is mended and saved': async () => {
    const editor = await openLetter('clean.imr.txt');
    const { document } = editor;
    await editor.edit((edit) => edit.replace(rangeOf(document, RIGHT), WRONG));
    await document.save();
    await diagnosticsWhen(document, concerns(document, WRONG));

    await editor.edit((edit) => edit.replace(rangeOf(document, WRONG), RIGHT));
    await document.save();
    await diagnosticsWhen(document, (diagnostics) => diagnostics.length === 0);
  },

  'a letter is still checked after the language server was restarted': async () => {
    const { document } = await openLetter('slips.imr');
    await diagnosticsWhen(document, concerns(document, WRONG));
    const gone = diagnosticsWhen(document, (diagnostics) => diagnostics.length === 0);
    await Promise.all([gone, commands.executeCommand('imr.restartServer')]);
    await diagnosticsWhen(document, concerns(document, WRONG));
  },
};
