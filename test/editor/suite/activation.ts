/** The extension wakes up for letters, and only says it is ready when the server is. */
import { strict as assert } from 'node:assert';
import { extensions } from 'vscode';
import { openLetter } from './letters.ts';
import type { Tests } from './runner.ts';

export const activation: Tests = {
  'a .imr file has the language imr and wakes the extension': async () => {
    const { document } = await openLetter('slips.imr');
    assert.equal(document.languageId, 'imr');
    const extension = extensions.getExtension('imr-rationale.imr-rationale');
    assert.ok(extension, 'the extension is installed');
    await extension.activate();
    assert.ok(extension.isActive);
  },
  'a .imr.txt file has the language imr': async () => {
    const { document } = await openLetter('clean.imr.txt');
    assert.equal(document.languageId, 'imr');
  },
};
