import { describe, expect, it } from 'vitest';
import {
  definitionAt,
  functionalImprovementLetter,
  regulationExists,
  regulationUrl,
} from '../../server/src/language/catalog/index.ts';

describe('9792.20', () => {
  it.each([
    [['2015-10-27', '2015-09-29'], 'e'],
    [['2014-12-31', '2015-01-16'], 'f'],
    [['2009-07-17'], 'e'],
    [['2009-07-18'], 'f'],
    [['2015-04-19'], 'f'],
    [['2015-04-20'], 'e'],
    [['2020-01-01'], 'e'],
    [['2015-04-19', '2015-04-20'], undefined],
    [['2006-01-01'], undefined],
    [[], undefined],
  ] as const)('functional improvement on %j is (%s)', (dates, letter) => {
    expect(functionalImprovementLetter(dates)).toBe(letter);
  });

  it('tells what another letter defined', () => {
    expect(definitionAt('F', '2016-01-01')?.term).toBe('Medical treatment');
    expect(definitionAt('e', '2014-01-01')?.term).toBe('Evidence-based');
    expect(definitionAt('z', '2014-01-01')).toBeUndefined();
  });
});

describe('sections', () => {
  it('knows which exist, and when', () => {
    expect(regulationExists('9792.24.2', ['2016-01-01'])).toBe('yes');
    expect(regulationExists('9792.24.4', ['2015-01-01'])).toBe('not-then');
    expect(regulationExists('9792.24.4', ['2016-01-01', '2016-12-01'])).toBe('unknown');
    expect(regulationExists('9792.24.9', [])).toBe('never');
    expect(regulationExists('9789.10', [])).toBe('unknown');
  });

  it('links to the public page', () => {
    expect(regulationUrl('9792.20')).toBe('https://www.dir.ca.gov/t8/9792_20.html');
  });
});
