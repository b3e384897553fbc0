import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** Largest settings file or word list that is read, in bytes. */
const largest = 16 * 1024 * 1024;

/**
 * Reads a settings file or word list. In a folder that somebody else filled its name may be a link to a device that
 * never ends, or a pipe that nobody writes to: only files are read, and only up to a size.
 *
 * @throws Error of the file system, or where it is no file or larger than 16 MiB.
 */
export async function readTextFile(path: string): Promise<string> {
  // Without waiting for the other end of a pipe.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new Error('This is no file.');
    if (found.size > largest) throw new Error('The file is too large.');
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}
