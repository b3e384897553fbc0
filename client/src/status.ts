/** The language status item: beside the language's name, whether the letter is checked and what was found. */
import {
  type Command,
  DiagnosticSeverity,
  type Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  window,
} from 'vscode';
import type { StatusParams } from '../../server/src/lsp/protocol.ts';
import type { Checking } from './checking.ts';
import { counted, ID, isLetter, shownFindings } from './letter.ts';
import type { LetterServer, ServerState } from './server.ts';

/** What is known when the item is drawn. */
interface Situation {
  state: ServerState;
  /** Whether an answer of the server is awaited. */
  checking: boolean;
  dictionary: StatusParams['dictionary'];
}

const RESTART: Command = { command: 'imr.restartServer', title: 'Restart' };

/** Shows the state of checking for the letter in the active editor. */
export class StatusItem implements Disposable {
  readonly #item: LanguageStatusItem;
  readonly #checking: Checking;
  readonly #situation: Situation;
  readonly #listeners: Disposable[];
  #running = 0;

  constructor(server: LetterServer, checking: Checking, name: string) {
    this.#item = languages.createLanguageStatusItem('imr.status', { language: ID });
    this.#item.name = name;
    this.#checking = checking;
    this.#situation = { state: server.state, checking: false, dictionary: 'loading' };
    this.#listeners = [
      this.#item,
      server.onDidChangeState((state) => this.#set({ state })),
      server.onStatus(({ dictionary }) => this.#set({ dictionary })),
      server.onChecking((begins) => this.#count(begins)),
      languages.onDidChangeDiagnostics(() => this.#draw()),
      window.onDidChangeActiveTextEditor(() => this.#draw()),
      checking.onDidChange(() => this.#draw()),
    ];
    this.#draw();
  }

  /** Shows that letters are being checked until the last of them is done. */
  #count(begins: boolean): void {
    this.#running += begins ? 1 : -1;
    this.#set({ checking: this.#running > 0 });
  }

  #set(part: Partial<Situation>): void {
    Object.assign(this.#situation, part);
    this.#draw();
  }

  #draw(): void {
    const item = this.#item;
    const { state, checking, dictionary } = this.#situation;
    const document = window.activeTextEditor?.document;
    item.severity = LanguageStatusSeverity.Information;
    item.busy = state === 'starting' || checking || dictionary === 'loading';
    item.detail = dictionaryDetail(dictionary);
    item.command = undefined;
    if (state === 'stopped' || state === 'failed') {
      item.severity = LanguageStatusSeverity.Error;
      item.busy = false;
      item.text = 'Letters are not being checked';
      item.detail = 'The language server has stopped';
      item.command = RESTART;
    } else if (state === 'starting') {
      item.text = 'Starting';
    } else if (document && this.#checking.isOff(document)) {
      item.severity = LanguageStatusSeverity.Warning;
      item.busy = false;
      item.text = 'Checking is off for this letter';
      item.command = { command: 'imr.turnCheckingOn', title: 'Turn On' };
    } else if (document && isLetter(document)) {
      this.#drawFindings(document);
    } else {
      item.text = 'Letters are being checked';
    }
  }

  #drawFindings({ uri }: { uri: Parameters<typeof shownFindings>[0] }): void {
    const item = this.#item;
    const findings = shownFindings(uri);
    if (findings.length === 0) {
      item.text = '$(pass) No findings';
      return;
    }
    const errors = findings.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
    const warnings = findings.filter(({ severity }) => severity === DiagnosticSeverity.Warning).length;
    item.text = counted(findings.length, 'finding');
    const parts = [
      errors > 0 ? counted(errors, 'error') : '',
      warnings > 0 ? counted(warnings, 'warning') : '',
      item.detail ?? '',
    ];
    item.detail = parts.filter((part) => part !== '').join(', ');
    item.command = { command: 'imr.nextFinding', title: 'Next' };
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }
}

function dictionaryDetail(dictionary: StatusParams['dictionary']): string {
  if (dictionary === 'loading') return 'loading the dictionary';
  if (dictionary === 'missing') return 'spelling is not checked: the dictionary is missing';
  return '';
}
