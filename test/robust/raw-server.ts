/** The built server with its bare streams: for what no well-behaved editor sends. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../../dist/server.js');

/** A message of JSON-RPC, as it came. */
export interface Message {
  id?: number | string | null;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { code: number; message: string };
}

export class RawServer {
  readonly process: ChildProcessWithoutNullStreams;
  /** All messages that the server sent. */
  readonly messages: Message[] = [];
  /** What it wrote to standard error. */
  stderr = '';
  #rest = Buffer.alloc(0);
  #next = 1;
  #waiting: (() => void)[] = [];
  readonly #ended: Promise<number | null>;

  /**
   * @param nodeArguments arguments of Node, before the program
   * @param wrapper a command that is to run the one that follows it
   */
  constructor(
    nodeArguments: readonly string[] = [],
    env: NodeJS.ProcessEnv = {},
    wrapper: readonly string[] = [],
  ) {
    if (!existsSync(program)) throw new Error('dist/server.js is missing: run npm run build first.');
    const [command = process.execPath, ...args] = [...wrapper, process.execPath, ...nodeArguments, program];
    this.process = spawn(command, [...args, '--stdio'], {
      env: { ...process.env, IMR_HOME: join(tmpdir(), 'imr-no-such-home'), ...env },
    });
    this.process.stdout.on('data', (chunk: Buffer) => this.#take(chunk));
    this.process.stderr.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString();
    });
    // A server that has gone takes no more input; that is told by its exit.
    this.process.stdin.on('error', () => undefined);
    this.#ended = new Promise((resolve) => this.process.on('exit', (code) => resolve(code)));
  }

  /** Settled with the exit code when the server has ended. */
  get ended(): Promise<number | null> {
    return this.#ended;
  }

  #take(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const head = this.#rest.indexOf('\r\n\r\n');
      if (head < 0) break;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#rest.subarray(0, head).toString())?.[1]);
      if (this.#rest.length < head + 4 + length) break;
      const message = JSON.parse(this.#rest.subarray(head + 4, head + 4 + length).toString()) as Message;
      this.#rest = this.#rest.subarray(head + 4 + length);
      this.messages.push(message);
      // Everything that it asks is answered with null.
      if (message.method !== undefined && message.id !== undefined)
        this.send({ id: message.id, result: null });
    }
    for (const wake of this.#waiting.splice(0)) wake();
  }

  write(bytes: string | Uint8Array): void {
    this.process.stdin.write(bytes);
  }

  /** Writes a body with its header. */
  writeBody(body: string | Uint8Array): void {
    const bytes = Buffer.from(body as string);
    this.write(Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]));
  }

  send(message: object): void {
    this.writeBody(JSON.stringify({ jsonrpc: '2.0', ...message }));
  }

  notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  /** Sends a request. @returns its identifier */
  ask(method: string, params: unknown): number {
    const id = this.#next++;
    this.send({ id, method, params });
    return id;
  }

  /** The first message that satisfies a condition; rejects where the server ends before. */
  async message(wanted: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.messages.find(wanted);
      if (found) return found;
      const more = new Promise<'more'>((resolve) => this.#waiting.push(() => resolve('more')));
      if ((await Promise.race([more, this.#ended])) !== 'more' && !this.messages.some(wanted))
        throw new Error(`The server has ended: ${this.stderr.slice(0, 500)}`);
    }
  }

  /** The answer to a request. */
  answer(id: number): Promise<Message> {
    return this.message((message) => message.id === id && message.method === undefined);
  }

  async request(method: string, params: unknown): Promise<Message> {
    return this.answer(this.ask(method, params));
  }

  async initialize(capabilities: object = { textDocument: { diagnostic: {} } }): Promise<void> {
    await this.request('initialize', { processId: null, rootUri: null, capabilities });
    this.notify('initialized', {});
  }

  open(uri: string, text: string, version = 1): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'imr', version, text } });
  }

  /** Codes of a letter's diagnostics. */
  async codes(uri: string): Promise<unknown[]> {
    const { result } = await this.request('textDocument/diagnostic', { textDocument: { uri } });
    return ((result as { items?: { code: unknown }[] }).items ?? []).map(({ code }) => code);
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }
}
