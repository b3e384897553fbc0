import { expect, it } from 'vitest';
import { findDurations } from '../../server/src/language/syntax/inline/durations.ts';

const read = (text: string): [string, string, number[], string][] =>
  findDurations(text).map(({ kind, start, end, values, unit }) => [
    kind,
    text.slice(start, end),
    values,
    unit,
  ]);

it('finds spans of time in figures and words', () => {
  expect(
    read('for at least 6 months, then two (2) weeks, 3-4 weeks, a 12-month course, a month ago'),
  ).toEqual([
    ['duration', '6 months', [6], 'month'],
    ['duration', 'two (2) weeks', [2], 'week'],
    ['duration', '3-4 weeks', [3, 4], 'week'],
    ['duration', '12-month', [12], 'month'],
    ['duration', 'a month', [1], 'month'],
  ]);
});

it('reads numbers over twelve, decimals and halves', () => {
  expect(
    read(
      'fourteen weeks, twenty-one days, two and a half years, a year and a half, 7.5 months, sixteen weeks',
    ),
  ).toEqual([
    ['duration', 'fourteen weeks', [14], 'week'],
    ['duration', 'twenty-one days', [21], 'day'],
    ['duration', 'two and a half years', [2.5], 'year'],
    ['duration', 'a year and a half', [1.5], 'year'],
    ['duration', '7.5 months', [7.5], 'month'],
    ['duration', 'sixteen weeks', [16], 'week'],
  ]);
});

it('finds ages and takes none of them for a span', () => {
  expect(read('a 44 year old male, a now 52-year-old female, aged 61, 39 years of age')).toEqual([
    ['age', '44 year old', [44], 'year'],
    ['age', '52-year-old', [52], 'year'],
    ['age', 'aged 61', [61], 'year'],
    ['age', '39 years of age', [39], 'year'],
  ]);
});

it('leaves frequencies alone', () => {
  expect(read('2 times per week and three times daily, L4-5 day program')).toEqual([]);
});
