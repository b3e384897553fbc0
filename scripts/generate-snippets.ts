/**
 * Writes snippets/imr.json from the passage library.
 *
 *   node scripts/generate-snippets.ts           writes the file
 *   node scripts/generate-snippets.ts --check   exits 1 when the file is stale
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editorSnippets } from '../server/src/language/passages/index.ts';

const file = fileURLToPath(new URL('../snippets/imr.json', import.meta.url));
const wanted = `${JSON.stringify(editorSnippets(), null, 2)}\n`;

function current(): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

if (process.argv.includes('--check')) {
  if (current() !== wanted) {
    console.error('snippets/imr.json is stale: run node scripts/generate-snippets.ts');
    process.exitCode = 1;
  }
} else {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
}
