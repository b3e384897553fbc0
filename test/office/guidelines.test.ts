import { describe, expect, it } from 'vitest';
import { allGuidelines } from '../../server/src/language/catalog/index.ts';
import { marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';
import { checkBy, configured, faultsOf, officeOf } from './memory.ts';

const maximus = (cited: string): string =>
  letter({ items: [{ maximus: `Decision based on MTUS ${cited}.` }] });

describe('an own guideline', () => {
  const own = {
    guidelines: [
      {
        id: 'acme-spasm-2015',
        names: ['Acme Spasm Treatment', 'Acme Spasm Guidelines'],
        year: 2015,
        from: '2015-01-01',
        to: null,
        pages: { first: 1, last: 40 },
        topics: [{ title: 'Baclofen', first: 12, last: 13 }],
      },
    ],
  };
  const cited = maximus('Acme Spasm Treatment 2015, Section(s): Baclofen');

  it('is known by its name and year, and only where the settings hold', async () => {
    expect(checkBy(await configured({}), cited, 'guideline-name')).toHaveLength(1);
    expect(checkBy(await configured(own), cited, 'guideline-name')).toEqual([]);
    expect(allGuidelines().some(({ id }) => id === 'acme-spasm-2015')).toBe(false);
    expect(checkBy(await configured({}), cited, 'guideline-name')).toHaveLength(1);
  });

  it('has its misspelt name mended', async () => {
    const text = maximus('Acme Spasm Treatmnt 2015, Section(s): Baclofen');
    const [found] = checkBy(await configured(own), text, 'guideline-name');
    expect(found?.fixes[0]?.edits[0]?.text).toBe('Treatment');
  });

  it('has no page beyond its own', async () => {
    const text = maximus('Acme Spasm Guidelines BACLOFEN Page(s): 112');
    const [found] = checkBy(await configured(own), text, 'page-outside-guideline');
    expect(found).toMatchObject({ severity: 'error' });
    expect(found && marked(text, found)).toContain('112');
  });

  it('has its topics on their pages, as surely as the office knows them', async () => {
    const text = maximus('Acme Spasm Guidelines BACLOFEN Page(s): 15');
    expect(checkBy(await configured(own), text, 'page-outside-topic')).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('pages 12-13') },
    ]);
    const unverified = { guidelines: [{ ...own.guidelines[0], basis: 'unverified' }] };
    expect(checkBy(await configured(unverified), text, 'page-outside-topic')).toMatchObject([
      { severity: 'information' },
    ]);
  });
});

describe('a corrected guideline', () => {
  it('keeps what is not corrected', async () => {
    const office = await configured({
      guidelines: [{ id: 'cpmtg-2009', topics: [{ title: 'Gabapentin', first: 18, last: 19 }] }],
    });
    const guideline = office.additions?.knowledge.guidelines.find(({ id }) => id === 'cpmtg-2009');
    expect(guideline).toMatchObject({ year: 2009, from: '2009-07-18', bounds: { last: 127 } });
    expect(guideline?.topics.length).toBeGreaterThan(100);
  });

  it('counts as in force by the days that the office gives', async () => {
    const text = maximus('Chronic Pain Medical Treatment 2016, Section(s): Muscle relaxants (for pain)');
    expect(checkBy(await configured({}), text, 'edition-superseded')).toEqual([]);
    const until = { guidelines: [{ id: 'cpmtg-2016', to: '2016-08-01' }] };
    expect(checkBy(await configured(until), text, 'edition-superseded')).not.toEqual([]);
  });
});

describe('a guideline that is wrong is told of at its place, and the rest holds', () => {
  it.each([
    ['no name', { id: 'acme' }, '"acme"', /needs "names"/],
    [
      'days the wrong way round',
      { id: 'cpmtg-2009', to: '2001-01-01' },
      '"2001-01-01"',
      /lies before the first/,
    ],
    [
      'a page beyond its own',
      { id: 'cpmtg-2009', pages: { first: 1, last: 90 }, topics: [{ title: 'X', first: 99 }] },
      '99',
      /pages 1 to 90/,
    ],
    ['no day', { id: 'cpmtg-2009', from: '2009-02-30' }, '"2009-02-30"', /YYYY-MM-DD/],
    ['a basis of its own', { id: 'cpmtg-2009', basis: 'sure' }, '"sure"', /A basis is one of office/],
    ['no identifier', { names: ['Acme'] }, '{"names":["Acme"]}', /lacks "id"/],
  ])('%s', async (_, guideline, words, message) => {
    const office = await configured({ rules: { misspelling: 'off' }, guidelines: [guideline] });
    expect(faultsOf(office)).toEqual([['/case/.imr/config.json', words, expect.stringMatching(message)]]);
    expect(office.rules).toEqual({ misspelling: 'off' });
  });
});

describe('paths of settings', () => {
  const shared = { '/shared/office.json': '{ "rules": { "misspelling": "off" } }' };

  it('do not lead out of the workspace that the settings lie in', async () => {
    const office = await officeOf({
      ...shared,
      '/shared/words.txt': 'functionel',
      '/case/.imr/config.json':
        '{ "extends": "../../shared/office.json", "words": { "dictionaries": ["/shared/words.txt"] }, "passages": ["/shared"] }',
    });
    expect(faultsOf(office).map(([, words, message]) => [words, message.slice(0, 27)])).toEqual([
      ['"../../shared/office.json"', 'This path leads out of the '],
      ['"/shared/words.txt"', 'This path leads out of the '],
      ['"/shared"', 'This path leads out of the '],
    ]);
    expect(office.rules).toEqual({});
    expect(office.knownWords.size).toBe(0);
  });

  it('lead anywhere from settings that the user chose; those of the workspace win', async () => {
    const files = {
      ...shared,
      '/shared/base.json': '{ "rules": { "misspelling": "hint", "wrong-word": "hint" } }',
      '/own/mine.json': '{ "extends": "../shared/base.json", "rules": { "wrong-word": "error" } }',
      '/case/.imr/config.json': '{ "rules": { "misspelling": "error" } }',
    };
    const office = await officeOf(files, '/own/mine.json');
    expect(office).toMatchObject({
      rules: { misspelling: 'error', 'wrong-word': 'error' },
      faulty: [],
    });
  });
});

it('takes anything for a configuration without failing', async () => {
  const texts = [
    '',
    '\uFEFF{}',
    'null',
    '[]',
    '"x"',
    '['.repeat(50_000),
    '{"a":'.repeat(50_000),
    '\0',
    '{ "rules": [] }',
  ];
  for (const text of texts) {
    const office = await officeOf({ '/case/.imr/config.json': text });
    expect(office.rules).toEqual({});
    if (!['', '\uFEFF{}'].includes(text)) expect(faultsOf(office), text.slice(0, 20)).not.toEqual([]);
  }
});
