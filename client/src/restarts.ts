/** What happens when the language server ends without being asked to. */
import { commands, window } from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
  type Message,
} from 'vscode-languageclient';

/** A server that ends so often within this time is not started again. */
const MOST_ENDS = 5;
const WITHIN_MS = 3 * 60_000;
/** Broken messages in a row after which the connection is given up. */
const MOST_ERRORS = 3;

/** Starts a server that has ended again, and the letters with it; not for ever, and not without saying so. */
export class Restarts implements ErrorHandler {
  #ends: number[] = [];

  error(_error: Error, _message: Message | undefined, count: number | undefined): ErrorHandlerResult {
    return {
      action: count !== undefined && count <= MOST_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown,
    };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#ends = [...this.#ends.filter((end) => now - end < WITHIN_MS), now];
    if (this.#ends.length < MOST_ENDS) return { action: CloseAction.Restart };
    this.#ends = [];
    void offerRestart();
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}

async function offerRestart(): Promise<void> {
  const restart = 'Restart';
  const answer = await window.showErrorMessage(
    `The language server has ended ${MOST_ENDS} times within a few minutes and is not started again. Letters are not being checked.`,
    restart,
  );
  if (answer === restart) await commands.executeCommand('imr.restartServer');
}
