/** Turning checking of one letter off and on. Kept by letter in the workspace's storage, so no file is written. */
import {
  commands,
  type Disposable,
  EventEmitter,
  type Memento,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { activeLetter, isLetter } from './letter.ts';
import type { LetterServer } from './server.ts';

const KEY = 'imr.uncheckedLetters';
/** Context key of menus and the command palette. */
const CONTEXT = 'imr.checkingOff';

/** Which letters are not checked. The server forgets it when a letter is closed or it ends, so it is told again. */
export class Checking implements Disposable {
  readonly #server: LetterServer;
  readonly #state: Memento;
  readonly #listeners: Disposable[];
  readonly #changed = new EventEmitter<void>();
  /** Fires when a letter is turned off or on. */
  readonly onDidChange = this.#changed.event;

  constructor(server: LetterServer, state: Memento) {
    this.#server = server;
    this.#state = state;
    this.#listeners = [
      this.#changed,
      workspace.onDidOpenTextDocument((document) => this.#tell(document)),
      server.onDidChangeState((now) => {
        if (now === 'running') for (const document of workspace.textDocuments) this.#tell(document);
      }),
      window.onDidChangeActiveTextEditor(() => this.#show()),
    ];
    this.#show();
  }

  /** Whether a letter is turned off. */
  isOff(document: TextDocument): boolean {
    return this.#letters.includes(document.uri.toString());
  }

  /** Turns checking of the letter that the user works on off or on. */
  async set(enabled: boolean): Promise<void> {
    const document = activeLetter()?.document;
    if (!document) return;
    const uri = document.uri.toString();
    const others = this.#letters.filter((letter) => letter !== uri);
    await this.#state.update(KEY, enabled ? others : [...others, uri]);
    await this.#server.setChecking({ uri, enabled });
    this.#show();
    this.#changed.fire();
  }

  get #letters(): string[] {
    return this.#state.get<string[]>(KEY, []);
  }

  #tell(document: TextDocument): void {
    if (isLetter(document) && this.isOff(document))
      void this.#server.setChecking({ uri: document.uri.toString(), enabled: false });
  }

  #show(): void {
    const document = window.activeTextEditor?.document;
    void commands.executeCommand('setContext', CONTEXT, document !== undefined && this.isOff(document));
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }
}
