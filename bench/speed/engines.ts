import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lettersOf } from '../generate.ts';
import { repeat, type Stats, statsOf } from './stats.ts';

/** Time of another tool for a letter of 5,000 characters, in microseconds of one core, in this process. */
export interface EngineFigures {
  name: string;
  time: Stats;
}

/** The part of unified's processors that is used here. */
interface Processor {
  use(plugin: unknown): Processor;
  runSync(tree: unknown, file: unknown): unknown;
  parse(file: unknown): unknown;
}

const engineModule = `export { unified } from 'unified';
export { VFile } from 'vfile';
export { default as writeGood } from 'write-good';
export { default as remarkParse } from 'remark-parse';
export { default as remarkLint } from 'remark-preset-lint-recommended';
export { default as english } from 'retext-english';
export { default as equality } from 'retext-equality';
export { default as passive } from 'retext-passive';
export { default as repeated } from 'retext-repeated-words';
export { default as articles } from 'retext-indefinite-article';
`;

/** What that module exports. */
interface Engines {
  unified: () => Processor;
  VFile: new (text: string) => unknown;
  writeGood: (text: string) => unknown;
  remarkParse: unknown;
  remarkLint: unknown;
  english: unknown;
  equality: unknown;
  passive: unknown;
  repeated: unknown;
  articles: unknown;
}

const size = 5000;
const batch = 10;
const rounds = 5;
const warm = 2;

/**
 * Measures other tools' engines in this process, as {@link measureCore} measures the checker: letters of the same kind,
 * none met twice.
 *
 * @param folder where they are installed
 * @param versionOf the installed version of a package
 */
export async function measureEngines(
  folder: string,
  versionOf: (name: string) => string,
): Promise<EngineFigures[]> {
  // A module inside that folder finds its packages by their names.
  const entry = join(folder, 'engines.mjs');
  writeFileSync(entry, engineModule);
  const { unified, VFile, writeGood, ...plugins } = (await import(pathToFileURL(entry).href)) as Engines;
  const chain = (names: readonly (keyof typeof plugins)[]): Processor =>
    names.reduce((processor, name) => processor.use(plugins[name]), unified());
  const checked =
    (processor: Processor) =>
    (text: string): unknown => {
      const file = new VFile(text);
      return processor.runSync(processor.parse(file), file);
    };
  const remark = chain(['remarkParse', 'remarkLint']);
  const retext = chain(['english', 'equality', 'passive', 'repeated', 'articles']);
  const engines: [string, (text: string) => unknown][] = [
    [`remark-parse ${versionOf('remark-parse')}, remark-preset-lint-recommended`, checked(remark)],
    [`write-good ${versionOf('write-good')}`, writeGood],
    [
      `retext-english ${versionOf('retext-english')}: equality, passive, repeated words, articles`,
      checked(retext),
    ],
  ];
  const letters = lettersOf(size, batch * (rounds + warm));
  return engines.map(([name, work]) => {
    let round = 0;
    const times = repeat(
      () => {
        for (const text of letters.slice(round * batch, ++round * batch)) work(text);
      },
      rounds,
      warm,
    );
    return { name, time: statsOf(times.map((time) => (time * 1000) / batch)) };
  });
}
