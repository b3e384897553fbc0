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
  rules: { id: string; time: number }[];
  growth: { size: number; time: number }[];
  many: { letters: number; time: number }[];
}

/**
 * The least that any checker must do: look at each character once.
 */
function scan(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

/** Measures parser, checker without and with words, rules, and growth. */
export function measureCore(): CoreFigures {
  const letters = lettersOf(size, 100);
  const characters = letters.reduce((sum, text) => sum + text.length, 0);
  const perLetter = (work: (text: string) => unknown, rounds: number): Stats => {
    const all = (): void => {
      for (const text of letters) work(text);
    };
    return statsOf(repeat(all, rounds, 8).map((time) => (time * 1000 * size) / characters));
  };
  const plain = new Checker();
  const words = fullChecker();
  return {
    limit: perLetter(scan, 30),
    parse: perLetter(parseDetermination, 20),
    plain: perLetter((text) => plain.check(text), 20),
    words: perLetter((text) => words.check(text), 20),
    rules: ruleTimes(words, letters, characters),
    growth: [125_000, 250_000, 500_000, 1_000_000].map((length) => {
      const text = longLetter(length);
      return { size: text.length, time: statsOf(repeat(() => plain.check(text), 3, 1)).median };
    }),
    many: [100, 1000].map((count) => {
      const list = lettersOf(size, count, 7);
      const work = (): void => {
        for (const text of list) plain.check(text);
      };
      return { letters: count, time: cpuOf(work) };
    }),
  };
}

/** Microseconds for 5,000 characters by rule, longest first. */
function ruleTimes(
  checker: Checker,
  letters: readonly string[],
  characters: number,
): { id: string; time: number }[] {
  const rounds = 8;
  const times: CheckTimes = new Map();
  for (let round = 0; round < rounds; round++) for (const text of letters) checker.check(text, times);
  return [...times]
    .map(([id, time]) => ({ id, time: (time * 1000 * size) / characters / rounds }))
    .sort((a, b) => b.time - a.time);
}

/** The figures as Markdown. */
export function reportCore(figures: CoreFigures): string {
  const row = (name: string, stats: Stats): string =>
    `| ${name} | ${show(stats.median / 1000)} | ${show(stats.low / 1000)} to ${show(stats.high / 1000)} | ${show(1e6 / stats.median)} | ${show(stats.median / figures.limit.median)} |`;
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
    '',
    '## Growth',
    '',
    '| characters of one letter | ms | µs for 1 kB |',
    '| ---: | ---: | ---: |',
    ...figures.growth.map(
      ({ size: length, time }) =>
        `| ${length.toLocaleString('en-US')} | ${show(time)} | ${show((time * 1e6) / length)} |`,
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
