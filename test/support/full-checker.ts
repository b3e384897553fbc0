import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Checker } from '../../server/src/language/checker.ts';
import { createWordsChecker } from '../../server/src/language/words/checker.ts';
import { openDictionary } from '../../server/src/language/words/dictionary.ts';

const dictionary = join(import.meta.dirname, '../../dist/words.bin');

/**
 * The checker as users have it: all rules on, with the dictionary that the build made. For tests and benchmarks.
 *
 * @throws Error where the project was not built.
 */
export function fullChecker(): Checker {
  if (!existsSync(dictionary)) throw new Error('dist/words.bin is missing: run npm run build first.');
  const bytes = readFileSync(dictionary);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  return new Checker({ words: createWordsChecker(openDictionary(buffer)) });
}
