/**
 * Compiles the phrase tables (`server/src/language/words/data/*.json`) into `data/compiled-phrases.json`: the
 * phrases without their example sentences, with the part by whose words each is found. Run after every change of a
 * table; a test fails when the compiled file is behind.
 *
 *     node scripts/words/compile-tables.ts
 */
import { writeFileSync } from 'node:fs';
import { indexPhrases } from '../../server/src/language/words/phrase-index.ts';
import { phraseTables } from '../../server/src/language/words/table-sources.ts';
import { wordClasses } from '../../server/src/language/words/tables.ts';

const OUTPUT = new URL('../../server/src/language/words/data/compiled-phrases.json', import.meta.url);
const index = indexPhrases(Object.values(phraseTables).flat(), wordClasses);
writeFileSync(OUTPUT, `${JSON.stringify(index)}\n`);
console.log(`${index.phrases.length} phrases`);
