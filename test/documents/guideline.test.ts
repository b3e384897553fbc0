import { describe, expect, it } from 'vitest';
import type { GuidelineReading } from '../../server/src/documents/guideline-reading.ts';
import { findTopics } from '../../server/src/documents/guideline-topics.ts';
import { readGuideline, readPdf } from '../../server/src/documents/pdf.ts';
import { type GuidelineStyle, guidelinePdf, painTopics } from '../support/guideline-pdf.ts';

async function read(style: Partial<GuidelineStyle> = {}) {
  const made = await guidelinePdf({ topics: painTopics, ...style });
  const reading = await readGuideline(made.bytes);
  if ('problem' in reading) throw new Error(reading.problem);
  return { ...made, reading };
}

const starts = ({ topics }: GuidelineReading): [string, number][] =>
  topics.map(({ title, first }) => [title, first]);

describe('which topics stand on which pages', () => {
  it.each([
    ['by the outline', { outline: true, headings: false }, ['outline']],
    ['by the contents', { contents: true }, ['contents']],
    ['by headings in larger letters', {}, ['headings']],
    ['by outline and contents, each topic once', { outline: true, contents: true }, ['outline']],
    ['in two columns', { columns: 2 }, ['headings']],
  ] as const)('%s', async (_, style, sources) => {
    const { reading, pages } = await read(style);
    expect(reading.sources).toEqual(sources);
    expect(starts(reading)).toEqual([...pages]);
  });

  it('to the page before the next one, where that begins at the top of a page', async () => {
    const { reading, pages } = await read();
    const baclofen = reading.topics.find(({ title }) => title.startsWith('Baclofen'));
    expect(baclofen).toEqual({
      title: 'Baclofen (Lioresal)',
      first: pages.get('Baclofen (Lioresal)'),
      last: (pages.get('Gabapentin (Neurontin)') ?? 0) - 1,
    });
  });

  it('to the page on which the next one begins, where that is in the middle of a page', () => {
    const line = (text: string) => ({ text, size: 10 });
    const page = (sheet: number, ...lines: string[]) => ({ sheet, number: sheet, lines: lines.map(line) });
    const { topics } = findTopics(
      [
        page(1, 'Baclofen', 'Its use.'),
        page(2, 'More of its use.', 'Gabapentin', 'Its use.'),
        page(3, 'Yoga'),
      ],
      ['Baclofen', 'Gabapentin', 'Yoga'].map((title, i) => ({ title, sheet: i + 1, level: 1 })),
    );
    expect(topics.map(({ first, last }) => [first, last])).toEqual([
      [1, 2],
      [2, 2],
      [3, 3],
    ]);
  });

  it('not by contents whose pages do not hold the topics', async () => {
    const { reading } = await read({ contents: true, headings: false });
    expect(reading.topics).toEqual([]);
  });
});

describe('page numbers', () => {
  it('are the printed ones, not those of the sheets', async () => {
    const { reading, sheets } = await read({ cover: 4 });
    expect(reading.numbering).toBe('printed');
    expect(reading.pages[0]).toMatchObject({ number: 1, sheet: 5 });
    expect(reading.pages).toHaveLength(sheets - 4);
  });

  it('are the sheets where none is printed', async () => {
    const { reading } = await read({ heads: false });
    expect(reading.numbering).toBe('sheets');
    expect(reading.pages[0]).toMatchObject({ number: 1, sheet: 1 });
  });
});

describe('the text of a page', () => {
  it('has neither running head nor page number', async () => {
    const { reading } = await read();
    const all = reading.pages.map(({ text }) => text).join(' ');
    expect(all).not.toMatch(/as adopted|Guidelines of the Office|Page \d/);
    expect(all).toContain('Massage therapy');
  });

  it('goes on in the next column where one ends', async () => {
    const { reading } = await read({ columns: 2 });
    const page = reading.pages.find(({ text }) => text.startsWith('Baclofen'));
    // Every sentence is whole: columns are not read across.
    const sentences = page?.text.match(/The use of baclofen[^.]*\./g) ?? [];
    expect(sentences.length).toBeGreaterThan(5);
    for (const sentence of sentences) expect(sentence).toMatch(/documents the benefit at each visit\.$/);
  });
});

it('reads a letter in two columns in the order in which a person reads it', async () => {
  const { bytes } = await guidelinePdf({ topics: painTopics.slice(2, 3), columns: 2, heads: false });
  const reading = await readPdf(bytes);
  const text = 'text' in reading ? reading.text.replace(/\s+/g, ' ') : '';
  expect(text).toMatch(/^Baclofen \(Lioresal\) The use of baclofen should be considered for patients whose/);
  expect('text' in reading && reading.text).not.toMatch(/^ {10}/m);
});

it('says of a file that is no guideline what it is', async () => {
  expect(await readGuideline(Buffer.from('%PDF-1.7 nothing'))).toEqual({
    problem: expect.stringMatching(/is damaged/),
  });
});
