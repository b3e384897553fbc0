import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type Stats, statsOf } from './stats.ts';

/** How a language server answers. Times in milliseconds. */
export interface ServerFigures {
  name: string;
  /** From the start of the process to the first diagnostics. */
  first: Stats;
  /** The same of a server that keeps something for later starts, when it is started for the first time. */
  veryFirst?: number;
  /** From a change to the diagnostics of the changed text. */
  change: Stats;
  /** Resident memory after the changes, in MiB. */
  memory: number;
}

/** A language server to measure. */
export interface ServerToMeasure {
  name: string;
  args: readonly string[];
  languageId: string;
  ending: string;
  text: string;
  /** Address of the folder that it works in, where it wants one. */
  root?: string;
  /** Milliseconds after its first start until it has kept what makes later starts quicker. */
  settles?: number;
  /** An edit that each change makes: what is put at which offset. */
  edit(round: number): { offset: number; text: string };
}

/** A started server with an open document whose diagnostics are pushed. */
class Session {
  readonly #process: ChildProcess;
  readonly #connection;
  readonly #uri: string;
  #version = 1;
  #wake: ((params: PublishDiagnosticsParams) => void) | undefined;

  constructor(server: ServerToMeasure) {
    const child = spawn(process.execPath, [...server.args], { stdio: ['pipe', 'pipe', 'ignore'] });
    this.#process = child;
    this.#uri = `${server.root ?? 'file:///bench/'}letter${server.ending}`;
    this.#connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.#connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => ({})),
    );
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      if (params.version === undefined || params.version >= this.#version) this.#wake?.(params);
    });
    this.#connection.listen();
  }

  #published(): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no diagnostics within 20 s')), 20_000);
      this.#wake = (params) => {
        clearTimeout(timer);
        resolve(params);
      };
    });
  }

  async open(server: ServerToMeasure): Promise<void> {
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: server.root ?? null,
      capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
    });
    await this.#connection.sendNotification('initialized', {});
    const done = this.#published();
    const { languageId, text } = server;
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.#uri, languageId, version: 1, text },
    });
    await done;
  }

  /** Replaces the text and gives the milliseconds until its diagnostics come. */
  async change(text: string): Promise<number> {
    this.#version++;
    const done = this.#published();
    const started = performance.now();
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: this.#version },
      contentChanges: [{ text }],
    });
    await done;
    return performance.now() - started;
  }

  /** Resident memory in MiB; 0 where the system does not tell. */
  memory(): number {
    try {
      const status = readFileSync(`/proc/${this.#process.pid}/status`, 'utf8');
      return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  }

  end(): void {
    this.#connection.dispose();
    this.#process.kill();
  }
}

/** Milliseconds from the start of a server to its first diagnostics; it is ended some time after them. */
async function start(server: ServerToMeasure, endedAfter: number): Promise<number> {
  const started = performance.now();
  const session = new Session(server);
  try {
    await session.open(server);
    const time = performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, endedAfter));
    return time;
  } finally {
    session.end();
  }
}

/** Starts a server some times, then changes its document some hundred times. */
export async function measureServer(server: ServerToMeasure, changes = 300): Promise<ServerFigures> {
  const veryFirst = server.settles === undefined ? undefined : await start(server, server.settles);
  const first: number[] = [];
  for (let round = 0; round < 5; round++) first.push(await start(server, 0));
  const session = new Session(server);
  try {
    await session.open(server);
    const times: number[] = [];
    for (let round = 0; round < changes; round++) {
      const { offset, text } = server.edit(round);
      const time = await session.change(server.text.slice(0, offset) + text + server.text.slice(offset));
      // The first changes warm the server up, as the first seconds of typing do.
      if (round >= 50) times.push(time);
    }
    return {
      name: server.name,
      first: statsOf(first),
      ...(veryFirst !== undefined && { veryFirst }),
      change: statsOf(times),
      memory: session.memory(),
    };
  } finally {
    session.end();
  }
}
