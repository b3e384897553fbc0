/** Where letters lie: plain text, read-only folders, no folder at all; and what happens when the server is killed. */
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir } from 'node:fs/promises';
import { type Diagnostic, Position, type TextDocument, Uri, window, workspace } from 'vscode';
import { diagnosticsWhen, letterUri, openLetter, rangeOf } from './letters.ts';
import type { Tests } from './runner.ts';

/** Resolves when a document has a language. */
async function becomes(document: Uri, languageId: string): Promise<TextDocument> {
  const find = () =>
    workspace.textDocuments.find(
      ({ uri, languageId: id }) => uri.toString() === document.toString() && id === languageId,
    );
  const found = find();
  if (found) return found;
  return new Promise((resolve) => {
    const listener = workspace.onDidOpenTextDocument(() => {
      const opened = find();
      if (!opened) return;
      listener.dispose();
      resolve(opened);
    });
  });
}

/** The language servers that this extension host has started. */
function serverProcesses(): number[] {
  const list = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return list.split('\n').flatMap((line) => {
    const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === process.pid && args?.includes('dist/start-server.js') ? [Number(pid)] : [];
  });
}

const one = (diagnostics: Diagnostic[]) => diagnostics.length === 1;

export const placeTests: Tests = {
  'a plain-text letter is recognised by its content, and other text is left alone': async () => {
    const settings = workspace.getConfiguration('imr');
    await settings.update('plainText', 'always', true);
    try {
      const text = Uri.joinPath(letterUri('case.imr'), '../exported.txt');
      await workspace.fs.copy(letterUri('case.imr'), text, { overwrite: true });
      await window.showTextDocument(await workspace.openTextDocument(text));
      await diagnosticsWhen(await becomes(text, 'imr'), one);

      const notes = await workspace.openTextDocument({ content: 'Call the office about the MRI.\n' });
      await window.showTextDocument(notes);
      assert.equal(notes.languageId, 'plaintext');
    } finally {
      await settings.update('plainText', undefined, true);
    }
  },

  'a letter in a folder that cannot be written is checked, and saves nothing': async () => {
    const folder = Uri.joinPath(letterUri('case.imr'), '../read-only');
    await mkdir(folder.fsPath, { recursive: true });
    const letter = Uri.joinPath(folder, 'case.imr');
    await workspace.fs.copy(letterUri('case.imr'), letter, { overwrite: true });
    await chmod(folder.fsPath, 0o555);
    try {
      const document = await workspace.openTextDocument(letter);
      await window.showTextDocument(document);
      await diagnosticsWhen(document, one);
    } finally {
      await chmod(folder.fsPath, 0o755);
    }
  },

  'an untitled letter is checked as it is written': async () => {
    const source = await workspace.openTextDocument(letterUri('case.imr'));
    const document = await workspace.openTextDocument({ language: 'imr', content: source.getText() });
    await window.showTextDocument(document);
    await diagnosticsWhen(document, one);
  },

  'the server is killed in the middle of an edit: it starts again and knows the letter as it is':
    async () => {
      const editor = await openLetter('case.imr');
      const { document } = editor;
      await diagnosticsWhen(document, one);
      const { line } = rangeOf(document, 'September 21, 2015').start;
      const [killed] = serverProcesses();
      assert.ok(killed, 'a language server is running');
      process.kill(killed, 'SIGKILL');
      await editor.edit((edit) => edit.insert(new Position(0, 0), '\n\n'));
      while (serverProcesses().every((id) => id === killed))
        await new Promise((resolve) => setTimeout(resolve, 100));
      await document.save();
      const [finding] = await diagnosticsWhen(
        document,
        (diagnostics) => one(diagnostics) && diagnostics[0]?.range.start.line === line + 2,
      );
      assert.ok(finding);
      assert.equal(document.getText(finding.range), 'September 21, 2015');
    },
};
