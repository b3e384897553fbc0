import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  type ClientCapabilities,
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  type SnippetTextEdit,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { WriteFileParams } from '../../server/src/lsp/protocol.ts';

/** For what waits on the server's own time: loading, reading files. */
export const patient = { timeout: 20_000 };

const program = join(import.meta.dirname, '../../dist/server.js');

/** Capabilities of an editor that pulls diagnostics. */
export const pulling: ClientCapabilities = {
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    completion: { completionItem: { snippetSupport: true } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

/** The same of an editor that does all that the server can make use of. */
export const able: ClientCapabilities = {
  ...pulling,
  workspace: {
    ...pulling.workspace,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
};

/** Capabilities of a simple editor, to which diagnostics are pushed. */
export const pushed: ClientCapabilities = { textDocument: { publishDiagnostics: {} } };

/** The built server, started as any editor does, with the editor's side of the protocol. */
export class Editor {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcessWithoutNullStreams;
  /** What `workspace/configuration` is answered; a promise keeps the server waiting. */
  settings: unknown = null;
  initialized: InitializeResult | undefined;
  /** What `window/showMessage` showed. */
  readonly messages: string[] = [];
  /** Notifications of the dictionary's state. */
  readonly statuses: string[] = [];
  /** Patterns of files that the server asked to be told of. */
  readonly watched: string[] = [];
  /** Answers what the server asks the editor beyond the protocol, by method. */
  readonly answers: Record<string, (params: WriteFileParams) => unknown> = {};
  readonly #published = new Map<string, PublishDiagnosticsParams[]>();
  #waiting: (() => void)[] = [];
  #version = 1;

  /**
   * @param home folder of the user's own files; by default one that does not exist
   * @param flags what the engine of the server's process is told
   * @param command the program, and arguments of its own
   */
  constructor(
    home = join(tmpdir(), 'imr-no-such-home'),
    flags: readonly string[] = [],
    command: readonly [string, ...string[]] = [program],
  ) {
    if (!existsSync(command[0]))
      throw new Error(`dist/${basename(command[0])} is missing: run npm run build first.`);
    const env = { ...process.env, IMR_HOME: home };
    this.process = spawn(process.execPath, [...flags, ...command, '--stdio'], { env });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      const list = this.#published.get(params.uri) ?? [];
      list.push(params);
      this.#published.set(params.uri, list);
      for (const wake of this.#waiting.splice(0)) wake();
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      Promise.all(items.map(() => this.settings)),
    );
    this.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      for (const { registerOptions } of registrations) {
        const watchers = (registerOptions as { watchers?: { globPattern: string }[] } | undefined)?.watchers;
        this.watched.push(...(watchers ?? []).map(({ globPattern }) => globPattern));
      }
      return null;
    });
    this.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.messages.push(message);
    });
    this.connection.onNotification('imr/status', ({ dictionary }: { dictionary: string }) => {
      this.statuses.push(dictionary);
    });
    for (const method of ['imr/readFile', 'imr/writeFile', 'imr/listFiles']) {
      this.connection.onRequest(
        method,
        (params: WriteFileParams): unknown => this.answers[method]?.(params) ?? null,
      );
    }
    this.connection.onRequest('workspace/diagnostic/refresh', () => null);
    this.connection.listen();
  }

  /** @param extra further parameters of `initialize`: options, workspace folders */
  async start(capabilities: ClientCapabilities = pulling, extra: object = {}): Promise<this> {
    this.initialized = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...extra,
    });
    await this.connection.sendNotification('initialized', {});
    return this;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode === null) {
      await this.connection.sendRequest('shutdown');
      await this.connection.sendNotification('exit');
    }
    this.connection.dispose();
  }

  open(uri: string, text: string): Promise<void> {
    this.#version = 1;
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'imr', version: 1, text },
    });
  }

  change(uri: string, range: Range, text: string): Promise<void> {
    this.#version++;
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: this.#version },
      contentChanges: [{ range, text }],
    });
  }

  save(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      identifier: 'imr',
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** Diagnostics of a letter, pulled. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items : [];
  }

  /** The next push for a letter that satisfies a condition; earlier pushes count too. */
  async published(
    uri: string,
    wanted: (params: PublishDiagnosticsParams) => boolean,
  ): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const found = this.#published.get(uri)?.find(wanted);
      if (found) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest(method, params);
  }

  /** A request about a place of a letter. */
  at<T>(method: string, uri: string, position: Position, extra: object = {}): Promise<T> {
    return this.request(method, { textDocument: { uri }, position, ...extra });
  }

  execute(command: string, ...args: unknown[]): Promise<unknown> {
    return this.request('workspace/executeCommand', { command, arguments: args });
  }
}

/** The text after a code action's edit of one document. */
export function applyAction(text: string, action: CodeAction): string {
  return applyEdits(text, editsOf(action.edit));
}

/** The edits of a workspace edit of one document. */
export function editsOf(edit: WorkspaceEdit | undefined): TextDocumentEdit['edits'] {
  const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  return change?.edits ?? [];
}

/** The text after edits; of a snippet, its source stands in the text. */
export function applyEdits(text: string, edits: readonly (TextEdit | SnippetTextEdit)[]): string {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  const offset = ({ line, character }: Range['start']): number => (starts[line] ?? text.length) + character;
  const ordered = [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start));
  return ordered.reduce(
    (result, edit) =>
      result.slice(0, offset(edit.range.start)) +
      ('newText' in edit ? edit.newText : edit.snippet.value) +
      result.slice(offset(edit.range.end)),
    text,
  );
}

/** Range of the first place of some words in a text. */
export function rangeOf(text: string, words: string): Range {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`The text does not hold "${words}".`);
  const point = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: (before.at(-1) ?? '').length };
  };
  return { start: point(at), end: point(at + words.length) };
}

/** Position `shift` characters into the first place of some words. */
export function placeIn(text: string, words: string, shift = 1): Position {
  const { start } = rangeOf(text, words);
  return { line: start.line, character: start.character + shift };
}

/** The words at a range of a text. */
export function wordsAt(text: string, { start, end }: Range): string {
  const lines = text.split('\n');
  if (start.line === end.line) return (lines[start.line] ?? '').slice(start.character, end.character);
  return [
    (lines[start.line] ?? '').slice(start.character),
    ...lines.slice(start.line + 1, end.line),
    (lines[end.line] ?? '').slice(0, end.character),
  ].join('\n');
}
