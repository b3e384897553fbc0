import { readFileSync } from 'node:fs';
import { Checker, type CheckTimes } from '../../server/src/language/checker.ts';
import { parseDetermination } from '../../server/src/language/syntax/index.ts';
import { fullChecker } from '../../test/support/full-checker.ts';
import { lettersOf, longLetter } from '../generate.ts';
import { cpuOf, repeat, type Stats, show, statsOf } from './stats.ts';

const size = 5000;

/** What was measured inside one process. All times are of one core. */
export interface CoreFigures {
  /** Microseconds for 5,000 characters. */
  limit: Stats;
  parse: Stats;
  plain: Stats;
  words: Stats;
  /** The same with some letters at once, as the command line checks a folder. */
  plainAtOnce: Stats;
  wordsAtOnce: Stats;
  /** Milliseconds for a letter of 5,000 characters in which a key was struck, without and with words. */
  typedPlain: Stats;
  typedWords: Stats;
  /** Milliseconds for a letter of 5,000 characters that was checked before and did not change. */
  againPlain: Stats;
  againWords: Stats;
  rules: { id: string; time: number }[];
  /** Milliseconds for a long letter that was never met, and for the same with a key struck in it. */
  growth: { size: number; time: number; typed: number }[];
  many: { letters: number; time: number }[];
}

/** Letters that the command line checks at once (`server/src/cli/run.ts`). */
const atOnce = 16;

/** Letters of a round, and rounds that are measured and that only warm up. */
const batch = 3 * atOnce;
const rounds = 20;
const warm = 10;

/** Times that a letter is looked at in the limit: once is too short to be measured. */
const looks = 50;

