import { readFileSync, statSync } from 'node:fs';
import { libraries } from '../documents/libraries.ts';
import { maximumBytes, tooLarge } from '../documents/protocol.ts';
import { readDocument } from '../documents/read.ts';

/** A file could not be read as text; the message says why and what to do, and holds no text of the file. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError';
}

/** How the text of a file is written; `document` for PDF and Word, whose text was taken out. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'document';

/** The text of a file. */
export interface ReadText {
  text: string;
  encoding: Encoding;
  /** The file as it is. */
  bytes: Uint8Array;
}

/**
 * Reads a letter from disk: text, PDF or Word.
 *
 * @throws {UnreadableFileError} for missing, locked, binary or oversized files, and for documents without text.
 */
export async function readLetter(path: string): Promise<ReadText> {
  let bytes: Uint8Array;
  try {
    // A thread of the pool for each step would take longer than the steps, and there is nothing to do meanwhile.
    const found = statSync(path);
    // Reading a device may never end.
    if (found.isCharacterDevice() || found.isBlockDevice())
      throw new UnreadableFileError('This is a device, not a file.');
    if (found.size > maximumBytes) throw new UnreadableFileError(tooLarge);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw new UnreadableFileError(reasonOf(error));
  }
  return decode(bytes);
}

/** Takes the text out of the bytes of a file of any kind. Throws as {@link readLetter} does. */
export async function decode(bytes: Uint8Array): Promise<ReadText> {
  const reading = await readDocument(bytes, libraries);
  if (reading === undefined) return decodeText(bytes);
  if ('problem' in reading) throw new UnreadableFileError(reading.problem);
  return { text: reading.text, encoding: 'document', bytes };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return 'There is no such file.';
    case 'EACCES':
    case 'EPERM':
      return 'No permission to read the file.';
    case 'EISDIR':
      return 'This is a folder, not a file.';
    case 'EBUSY':
      return 'The file is locked by another program; close it there and try again.';
    case 'ELOOP':
      return 'The link points to itself.';
    default:
      return `The file could not be read (${code || 'unknown reason'}).`;
  }
}

/**
 * Decodes a text: UTF-8 (with or without byte order mark), UTF-16 with byte order mark, else Windows-1252, which old
 * Word and scanner software writes. A byte order mark stays in the text, so that offsets are those of the file.
 *
 * @throws {UnreadableFileError} where the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): ReadText {
  const as = (encoding: Exclude<Encoding, 'document'>, fatal = false): ReadText => ({
    text: new TextDecoder(encoding, { ignoreBOM: true, fatal }).decode(bytes),
    encoding,
    bytes,
  });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be');
  if (bytes.subarray(0, 8192).includes(0)) throw new UnreadableFileError('This is a binary file, not text.');
  try {
    return as('utf-8', true);
  } catch {
    return as('windows-1252');
  }
}
