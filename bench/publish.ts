/**
 * Runs the accuracy benchmarks and writes their figures into README.md and docs/accuracy.md, between their marks:
 * `npm run bench:publish`. Needs the built project and the labelled corpus.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../server/src/language/rules/index.ts';
import type { KindFigures } from './planted/measure.ts';

interface Accuracy {
  raised: number;
  right: number;
  hints: number;
  rightHints: number;
  cells: { severity: string; detectable: string; labels: number; found: number; raised: number }[];
  classes: { class: string; labels: number; found: number }[];
}

const root = join(import.meta.dirname, '..');

function run(script: string, ...args: string[]): string {
  return execFileSync(process.execPath, [join(root, 'bench', script), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
}

function percent(part: number, whole: number, digits = 0): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(digits)} %`;
}

function table(head: string[], rows: (string | number)[][]): string {
  const line = (cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function write(file: string, mark: string, text: string): void {
  const path = join(root, file);
  const whole = readFileSync(path, 'utf8');
  const start = `<!-- ${mark} -->`;
  const from = whole.indexOf(start);
  const to = whole.indexOf(`<!-- /${mark} -->`);
  if (from < 0 || to < from) throw new Error(`${file} lacks the marks of "${mark}".`);
  writeFileSync(path, `${whole.slice(0, from + start.length)}\n\n${text}\n\n${whole.slice(to)}`);
}

const accuracy = JSON.parse(run('accuracy/accuracy.ts', '--json')) as Accuracy;
const { kinds: planted } = JSON.parse(run('planted/planted.ts', '--json')) as { kinds: KindFigures[] };
const { kinds: everyday } = JSON.parse(run('words/everyday.ts', '--json')) as {
  kinds: { kind: string; draws: number; found: number }[];
};
const clean = run('planted/clean.ts').trim().split('\n').at(-1) ?? '';

const cells = accuracy.cells.map((cell) => [
  `${cell.severity}, ${cell.detectable}`,
  cell.labels,
  cell.found,
  percent(cell.found, cell.labels),
  cell.raised,
]);
const sum = (key: 'draws' | 'found' | 'raised' | 'fixes' | 'restored'): number =>
  planted.reduce((total, row) => total + row[key], 0);
const everydayOf = (key: 'draws' | 'found'): number => everyday.reduce((total, row) => total + row[key], 0);
const weakest = planted.reduce((worst, row) =>
  row.found / row.draws < worst.found / worst.draws ? row : worst,
);

const overview = [
  `On the 65 labelled real letters, with all ${rules.length} rules on (\`npm run bench:accuracy\`): ${accuracy.raised} errors and warnings, ${accuracy.right} of them right on reading (${percent(accuracy.right, accuracy.raised, 1)}); ${accuracy.hints} information and hints, ${accuracy.rightHints} right.`,
  '',
  table(['labelled errors: severity, how detectable', 'labels', 'found', '', 'at warning or above'], cells),
  '',
  `Slips planted at random in letters (\`npm run bench:planted\`): ${planted.length} kinds, ${sum('draws')} slips, ${percent(sum('found'), sum('draws'), 1)} found (weakest kind: ${weakest.kind}, ${percent(weakest.found, weakest.draws)}); of the fixes offered ${percent(sum('restored'), sum('fixes'), 1)} restore the text. ${clean} (\`npm run bench:clean\`)`,
  '',
  `Everyday slips anywhere in a sentence, whether a rule was made for them or not (\`npm run bench:everyday\`): ${everyday.length} kinds, ${everydayOf('draws')} slips, ${percent(everydayOf('found'), everydayOf('draws'))} found.`,
  '',
  'The rules were developed on these letters, so the figures say what the checker knows, not how it does on letters that it has never seen.',
].join('\n');
write('README.md', 'accuracy', overview);

write('docs/accuracy.md', 'overview', overview);
write(
  'docs/accuracy.md',
  'classes',
  table(
    ['class', 'labels', 'found', ''],
    accuracy.classes.map((row) => [row.class, row.labels, row.found, percent(row.found, row.labels)]),
  ),
);
write(
  'docs/accuracy.md',
  'planted',
  table(
    [
      'slip',
      'drawn',
      'found',
      'at warning or above',
      'fix offered',
      'fix restores the text',
      'new findings elsewhere',
    ],
    planted.map((row) => [
      row.kind,
      row.draws,
      percent(row.found, row.draws, 1),
      percent(row.raised, row.draws, 1),
      row.fixes,
      percent(row.restored, row.fixes, 1),
      row.elsewhere,
    ]),
  ),
);
write(
  'docs/accuracy.md',
  'everyday',
  table(
    ['slip', 'drawn', 'found'],
    everyday.map((row) => [row.kind, row.draws, percent(row.found, row.draws)]),
  ),
);