/** The least that any checker must do: look at each character once. */
function scan(text: string): number {
  let sum = 0;
  for (let look = 0; look < looks; look++)
    for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

/** What a reviewer types into the summary. */
export const sentence =
  ' The injured worker reported that the pain was worse with sitting and better with rest.';

/** Measures parser, checker without and with words, rules, and growth. */
export function measureCore(): CoreFigures {
  // No letter is met twice: what is kept of one letter helps the next only as far as letters are alike.
  const letters = lettersOf(size, batch * (warm + rounds)).map(flat);
  const perLetter = (work: (text: string) => unknown): Stats =>
    inRounds((some) => {
      for (const text of some) work(text);
    });
  const perSome = (checker: Checker): Stats =>
    inRounds((some) => {
      for (let at = 0; at < some.length; at += atOnce) checker.checkAll(some.slice(at, at + atOnce));
    });
  const inRounds = (work: (some: readonly string[]) => void): Stats => {
    let round = 0;
    const times = repeat(() => work(letters.slice(round * batch, ++round * batch)), rounds, warm);
    return statsOf(
      times.map((time, index) => {
        const from = (warm + index) * batch;
        const characters = letters.slice(from, from + batch).reduce((sum, text) => sum + text.length, 0);
        return (time * 1000 * size) / characters;
      }),
    );
  };
  const plain = new Checker();
  const words = fullChecker();
  const limit = perLetter(scan);
  for (const key of ['median', 'low', 'high', 'p95', 'least'] as const) limit[key] /= looks;
  return {
    limit,
    parse: perLetter(parseDetermination),
    plain: perLetter((text) => plain.check(text)),
    words: perLetter((text) => words.check(text)),
    plainAtOnce: perSome(plain),
    wordsAtOnce: perSome(words),
    typedPlain: typed(plain, letters),
    typedWords: typed(words, letters),
    againPlain: again(plain, letters),
    againWords: again(words, letters),
    rules: ruleTimes(fullChecker(), letters.slice(0, 400)),
    growth: [125_000, 250_000, 500_000, 1_000_000].map(grown),
    many: [100, 1000].map((count) => {
      const list = lettersOf(size, count, 7).map(flat);
      const work = (): void => {
        for (const text of list) plain.check(text);
      };
      return { letters: count, time: cpuOf(work) };
    }),
  };
}

/** Long letters that differ from each other, each checked once, and again with a key struck in the middle. */
function grown(length: number): CoreFigures['growth'][number] {
  const letters = [1, 2, 3, 4].map((seed) => flat(longLetter(length, 100 * seed)));
  const checker = new Checker();
  const times: number[] = [];
  const typed: number[] = [];
  for (const letter of letters) {
    times.push(timeOf(() => checker.check(letter)));
    const at = letter.indexOf('. ', letter.length / 2) + 1;
    for (const key of [' H', ' He', ' He ']) {
      const text = flat(letter.slice(0, at) + key + letter.slice(at));
      typed.push(timeOf(() => checker.check(text)));
    }
  }
  // The first letter warms up.
  return {
    size: letters[1]?.length ?? length,
    time: statsOf(times.slice(1)).median,
    typed: statsOf(typed.slice(3)).median,
  };
}

function timeOf(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** The text as it comes from a file; put together from parts it is slower to read. */
function flat(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

/** A sentence typed key by key into the summary of some letters, each checked after every key. */
function typed(checker: Checker, letters: readonly string[]): Stats {
  const times: number[] = [];
  for (const [index, letter] of letters.slice(0, 30).entries()) {
    const at = letter.indexOf('. ', letter.indexOf('CLINICAL CASE SUMMARY') + 300) + 1;
    for (let end = 1; end <= sentence.length; end++) {
      const text = flat(letter.slice(0, at) + sentence.slice(0, end) + letter.slice(at));
      const started = performance.now();
      checker.check(text);
      if (index > 5) times.push(performance.now() - started);
    }
  }
  return statsOf(times);
}

/** Letters that are checked time and again as they stand, as editors do when settings change or a file is saved. */
function again(checker: Checker, letters: readonly string[]): Stats {
  const times: number[] = [];
  for (const [index, letter] of letters.slice(0, 30).entries()) {
    for (let turn = 0; turn < 40; turn++) {
      // A text of its own each time, as a client sends it.
      const text = flat(letter);
      const time = timeOf(() => checker.check(text));
      if (index > 5 && turn > 2) times.push(time);
    }
  }
  return statsOf(times);
}

/** Microseconds for 5,000 characters by rule, longest first. */
function ruleTimes(checker: Checker, letters: readonly string[]): { id: string; time: number }[] {
  const times: CheckTimes = new Map();
  const half = letters.length / 2;
  for (const text of letters.slice(0, half)) checker.check(text);
  for (const text of letters.slice(half)) checker.check(text, times);
  const characters = letters.slice(half).reduce((sum, text) => sum + text.length, 0);
  return [...times]
    .map(([id, time]) => ({ id, time: (time * 1000 * size) / characters }))
    .sort((a, b) => b.time - a.time);
}

/** The figures as Markdown. */
export function reportCore(figures: CoreFigures): string {
  const row = (name: string, stats: Stats): string =>
    `| ${name} | ${show(stats.median / 1000)} | ${show(stats.low / 1000)} to ${show(stats.high / 1000)} | ${show(1e6 / stats.median)} | ${show(stats.median / figures.limit.median)} |`;
  const key = (name: string, { median, low, high, p95 }: Stats): string =>
    `| ${name} | ${show(median)} | ${show(low)} to ${show(high)} | ${show(p95)} |`;
  const last = figures.growth.at(-1);
  const first = figures.growth[0];
  const [few, many] = figures.many;
  return [
    '## One core, in process',
    '',
    '| what | ms for 5 kB (median) | quartiles | letters/s | times the limit |',
    '| --- | ---: | ---: | ---: | ---: |',
    row('limit: one scan over the text', figures.limit),
    row('parse', figures.parse),
    row('check, all rules, without words', figures.plain),
    row('check, all rules, with words', figures.words),
    row(`check, all rules, without words, ${atOnce} letters at once`, figures.plainAtOnce),
    row(`check, all rules, with words, ${atOnce} letters at once`, figures.wordsAtOnce),
    '',
    'The command line checks letters some at once: one rule stays in the caches of the processor while they pass through it.',
    '',
    'No letter is met twice. What is kept of a text (`per-text.ts`) is the answer that would be given again, so that an edit costs what it changed: a sentence typed key by key into a letter of 5 kB, checked after every key, and a letter checked again as it stands, take',
    '',
    '| what | ms for 5 kB (median) | quartiles | p95 |',
    '| --- | ---: | ---: | ---: |',
    key('a key typed, without words', figures.typedPlain),
    key('a key typed, with words', figures.typedWords),
    key('the same letter again, without words', figures.againPlain),
    key('the same letter again, with words', figures.againWords),
    '',
    '## Growth',
    '',
    'Hundreds of items under one head; letters that differ from each other.',
    '',
    '| characters of one letter | ms | µs for 1 kB | ms after a key is struck in it |',
    '| ---: | ---: | ---: | ---: |',
    ...figures.growth.map(
      ({ size: length, time, typed: key }) =>
        `| ${length.toLocaleString('en-US')} | ${show(time)} | ${show((time * 1e6) / length)} | ${show(key)} |`,
    ),
    '',
    ...(first && last
      ? [
          `${show(last.size / first.size)} times the length takes ${show(last.time / first.time)} times as long.`,
        ]
      : []),
    ...(few && many
      ? [
          `${many.letters} letters take ${show(many.time / few.time)} times as long as ${few.letters} (warm, one core).`,
        ]
      : []),
    '',
    '## Time by rule',
    '',
    'µs for 5 kB, with words. Facts are read when a rule first asks for them, so that the first of several rules that share them bears their cost; `imr check --timing` gives the same for your own letters.',
    '',
    '| rule | µs |',
    '| --- | ---: |',
    ...figures.rules.slice(0, 25).map(({ id, time }) => `| ${id} | ${show(time)} |`),
    `| the other ${figures.rules.length - 25} | ${show(figures.rules.slice(25).reduce((sum, { time }) => sum + time, 0))} |`,
    '',
  ].join('\n');
}

/** Processor, memory and Node of this machine. */
export function machine(): string {
  const cpu = /model name\s*: (.*)/.exec(safeRead('/proc/cpuinfo'))?.[1] ?? 'unknown processor';
  return `${cpu}, Node ${process.version}, ${process.platform} ${process.arch}`;
}

function safeRead(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
