import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { limitShortLived } from '../node/engine.ts';
import type { CheckedFile } from './checked-file.ts';
import type { Candidate } from './files.ts';
import { LetterChecker, type LetterOptions } from './letter-checker.ts';

/** From this number of files on, threads repay the time that they take to start. */
const manyFiles = 200;

/** More threads than this gain nothing: reading the disk is then what takes the time. */
const mostThreads = 8;

/**
 * Cores that are left to the engine, which compiles and clears up beside the program: on two cores, two threads check a
 * thousand letters no sooner than one, in twice the memory (measured).
 */
const engineCores = 1;

/** Files that are taken at once: few enough that all threads end together, many enough to gain by it. */
const batchSize = 16;

/** How to run. */
export interface RunOptions extends LetterOptions {
  /** Number of threads; undefined: as many as are of use. */
  jobs: number | undefined;
  /** Called with the number of files done so far. */
  progress?: ((done: number) => void) | undefined;
}

/** What a thread answers for a batch. */
export interface BatchResult {
  batch: number;
  files: (CheckedFile | undefined)[];
  damaged: CheckedFile[];
}

/**
 * Checks files, on several threads where there are many, and gives the results in the order of the files, those that
 * are no determinations left out; before them the configuration files that are wrong.
 */
export async function runChecks(
  candidates: readonly Candidate[],
  options: RunOptions,
): Promise<CheckedFile[]> {
  const useful =
    candidates.length < manyFiles
      ? 1
      : Math.max(1, Math.min(availableParallelism() - engineCores, mostThreads));
  const threads = Math.min(options.jobs ?? useful, Math.ceil(candidates.length / batchSize));
  return threads > 1 ? runThreads(candidates, options, threads) : runHere(candidates, options);
}

async function runHere(candidates: readonly Candidate[], options: RunOptions): Promise<CheckedFile[]> {
  const checker = await LetterChecker.create(options);
  const files: CheckedFile[] = [];
  for (let at = 0; at < candidates.length; at += batchSize) {
    const batch = candidates.slice(at, at + batchSize);
    for (const file of await checker.checkFiles(batch)) if (file) files.push(file);
    options.progress?.(at + batch.length);
    limitShortLived();
    // The engine ends a collection of garbage in a turn of its own.
    await setImmediate();
  }
  return [...checker.damaged, ...files];
}

async function runThreads(
  candidates: readonly Candidate[],
  options: RunOptions,
  threads: number,
): Promise<CheckedFile[]> {
  const { progress, jobs: _, ...plain } = options;
  const batches: Candidate[][] = [];
  for (let at = 0; at < candidates.length; at += batchSize)
    batches.push(candidates.slice(at, at + batchSize));
  const results: (CheckedFile | undefined)[][] = [];
  const damaged = new Map<string, CheckedFile>();
  let next = 0;
  let done = 0;
  const runThread = (): Promise<void> =>
    new Promise((resolve, reject) => {
      // The program itself is the thread's program: see main.ts.
      const worker = new Worker(new URL(import.meta.url), { workerData: plain satisfies LetterOptions });
      const give = (): void => {
        const batch = next++;
        worker.postMessage(batch < batches.length ? { batch, candidates: batches[batch] } : null);
      };
      worker.on('message', ({ batch, files, damaged: wrong }: BatchResult) => {
        results[batch] = files;
        for (const file of wrong) damaged.set(file.path, file);
        done += files.length;
        progress?.(done);
        give();
      });
      worker.on('error', reject);
      worker.on('exit', () => resolve());
      give();
    });
  await Promise.all(Array.from({ length: threads }, runThread));
  const wrong = [...damaged.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return [...wrong, ...results.flat().filter((file) => file !== undefined)];
}
