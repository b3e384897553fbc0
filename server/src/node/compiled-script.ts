import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** How long after its start a script is taken to have run what it mostly runs, in milliseconds. */
const settled = 3000;

const ending = '.compiled';

/** Length of a SHA-256 digest in bytes. */
const digestLength = 32;

/**
 * Runs a CommonJS script with the functions that an earlier run had compiled, and leaves those of this run for the next
 * where there were none. Node's own compile cache keeps no function that is compiled when it is first called, which
 * nearly all are: it saves a fifth of what this does (measured).
 *
 * What is kept is named after the script, the engine and its version; it carries its digest, so that half a file never
 * reaches the engine. Where it cannot be read, or not be written, the script runs as it would without.
 *
 * @param path of the script, in ASCII (`scripts/build.ts`): one other character would double what it takes in memory
 * @param folder where compiled functions are kept; nothing else lies in it
 */
export function runCompiled(path: string, folder: string): void {
  const bytes = readFileSync(path);
  const { version, versions, arch } = process;
  const key = createHash('sha256').update(`${version} ${versions.v8} ${arch} ${process.execArgv}\n`);
  const place = join(folder, `${key.update(bytes).digest('hex').slice(0, 32)}${ending}`);
  const cachedData = keptIn(place);
  // As Node wraps a module, and without a new line, so that places in it stay the same.
  const source = `(function (exports, require, module, __filename, __dirname) {${bytes.toString('utf8').replace(/^#!/, '//')}\n})`;
  const script = new Script(source, { filename: path, ...(cachedData && { cachedData }) });
  const module = { exports: {} };
  const run = script.runInThisContext() as (...scope: unknown[]) => void;
  run.call(module.exports, module.exports, createRequire(path), module, path, dirname(path));
  if (cachedData && !script.cachedDataRejected) return;
  setTimeout(() => keep(place, script), settled).unref();
}

/** What is kept at a place, where it is whole. */
function keptIn(place: string): Buffer | undefined {
  try {
    const kept = readFileSync(place);
    const data = kept.subarray(digestLength);
    return digestOf(data).equals(kept.subarray(0, digestLength)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what a script has compiled; beside its place first, so that no other server reads half of it. What older versions left goes. */
function keep(place: string, script: Script): void {
  const folder = dirname(place);
  const draft = `${place}.${process.pid}`;
  try {
    const data = script.createCachedData();
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) if (name.includes(ending)) rmSync(join(folder, name));
    try {
      writeFileSync(draft, Buffer.concat([digestOf(data), data]));
      renameSync(draft, place);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  } catch {
    // It only saves time: a full disk, or one that must not be written, is no reason to disturb anybody.
  }
}

function digestOf(data: Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}
