/**
 * Plants slips of known kinds in letters and counts which the checker finds:
 * `npm run bench:planted [-- --kind ID] [--draws N] [--seed N] [--letters own,composed,sample,corpus] [--misses N] [--elsewhere N] [--fixes N] [--json] [--kinds]`.
 * `--misses`, `--elsewhere` and `--fixes` print N examples a kind of slips not found, of findings elsewhere, of fixes that do not restore.
 *
 * Found: a finding that the unplanted letter does not have touches the slip, with its range or a related one.
 * Raised: so found at warning or above. Fix: a finding there offers one; restored: one of them gives the letter as
 * it was (line breaks aside). Elsewhere: new findings at warning or above at other places.
 */
import { parseArgs } from 'node:util';
import { kinds } from './kinds/index.ts';
import { readLetters } from './letters.ts';
import { Bench, figuresOf } from './measure.ts';
import { printElsewhere, printMisses, printTable, printWrongFixes } from './print.ts';
import type { Letter } from './slip.ts';

const { values } = parseArgs({
  options: {
    kind: { type: 'string', multiple: true },
    draws: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    letters: { type: 'string', default: 'own,composed,sample,corpus' },
    misses: { type: 'string', default: '0' },
    elsewhere: { type: 'string', default: '0' },
    fixes: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
    kinds: { type: 'boolean', default: false },
  },
});

function main(): void {
  if (values.kinds) {
    for (const { id, family, definition } of kinds) console.log(`${id} (${family})\n  ${definition}`);
    return;
  }
  const chosen = values.kind ? kinds.filter(({ id }) => values.kind?.includes(id)) : kinds;
  if (chosen.length === 0) {
    console.error(`No such kind of slip; --kinds lists them.`);
    process.exitCode = 2;
    return;
  }
  const { letters, absent } = readLetters(values.letters.split(',') as Letter['source'][]);
  const bench = new Bench();
  const results = chosen.map((kind) => ({
    kind,
    draws: bench.draw(kind, letters, Number(values.draws), Number(values.seed)),
  }));
  const figures = results.map(({ kind, draws }) => figuresOf(kind, draws));
  const counts = (['own', 'composed', 'sample', 'corpus'] as const).map((source) => ({
    source,
    letters: letters.filter((letter) => letter.source === source).length,
  }));
  if (values.json) {
    console.log(
      JSON.stringify({ seed: Number(values.seed), letters: counts, absent, kinds: figures }, null, 2),
    );
    return;
  }
  const parts = counts
    .filter((entry) => entry.letters > 0)
    .map((entry) => `${entry.letters} ${entry.source}`);
  console.log(
    `Letters: ${parts.join(', ')}${absent.length > 0 ? `; absent here: ${absent.join(', ')}` : ''}. Seed ${values.seed}.\n`,
  );
  printTable(figures);
  for (const { kind, draws } of results) {
    printMisses(kind, draws, Number(values.misses));
    printElsewhere(kind, draws, Number(values.elsewhere));
    printWrongFixes(kind, draws, Number(values.fixes));
  }
}

main();
