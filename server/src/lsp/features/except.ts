import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { MISSPELLING } from '../../language/dictionary-list.ts';
import { markKey, markOf } from '../../language/dismissals.ts';
import type { Finding } from '../../language/finding.ts';
import type { CheckedLetter } from '../letters.ts';
import type { ClientCommand, DictionaryScope, ServerCommand } from '../protocol.ts';

const dismissHere: ServerCommand = 'imr.server.dismiss';
const dismissThere: ClientCommand = 'imr.dismiss';
const addWord: ServerCommand = 'imr.server.addWord';

/** Commands that the server executes. */
export const serverCommands: readonly ServerCommand[] = [
  dismissHere,
  'imr.server.restore',
  addWord,
  'imr.server.removeWord',
];

/** Names a finding of a letter in commands and lists. */
export function findingKey(letter: CheckedLetter, finding: Finding): string {
  return markKey(markOf(finding, { tree: letter.facts.tree, text: letter.text }));
}

/**
 * Actions that handle a finding without changing the letter: dismiss it (the client asks for a reason where it can), and
 * for a misspelling add the word to a list.
 */
export function exceptActions(
  letter: CheckedLetter,
  finding: Finding,
  diagnostic: Diagnostic,
  commands: ReadonlySet<ClientCommand>,
): CodeAction[] {
  const { uri } = letter.document;
  const actions: CodeAction[] = [];
  if (finding.rule === MISSPELLING) {
    const word = letter.text.slice(finding.start, finding.end).replace(/\s+/g, ' ');
    for (const scope of ['user', 'workspace'] satisfies DictionaryScope[]) {
      const title = `Add "${word}" to the ${scope === 'user' ? 'user' : 'workspace'} dictionary`;
      actions.push(quickFix(title, diagnostic, addWord, [uri, word, scope]));
    }
  }
  const asks = commands.has(dismissThere);
  const title = asks ? `Dismiss "${finding.rule}" here …` : `Dismiss "${finding.rule}" here`;
  actions.push(
    quickFix(title, diagnostic, asks ? dismissThere : dismissHere, [uri, findingKey(letter, finding)]),
  );
  return actions;
}

function quickFix(title: string, diagnostic: Diagnostic, command: string, args: unknown[]): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: { title, command, arguments: args },
  };
}
