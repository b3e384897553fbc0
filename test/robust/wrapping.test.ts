import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Node } from 'unist';
import { describe, expect, it } from 'vitest';
import { parseDetermination } from '../../server/src/language/syntax/index.ts';
import { check } from '../support/check.ts';
import { letter } from '../support/letter.ts';

const root = join(import.meta.dirname, '../..');
const folders = ['examples', 'test/fixtures/letters/clean'];

/** Ends of rationales that look like the end of a heading where a line breaks there. */
const ends = [
  'The decision to limit such visits to one is overturned.',
  'The request agrees with the guideline, and the denial is overturned.',
  'For these reasons the decision of the claims administrator is upheld.',
  'My decision: Upheld, as the request is: not medically necessary.',
  'What is asked for is the following, which remains: MRI of the knee.',
];

const letters: [name: string, text: string][] = [
  ...folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => /\.(?:txt|imr)$/.test(name))
      .map((name): [string, string] => [name, readFileSync(join(root, folder, name), 'utf8')]),
  ),
  ...ends.map((end): [string, string] => {
    const rationale = `There is no gain in function. Therefore, the request is not medically necessary. ${end}`;
    return [
      `"${end}"`,
      letter({ items: [{ rationale }, { heading: 'MRI of the knee: Upheld', rationale }] }),
    ];
  }),
];

const wrapped = new Set(['prose', 'rationale', 'guidelineLine', 'boilerplate', 'itemHeading']);

/** Ranges of the texts of a letter that a typist's line length breaks, last first. */
function texts(node: Node): [start: number, end: number][] {
  if (wrapped.has(node.type) && node.position)
    return [[node.position.start.offset as number, node.position.end.offset as number]];
  const children = 'children' in node ? (node.children as Node[]) : [];
  return children.flatMap(texts).sort((a, b) => b[0] - a[0]);
}

/** A paragraph in lines of at most so many characters. */
function wrap(paragraph: string, width: number): string {
  const lines = [''];
  for (const word of paragraph.trim().split(/\s+/)) {
    const line = lines.at(-1) as string;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + word.length < width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

/** What is said of a letter, wherever it stands. */
const said = (text: string): string[] =>
  check(text)
    .map(({ rule, message }) => `${rule}: ${message}`)
    .sort();

describe('the length of lines changes no finding', () => {
  it.each(letters)('%s', (_, text) => {
    const source = text.replaceAll('\r\n', '\n');
    const ranges = texts(parseDetermination(source));
    const before = said(source);
    for (let width = 45; width <= 125; width += 5) {
      let printed = source;
      for (const [start, end] of ranges) {
        const paragraphs = source.slice(start, end).split(/\n[ \t]*\n/);
        const lines = paragraphs.map((paragraph) => wrap(paragraph, width)).join('\n\n');
        printed = printed.slice(0, start) + lines + printed.slice(end);
      }
      expect(said(printed), `lines of ${width} characters`).toEqual(before);
    }
  });
});
