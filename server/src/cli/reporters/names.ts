import { relative, sep } from 'node:path';
import type { CheckedFile } from '../checked-file.ts';

/** Path of a file as reports show it: seen from the working folder, with forward slashes. */
export function nameOf({ cwd, path }: CheckedFile): string {
  return (relative(cwd, path) || path).split(sep).join('/');
}

/** A count with its word: `1 letter`, `2 letters`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
