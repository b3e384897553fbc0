import { readFile, stat } from 'node:fs/promises';

/** Largest file that is read, in bytes: a determination has about 8 kB, ten thousand times less. */
export const maximumBytes = 32 * 1024 * 1024;

/** A file could not be read as text; the message says why and what to do, and holds no text of the file. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError';
}

/**
 * Reads a letter from disk.
 *
 * @throws {UnreadableFileError} for missing, locked, binary or oversized files.
 */
export async function readLetter(path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > maximumBytes) {
      throw new UnreadableFileError(
        `The file is larger than ${maximumBytes / 1024 / 1024} MiB; check its parts one by one.`,
      );
    }
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw new UnreadableFileError(reasonOf(error));
  }
  return decodeLetter(bytes);
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
 * Decodes the bytes of a letter: UTF-8 (with or without byte order mark), UTF-16 with byte order mark, else
 * Windows-1252, which old Word and scanner software writes. A byte order mark stays in the text, so that offsets
 * are those of the file.
 *
 * @throws {UnreadableFileError} where the bytes are no text.
 */
export function decodeLetter(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return new TextDecoder('utf-16be', { ignoreBOM: true }).decode(bytes);
  const signature = new TextDecoder('latin1').decode(bytes.subarray(0, 5));
  if (signature === '%PDF-') {
    throw new UnreadableFileError(
      'This is a PDF; save or export its text (pdftotext -layout) and check that.',
    );
  }
  if (signature.startsWith('PK\u0003\u0004')) {
    throw new UnreadableFileError('This is a Word or ZIP file; save it as plain text and check that.');
  }
  if (bytes.subarray(0, 8192).includes(0)) {
    throw new UnreadableFileError('This is a binary file, not text.');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
