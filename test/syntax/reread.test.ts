import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longLetter } from '../../bench/generate.ts';
import { Flow, parseDetermination } from '../../server/src/language/syntax/index.ts';

/** What an edit may put into a letter: marks of lines and blocks above all, for these move what stands after them. */
const pieces = fc.constantFrom(
  '',
  ' He',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\f',
  '\u00a0',
  '“',
  'CLINICAL CASE SUMMARY\n',
  'HOW THE IMR FINAL DETERMINATION\nWAS MADE\n',
  'HOW THE IMR FINAL DETERMINATION\n',
  '\nMAXIMUS guideline: ',
  '\n\nMRI of the left knee: Upheld\n',
  ' On 11/03/2016, he was seen.',
);
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    taken: fc.integer({ min: 0, max: 300 }),
    put: pieces,
  }),
  { minLength: 1, maxLength: 6 },
);

/** A tree as it is printed, with the folded texts, which say where the blocks begin and end. */
function read(text: string): string {
  return JSON.stringify(parseDetermination(text), function (this: Record<string, unknown>, key, value) {
    const flow = this[key];
    return flow instanceof Flow ? [flow.text, flow.paragraphs, flow.lineEndHyphens] : value;
  });
}

/** The same, where nothing is left of a letter that was read before. */
function readAnew(text: string): string {
  parseDetermination('');
  return read(text);
}

it.each([
  ['as it is', (letter: string): string => letter],
  ['with carriage returns', (letter: string): string => letter.replaceAll('\n', '\r\n')],
  ['double-spaced', (letter: string): string => letter.replaceAll('\n', '\n\n')],
])('reads a letter %s after any edits as it reads the edited letter', (_, layout) => {
  const letter = layout(longLetter(12_000));
  fc.assert(
    fc.property(edits, (list) => {
      const texts = [letter];
      for (const { at, taken, put } of list) {
        const text = texts.at(-1) as string;
        const start = Math.floor(at * text.length);
        texts.push(text.slice(0, start) + put + text.slice(start + taken));
      }
      const one = texts.map(read);
      expect(one).toEqual(texts.map(readAnew));
    }),
    { numRuns: 150 },
  );
});

it('reads a letter that ends in the edit, or begins with it', () => {
  const letter = longLetter(12_000);
  for (const text of [
    `${letter}.`,
    `${letter}\n\nMRI: Upheld`,
    `x${letter}`,
    `\n${letter}`,
    letter.slice(1),
    letter.slice(0, -9),
  ]) {
    parseDetermination(letter);
    expect(read(text)).toBe(readAnew(text));
    expect(read(letter)).toBe(readAnew(letter));
  }
});
