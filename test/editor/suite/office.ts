/** Settings of an office in the folder of the letters. */
import { strict as assert } from 'node:assert';
import { type CompletionList, commands, type Diagnostic, Position, Uri, window, workspace } from 'vscode';
import { diagnosticsWhen, letterUri, openLetter } from './letters.ts';
import type { Tests } from './runner.ts';

const config = Uri.joinPath(letterUri('slips.imr'), '../.imr/config.json');
const write = (text: string) => workspace.fs.writeFile(config, new TextEncoder().encode(text));
const ofRule = (diagnostics: Diagnostic[]) =>
  diagnostics.some(({ code }) => (typeof code === 'object' ? code.value : code) === 'subdivision-ef');

/** Tests of `.imr/config.json` in the editor. */
export const officeTests: Tests = {
  'settings of the folder hold in the editor as soon as they are written, and are told where they are wrong':
    async () => {
      const { document } = await openLetter('slips.imr');
      await diagnosticsWhen(document, ofRule);
      try {
        await write('{ "rules": { "subdivision-ef": "off", "no-such": "off" } }');
        await diagnosticsWhen(document, (diagnostics) => !ofRule(diagnostics));
        const file = await workspace.openTextDocument(config);
        const told = await diagnosticsWhen(file, (diagnostics) =>
          diagnostics.some(({ source }) => source === 'imr'),
        );
        const wrong = told.find(({ source }) => source === 'imr');
        assert.equal(wrong && file.getText(wrong.range), '"no-such"');
      } finally {
        await workspace.fs.delete(config);
      }
      await diagnosticsWhen(document, ofRule);
    },

  'rules and levels are offered while the settings are typed': async () => {
    try {
      await write('{\n  "rules": {\n    \n  }\n}\n');
      const document = await workspace.openTextDocument(config);
      await window.showTextDocument(document);
      let labels: string[] = [];
      // The editor loads its support for JSON when it is first needed.
      while (!labels.includes('misspelling')) {
        const { items } = await commands.executeCommand<CompletionList>(
          'vscode.executeCompletionItemProvider',
          config,
          new Position(2, 4),
        );
        labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      assert.ok(labels.includes('page-without-topic'));
    } finally {
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await workspace.fs.delete(config);
    }
  },
};
