import { describe, expect, it } from 'vitest';
import { Checker } from '../../server/src/language/checker.ts';
import { forms } from '../../server/src/language/syntax/index.ts';
import { letterForms, newLetter } from '../../server/src/lsp/features/new-letter.ts';
import type { NewLetterParams } from '../../server/src/lsp/protocol.ts';
import { checkBy, configured } from './memory.ts';

const acme = {
  name: 'Acme determination',
  title: 'ACME INDEPENDENT REVIEW',
  headings: { summary: 'SUMMARY OF THE CASE', issues: 'DECISIONS OF THE REVIEWER' },
  labels: { maximus: 'Reviewer guideline:', rationale: 'Reasons:', specialty: 'Reviewer’s field:' },
  header: { caseNumber: 'Case:', dateOfInjury: 'Injured on:', urDenialDate: 'UR Denied:' },
};
const office = await configured({ forms: [acme] });
const params: NewLetterParams = {
  items: '1. Baclofen 10 mg #45\n2. Physical therapy, 12 sessions\n3) MRI of the lumbar spine: Overturned\n',
  dates: {
    injury: '11/19/2014',
    request: '10/20/2015',
    ur: '10/27/2015',
    application: '11/16/2015',
    assigned: '12/01/2015',
    decision: '01/04/2016',
  },
  caseNumber: 'CM15-0212345',
  priority: 'Standard',
  own: acme.name,
};
const rulesIn = (text: string): string[] => [...new Set(checkBy(office, text).map(({ rule }) => rule))];

describe('a new letter of an own form', () => {
  const { text, snippet, items } = newLetter(params, office.additions);

  it('is written with the title, headings and labels of the form', () => {
    const lines = text.split('\n');
    expect(lines.slice(0, 9)).toEqual([
      'ACME INDEPENDENT REVIEW',
      '',
      'Case: CM15-0212345',
      'Date Assigned: 12/01/2015',
      'Injured on: 11/19/2014',
      'Decision Date: 01/04/2016',
      'UR Denied: 10/27/2015',
      'Priority: Standard',
      'Application Received: 11/16/2015',
    ]);
    expect(lines).toContain('SUMMARY OF THE CASE');
    expect(lines).toContain('DECISIONS OF THE REVIEWER');
    expect(text).toMatch(/^Reviewer’s field: /m);
    expect(text.match(/^Reviewer guideline: /gm)).toHaveLength(3);
    expect(text.match(/^Reasons: (?:No|Similarly|Conversely), /gm)).toHaveLength(3);
    expect(text).not.toMatch(/CLINICAL CASE SUMMARY|MAXIMUS guideline:|Decision rationale:|UR Denial Date/);
    expect(items).toHaveLength(3);
    expect(snippet).toContain('\nReasons: Conversely, the request for MRI of the lumbar spine ${');
  });

  it('has that form, and no finding but those of a new standard letter', () => {
    const { tree } = new Checker({ additions: office.additions }).check(text);
    expect(tree.form).toBe('office');
    const { own: _own, ...standard } = params;
    expect(rulesIn(text)).toEqual(rulesIn(newLetter(standard, office.additions).text));
    const [header] = tree.children;
    expect(header?.type === 'header' && header.children.map(({ name }) => name)).toHaveLength(7);
  });

  it('has its open places alone where nothing was told', () => {
    const empty = newLetter({ items: '', own: acme.name }, office.additions);
    expect(new Checker({ additions: office.additions }).check(empty.text).tree.form).toBe('office');
    expect(rulesIn(empty.text)).toEqual(rulesIn(newLetter({ items: '' }).text));
  });

  it('leaves nothing in force', () => {
    expect(forms.current).toBe(forms.standard);
    expect(newLetter({ ...params, own: 'no such form' }, office.additions).text).toMatch(/^Case Number: /);
  });
});

describe('a form that asks for less, or for other parts', () => {
  it('is written with the sections, parts and fields that it requires or names', async () => {
    const small = {
      name: 'Small',
      headings: { summary: 'THE CASE', documents: 'WHAT WE READ {all}' },
      labels: { rationale: 'Why:' },
      required: ['summary', 'issues'],
      parts: ['rationale'],
      fields: ['caseNumber', 'decisionDate'],
    };
    const { additions } = await configured({ forms: [small] });
    const { text } = newLetter({ ...params, own: 'Small', items: 'Baclofen 10 mg #45' }, additions);
    expect(text).toMatch(
      /^Case Number: CM15-0212345\nDecision Date: 01\/04\/2016\n\nWHAT WE READ \{all\}\n\[documents/,
    );
    expect(text).not.toMatch(/HOW THE IMR|credentials:|guideline: /);
    const { tree, findings } = new Checker({ additions }).check(text);
    expect(tree.form).toBe('office');
    expect(tree.children.map((child) => (child.type === 'section' ? child.name : child.type))).toEqual([
      'header',
      'documents',
      'summary',
      'issues',
    ]);
    expect([...new Set(findings.map(({ rule }) => rule))]).toEqual(['placeholder-left']);
    expect(letterForms(additions)).toEqual([{ name: 'Small', fields: ['caseNumber', 'decisionDate'] }]);
  });

  it('has no header where it asks for none', async () => {
    const { additions } = await configured({ forms: [{ name: 'Plain', title: 'PLAIN REVIEW', fields: [] }] });
    const { text } = newLetter({ ...params, own: 'Plain' }, additions);
    expect(text).toMatch(/^PLAIN REVIEW\n\nHOW THE IMR FINAL DETERMINATION WAS MADE\n/);
    expect(new Checker({ additions }).check(text).tree.form).toBe('office');
    expect(letterForms(additions)).toEqual([{ name: 'Plain', title: 'PLAIN REVIEW', fields: [] }]);
  });
});

it('offers no form where the office has none', () => {
  expect(letterForms(undefined)).toEqual([]);
});
