import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fullChecker } from '../support/full-checker.ts';

const root = join(import.meta.dirname, '../..');
const corpus = join(root, '../shared/corpus/letters');
const checker = fullChecker();

const lettersIn = (folder: string): [name: string, text: string][] =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|imr)$/.test(name))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);

const monthNames =
  'January February March April May June July August September October November December'.split(' ');
const numericDate = /(?<![\d/.-])(1[0-2]|0?[1-9])([-/])(3[01]|[12]\d|0?[1-9])\2(\d{4}|\d{2})(?![\d/a-z-])/g;
const inFull = (year: string): string => (year.length === 2 ? `20${year}` : year);

/** Ways of writing a letter otherwise that leave every slip of it where it is, and make none. */
const rewritings: Readonly<Record<string, (text: string) => string>> = {
  'left for right and right for left': (text) =>
    text.replace(/\b(?:left|right)\b/gi, (side) => {
      const other = side.toLowerCase() === 'left' ? 'right' : 'left';
      if (side === side.toUpperCase()) return other.toUpperCase();
      return /^[A-Z]/.test(side) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
    }),
  'dates with months in words': (text) =>
    text.replace(
      numericDate,
      (_, month, _mark, day, year) => `${monthNames[Number(month) - 1]} ${Number(day)}, ${inFull(year)}`,
    ),
  'dates without leading zeros': (text) =>
    text.replace(
      numericDate,
      (_, month, _mark, day, year) => `${Number(month)}-${Number(day)}-${year.slice(-2)}`,
    ),
  'typographic quotation marks': (text) => text.replace(/"([^"]*)"/g, '“$1”').replace(/(?<=\w)'(?=\w)/g, '’'),
  'spaces that do not break': (text) => text.replace(/(?<=[a-z] (?:of|the)) /g, '\u00a0'),
  'line ends of Windows': (text) => text.replace(/\r?\n/g, '\r\n'),
};

/** The rules that speak of a letter, each as often as it does. */
const said = (text: string): string[] =>
  checker
    .check(text)
    .findings.map(({ rule, severity }) => `${rule} ${severity}`)
    .sort();

describe.each(Object.entries(rewritings))('what is said of a letter is said with %s too', (_, rewrite) => {
  it.each([...lettersIn(join(root, 'examples')), ...lettersIn(join(root, 'test/fixtures/letters/clean'))])(
    '%s',
    (_name, text) => {
      expect(said(rewrite(text))).toEqual(said(text));
    },
  );

  it.skipIf(!existsSync(corpus))('the letters of the corpus (needs ../shared/corpus)', () => {
    const changed = lettersIn(corpus).filter(([, text]) => said(rewrite(text)).join() !== said(text).join());
    expect(changed.map(([name]) => name)).toEqual([]);
  });
});
