import { chmod, link, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { writeDraft } from '../node/write-draft.ts';

/**
 * Writes a whole file at once: beside its place first, then into it, so that nobody ever reads half of it. Links are
 * followed, permissions stay.
 *
 * @throws Error of the file system where it cannot be written; the file is then as it was.
 */
export async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  const place = await realpath(path).catch(() => path);
  const mode = await stat(place).then(
    (found) => found.mode,
    () => undefined,
  );
  const draft = await writeDraft(place, content);
  try {
    if (mode !== undefined) await chmod(draft, mode & 0o777);
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Writes a new file at once; one that exists is never written over.
 *
 * @throws Error with code `EEXIST` where there is one already, or another of the file system.
 */
export async function createFile(path: string, content: Uint8Array | string): Promise<void> {
  const draft = await writeDraft(path, content);
  try {
    // Unlike a rename, a link fails where the name is taken.
    await link(draft, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    // Some file systems (FAT, network drives) know no links.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    await writeFile(path, content, { flag: 'wx' }).catch(async (failure) => {
      if (failure.code !== 'EEXIST') await rm(path, { force: true });
      throw failure;
    });
  } finally {
    await rm(draft, { force: true });
  }
}
