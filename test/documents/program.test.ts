import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../server/src/documents/paragraphs.ts';
import { writeWord } from '../../server/src/documents/word-writer.ts';
import { parseDetermination } from '../../server/src/language/syntax/index.ts';
import { slip, Workplace } from '../cli/program.ts';
import { printPdf } from '../support/letter-pdf.ts';

const place = new Workplace();

const pdfLetter = (): Promise<Uint8Array> => printPdf(slip);
const wordLetter = (): Promise<Uint8Array> => writeWord(partsOf(parseDetermination(slip), slip), 'letter');

const acme = {
  name: 'Acme',
  headings: { summary: 'SUMMARY OF THE CASE', issues: 'DECISIONS OF THE REVIEWER' },
  labels: { rationale: 'Reasons:' },
  required: ['summary', 'issues'],
  parts: ['rationale'],
};
const ofAcme = [
  'SUMMARY OF THE CASE',
  'The injured worker is a 44 year old male.',
  '',
  'DECISIONS OF THE REVIEWER',
  '',
  'Baclofen 10mg #45: Upheld',
  '',
  'Reasons: There is no spasticity. Therefore, the request is not medically necessary.',
  '',
].join('\n');

describe('imr check', () => {
  it('checks PDF and Word letters as text, with the page', async () => {
    place.write('in/a.pdf', await pdfLetter());
    place.write('in/b.docx', await wordLetter());
    const { status, stdout } = place.imr(['check', 'in/a.pdf', 'in/b.docx']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^in\/a\.pdf\n {2}p\. 2 {2}\d+:\d+ {2}error .*subdivision-ef$/m);
    expect(stdout).toMatch(/^in\/b\.docx\n {2}p\. 1 {2}\d+:\d+ {2}error .*subdivision-ef$/m);
    const [pdf] = JSON.parse(place.imr(['check', '-r', 'json', 'in/*.pdf']).stdout);
    expect(pdf.messages[0]).toMatchObject({ ruleId: 'subdivision-ef', page: 2 });
  });

  it('reads them from standard input too', async () => {
    expect(place.imr(['check', '-'], await pdfLetter()).stdout).toMatch(/p\. 2 .*subdivision-ef/);
  });

  it('never writes fixes into them', async () => {
    place.write('a.docx', await wordLetter());
    const before = place.bytes('a.docx');
    expect(place.imr(['check', '--fix', 'a.docx']).status).toBe(1);
    expect(place.bytes('a.docx')).toEqual(before);
  });
});

describe('imr import', () => {
  it('makes the text letter beside the file and never writes over one', async () => {
    place.write('in/a.pdf', await pdfLetter());
    expect(place.imr(['import', 'in/a.pdf'])).toMatchObject({ status: 0 });
    const text = place.read('in/a.imr.txt');
    expect(text).toMatch(/\n\f\S/);
    expect(place.imr(['check', 'in']).stdout).toContain('subdivision-ef');
    place.write('in/a.imr.txt', 'mine');
    const { status, stderr } = place.imr(['import', 'in/a.pdf']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('exists already')]);
    expect(place.read('in/a.imr.txt')).toBe('mine');
  });

  it('says what it cannot import', () => {
    place.write('a.imr', slip);
    place.write('b.pdf', '%PDF-1.7');
    const { status, stderr } = place.imr(['import', 'a.imr', 'b.pdf']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/a\.imr: This is a text already/);
    expect(stderr).toMatch(/b\.pdf: The PDF is damaged/);
  });
});

describe('imr export', () => {
  it('makes a Word file that imports as the same letter', () => {
    place.write('one.imr.txt', slip);
    expect(place.imr(['export', 'one.imr.txt'])).toMatchObject({ status: 0 });
    expect(place.imr(['export', 'one.imr.txt', '-o', 'other.docx']).status).toBe(0);
    expect(place.imr(['import', 'other.docx']).status).toBe(0);
    const fold = (text: string) => text.replace(/\s+/g, ' ');
    const tail = (text: string) => fold(text.slice(text.indexOf('HOW THE IMR')));
    expect(tail(place.read('other.imr.txt'))).toBe(tail(slip));
    const { status, stderr } = place.imr(['export', 'one.imr.txt']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('exists already')]);
  });

  it('exports a letter of an own form by the settings of its office', () => {
    place.write('acme/.imr/config.json', JSON.stringify({ forms: [acme] }));
    place.write('acme/one.imr.txt', ofAcme);
    place.write('else/one.imr.txt', ofAcme);
    expect(place.imr(['export', 'acme/one.imr.txt'])).toMatchObject({ status: 0 });
    expect(place.imr(['export', 'else/one.imr.txt']).stderr).toContain('is no determination');
    expect(place.imr(['import', 'acme/one.docx', '-o', 'acme/two.imr.txt']).status).toBe(0);
    const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
    expect(fold(place.read('acme/two.imr.txt'))).toBe(fold(ofAcme));
  });

  it('exports no other text', () => {
    place.write('notes.txt', 'Call the office.');
    expect(place.imr(['export', 'notes.txt']).stderr).toContain('is no determination');
  });
});

it('loads the document readers only for documents', () => {
  const source = readFileSync(new URL('../../dist/imr.js', import.meta.url), 'utf8');
  expect(source).toContain('./documents/pdf.js');
  expect(source).not.toContain('getDocument');
  expect(source).not.toContain('word/document.xml');
});
