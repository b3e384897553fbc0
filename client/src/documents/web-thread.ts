/** Web workers, for VS Code in a browser. */
import type { Converted } from '../../../server/src/documents/protocol.ts';
import { type Converter, converterBy } from './converter.ts';

/** @param folder address of `dist/documents/`, with a slash at its end */
export function webConverter(folder: string): Converter {
  return converterBy((work) => {
    const worker = new Worker(`${folder}web-worker.js`);
    const answer = new Promise<Converted>((resolve, reject) => {
      // The reader of PDF says a word of its own when it finds itself in a worker.
      worker.onmessage = ({ data }: MessageEvent<{ converted?: Converted }>) => {
        if (data.converted) resolve(data.converted);
      };
      worker.onerror = () => reject(new Error('the worker failed'));
    });
    worker.postMessage({ work, folder });
    return { answer, stop: () => worker.terminate() };
  });
}
