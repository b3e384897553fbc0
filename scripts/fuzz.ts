/**
 * Tries the properties of test/fuzz on ever new texts: `node scripts/fuzz.ts [--seed N] [--minutes M] [--only WORDS]`.
 * Prints how many cases each property stood; at the first that it does not, the smallest case with the seed and path
 * that repeat it, and exits with 1. Build first: the words check reads dist/words.bin.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { properties } from '../test/fuzz/properties.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    minutes: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    path: { type: 'string' },
  },
});
const minutes = Number(values.minutes);
const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
if (!(minutes > 0) || !Number.isSafeInteger(seed)) {
  console.error('Usage: node scripts/fuzz.ts [--seed N] [--minutes M] [--only WORDS] [--path PATH]');
  process.exit(2);
}

const chosen = properties.filter(({ name }) => name.includes(values.only));
console.log(`seed ${seed}, ${minutes} min for ${chosen.length} properties`);
let failed = 0;
for (const { name, make } of chosen) {
  let cases = 0;
  const property = await make();
  const result = await fc.check(property, {
    seed,
    ...(values.path === undefined ? {} : { path: values.path }),
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: (minutes * 60_000) / chosen.length,
    markInterruptAsFailure: false,
  });
  cases = result.numRuns;
  console.log(`${result.failed ? '✗' : '✓'} ${name}: ${cases} cases`);
  if (result.failed) {
    failed++;
    console.log(fc.defaultReportMessage(result as never));
  }
}
// The servers that properties started hold the process open.
process.exit(failed > 0 ? 1 : 0);
