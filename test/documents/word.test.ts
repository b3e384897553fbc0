import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Packer, PageBreak, Paragraph, Tab, Table, TableCell, TableRow, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../server/src/documents/paragraphs.ts';
import { readWord } from '../../server/src/documents/word.ts';
import { writeWord } from '../../server/src/documents/word-writer.ts';
import { type CaseFacts, factsOf } from '../../server/src/language/facts/index.ts';
import { parseDetermination } from '../../server/src/language/syntax/index.ts';
import { fullChecker } from '../support/full-checker.ts';
import { letter } from '../support/letter.ts';

async function textOf(bytes: Uint8Array): Promise<string> {
  const reading = await readWord(bytes);
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.text;
}

const exported = (text: string): Promise<Uint8Array> =>
  writeWord(partsOf(parseDetermination(text), text), 'letter');
const imported = async (text: string): Promise<string> => textOf(await exported(text));

/** What a letter says, whatever its lines: its header, and each block with the text in it. */
function contentOf(text: string) {
  const tree = parseDetermination(text);
  const facts: CaseFacts = factsOf(tree);
  return {
    form: tree.form,
    header: Object.fromEntries(facts.header?.children.map(({ name, value }) => [name, value]) ?? []),
    blocks: facts.blocks.map(({ type, flow }) => [type, flow.text]),
    verdicts: facts.items.map(({ request, verdict }) => [request, verdict]),
  };
}

const checker = fullChecker();
const findingsOf = (text: string): string[] =>
  checker.check(text).findings.map(({ rule, message }) => `${rule}: ${message}`);

const folder = join(import.meta.dirname, '../../examples');
const letters: [string, string][] = [
  ['a letter of the tests', letter()],
  [
    'typographic marks and CRLF',
    letter({
      summary: 'The worker\u2019s pain \u2014 \u201cburning\u201d \u2014 is 5/10.\n\nHe is 44.',
    }).replaceAll('\n', '\r\n'),
  ],
  ['a letter without header table', letter({ header: false })],
  ...readdirSync(folder)
    .filter((name) => /\.imr(?:\.txt)?$/.test(name))
    .map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')]),
];

describe('importing the export of', () => {
  it.each(letters)('%s gives the same letter', async (_, text) => {
    const back = await imported(text);
    expect(contentOf(back)).toEqual(contentOf(text));
    expect(findingsOf(back)).toEqual(findingsOf(text));
    // The second time nothing is left to change.
    expect(await imported(back)).toBe(back);
  });
});

it('sets headings, labels and requests in bold', async () => {
  const parts = partsOf(parseDetermination(letter()), letter());
  const bold = parts.flatMap((part) => (part.kind === 'table' ? [] : part.runs.filter((run) => run.bold)));
  expect(bold.map(({ text }) => text.trim())).toEqual([
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    'State(s) of Licensure:',
    'Certification(s)/Specialty:',
    'CLINICAL CASE SUMMARY',
    'IMR ISSUES, DECISIONS AND RATIONALES',
    'Baclofen 10mg #45:',
    'Claims Administrator guideline:',
    'MAXIMUS guideline:',
    'Decision rationale:',
  ]);
});

describe('the text of a Word file', () => {
  const wordOf = async (children: (Paragraph | Table)[]): Promise<Uint8Array> =>
    new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });

  it('has paragraphs, line breaks, tabs, tables and page breaks', async () => {
    const bytes = await wordOf([
      new Table({
        rows: [
          new TableRow({ children: [cell('Date Assigned:'), cell('12/06/2016')] }),
          new TableRow({ children: [cell('Priority:'), cell('Standard')] }),
        ],
      }),
      new Paragraph({ children: [new TextRun('One'), new TextRun({ text: 'two', break: 1 })] }),
      new Paragraph({ children: [new TextRun({ children: ['Label:', new Tab(), 'value'] })] }),
      new Paragraph({ children: [new PageBreak(), new TextRun('Next page')] }),
    ]);
    expect(await textOf(bytes)).toBe(
      'Date Assigned:  12/06/2016\nPriority:       Standard\n\nOne\ntwo\n\nLabel:\tvalue\n\n\fNext page\n',
    );
  });

  it.each([
    ['a damaged one', async () => (await wordOf([new Paragraph('x')])).subarray(0, 900), /is damaged/],
    ['an empty one', () => wordOf([]), /holds no text/],
    ['another ZIP file', () => Buffer.from(emptyZip, 'base64'), /holds no Word letter/],
  ])('%s says why there is none', async (_, bytes, message) => {
    const reading = await readWord(await bytes());
    expect(reading).toEqual({ problem: expect.stringMatching(message) });
  });

  it('of a file that would fill the memory is not unpacked', async () => {
    const bytes = Buffer.from(await wordOf([new Paragraph('x')]));
    // The archive's directory says how long a file becomes.
    const entry = bytes.lastIndexOf(Buffer.from('word/document.xml'));
    bytes.writeUInt32LE(0x7fffffff, entry - 46 + 24);
    expect(await readWord(bytes)).toEqual({ problem: expect.stringMatching(/larger than 64 MiB/) });
  });
});

/** An archive without files. */
const emptyZip = 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==';
