import { describe, expect, it } from 'vitest';
import { partsOf } from '../../server/src/documents/paragraphs.ts';
import { hold } from '../../server/src/language/additions.ts';
import { Checker } from '../../server/src/language/checker.ts';
import { applyFix, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';
import { checkBy, configured, faultsOf } from './memory.ts';

const headings = { summary: 'SUMMARY OF THE CASE', issues: 'DECISIONS OF THE REVIEWER' };
const header = {
  caseNumber: 'Case:',
  dateOfInjury: 'Injured on:',
  urDenialDate: 'UR Denied:',
  decisionDate: 'Dated:',
  applicationReceived: 'Worker’s Application:',
};
const office = await configured({ forms: [{ name: 'Acme', headings, header }] });

const table = [
  'Case: CM16-0123456',
  'Date Assigned: 12/06/2016',
  'Injured on: 09/15/2016',
  'Dated: 01/04/2017',
  'UR Denied: 11/21/2016',
  'Priority: Standard',
  "Worker's Application: 11/29/2016",
];

/** A right letter of the form, with its header table as given. */
function own(rows = table, replace: [string, string][] = []): string {
  const [, body = ''] = letter({
    replace: [
      ['CLINICAL CASE SUMMARY', headings.summary],
      ['IMR ISSUES, DECISIONS AND RATIONALES', headings.issues],
      ...replace,
    ],
  }).split(/(?=HOW THE IMR FINAL)/);
  return `${rows.join('\n')}\n\n${body}`;
}

const fieldsOf = (text: string, settings = office): [string, string][] => {
  const [first] = new Checker({ additions: settings.additions }).check(text).tree.children;
  return first?.type === 'header' ? first.children.map(({ name, value }) => [name, value]) : [];
};
const values: [string, string][] = [
  ['caseNumber', 'CM16-0123456'],
  ['dateAssigned', '12/06/2016'],
  ['dateOfInjury', '09/15/2016'],
  ['decisionDate', '01/04/2017'],
  ['urDenialDate', '11/21/2016'],
  ['priority', 'Standard'],
  ['applicationReceived', '11/29/2016'],
];

describe('a header table with own labels', () => {
  it('is read by them, and the letter has nothing wrong', () => {
    expect(fieldsOf(own())).toEqual(values);
    expect(checkBy(office, own())).toEqual([]);
  });

  it('is read in columns, and with all labels before all values', () => {
    const two = [
      'Case: CM16-0123456      Date Assigned: 12/06/2016',
      'Injured on: 09/15/2016  Dated: 01/04/2017',
      'UR Denied:  11/21/2016 Priority: Standard',
      'Worker’s  Application : 11/29/2016',
    ];
    expect(fieldsOf(own(two))).toEqual(values);
    const cells = table.map((row) => row.split(': '));
    const columns = [...cells.map(([label]) => `${label}:`), ...cells.map(([, value = '']) => value)];
    expect(fieldsOf(own(columns))).toEqual(values);
  });

  it('dates the events that the text is held against', () => {
    for (const [rule, from, to, label] of [
      ['date-ur-mismatch', 'review dated 11/21/2016', 'review dated 11/11/2016', 'UR Denied'],
      ['date-injury-mismatch', 'injury on 09/15/2016', 'injury on 09/16/2016', 'Injured on'],
    ] as const) {
      const slip = own(table, [[from, to]]);
      const [found, ...more] = checkBy(office, slip);
      expect([found?.rule, more.length]).toEqual([rule, 0]);
      expect(found && marked(slip, found)).toBe(to.slice(-10));
      expect(found?.message).toContain(`the header's ${label} is ${from.slice(-10)}`);
      expect(found?.fixes[0] && applyFix(slip, found.fixes[0])).toBe(own());
    }
  });

  it('tells of a request for authorization that is later than the review of it', () => {
    const later = own(table, [['authorization dated 11/14/2016', 'authorization dated 11/24/2016']]);
    expect(checkBy(office, later).map((found) => [found.rule, marked(later, found)])).toEqual([
      ['date-order', '11/24/2016'],
    ]);
  });

  it('is told what it lacks in its own words', () => {
    const lacking = own(table.filter((row) => !row.startsWith('UR Denied')).with(0, 'Case:'));
    expect(checkBy(office, lacking, 'header-field-missing').map(({ message }) => message)).toEqual([
      'The header field "Case" has no value.',
      'The header lacks the field "UR Denied".',
    ]);
  });

  it('takes no words of another label for its own', async () => {
    const settings = await configured({
      forms: [{ name: 'A', headings, header: { decisionDate: 'Date:' } }],
    });
    const rows = ['Case Number: CM16-0123456', 'Birth Date: 01/01/1970', 'Report Date: 01/02/2017'];
    expect(fieldsOf(own([...rows, 'Priority: Standard', 'Date: 01/04/2017']), settings)).toEqual([
      ['caseNumber', 'CM16-0123456'],
      ['priority', 'Standard'],
      ['decisionDate', '01/04/2017'],
    ]);
  });

  it('may give a standard label to another field', async () => {
    const settings = await configured({
      forms: [
        { name: 'A', headings, header: { decisionDate: 'Letter of:', urDenialDate: 'Decision Date:' } },
      ],
    });
    expect(faultsOf(settings)).toEqual([]);
    const rows = ['Case Number: CM16-0123456', 'Letter of: 01/04/2017', 'Decision Date: 11/21/2016'];
    expect(fieldsOf(own(rows), settings)).toEqual([
      ['caseNumber', 'CM16-0123456'],
      ['decisionDate', '01/04/2017'],
      ['urDenialDate', '11/21/2016'],
    ]);
  });

  it('is a table in Word with its own labels', () => {
    const text = own(table.map((row) => row.replace("Worker's", 'Worker’s')));
    const { tree, holding } = new Checker({ additions: office.additions }).check(text);
    const before = hold(holding);
    const [first] = partsOf(tree, text);
    hold(before);
    expect(first?.kind === 'table' && first.rows.flat().map(({ label }) => label)).toEqual([
      'Case:',
      'Date Assigned:',
      'Injured on:',
      'Dated:',
      'UR Denied:',
      'Priority:',
      'Worker’s Application:',
    ]);
  });
});

describe('a form with nothing of its own but the labels of its header', () => {
  const bare = { name: 'Bare', header: { dateOfInjury: 'DOI:', urDenialDate: 'Denied:' } };
  const text = letter({
    replace: [
      ['Date of Injury:', 'DOI:'],
      ['UR Denial Date:', 'Denied:'],
    ],
  });

  it('is told by them in a determination, and in no other text', async () => {
    const settings = await configured({ forms: [bare] });
    const { additions } = settings;
    expect(new Checker({ additions }).check(text).tree.form).toBe('office');
    expect(checkBy(settings, text)).toEqual([]);
    expect(new Checker({ additions }).check(letter()).tree.form).toBe('final-determination');
    expect(new Checker({ additions }).check('DOI: 09/15/2016\nDenied: 11/21/2016\n').tree.form).toBe('none');
  });
});

it('tells of labels that are wrong, or that two fields have, at their place', async () => {
  const wrong = await configured({
    forms: [
      { name: 'A', header: { priority: 'Priority', employee: 'Employee:', dateOfInjury: 'Priority:' } },
      { name: 'B', required: ['summary'] },
      { name: 'C', title: 'ACME', required: ['documents', 'issues'] },
    ],
  });
  expect(faultsOf(wrong).map(([, words, message]) => [words.slice(0, 12), message.split(/[.;]/)[0]])).toEqual(
    [
      ['"Priority"', 'A label is a text that ends with a colon'],
      ['"employee"', '"employee" is not known here'],
      ['"Priority:"', 'The fields "dateOfInjury" and "priority" have the same label'],
      ['{"name":"B",', 'Nothing tells a letter of this form: it needs a title, a heading or a label'],
      ['["documents"', 'The section "documents" needs a heading of its own'],
    ],
  );
});
