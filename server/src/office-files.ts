import { readdir, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readTextFile } from './node/read-text.ts';
import type { OfficeFiles } from './office/load.ts';
import { userFile } from './product-files.ts';

/**
 * Files of settings on this machine, by their addresses (`file:`).
 *
 * @param boundary address of the folder that the settings of a workspace stay inside of
 */
export function diskFiles(boundary: string): OfficeFiles {
  const root = fileURLToPath(boundary);
  return {
    resolve: (path, from) => pathToFileURL(resolve(dirname(fileURLToPath(from)), path)).href,
    async inside(address) {
      const path = fileURLToPath(address);
      // What is not there leads nowhere; its name must stay inside all the same.
      const [base, real] = await Promise.all([actual(root), actual(path)]);
      return isInside(root, path) && (real === undefined || base === undefined || isInside(base, real));
    },
    async read(address) {
      try {
        return await readTextFile(fileURLToPath(address));
      } catch {
        return undefined;
      }
    },
    async list(folder) {
      try {
        const path = fileURLToPath(folder);
        const names = await readdir(path);
        return names.sort().map((name) => pathToFileURL(resolve(path, name)).href);
      } catch {
        return undefined;
      }
    },
  };
}

/** Address of the settings that the user chose: by an absolute path, else the file in the user's own folder. */
export function chosenSettings(path: string | undefined): string | undefined {
  if (path !== undefined && !isAbsolute(path)) return undefined;
  return pathToFileURL(path ?? userFile('config.json')).href;
}

/** Where links lead; undefined for what is not there. */
async function actual(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch {
    return undefined;
  }
}

/** Whether a path lies in a folder, or is it. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !(way === '..' || /^\.\.[\\/]/.test(way) || isAbsolute(way));
}
