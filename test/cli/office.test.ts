import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { schemas } from '../../scripts/generate-config-schema.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import { letter } from '../support/letter.ts';
import { clean, program, slip, Workplace } from './program.ts';

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

  it('may name only what lies in the working folder; settings chosen for the run may name anything', () => {
    place.write('shared/imr.json', '{ "rules": { "subdivision-ef": "off" } }');
    const letters = join(place.folder, 'letters');
    place.write('letters/.imr/config.json', '{ "extends": "../../shared/imr.json" }');
    place.write('letters/one.imr', slip);
    const run = (...args: string[]) =>
      place.run('sh', ['-c', 'cd "$0" && exec "$@"', letters, process.execPath, program, ...args]);
    expect(run('check', '--no-words', '.').stdout).toMatch(
      /This path leads out of the folder[\s\S]*subdivision-ef/,
    );
    place.write('letters/.imr/config.json', '{}');
    expect(run('check', '--no-words', '--config', '../shared/imr.json', '.')).toMatchObject({ status: 0 });
    expect(run('check', '--config', '../shared/gone.json', '.')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--config ../shared/gone.json: there is no such file'),
    });
  });

  it('shows the tree of a letter of an own form as it is checked', () => {
    const form = { name: 'Acme', headings: { summary: 'SUMMARY OF THE CASE' } };
    place.write('.imr/config.json', JSON.stringify({ forms: [form] }));
    place.write('one.imr', clean.replace('CLINICAL CASE SUMMARY', 'SUMMARY OF THE CASE'));
    expect(JSON.parse(place.imr(['tree', 'one.imr']).stdout)).toMatchObject({ form: 'office' });
    expect(place.imr(['check', '--no-words', 'one.imr'])).toMatchObject({ status: 0 });
  });

  it('does not follow links out of the working folder', () => {
    place.write('letters/one.imr', slip);
    place.write('secret/config.json', '{ "rules": { "subdivision-ef": "off" } }');
    symlinkSync('../../secret', join(place.folder, 'letters/.imr'));
    const inLetters = place.run('sh', [
      '-c',
      `cd letters && "${process.execPath}" "${program}" check --no-words .`,
    ]);
    expect(inLetters.stdout).toContain('subdivision-ef');
  });

  it('has a schema that knows every rule and refuses what the program refuses', () => {
    for (const [name, schema] of Object.entries(schemas())) {
      const path = join(import.meta.dirname, '../../server/schema', name);
      expect(JSON.parse(readFileSync(path, 'utf8')), 'stale: run npm run generate').toEqual(
        JSON.parse(schema),
      );
    }
    const valid = new Ajv({ strict: false }).compile(JSON.parse(schemas()['config.schema.json'] ?? ''));
    const all = Object.fromEntries(rules.map(({ id }) => [id, 'off']));
    const rest = { extends: '../x.json', words: { enabled: true, dictionaries: ['a'] }, passages: ['p'] };
    const guideline = { id: 'acme', names: ['Acme'], year: 2015, pages: { first: 1, last: 9 }, to: null };
    const form = { name: 'A', labels: { rationale: 'Reasons:' }, required: ['summary'] };
    expect(valid({ rules: all, ...rest, guidelines: [guideline], forms: [form] })).toBe(true);
    expect(valid({ rules: { 'no-such': 'off' } })).toBe(false);
    expect(valid({ rules: { misspelling: 'loud' } })).toBe(false);
    expect(valid({ ruels: {} })).toBe(false);
    expect(valid({ guidelines: [{ ...guideline, pages: { first: 0, last: 9 } }] })).toBe(false);
    expect(valid({ forms: [{ ...form, labels: { rationale: 'Reasons' } }] })).toBe(false);
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
