import { writeSync } from 'node:fs';
import { Framing } from './framing.ts';

/** What the system says when the other end of a stream has gone. */
const gone = new Set(['EPIPE', 'ECONNRESET', 'EOF', 'ERR_STREAM_DESTROYED', 'ERR_IPC_CHANNEL_CLOSED']);

/**
 * Ends the process (exit code 1) where nothing sensible can follow: the client no longer reads; what it sends is not
 * the protocol; the program itself failed. What is said of it on standard error holds no text of a letter: where an
 * error happened, not what it said, for messages of errors may quote what was read.
 */
export function watchClient(): void {
  process.on('uncaughtException', (error: Error & { code?: string }) => {
    if (!gone.has(error.code ?? '')) say(`internal error: ${error.name}\n${placesOf(error)}`);
    process.exit(1);
  });
  process.stdout.on('error', () => process.exit(1));
  if (!process.argv.includes('--stdio')) return;
  const framing = new Framing();
  // Ahead of the library, which would wait for the rest of a broken header.
  process.stdin.prependListener('data', (chunk: Uint8Array) => {
    if (framing.take(chunk)) return;
    say(
      'what came in is not the language server protocol. An editor starts this program; to check letters by hand, use imr check.',
    );
    process.exit(1);
  });
}

/** The lines of a stack trace that name places in the program. */
function placesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .join('\n');
}

function say(words: string): void {
  try {
    // At once: the process ends before a stream would have written it.
    writeSync(2, `imr-language-server: ${words}\n`);
  } catch {
    // Nobody listens.
  }
}
