/**
 * A working day in minutes: fifty open letters, edited by turns over the protocol, with what an editor asks after each
 * edit. Prints latency, memory and open handles of the server along the way, and exits with 1 where they grow.
 *
 * `node scripts/soak.ts [--edits N] [--letters N] [--seed N]`; build first.
 *
 * Four hours of typing at a brisk pace (a change every half second, as editors send them) are 28,800 edits.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { serverFlags } from '../client/src/server-flags.ts';
import { letters as samples } from '../test/fuzz/texts.ts';
import { Editor } from '../test/lsp/client.ts';

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '28800' },
    letters: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
  },
});
const edits = Number(values.edits);
const open = Number(values.letters);
/** Measurements, evenly spread over the edits; the first ones are warm-up. */
const checkpoints = 12;
const warmUp = 4;
/** Growth from warm-up to end beyond which something leaks, as a factor; garbage that waits explains less. */
const tolerated = { memory: 1.25, processor: 1.3 };

/** Mulberry32: small, even enough, the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Letter {
  uri: string;
  text: string;
  /** The text to come back to, so that letters stay letters. */
  original: string;
}

/** Kernel ticks in a second, the same on all common Linux systems. */
const ticks = 100;

/** Memory in MiB, open files and processor time in ms of a process; undefined where the system does not tell. */
function usage(pid: number): { memory: number; handles: number; processor: number } | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    // Fields 14 and 15, counted behind the name, which may hold spaces: time in the program and in the kernel.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return {
      memory: Number(kilobytes) / 1024,
      handles: readdirSync(`/proc/${pid}/fd`).length,
      processor: ((Number(fields[11]) + Number(fields[12])) / ticks) * 1000,
    };
  } catch {
    return undefined;
  }
}

function positionAt(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: (before.at(-1) ?? '').length };
}

function middle(numbers: readonly number[], share = 0.5): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const random = randomFrom(Number(values.seed));
const any = (count: number): number => Math.floor(random() * count);

// As the extension starts the server.
const editor = new Editor(undefined, serverFlags);
editor.settings = { check: { run: 'onType' }, inlayHints: { enabled: true } };
await editor.start();
const { pid } = editor.process;
if (pid === undefined) throw new Error('The server did not start.');

const letters: Letter[] = [];
for (let i = 0; i < open; i++) {
  const original = (samples[i % samples.length] ?? '').replaceAll('\r\n', '\n');
  const letter = { uri: `file:///soak/${i}.imr.txt`, text: original, original };
  letters.push(letter);
  await editor.open(letter.uri, letter.text);
}

/** One edit as hands make it: a letter typed or taken out, a word put in, at times the whole text back as it was. */
async function edit(letter: Letter): Promise<void> {
  const kind = random();
  if (kind < 0.01) {
    await editor.change(letter.uri, wholeOf(letter.text), letter.original);
    letter.text = letter.original;
    return;
  }
  const start = any(letter.text.length + 1);
  const end = kind < 0.3 ? Math.min(letter.text.length, start + 1 + any(3)) : start;
  const typed =
    kind < 0.3
      ? ''
      : kind < 0.85
        ? 'etaoin shrdlu.,\n'.charAt(any(16))
        : ` word${any(100_000)} 0${1 + any(9)}/1${any(9)}/201${any(9)} `;
  const range = { start: positionAt(letter.text, start), end: positionAt(letter.text, end) };
  await editor.change(letter.uri, range, typed);
  letter.text = letter.text.slice(0, start) + typed + letter.text.slice(end);
}

function wholeOf(text: string) {
  return { start: { line: 0, character: 0 }, end: positionAt(text, text.length) };
}

/** What an editor asks now and then, beside diagnostics after every edit. */
async function askMore({ uri, text }: Letter, round: number): Promise<void> {
  const position = positionAt(text, any(text.length + 1));
  const range = { start: position, end: position };
  if (round % 5 === 0) await editor.actions(uri, range);
  if (round % 7 === 0) await editor.at('textDocument/hover', uri, position);
  if (round % 11 === 0) await editor.at('textDocument/completion', uri, position);
  if (round % 13 === 0) await editor.request('textDocument/documentSymbol', { textDocument: { uri } });
  if (round % 17 === 0) await editor.request('imr/timeline', { uri });
  if (round % 19 === 0) await editor.request('textDocument/semanticTokens/full', { textDocument: { uri } });
  if (round % 101 === 0) await editor.save(uri);
  if (round % 499 === 0) {
    await editor.close(uri);
    await editor.open(uri, text);
  }
}

const measured: { processor: number; memory: number; handles: number }[] = [];
const step = Math.max(1, Math.floor(edits / checkpoints));
let times: number[] = [];
let processorBefore = usage(pid)?.processor ?? Number.NaN;
const began = performance.now();
console.log(`${open} letters, ${edits} edits, seed ${values.seed}`);
for (let round = 1; round <= edits; round++) {
  const letter = letters[any(letters.length)] as Letter;
  const asked = performance.now();
  await edit(letter);
  await editor.pull(letter.uri);
  times.push(performance.now() - asked);
  await askMore(letter, round);
  if (round % step === 0) {
    const now = usage(pid) ?? { memory: Number.NaN, handles: Number.NaN, processor: Number.NaN };
    const processor = (now.processor - processorBefore) / step;
    processorBefore = now.processor;
    measured.push({ ...now, processor });
    console.log(
      `${String(round).padStart(7)} edits ${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s` +
        `  to diagnostics ${middle(times).toFixed(1)} ms, 95 % ${middle(times, 0.95).toFixed(1)} ms` +
        `  processor ${processor.toFixed(1)} ms an edit` +
        `  memory ${now.memory.toFixed(0)} MiB  handles ${now.handles}`,
    );
    times = [];
  }
}
await editor.stop();

// Memory swings with the garbage collector: medians of both ends tell growth. Whatever else the machine does, the
// processor time of an edit stays the same; the time on the clock does not, and is shown only.
const early = measured.slice(warmUp, warmUp + 3);
const late = measured.slice(-3);
const growth = (of: (row: (typeof measured)[number]) => number): number =>
  middle(late.map(of)) / middle(early.map(of));
const memory = growth((row) => row.memory);
const processor = growth((row) => row.processor);
const handles = middle(late.map((row) => row.handles)) - middle(early.map((row) => row.handles));
console.log(
  `from warm-up to end: memory × ${memory.toFixed(2)}, processor × ${processor.toFixed(2)}, handles ${handles >= 0 ? '+' : ''}${handles}`,
);
const grown = memory > tolerated.memory || processor > tolerated.processor || handles > 0;
console.log(grown ? '✗ something grows' : '✓ nothing grows');
process.exit(grown ? 1 : 0);
