/** A thread that converts one document for the editor, where the extension runs in Node. */
import { parentPort } from 'node:worker_threads';
import { convert } from './convert.ts';
import { libraries } from './libraries.ts';
import type { Conversion } from './protocol.ts';

parentPort?.once('message', async (work: Conversion) => {
  parentPort?.postMessage(await convert(work, libraries));
});
