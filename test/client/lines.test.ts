import { expect, it } from 'vitest';
import { inLines } from '../../client/src/lines.ts';

it('leaves a short message as it is', () => {
  expect(inLines('"Upheld" is misspelt.')).toBe('"Upheld" is misspelt.');
});

it('breaks a long message between words, and loses none', () => {
  const message = `${'This points back to a date that was not given before. '.repeat(4)}${'x'.repeat(120)} end`;
  const lines = inLines(message).split('\n');
  expect(lines.join(' ')).toBe(message);
  expect(lines.filter((line) => line.length > 90)).toEqual(['x'.repeat(120)]);
});

it('begins a note on a line of its own and fills it', () => {
  const note = 'The rulemaking text of 2015 shows the old letter struck out beside the new one.';
  expect(inLines(`9792.20 has no subdivision (ef).\n${note}`)).toBe(
    `9792.20 has no subdivision (ef).\n${note}`,
  );
});
