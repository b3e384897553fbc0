/** What the scripts share: where things are, and how to run a command. */
import { type SpawnOptions, spawn } from 'node:child_process';
import { join } from 'node:path';

/** The checkout's top folder. */
export const ROOT = join(import.meta.dirname, '..');
/** Downloads and results of the scripts; git ignores it. */
export const CACHE = join(ROOT, '.cache');

/** Runs a command to its end. Resolves with its exit code (1 where a signal ended it); rejects when it cannot start. */
export function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a command to its end, silently. Resolves with exit code and everything it printed. */
export function capture(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
