/** Setting findings aside with a reason, and taking that back. */
import { commands, type Range, type TextEditor, window } from 'vscode';
import type { FindingEntry } from '../../../server/src/lsp/protocol.ts';
import { activeLetter } from '../letter.ts';
import { answerTo, type LetterServer } from '../server.ts';

/**
 * Asks for a reason and dismisses a finding.
 * @param uri letter and key of the finding, as a code action gives them; without them the finding at the cursor, or
 *   one that the user picks
 */
export async function dismiss(server: LetterServer, uri?: string, key?: string): Promise<void> {
  const chosen = uri !== undefined && key !== undefined ? { uri, key } : await findingToDismiss(server);
  if (!chosen) return;
  const reason = await window.showInputBox({
    title: 'Dismiss Finding',
    prompt: 'Why is it no slip? The reason is kept with the letters of this folder and can be left empty.',
    placeHolder: 'For example: the second visit is described in the attached report',
    ignoreFocusOut: true,
  });
  if (reason === undefined) return;
  const kept = server.execute('imr.server.dismiss', chosen.uri, chosen.key, reason.trim());
  if (
    (await answerTo(
      'keep the dismissal',
      kept.then(() => true),
    )) === undefined
  )
    return;
  // The editor's peek view would go on showing what is no longer a finding.
  await commands.executeCommand('closeMarkersNavigation');
  window.setStatusBarMessage('$(check) Dismissed. “IMR: Show Dismissed Findings” brings it back.', 6000);
}

async function findingToDismiss(server: LetterServer): Promise<{ uri: string; key: string } | undefined> {
  const editor = activeLetter();
  if (!editor) return undefined;
  const uri = editor.document.uri.toString();
  const all = await answerTo('read the findings', server.findings({ uri }));
  const open = all?.filter(({ dismissed, shown }) => shown && !dismissed);
  if (!open) return undefined;
  if (open.length === 0) {
    void window.showInformationMessage('There is no finding to dismiss in this letter.');
    return undefined;
  }
  const range = ({ range }: FindingEntry) => server.range(range);
  const here = open.filter((finding) => range(finding).contains(editor.selection.active));
  const [only, ...more] = here;
  if (only && more.length === 0) return { uri, key: only.key };
  const picks = (here.length > 0 ? here : open).map((finding) => ({
    ...pickOf(finding),
    range: range(finding),
  }));
  const picked = await pickInLetter(editor, picks, 'Dismiss Finding', 'Finding to dismiss');
  return picked && { uri, key: picked.key };
}

const icons = { error: 'error', warning: 'warning', information: 'info', hint: 'lightbulb' };

function pickOf({ severity, message, rule, range, key }: FindingEntry) {
  return {
    label: `$(${icons[severity]}) ${message}`,
    description: `line ${range.start.line + 1}, ${rule}`,
    key,
  };
}

/** One of the picks; the letter shows the place of the one in focus. */
async function pickInLetter<T extends { label: string; range: Range }>(
  editor: TextEditor,
  picks: T[],
  title: string,
  placeHolder: string,
): Promise<T | undefined> {
  return window.showQuickPick(picks, {
    title,
    placeHolder,
    matchOnDescription: true,
    onDidSelectItem: (item) => {
      if (typeof item !== 'string') editor.revealRange((item as T).range);
    },
  });
}

/** Lists what was dismissed in the letter, with reasons; what is ticked comes back. */
export async function showDismissed(server: LetterServer): Promise<void> {
  const editor = activeLetter();
  if (!editor) return;
  const uri = editor.document.uri.toString();
  const all = await answerTo('read the findings', server.findings({ uri }));
  const picks = all?.flatMap((finding) => {
    const { dismissed } = finding;
    if (!dismissed) return [];
    const range = server.range(finding.range);
    const why = dismissed.reason === '' ? 'No reason was given' : dismissed.reason;
    return [{ ...pickOf(finding), range, detail: `${why} (${dismissed.date})` }];
  });
  if (!picks) return;
  if (picks.length === 0) {
    void window.showInformationMessage('No finding of this letter was dismissed.');
    return;
  }
  const picked = await window.showQuickPick(picks, {
    title: 'Dismissed Findings',
    placeHolder: 'Tick those that shall be shown again',
    canPickMany: true,
    matchOnDetail: true,
    onDidSelectItem: (item) => {
      const range = picks.find((pick) => pick === item)?.range;
      if (range) editor.revealRange(range);
    },
  });
  for (const { key } of picked ?? []) {
    const restored = server.execute('imr.server.restore', uri, key).then(() => true);
    if ((await answerTo('bring the finding back', restored)) === undefined) return;
  }
  if (picked && picked.length > 0) window.setStatusBarMessage('$(check) Shown again.', 4000);
}
