import { describe, expect, it } from 'vitest';
import { Checker } from '../../server/src/language/checker.ts';
import { applyFix, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';
import { checkBy, configured, faultsOf } from './memory.ts';

const form = {
  name: 'Acme determination',
  headings: { summary: 'SUMMARY OF THE CASE', issues: 'DECISIONS OF THE REVIEWER' },
  labels: { maximus: 'Reviewer guideline:', rationale: 'Reasons:' },
  required: ['summary', 'issues'],
  parts: ['maximus', 'rationale'],
  fields: ['caseNumber', 'decisionDate'],
};
const office = await configured({ forms: [form] });

/** A letter of the form. */
const own = [
  'Case Number: CM16-0123456',
  'Decision Date: 01/04/2017',
  '',
  'SUMMARY OF THE CASE',
  'The injured worker is a 44 year old male who sustained an industrial injury on 09/15/2016.',
  '',
  'DECISIONS OF THE REVIEWER',
  '',
  'Baclofen 10mg #45: Upheld',
  '',
  'Reviewer guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle relaxants (for pain).',
  '',
  'Reasons: There is no documentation of functional gain with the use of Baclofen. Therefore, the request is not medically necessary.',
  '',
].join('\n');

describe('a letter of an own form', () => {
  it('is read by its own headings and labels, and lacks nothing that the form does not ask for', () => {
    const { tree, findings } = new Checker({ additions: office.additions }).check(own);
    expect(tree.form).toBe('office');
    expect(tree.children.map((child) => (child.type === 'section' ? child.name : child.type))).toEqual([
      'header',
      'summary',
      'issues',
    ]);
    expect(findings).toEqual([]);
  });

  it('is no determination where the settings do not hold', async () => {
    expect(new Checker().check(own).tree.form).toBe('none');
    expect(checkBy(await configured({}), own).map(({ rule }) => rule)).toEqual(['not-a-determination']);
  });

  it('is told what it lacks in the words of the form', () => {
    const without = own.replace(/Reasons: .*/, '');
    expect(checkBy(office, without, 'label-missing')[0]?.message).toContain('"Reasons:"');
    const headless = own.replace(/SUMMARY OF THE CASE\n.*\n/, '');
    const [missing] = checkBy(office, headless, 'section-missing');
    const inserted = missing?.fixes[0] ? applyFix(headless, missing.fixes[0]) : '';
    expect(inserted).toContain('SUMMARY OF THE CASE');
    const noDate = own.replace('Decision Date: 01/04/2017\n', 'Priority: Standard\n');
    expect(checkBy(office, noDate, 'header-field-missing').map(({ message }) => message)).toEqual([
      'The header lacks the field "Decision Date".',
    ]);
  });

  it('has a misspelt heading and label mended to the form’s own', () => {
    const slips = own.replace('SUMMARY OF THE CASE', 'SUMARY OF THE CASE').replace('Reasons:', 'Reason:');
    for (const [rule, words, standard] of [
      ['heading-misspelt', 'SUMARY OF THE CASE', 'SUMMARY OF THE CASE'],
      ['label-misspelt', 'Reason:', 'Reasons:'],
    ] as const) {
      const [found] = checkBy(office, slips, rule);
      expect(found && marked(slips, found)).toBe(words);
      expect(found?.fixes[0] && applyFix(slips, found.fixes[0])).toContain(standard);
    }
  });
});

it('leaves letters of the standard form as they are', () => {
  expect(checkBy(office, letter())).toEqual([]);
  const slip = letter({ replace: [['CLINICAL CASE SUMMARY', 'CLINICAL CASE SUMARY']] });
  expect(checkBy(office, slip, 'heading-misspelt')).toHaveLength(1);
});

it('takes a standard letter with a line that begins like an own label for what it is', () => {
  const text = letter().replace('There is no documentation', 'Reasons: There is\nReasons: no documentation');
  expect(new Checker({ additions: office.additions }).check(text).tree.form).toBe('final-determination');
});

it('tells of a form that is wrong at its place', async () => {
  const wrong = await configured({
    forms: [{ name: 'A', labels: { rationale: 'Reasons' }, required: ['sumary'], headings: { x: 'X' } }],
  });
  expect(faultsOf(wrong).map(([, words, message]) => [words, message.split('.')[0]])).toEqual([
    ['"Reasons"', 'A label is a text that ends with a colon'],
    ['"sumary"', 'A section is one of how-made, credentials, summary, documents, issues'],
    ['"x"', expect.stringContaining('"x" is not known here')],
  ]);
});
