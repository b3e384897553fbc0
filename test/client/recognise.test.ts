import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { looksLikeLetter } from '../../client/src/recognise.ts';

const clean = readFileSync('test/editor/fixtures/clean.imr.txt', 'utf8');

describe('looksLikeLetter', () => {
  it('knows a determination by its headings, in every layout', () => {
    expect(looksLikeLetter(clean)).toBe(true);
    expect(looksLikeLetter(clean.replaceAll('\n', ' \r\n\r\n'))).toBe(true);
    expect(looksLikeLetter('Notice of Independent Medical\n  Review Determination\nDated: 9/26/2013')).toBe(
      true,
    );
  });

  it('leaves other medical texts alone', () => {
    expect(looksLikeLetter('PROGRESS NOTE\n\nCLINICAL CASE SUMMARY\nThe patient reports less pain.')).toBe(
      false,
    );
    expect(looksLikeLetter('We shall apply for an independent medical review of the decision.')).toBe(false);
    expect(looksLikeLetter('')).toBe(false);
  });
});
