import { parentPort, workerData } from 'node:worker_threads';
import type { Candidate } from './files.ts';
import { LetterChecker, type LetterOptions } from './letter-checker.ts';
import type { BatchResult } from './run.ts';

/** What a thread is given: a batch of files, or null when there are no more. */
type Work = { batch: number; candidates: Candidate[] } | null;

/** Runs a thread that checks the batches it is given and ends when there are no more. */
export async function runWorker(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('This is no thread.');
  const checker = LetterChecker.create(workerData as LetterOptions);
  port.on('message', async (work: Work) => {
    if (work === null) {
      port.close();
      return;
    }
    const letters = await checker;
    const files = await letters.checkFiles(work.candidates);
    port.postMessage({ batch: work.batch, files, damaged: letters.damaged } satisfies BatchResult);
  });
}
