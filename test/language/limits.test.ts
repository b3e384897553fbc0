import { describe, expect, test } from 'vitest';
import { Checker } from '../../server/src/language/checker.ts';
import { limits } from '../../server/src/language/syntax/index.ts';
import { letter } from '../support/letter.ts';

const checker = new Checker();
const clean = letter({});

/** The clean letter with text put into its rationale. */
function withRationale(text: string): string {
  return clean.replace(/Decision rationale: ?/, (label) => `${label}${text} `);
}

function onlyTooLong(text: string): boolean {
  const { findings } = checker.check(text);
  return (
    findings.length === 1 && findings[0]?.rule === 'letter-too-long' && findings[0].severity === 'information'
  );
}

describe('texts of ten megabytes', () => {
  const size = 10_000_000;
  test.each([
    ['one line', 'the patient has pain and '],
    ['dates', '11/28/2016 '],
    ['open brackets', '('],
    ['brackets that open and close', '( [ ) ] '],
    ['no full stop', 'medically necessary '],
    ['one word', 'a'],
    ['lines', 'the patient was seen.\n'],
    ['labels', 'Decision rationale:\n'],
    ['headings', 'CLINICAL CASE SUMMARY\n'],
  ])('%s: one information says that nothing was checked', (_name, piece) => {
    expect(onlyTooLong(piece.repeat(Math.ceil(size / piece.length)))).toBe(true);
    expect(onlyTooLong(clean + piece.repeat(Math.ceil(size / piece.length)))).toBe(true);
  });
});

describe('too much of one thing', () => {
  test('a block beyond the limit', () => {
    expect(onlyTooLong(withRationale('The patient has pain. '.repeat(limits.block / 22 + 1)))).toBe(true);
  });

  test('an item with too many labels', () => {
    expect(onlyTooLong(clean + '\n\nDecision rationale:\nNone.'.repeat(limits.parts + 1))).toBe(true);
  });

  test('too many dates', () => {
    const item = clean.slice(clean.lastIndexOf('\n\n', clean.indexOf('Claims Administrator guideline:') - 3));
    const dated = item.replace(
      /Decision rationale: ?/,
      (label) => label + 'On 11/28/2016 he came. '.repeat(600),
    );
    expect(onlyTooLong(clean + dated.repeat(limits.dates / 600 + 1))).toBe(true);
  });

  test('the message marks the start of what is too long', () => {
    const text = withRationale('a'.repeat(limits.block + 1));
    const [finding] = checker.check(text).findings;
    expect(text.slice(finding?.start).startsWith('Decision rationale:')).toBe(true);
  });
});

test('a long letter within the limits is checked', () => {
  const item = clean.slice(clean.lastIndexOf('\n\n', clean.indexOf('Claims Administrator guideline:') - 3));
  const text = clean + item.repeat(Math.floor(200_000 / item.length));
  const slipped = `${text}\n\nMRI of the knee: Overturned\n\n${item.slice(item.indexOf('Claims Administrator'))}`;
  const rules = checker.check(slipped).findings.map(({ rule }) => rule);
  expect(rules).toContain('verdict-conclusion-mismatch');
  expect(rules).not.toContain('letter-too-long');
});
