/** What the servers of the editors have in common: a port, a process, and when it answers. */
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

/** A running editor. */
export interface Editor {
  /** Address of the window, on the loopback interface. */
  url: string;
  /** Settles when the server has ended. */
  ended: Promise<void>;
  /** Ends the server. */
  stop(): Promise<void>;
}

/** Keeps the end of what a process prints, for messages. */
export function keepOutput(child: ChildProcess): () => string {
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk).slice(-10_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => output;
}

/** Resolves when the address answers; rejects when the process ends before, or after a minute. */
export async function answers(address: string, child: ChildProcess, log: () => string): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    if (child.exitCode !== null) throw new Error(`the editor ended at once:\n${log()}`);
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`the editor did not answer within a minute:\n${log()}`);
}

/** A port of the loopback interface that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
