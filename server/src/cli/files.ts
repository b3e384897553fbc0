import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';

/** A file to check. */
export interface Candidate {
  /** Absolute path. */
  path: string;
  /** Named on the command line: checked whatever its name and content. */
  named: boolean;
}

/** Where nothing was found for an argument. */
export interface Unmatched {
  argument: string;
  reason: string;
}

const patterns = ['**/*.imr', '**/*.txt'];
const ignored = ['**/node_modules/**', '**/.git/**'];

/**
 * Finds the files that the arguments mean. A file is taken as it is; a folder gives its `*.imr`, `*.imr.txt` and
 * `*.txt` files (which of the last are determinations is told by their content, later); anything else is a glob.
 *
 * @returns Candidates in the order of the arguments, sorted within a folder or glob, each file once.
 */
export async function findFiles(
  targets: readonly string[],
  cwd: string,
): Promise<{ candidates: Candidate[]; unmatched: Unmatched[] }> {
  const byPath = new Map<string, Candidate>();
  const unmatched: Unmatched[] = [];
  const add = (path: string, named: boolean): void => {
    const known = byPath.get(path);
    if (known) known.named ||= named;
    else byPath.set(path, { path, named });
  };
  for (const argument of targets) {
    const path = resolve(cwd, argument);
    const kind = await kindOf(path);
    if (kind === 'file') {
      add(path, true);
    } else if (kind === 'folder') {
      const found = await glob(patterns, {
        cwd: path,
        absolute: true,
        dot: false,
        ignore: ignored,
        followSymbolicLinks: false,
      });
      for (const file of found.sort()) add(resolve(file), false);
    } else if (isDynamicPattern(argument)) {
      const found = await glob(argument, {
        cwd,
        absolute: true,
        ignore: ignored,
        followSymbolicLinks: false,
      });
      if (found.length === 0) unmatched.push({ argument, reason: 'No file matches this pattern.' });
      for (const file of found.sort()) add(resolve(file), true);
    } else {
      unmatched.push({ argument, reason: 'There is no such file or folder.' });
    }
  }
  return { candidates: [...byPath.values()], unmatched };
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** Whether a file found in a folder is meant for the checker by its name alone. */
export function isLetterName(path: string): boolean {
  return path.endsWith('.imr') || path.endsWith('.imr.txt');
}
