import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes content beside the place where it is to go, down to the disk, so that a rename is all that is left to do.
 *
 * @returns the path of the draft
 * @throws Error of the file system; no draft is left behind then.
 */
export async function writeDraft(place: string, content: Uint8Array | string): Promise<string> {
  const draft = join(dirname(place), `.${basename(place)}.${randomUUID()}.tmp`);
  const file = await open(draft, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
    await file.close();
    return draft;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}
