/** The extension as a person gets it: installed from the VSIX file. */
import { strict as assert } from 'node:assert';
import { extensions, Uri, workspace } from 'vscode';
import { diagnosticsWhen, openLetter } from './letters.ts';
import type { Tests } from './runner.ts';

/** Tests of the installed extension, for editors that were given the VSIX. */
export const packagedTests: Tests = {
  'the extension is the one of the VSIX, without the sources, and finds what is to be found': async () => {
    const extension = extensions.getExtension('imr-rationale.imr-rationale');
    assert.ok(extension);
    const names = (await workspace.fs.readDirectory(extension.extensionUri)).map(([name]) => name);
    assert.ok(!names.includes('test') && !names.includes('node_modules') && !names.includes('scripts'));
    const client = await workspace.fs.readDirectory(Uri.joinPath(extension.extensionUri, 'client'));
    assert.ok(!client.some(([name]) => name === 'src'));
    const { document } = await openLetter('slips.imr');
    await diagnosticsWhen(document, (diagnostics) => diagnostics.length > 0);
    assert.ok(extension.isActive);
  },
};
