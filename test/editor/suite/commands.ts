/** The commands that ask nothing: walking findings, turning checking off, certain fixes, turning a verdict. */
import { strict as assert } from 'node:assert';
import { commands, Position, Selection, type TextEditor, workspace } from 'vscode';
import { diagnosticsWhen, letterUri, openLetter, rangeOf } from './letters.ts';
import type { Tests } from './runner.ts';

const CONFLICT = 'September 21, 2015';

const put = (editor: TextEditor, position: Position) => {
  editor.selection = new Selection(position, position);
};

export const commandTests: Tests = {
  'Next Finding walks to the finding, and starts over at the end': async () => {
    const editor = await openLetter('case.imr');
    const { document } = editor;
    await diagnosticsWhen(document, (diagnostics) => diagnostics.length === 1);
    const start = rangeOf(document, CONFLICT).start;
    put(editor, new Position(0, 0));
    await commands.executeCommand('imr.nextFinding');
    assert.deepEqual(editor.selection.active, start);
    await commands.executeCommand('imr.nextFinding');
    assert.deepEqual(editor.selection.active, start, 'one finding is its own next');
    put(editor, new Position(0, 0));
    await commands.executeCommand('imr.previousFinding');
    assert.deepEqual(editor.selection.active, start);
    await commands.executeCommand('closeMarkersNavigation');
  },

  'checking is turned off for one letter, stays off when it is opened again, and is turned on': async () => {
    const { document } = await openLetter('case.imr');
    await diagnosticsWhen(document, (diagnostics) => diagnostics.length === 1);
    await commands.executeCommand('imr.turnCheckingOff');
    await diagnosticsWhen(document, (diagnostics) => diagnostics.length === 0);
    const other = await openLetter('slips.imr');
    await diagnosticsWhen(other.document, (diagnostics) => diagnostics.length > 0);

    await commands.executeCommand('workbench.action.closeAllEditors');
    const restarted = await openLetter('case.imr');
    await commands.executeCommand('imr.restartServer');
    const marked = await openLetter('slips.imr');
    await diagnosticsWhen(marked.document, (diagnostics) => diagnostics.length > 0);
    await diagnosticsWhen(restarted.document, (diagnostics) => diagnostics.length === 0);

    await openLetter('case.imr');
    await commands.executeCommand('imr.turnCheckingOn');
    await diagnosticsWhen(restarted.document, (diagnostics) => diagnostics.length === 1);
  },

  'Fix All Certain applies certain fixes only, as one undo step': async () => {
    const { document } = await openLetter('slips.imr');
    const before = document.getText();
    await diagnosticsWhen(document, (diagnostics) => diagnostics.length > 0);
    await commands.executeCommand('imr.fixAll');
    const clean = await workspace.openTextDocument(letterUri('clean.imr.txt'));
    assert.equal(document.getText(), clean.getText());
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  },

  'Uphold / Overturn turns heading, opener and conclusion, and one undo takes it back': async () => {
    const editor = await openLetter('case.imr');
    const { document } = editor;
    const before = document.getText();
    put(editor, rangeOf(document, 'MRI of the left shoulder: ').start);
    await commands.executeCommand('imr.turnItem');
    const after = document.getText();
    assert.match(after, /MRI of the left shoulder: Upheld/);
    assert.match(after, /No, the request for an MRI of the left shoulder was not medically necessary,/);
    assert.match(after, /Therefore, the request was not medically necessary\.\n$/);
    assert.match(after, /Cyclobenzaprine 7\.5mg #60: Upheld/, 'the other item stays');
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  },
};
