import type { DocumentLibraries } from './libraries.ts';
import type { Conversion, Converted } from './protocol.ts';
import { readDocument } from './read.ts';

/** Reads or writes a document. Never rejects: what a library throws may hold text of the letter. */
export async function convert(work: Conversion, libraries: DocumentLibraries): Promise<Converted> {
  try {
    if ('write' in work)
      return { bytes: await (await libraries.wordWriter()).writeWord(work.write, work.title) };
    const reading = await readDocument(work.read, libraries);
    return reading ?? { problem: 'This is neither a PDF nor a Word file; only those are imported.' };
  } catch (error) {
    return {
      problem: `The file could not be converted (${error instanceof Error ? error.name : 'unknown'}).`,
    };
  }
}
