import { existsSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDictionary } from './language/words/dictionary.ts';
import type { WordsDictionary } from './language/words/types.ts';

/** The nearest place of a file or folder of the package, seen from the running program upwards. */
function locate(path: string): string | undefined {
  let folder = process.argv[1] === undefined ? undefined : dirname(realpathSync(process.argv[1]));
  for (let level = 0; folder !== undefined && level < 5; level++) {
    const found = join(folder, path);
    if (existsSync(found)) return found;
    const parent = dirname(folder);
    folder = parent === folder ? undefined : parent;
  }
  return undefined;
}

/**
 * Address of the rule pages that lie beside the running program (`docs/rules/` of the package), so that they open
 * offline in any editor; undefined where the program was moved away from them.
 */
export function rulePagesFolder(): string | undefined {
  const pages = locate('docs/rules');
  return pages === undefined ? undefined : `${pathToFileURL(pages).href}/`;
}

/**
 * Loads the dictionary of the words check, which the build lays beside the programs.
 *
 * @throws Error where it is missing or damaged.
 */
export async function loadDictionary(): Promise<WordsDictionary> {
  const path = locate('dist/words.bin');
  if (path === undefined) throw new Error('The dictionary dist/words.bin is missing; run npm run build.');
  const bytes = await readFile(path);
  return openDictionary(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
}
