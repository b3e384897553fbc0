/** Threads of Node, for desktop VS Code and its server build. */
import { Worker } from 'node:worker_threads';
import type { Converted } from '../../../server/src/documents/protocol.ts';
import { type Converter, converterBy } from './converter.ts';

/** @param script path of `dist/documents/node-worker.js` */
export function nodeConverter(script: string): Converter {
  return converterBy((work) => {
    // What a library prints could be text of the letter: it goes nowhere.
    const worker = new Worker(script, {
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    const answer = new Promise<Converted>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the thread ended without an answer')));
    });
    worker.postMessage(work);
    return { answer, stop: () => void worker.terminate() };
  });
}
