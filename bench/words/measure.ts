/**
 * Measures the words check on labelled letters.
 *
 *     node bench/words/measure.ts FOLDER [WORD-LIST] [--list] [--halves]
 *
 * FOLDER holds `letters/*.txt` and `labels.tsv` (doc, class, severity, detectable, occurrences, agreed, quote,
 * why); WORD-LIST is the compiled dictionary (default `dist/words.bin`). Prints recall by class, how many
 * findings lie at a label, the time a letter takes, and with `--list` every finding that lies at no label.
 * With `--halves` the letters are parted at random, ten times: entries that fire in one half are taken out, and what
 * the others still find in the other half is counted. It tells what the tables find by general knowledge only.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createWordsChecker } from '../../server/src/language/words/checker.ts';
import { openDictionary } from '../../server/src/language/words/dictionary.ts';
import { phraseTables } from '../../server/src/language/words/table-sources.ts';
import type { WordFinding } from '../../server/src/language/words/types.ts';
import { buildLetterVocabulary } from '../../server/src/language/words/vocabulary.ts';
import { fold, type MeasuredBlock, readLetters } from './letters.ts';

const CLASSES = [
  'typo',
  'word-slip',
  'sound-alike',
  'grammar',
  'doubled-word',
  'missing-space',
  'punctuation',
  'missing-element',
  'leftover-text',
  'boilerplate-defect',
  'lost-span',
];

interface Label {
  readonly doc: string;
  readonly kind: string;
  readonly detectable: string;
  readonly quote: string;
  readonly why: string;
}

interface Placed extends WordFinding {
  readonly file: string;
  readonly block: MeasuredBlock;
}

const [folder, list] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (folder === undefined) throw new Error('usage: measure.ts FOLDER [WORD-LIST] [--list]');
const verbose = process.argv.includes('--list');

const labels: Label[] = readFileSync(path.join(folder, 'labels.tsv'), 'utf8')
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => {
    const [doc = '', kind = '', , detectable = '', , , quote = '', why = ''] = line.split('\t');
    return { doc, kind, detectable, quote: fold(quote), why };
  });

const bytes = readFileSync(list ?? 'dist/words.bin');
const checker = createWordsChecker(
  openDictionary(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer),
);
const letters = readLetters(path.join(folder, 'letters'));

function checkLetter(blocks: readonly MeasuredBlock[]): { block: MeasuredBlock; finding: WordFinding }[] {
  const letter = buildLetterVocabulary(blocks.map((block) => block.text));
  return blocks.flatMap((block) =>
    checker.checkBlock({ ...block, letter }).map((finding) => ({ block, finding })),
  );
}

const findings: Placed[] = letters.flatMap(({ file, blocks }) =>
  checkLetter(blocks).map(({ block, finding }) => ({ ...finding, file, block })),
);

/** A finding lies at a label when the quotation stands in its block and the two overlap. */
function liesAt(finding: Placed, label: Label): boolean {
  if (finding.file !== label.doc) return false;
  for (
    let at = finding.block.text.indexOf(label.quote);
    at >= 0;
    at = finding.block.text.indexOf(label.quote, at + 1)
  ) {
    if (finding.start < at + label.quote.length && at < finding.end) return true;
  }
  return false;
}

console.log('class            all         good or sure');
for (const kind of CLASSES) {
  const rows = labels.filter((label) => label.kind === kind);
  const found = rows.filter((label) => findings.some((finding) => liesAt(finding, label)));
  const easy = rows.filter((label) => label.detectable !== 'hard');
  const foundEasy = easy.filter((label) => found.includes(label));
  const share = (a: number, b: number) =>
    `${a}/${b} ${b === 0 ? '' : `${Math.round((100 * a) / b)} %`}`.padEnd(12);
  console.log(kind.padEnd(16), share(found.length, rows.length), share(foundEasy.length, easy.length));
  if (verbose)
    for (const label of rows)
      if (!found.includes(label))
        console.log('   missed', label.detectable, '|', label.quote, '|', label.why);
}

for (const severity of ['warning', 'hint']) {
  const all = findings.filter((finding) => finding.severity === severity);
  const hits = all.filter((finding) => labels.some((label) => liesAt(finding, label)));
  console.log(`${severity}s: ${all.length}, at a label: ${hits.length}`);
  if (!verbose) continue;
  for (const finding of all) {
    if (hits.includes(finding)) continue;
    const { text, kind } = finding.block;
    const around = `${text.slice(Math.max(0, finding.start - 50), finding.start)}[${text.slice(finding.start, finding.end)}]${text.slice(finding.end, finding.end + 40)}`;
    console.log(
      '   ',
      finding.file.slice(0, 12),
      kind,
      finding.kind,
      '|',
      around,
      '=>',
      finding.suggestions.join(' / '),
      '|',
      finding.evidence.slice(0, 60),
    );
  }
}

for (const [name, entries] of Object.entries(phraseTables)) {
  const used = entries.filter((entry) => findings.some((finding) => finding.evidence === entry.pattern));
  console.log(`table ${name}: ${entries.length} entries, ${used.length} met in these letters`);
}

if (process.argv.includes('--halves')) printHalves();

/** Recall of the classes that phrase entries serve, by entries that did not fire in the other half. */
function printHalves(): void {
  const patterns = new Set(
    Object.values(phraseTables).flatMap((entries) => entries.map(({ pattern }) => pattern)),
  );
  const classes = ['word-slip', 'sound-alike', 'grammar'];
  let rows = 0;
  let found = 0;
  let told = 0;
  for (let seed = 1; seed <= 10; seed++) {
    // a small generator of equally spread numbers, the same on every machine
    let state = seed * 7919;
    const first = new Set<string>();
    for (const { file } of letters) {
      state = (state * 16807) % 2147483647;
      if (state % 2 === 0) first.add(file);
    }
    for (const seen of [true, false]) {
      const known = new Set(
        findings.filter(({ file }) => first.has(file) === seen).map(({ evidence }) => evidence),
      );
      const unseen = findings.filter(
        ({ file, evidence }) => first.has(file) !== seen && patterns.has(evidence) && !known.has(evidence),
      );
      const wanted = labels.filter((label) => first.has(label.doc) !== seen && classes.includes(label.kind));
      rows += wanted.length;
      found += wanted.filter((label) => unseen.some((finding) => liesAt(finding, label))).length;
      told += unseen.length;
    }
  }
  console.log(
    `halves: ${found / 10} of ${rows / 10} slips found by entries unseen in the other half, ${told / 10} findings`,
  );
}

const times: number[] = [];
for (let round = 0; round < 30; round++) {
  for (const { blocks } of letters) {
    const size = blocks.reduce((sum, block) => sum + block.text.length, 0);
    const start = performance.now();
    checkLetter(blocks);
    if (round >= 10) times.push(((performance.now() - start) * 5000) / size);
  }
}
times.sort((a, b) => a - b);
console.log(
  `time for 5 kB of text: median ${times[times.length >> 1]?.toFixed(2)} ms, 95 % ${times[Math.floor(times.length * 0.95)]?.toFixed(2)} ms`,
);
