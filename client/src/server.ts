/** The language server as the client's commands and views see it: typed requests, and one way to say that it does not answer. */
import { type Position, type Range, type TextDocument, window, workspace } from 'vscode';
import type {
  BaseLanguageClient,
  CodeAction,
  CodeActionParams,
  Command,
  WorkspaceEdit as ProtocolEdit,
  Range as ProtocolRange,
} from 'vscode-languageclient';
import type {
  FindingEntry,
  FindingsParams,
  InsertPassageParams,
  InsertPassageResult,
  NewLetterParams,
  NewLetterResult,
  PassageEntry,
  PassagesParams,
  ServerCommand,
  SetCheckingParams,
  Timeline,
  TimelineParams,
} from '../../server/src/lsp/protocol.ts';

/** A code action that is an edit. */
export interface LetterAction {
  title: string;
  edit: ProtocolEdit;
}

/** Requests beyond the Language Server Protocol; each rejects where the server is not running. */
export class LetterServer {
  readonly #client: BaseLanguageClient;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  /** All findings of an open letter in order of place; null for one that the server does not know. */
  findings(params: FindingsParams): Promise<FindingEntry[] | null> {
    return this.#client.sendRequest('imr/findings', params);
  }

  /** The case of an open letter as dated events; null for a letter that the server does not know. */
  timeline(params: TimelineParams): Promise<Timeline | null> {
    return this.#client.sendRequest('imr/timeline', params);
  }

  /** Passages and pages that can be inserted, best first. */
  passages(params: PassagesParams): Promise<PassageEntry[]> {
    return this.#client.sendRequest('imr/passages', params);
  }

  /** The edit that inserts a passage, with its entry in the guideline line. */
  insertPassage(params: InsertPassageParams): Promise<InsertPassageResult | null> {
    return this.#client.sendRequest('imr/insertPassage', params);
  }

  /** A new letter in snippet syntax. */
  newLetter(params: NewLetterParams): Promise<NewLetterResult> {
    return this.#client.sendRequest('imr/newLetter', params);
  }

  /** The code actions of one kind at a place of a letter, with their edits. */
  async codeActions({ uri }: TextDocument, position: Position, kind: string): Promise<LetterAction[]> {
    const place = this.#client.code2ProtocolConverter.asPosition(position);
    const params: CodeActionParams = {
      textDocument: { uri: uri.toString() },
      range: { start: place, end: place },
      context: { diagnostics: [], only: [kind] },
    };
    const answer: (CodeAction | Command)[] | null = await this.#client.sendRequest(
      'textDocument/codeAction',
      params,
    );
    return (answer ?? []).flatMap((action) =>
      'edit' in action && action.edit ? [{ title: action.title, edit: action.edit }] : [],
    );
  }

  /** Applies a protocol edit as one undo step. Gives false where the editor refused it, as for a letter changed since. */
  async apply(edit: ProtocolEdit): Promise<boolean> {
    return workspace.applyEdit(await this.#client.protocol2CodeConverter.asWorkspaceEdit(edit));
  }

  /** Turns checking of one letter off or on, until it is closed or the server ends. */
  setChecking(params: SetCheckingParams): Promise<void> {
    return this.#client.sendNotification('imr/setChecking', params);
  }

  /** Has the server execute one of its commands. Rejects with a message for the user where it could not. */
  execute(command: ServerCommand, ...args: unknown[]): Promise<unknown> {
    return this.#client.sendRequest('workspace/executeCommand', { command, arguments: args });
  }

  /** A range of the protocol as the editor has it. */
  range(range: ProtocolRange): Range {
    return this.#client.protocol2CodeConverter.asRange(range);
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
