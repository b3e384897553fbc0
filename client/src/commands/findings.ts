/** Walking the findings of a letter, applying what is certain, and reading why a rule exists. */
import {
  type CodeAction,
  commands,
  Position,
  Range,
  Selection,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { activeLetter, counted, ruleOf, shownFindings } from '../letter.ts';

/** Goes to the next finding, or the one before, and shows it with its reason; starts over at the end of the letter. */
export async function walk(direction: 'next' | 'previous', from?: Position): Promise<void> {
  const editor = activeLetter();
  if (!editor) return;
  const findings = shownFindings(editor.document.uri);
  if (findings.length === 0) {
    window.setStatusBarMessage('$(pass) There is no finding in this letter.', 4000);
    return;
  }
  const cursor = from ?? editor.selection.active;
  const starts = findings.map(({ range }) => range.start);
  const found =
    direction === 'next'
      ? starts.findIndex((start) => start.isAfter(cursor))
      : starts.findLastIndex((start) => start.isBefore(cursor));
  const index = found >= 0 ? found : direction === 'next' ? 0 : findings.length - 1;
  const finding = findings[index];
  if (!finding) return;
  // The editor's own peek view shows message, reason and related places; it goes to the marker at the cursor only
  // when it was closed before.
  await commands.executeCommand('closeMarkersNavigation');
  select(editor, finding.range.start);
  await commands.executeCommand('editor.action.marker.next');
  select(editor, finding.range.start);
  const over =
    found < 0 ? (direction === 'next' ? ' Starting over at the first.' : ' Starting over at the last.') : '';
  window.setStatusBarMessage(`Finding ${index + 1} of ${findings.length}.${over}`, 4000);
}

function select(editor: TextEditor, position: Position): void {
  editor.selection = new Selection(position, position);
  editor.revealRange(new Range(position, position));
}

/** Applies every fix that nobody could disagree with, as one undo step. */
export async function fixAll(): Promise<void> {
  const editor = activeLetter();
  if (!editor) return;
  const { document } = editor;
  const whole = new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    'source.fixAll.imr',
  );
  const edit = actions.find((action) => action.edit)?.edit;
  if (!edit) {
    void window.showInformationMessage(
      'No finding of this letter has a fix that is certain; the others are yours to decide.',
    );
    return;
  }
  if (!(await workspace.applyEdit(edit))) return;
  const count = edit.get(document.uri).length;
  window.setStatusBarMessage(
    `$(pass) ${counted(count, 'certain edit')} applied; one undo takes them back.`,
    6000,
  );
}

/**
 * Opens the page of a rule inside the editor.
 * @param rule identifier; without one the rule of the finding at the cursor, or one that the user picks
 */
export async function explainRule(
  extensionUri: Uri,
  rules: Record<string, string>,
  rule?: string,
): Promise<void> {
  const id = rule ?? (await ruleAtCursor(rules)) ?? (await pickRule(rules, Object.keys(rules)));
  if (id === undefined) return;
  const page = Uri.joinPath(extensionUri, 'docs/rules', `${id}.md`);
  const exists = await workspace.fs.stat(page).then(
    () => true,
    () => false,
  );
  if (!exists) {
    void window.showInformationMessage(`There is no page about the rule ${id}.`);
    return;
  }
  try {
    await commands.executeCommand('markdown.showPreview', page);
  } catch {
    // Without the Markdown extension, which can be switched off, the page is still readable as text.
    await window.showTextDocument(page, { preview: true });
  }
}

async function ruleAtCursor(rules: Record<string, string>): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const here = shownFindings(editor.document.uri).filter(({ range }) =>
    range.contains(editor.selection.active),
  );
  const ids = [...new Set(here.map(ruleOf))].filter((id) => id !== undefined);
  return ids.length > 1 ? pickRule(rules, ids) : ids[0];
}

async function pickRule(rules: Record<string, string>, ids: readonly string[]): Promise<string | undefined> {
  const picks = ids.map((label) => ({ label, detail: rules[label] ?? '' }));
  const options = { title: 'Explain a Rule', placeHolder: 'Rule to read about', matchOnDetail: true };
  return (await window.showQuickPick(picks, options))?.label;
}
