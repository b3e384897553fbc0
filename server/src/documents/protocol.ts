/** What the editor and the thread that converts documents for it say to each other. */
import type { LetterPart } from './paragraphs.ts';

export type { LetterPart } from './paragraphs.ts';

/** A piece of work: a document to read, or a letter to set as a Word file. */
export type Conversion = { read: Uint8Array } | { write: readonly LetterPart[]; title: string };

/** What came of it: the text that was read, the bytes that were written, or one sentence that says why not. */
export type Converted = { text: string } | { bytes: Uint8Array } | { problem: string };

/** Largest file that is read, in bytes: a determination has about 8 kB, ten thousand times less. */
export const maximumBytes = 32 * 1024 * 1024;

/** What is said of a larger file. */
export const tooLarge = `The file is larger than ${maximumBytes / 1024 / 1024} MiB; check its parts one by one.`;
