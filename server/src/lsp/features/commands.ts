import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { dismissalOf } from '../../language/dismissals.ts';
import { type Exceptions, NotKeptError } from '../exceptions.ts';
import type { CheckedLetter } from '../letters.ts';
import type { DictionaryScope, ServerCommand } from '../protocol.ts';
import { findingKey } from './except.ts';

/** What commands work on. */
export interface CommandContext {
  connection: Connection;
  exceptions: Exceptions;
  letterAt(uri: string): CheckedLetter | undefined;
  /** Today, `YYYY-MM-DD`. */
  today(): string;
}

/**
 * Executes a command of the server. Unknown letters, findings that are gone and ill-typed arguments do nothing; what
 * could not be kept in a file is told to the user.
 *
 * @returns whether anything was done
 */
export async function executeCommand(
  { connection, exceptions, letterAt, today }: CommandContext,
  command: string,
  args: readonly unknown[] = [],
): Promise<boolean> {
  const [uri, subject, last] = args;
  if (typeof uri !== 'string' || typeof subject !== 'string' || subject === '') return false;
  const letter = letterAt(uri);
  try {
    switch (command as ServerCommand) {
      case 'imr.server.dismiss': {
        const finding = letter?.findings.find((candidate) => findingKey(letter, candidate) === subject);
        if (!letter || !finding) return false;
        const reason = typeof last === 'string' ? last.trim() : '';
        const parsed = { tree: letter.facts.tree, text: letter.text };
        await exceptions.dismiss(uri, dismissalOf(finding, parsed, reason, today()));
        return true;
      }
      case 'imr.server.restore': {
        const entry = letter?.dismissed.find(({ finding }) => findingKey(letter, finding) === subject);
        if (!entry) return false;
        await exceptions.restore(uri, entry.dismissal);
        return true;
      }
      case 'imr.server.addWord':
        await exceptions.addWord(uri, subject, scopeOf(last));
        return true;
      case 'imr.server.removeWord':
        await exceptions.removeWord(uri, subject, scopeOf(last));
        return true;
      default:
        return false;
    }
  } catch (error) {
    if (!(error instanceof NotKeptError)) throw error;
    const until = command === 'imr.server.dismiss' || command === 'imr.server.addWord';
    const message = until
      ? `Kept until the editor closes only: ${error.message}.`
      : `Not changed: ${error.message}.`;
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    return true;
  }
}

function scopeOf(value: unknown): DictionaryScope {
  return value === 'user' ? 'user' : 'workspace';
}
