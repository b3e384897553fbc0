import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOf } from '../../server/src/language/facts/index.ts';
import { parseDetermination } from '../../server/src/language/syntax/index.ts';
import { composeLetters } from './composed.ts';
import type { Letter } from './slip.ts';

const root = join(import.meta.dirname, '../..');

/** Folders of letters without planted slips; the last two stand beside the checkout and need not be there. */
const folders: readonly { source: Letter['source']; folder: string; wanted: RegExp }[] = [
  { source: 'own', folder: join(root, 'examples'), wanted: /clean.*\.txt$/ },
  { source: 'own', folder: join(root, 'test/fixtures/letters/clean'), wanted: /\.txt$/ },
  { source: 'sample', folder: join(root, '../shared/seeds'), wanted: /\.txt$/ },
  { source: 'corpus', folder: join(root, '../shared/corpus/letters'), wanted: /\.txt$/ },
];

/** How many letters are composed, and the seed they come from. */
const composed = { count: 180, seed: 20150420 };

/** Reads the letters of the given sources that are there; names of folders that are absent are listed apart. */
export function readLetters(sources: readonly Letter['source'][]): { letters: Letter[]; absent: string[] } {
  const letters: Letter[] = [];
  const absent: string[] = [];
  for (const { source, folder, wanted } of folders) {
    if (!sources.includes(source)) continue;
    if (!existsSync(folder)) {
      absent.push(source);
      continue;
    }
    for (const name of readdirSync(folder)
      .filter((file) => wanted.test(file))
      .sort()) {
      const text = readFileSync(join(folder, name), 'utf8');
      letters.push({ name, source, text, facts: factsOf(parseDetermination(text)) });
    }
  }
  if (sources.includes('composed')) {
    for (const { name, text } of composeLetters(composed.count, composed.seed)) {
      letters.push({ name, source: 'composed', text, facts: factsOf(parseDetermination(text)) });
    }
  }
  return { letters, absent };
}
