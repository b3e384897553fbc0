import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { Checker, type CheckTimes, createProcessor } from '../../server/src/language/checker.ts';
import { rules } from '../../server/src/language/rules/index.ts';

const examples = join(import.meta.dirname, '../../examples');
const letters = readdirSync(examples).filter((name) => /\.(?:txt|imr)$/.test(name));

/** What a message says, as a plain object. */
function plain(message: object): object {
  return { ...message };
}

describe('the unified pipeline says what the checker says', () => {
  const settings = { rulePages: 'https://example.org/rules/', rules: { 'date-order': 'off' as const } };
  const processor = createProcessor(settings);
  const checker = new Checker(settings);

  test.each(letters)('%s', (name) => {
    const file = new VFile(readFileSync(join(examples, name), 'utf8'));
    processor.runSync(processor.parse(file), file);
    const { messages, findings } = checker.check(String(file));
    expect(file.messages.map(plain)).toEqual(messages.map(plain));
    expect(messages.map((message) => message.finding)).toEqual(findings);
  });
});

test('a message names the file where there is one', () => {
  const text = readFileSync(join(examples, '08-structure-slips.imr.txt'), 'utf8');
  const file = new VFile({ value: text, path: 'letters/one.imr' });
  const processor = createProcessor();
  processor.runSync(processor.parse(file), file);
  expect(file.messages.length).toBeGreaterThan(0);
  for (const message of file.messages) expect(message.name).toMatch(/^letters\/one\.imr:\d+:\d+/);
});

test('times are told for the parser and for every rule that is on', () => {
  const times: CheckTimes = new Map();
  new Checker({ rules: { 'date-order': 'off' } }).check('CLINICAL CASE SUMMARY', times);
  const on = rules.map(({ id }) => id).filter((id) => id !== 'date-order');
  expect([...times.keys()].sort()).toEqual(['parse', ...on].sort());
});
