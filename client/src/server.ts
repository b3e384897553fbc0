/** The language server as the client's commands and views see it: typed requests, and one way to say that it does not answer. */
import {
  type Disposable,
  EventEmitter,
  type Position,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import type {
  BaseLanguageClient,
  CodeAction,
  CodeActionParams,
  Command,
  WorkspaceEdit as ProtocolEdit,
  Position as ProtocolPosition,
  Range as ProtocolRange,
} from 'vscode-languageclient';
import type { LetterPart } from '../../server/src/documents/protocol.ts';
import type {
  AddGuidelineParams,
  AddItemParams,
  AddItemResult,
  FindingEntry,
  FindingsParams,
  GuidelineEntry,
  InsertPassageParams,
  InsertPassageResult,
  LetterFormEntry,
  LetterFormsParams,
  LetterPartsParams,
  NewLetterParams,
  NewLetterResult,
  PassageEntry,
  PassagesParams,
  RemoveGuidelineParams,
  ServerCommand,
  SetCheckingParams,
  StatusParams,
  Timeline,
  TimelineParams,
} from '../../server/src/lsp/protocol.ts';

/** A code action that is an edit. */
export interface LetterAction {
  title: string;
  edit: ProtocolEdit;
}

/** Whether there is a server to ask. */
export type ServerState = 'stopped' | 'starting' | 'running' | 'failed';

/** What a client tells while it lasts. */
export interface ServerEvents {
  state(state: ServerState): void;
  status(status: StatusParams): void;
  /** A letter begins to be checked, or is done. */
  checking(begins: boolean): void;
}

/** Makes the client. It is large, so this happens when the server is first needed. */
export type Connect = (events: ServerEvents) => Promise<BaseLanguageClient>;

/**
 * Requests beyond the Language Server Protocol; the first one starts the server. Each rejects where the server cannot be
 * started.
 */
export class LetterServer implements Disposable {
  readonly #connect: Connect;
  readonly #stateChanged = new EventEmitter<ServerState>();
  readonly #told = new EventEmitter<StatusParams>();
  readonly #checking = new EventEmitter<boolean>();
  #client: Promise<BaseLanguageClient> | undefined;
  #state: ServerState = 'stopped';
  readonly onDidChangeState = this.#stateChanged.event;
  /** Fires when the server tells of its dictionary. */
  readonly onStatus = this.#told.event;
  /** Fires with true when a letter begins to be checked, with false when it is done. */
  readonly onChecking = this.#checking.event;

  constructor(connect: Connect) {
    this.#connect = connect;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Starts the server. Rejects where that failed; the client has then told the user why. */
  async start(): Promise<void> {
    return (await this.#get()).start();
  }

  /** Ends the server where it runs, and starts it. */
  async restart(): Promise<void> {
    const client = await this.#get();
    if (client.needsStop()) await client.stop();
    await client.start();
  }

  /** Ends the server for good. */
  async end(): Promise<void> {
    await (await this.#client)?.dispose();
  }

  dispose(): void {
    for (const emitter of [this.#stateChanged, this.#told, this.#checking]) emitter.dispose();
  }

  #get(): Promise<BaseLanguageClient> {
    this.#client ??= this.#connect({
      state: (state) => {
        this.#state = state;
        this.#stateChanged.fire(state);
      },
      status: (status) => this.#told.fire(status),
      checking: (begins) => this.#checking.fire(begins),
    });
    return this.#client;
  }

  async #ask<T>(method: string, params: object): Promise<T> {
    return (await this.#get()).sendRequest<T>(method, params);
  }

  /** All findings of an open letter in order of place; null for one that the server does not know. */
  findings(params: FindingsParams): Promise<FindingEntry[] | null> {
    return this.#ask('imr/findings', params);
  }

  /** The case of an open letter as dated events; null for a letter that the server does not know. */
  timeline(params: TimelineParams): Promise<Timeline | null> {
    return this.#ask('imr/timeline', params);
  }

  /** Passages and pages that can be inserted, best first. */
  passages(params: PassagesParams): Promise<PassageEntry[]> {
    return this.#ask('imr/passages', params);
  }

  /** The edit that inserts a passage, with its entry in the guideline line. */
  insertPassage(params: InsertPassageParams): Promise<InsertPassageResult | null> {
    return this.#ask('imr/insertPassage', params);
  }

  /** The edit that adds disputed items; null for a letter without a section for them. */
  addItem(params: AddItemParams): Promise<AddItemResult | null> {
    return this.#ask('imr/addItem', params);
  }

  /** The letter forms of the office that a letter belongs to, beside the standard ones. */
  letterForms(params: LetterFormsParams): Promise<LetterFormEntry[]> {
    return this.#ask('imr/letterForms', params);
  }

  /** A new letter in snippet syntax. */
  newLetter(params: NewLetterParams): Promise<NewLetterResult> {
    return this.#ask('imr/newLetter', params);
  }

  /** The parts of an open letter as a typist sets them, none for other texts; null for one that the server does not know. */
  letterParts(params: LetterPartsParams): Promise<LetterPart[] | null> {
    return this.#ask('imr/letterParts', params);
  }

  /** The code actions of one kind at a place of a letter, with their edits. */
  async codeActions({ uri }: TextDocument, position: Position, kind: string): Promise<LetterAction[]> {
    const place = this.place(position);
    const params: CodeActionParams = {
      textDocument: { uri: uri.toString() },
      range: { start: place, end: place },
      context: { diagnostics: [], only: [kind] },
    };
    const answer = await this.#ask<(CodeAction | Command)[] | null>('textDocument/codeAction', params);
    return (answer ?? []).flatMap((action) =>
      'edit' in action && action.edit ? [{ title: action.title, edit: action.edit }] : [],
    );
  }

  /** Applies a protocol edit as one undo step. Gives false where the editor refused it, as for a letter changed since. */
  async apply(edit: ProtocolEdit): Promise<boolean> {
    return workspace.applyEdit(await (await this.#get()).protocol2CodeConverter.asWorkspaceEdit(edit));
  }

  /** The guidelines that are known, with those read on this machine; null where the server has no machine of its own. */
  guidelines(): Promise<GuidelineEntry[] | null> {
    return this.#ask('imr/guidelines', {});
  }

  /** Reads the office's own copy of a guideline. */
  addGuideline(params: AddGuidelineParams): Promise<null> {
    return this.#ask('imr/addGuideline', params);
  }

  /** Forgets what was read of a guideline. */
  removeGuideline(params: RemoveGuidelineParams): Promise<null> {
    return this.#ask('imr/removeGuideline', params);
  }

  /** Turns checking of one letter off or on, until it is closed or the server ends. */
  async setChecking(params: SetCheckingParams): Promise<void> {
    return (await this.#get()).sendNotification('imr/setChecking', params);
  }

  /** Has the server execute one of its commands. Rejects with a message for the user where it could not. */
  execute(command: ServerCommand, ...args: unknown[]): Promise<unknown> {
    return this.#ask('workspace/executeCommand', { command, arguments: args });
  }

  /** A position of the editor as the protocol has it. */
  place({ line, character }: Position): ProtocolPosition {
    return { line, character };
  }

  /** A range of the protocol as the editor has it. */
  range({ start, end }: ProtocolRange): Range {
    return new Range(start.line, start.character, end.line, end.character);
  }
}

/**
 * The answer to a request, or undefined after the user has been told in one sentence that the task failed. What went
 * wrong is said by the server in words that hold no text of a letter.
 * @param task what was tried, as the end of "Could not …"
 */
export async function answerTo<T>(task: string, request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(`Could not ${task}: ${why}`);
    return undefined;
  }
}
