import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Converter, converterBy } from '../../client/src/documents/converter.ts';
import { nodeConverter } from '../../client/src/documents/node-thread.ts';
import { partsOf } from '../../server/src/documents/paragraphs.ts';
import type { Converted } from '../../server/src/documents/protocol.ts';
import { parseDetermination } from '../../server/src/language/syntax/index.ts';
import { letter } from '../support/letter.ts';
import { printPdf } from '../support/letter-pdf.ts';

type Token = Parameters<Converter>[1];

/** A user who waits, or who gives up at once. */
const patient: Token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
const impatient: Token = {
  isCancellationRequested: false,
  onCancellationRequested: (listener) => {
    queueMicrotask(() => listener(undefined));
    return { dispose() {} };
  },
};

describe('a document is converted in a thread of its own', () => {
  const script = join(import.meta.dirname, '../../dist/documents/node-worker.js');
  const convert = nodeConverter(script);
  const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
  const text = letter({});

  it('as Node has them: a PDF is read, a letter is set as Word and read again', async () => {
    expect(existsSync(script), 'run npm run build first').toBe(true);
    const read = await convert({ read: await printPdf(text) }, patient);
    expect(words(read && 'text' in read ? read.text : '')).toEqual(words(text));
    const written = await convert({ write: partsOf(parseDetermination(text), text), title: 'one' }, patient);
    if (!written || !('bytes' in written)) throw new Error('nothing was written');
    const again = await convert({ read: written.bytes }, patient);
    expect(words(again && 'text' in again ? again.text : '')).toEqual(words(text));
  });

  it('and what is no document is said in a sentence', async () => {
    const bytes = (content: string) => ({ read: new TextEncoder().encode(content) });
    expect(await convert(bytes('Dear reviewer'), patient)).toEqual({
      problem: expect.stringMatching(/neither a PDF nor a Word file/),
    });
    expect(await convert(bytes('%PDF-1.7 cut off'), patient)).toEqual({
      problem: expect.stringMatching(/is damaged/),
    });
  });

  it('that is ended when the user gives up', async () => {
    let stopped = 0;
    const hanging = converterBy(() => ({ answer: new Promise(() => {}), stop: () => stopped++ }));
    expect(await hanging({ read: new Uint8Array() }, impatient)).toBeUndefined();
    expect(stopped).toBe(1);
  });

  it('whose failure is no failure of the editor', async () => {
    let stopped = 0;
    const answer = () => Promise.reject<Converted>(new Error('out of memory'));
    const failing = converterBy(() => ({ answer: answer(), stop: () => stopped++ }));
    expect(await failing({ read: new Uint8Array() }, patient)).toEqual({
      problem: expect.stringMatching(/could not be converted/),
    });
    expect(stopped).toBe(1);
  });
});
