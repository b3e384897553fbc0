import { mkdir, realpath, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTextFile } from './node/read-text.ts';
import { writeDraft } from './node/write-draft.ts';

/**
 * Folder of the user's own files: `IMR_HOME`, else the place that the system gives programs for their settings. Its
 * files have the same names as those in the `.imr` folder of a workspace.
 */
function userFolder(): string {
  const { IMR_HOME, APPDATA, XDG_CONFIG_HOME } = process.env;
  if (IMR_HOME) return IMR_HOME;
  if (process.platform === 'win32' && APPDATA) return join(APPDATA, 'imr-rationale');
  if (process.platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'imr-rationale');
  return join(XDG_CONFIG_HOME || join(homedir(), '.config'), 'imr-rationale');
}

/** Path of one of the user's own files. */
export function userFile(name: string): string {
  return join(userFolder(), name);
}

/** Place on disk of a file of the product; `folder` is the address of a workspace folder, null for the user's own. */
function placeOf(folder: string | null, path: string): string {
  return folder === null ? userFile(path.replace(/^\.imr\//, '')) : join(fileURLToPath(folder), path);
}

/** Reads a file of a workspace folder (or the user's own); undefined where there is none. */
export async function readProductFile(folder: string | null, path: string): Promise<string | undefined> {
  try {
    return await readTextFile(placeOf(folder, path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/**
 * Writes a file of a workspace folder (or the user's own): beside its place first, then into it, so that no reader sees
 * half of it.
 *
 * @throws Error where it cannot be written, or where links lead out of the folder.
 */
export async function writeProductFile(folder: string | null, path: string, text: string): Promise<void> {
  const place = placeOf(folder, path);
  await mkdir(dirname(place), { recursive: true });
  if (folder !== null) {
    const root = await realpath(fileURLToPath(folder));
    const inside = relative(root, await realpath(dirname(place)));
    if (inside.startsWith('..') || isAbsolute(inside))
      throw new Error('The folder .imr leads out of the workspace.');
  }
  const draft = await writeDraft(place, text);
  try {
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Reads an office's word list: an absolute path, or one seen from a workspace folder (its address). */
export async function readSharedList(path: string, folder: string | undefined): Promise<string> {
  const base = folder?.startsWith('file:') ? fileURLToPath(folder) : undefined;
  if (base === undefined && !isAbsolute(path)) throw new Error('The path of a word list must be absolute.');
  return readTextFile(resolve(base ?? '/', path));
}
