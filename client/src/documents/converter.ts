/** Reading and writing documents in a thread of their own, which starts for one document and ends with it. */
import type { CancellationToken } from 'vscode';
import type { Conversion, Converted } from '../../../server/src/documents/protocol.ts';

/** A thread that has been given one piece of work; where the extension runs decides of what kind it is. */
export interface Thread {
  /** Rejects where the thread failed, as for want of memory. */
  answer: Promise<Converted>;
  stop(): void;
}

/** Converts a document; undefined where the user gave up. Never rejects. */
export type Converter = (work: Conversion, token: CancellationToken) => Promise<Converted | undefined>;

/** The longest that a document may take, in milliseconds: a letter takes about a second, hundreds of pages some. */
const limit = 120_000;

/** A converter by threads: a document that hangs or fills the memory takes nothing with it but its thread. */
export function converterBy(start: (work: Conversion) => Thread): Converter {
  return async (work, token) => {
    const thread = start(work);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const givenUp = new Promise<undefined>((resolve) => {
      token.onCancellationRequested(() => resolve(undefined));
    });
    const late = new Promise<Converted>((resolve) => {
      const problem = 'It took longer than two minutes and was left; cut the letter out of the file.';
      timer = setTimeout(() => resolve({ problem }), limit);
    });
    try {
      return await Promise.race([thread.answer, givenUp, late]);
    } catch {
      return { problem: 'It could not be converted: the file may be damaged, or too large for the memory.' };
    } finally {
      clearTimeout(timer);
      thread.stop();
    }
  };
}
