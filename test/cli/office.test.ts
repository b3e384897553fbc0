import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { configSchema } from '../../scripts/generate-config-schema.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import { letter } from '../support/letter.ts';
import { clean, slip, Workplace } from './program.ts';

const place = new Workplace();
const misspelt = clean.replace('functional gain', 'functionel gain');

describe('.imr/config.json', () => {
  it('sets levels of rules for the letters below it; the command line wins', () => {
    place.write('.imr/config.json', '// the office\n{ "rules": { "subdivision-ef": "information", }, }');
    place.write('in/one.imr', slip);
    expect(place.imr(['check', '--no-words', 'in']).stdout).toMatch(/info .*subdivision-ef/);
    expect(place.imr(['check', '--rule', 'subdivision-ef=warning', 'in']).stdout).toMatch(
      /warning .*subdivision-ef/,
    );
  });

  it('names word lists, builds on a shared configuration, and turns words off', () => {
    place.write('office/config.json', '{ "words": { "dictionaries": ["words.txt"] } }');
    place.write('office/words.txt', 'functionel\n');
    place.write('in/.imr/config.json', '{ "extends": "../../office/config.json" }');
    place.write('in/one.imr', misspelt);
    expect(place.imr(['check', 'in']).stdout).not.toContain('misspelling');
    place.write('in/.imr/config.json', '{}');
    expect(place.imr(['check', 'in']).stdout).toContain('misspelling');
    place.write('in/.imr/config.json', '{ "words": { "enabled": false } }');
    expect(place.imr(['check', 'in']).stdout).not.toContain('misspelling');
  });

  it.each([
    ['an unknown rule', '{ "rules": { "no-such": "off" } }', '"no-such"', /There is no rule "no-such"/],
    ['a wrong level', '{ "rules": { "misspelling": "loud" } }', '"loud"', /A level is one of/],
    ['an unknown key', '{ "ruels": {} }', '"ruels"', /"ruels" is not known here/],
    [
      'a missing word list',
      '{ "words": { "dictionaries": ["gone.txt"] } }',
      '"gone.txt"',
      /no such word list/,
    ],
    ['a circle', '{ "extends": "config.json" }', '"config.json"', /in a circle/],
    ['no JSON', '{ "rules": ', undefined, /no valid JSON/],
  ])('tells of %s at its place, and the rest keeps working', (_, config, at, message) => {
    const path = place.write('.imr/config.json', config);
    place.write('one.imr', slip);
    const { status, stdout } = place.imr(['check', '--reporter', 'json', 'one.imr']);
    const [wrong, checked] = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(wrong).toMatchObject({ path });
    expect(wrong.messages[0].reason).toMatch(message);
    const { start, end } = wrong.messages[0].place;
    if (at) expect(config.slice(start.offset, end.offset)).toBe(at);
    expect(checked.messages.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('subdivision-ef');
  });

  it('has a schema that knows every rule and refuses what the program refuses', () => {
    const path = join(import.meta.dirname, '../../server/schema/config.schema.json');
    const schema = JSON.parse(readFileSync(path, 'utf8'));
    expect(schema, 'stale: run node scripts/generate-config-schema.ts').toEqual(JSON.parse(configSchema()));
    const valid = new Ajv().compile(schema);
    const all = Object.fromEntries(rules.map(({ id }) => [id, 'off']));
    expect(valid({ rules: all, extends: '../x.json', words: { enabled: true, dictionaries: ['a'] } })).toBe(
      true,
    );
    expect(valid({ rules: { 'no-such': 'off' } })).toBe(false);
    expect(valid({ rules: { misspelling: 'loud' } })).toBe(false);
    expect(valid({ ruels: {} })).toBe(false);
  });
});

it('does not report what was dismissed, and counts it', () => {
  const dismissed = letter({
    items: [{ rationale: 'See 9792.20(ef). Therefore, the request is not medically necessary.' }],
  });
  place.write('one.imr', dismissed);
  const sarif = JSON.parse(place.imr(['check', '--no-words', '--reporter', 'sarif', '.']).stdout);
  const [rule, sentence, words] = sarif.runs[0].results[0].partialFingerprints['finding/v1'].split(':');
  const entry = { rule, sentence, words, letter: [], reason: 'quoted', date: '2026-01-05' };
  place.write('.imr/dismissed.json', JSON.stringify({ dismissed: [entry] }));
  expect(place.imr(['check', '--no-words', '.'])).toMatchObject({
    status: 0,
    stdout: '1 letter checked, nothing found (1 dismissed)\n',
  });
});

it('takes words that the folder knows', () => {
  place.write('.imr/dictionary.txt', 'functionel\n');
  place.write('one.imr', misspelt);
  expect(place.imr(['check', '.']).stdout).not.toContain('misspelling');
});
