import { describe, expect, it } from 'vitest';
import { passagesFor } from '../../server/src/language/passages/index.ts';
import { faultsOf, officeOf } from './memory.ts';

const head = `---
title: Baclofen in our words
drugs: baclofen, Lioresal
guideline: cpmtg-2009
page: 64
sections: Muscle relaxants (for pain)
from: 2009-07-18
---
`;
const passage = (text: string, name = 'acme-baclofen') =>
  officeOf({ [`/case/.imr/passages/${name}.md`]: text });

describe('an own passage', () => {
  it('is offered for its drug, before those of the product, with what it cites', async () => {
    const { additions, faulty } = await passage(`${head}Baclofen, {fact}\n`);
    expect(faulty).toEqual([]);
    const offered = passagesFor(
      { itemHeading: 'Baclofen 10mg #45', dates: ['2015-06-01'] },
      additions?.passages,
    );
    const own = offered.find(({ id }) => id === 'acme-baclofen');
    expect(own).toMatchObject({
      title: 'Baclofen in our words',
      body: 'Baclofen, {fact}',
      slots: [{ name: 'fact' }],
      guidelines: [{ id: 'cpmtg-2009', page: 64, basis: 'office' }],
      inForce: { from: '2009-07-18' },
    });
    expect(passagesFor({ itemHeading: 'Norco 10mg' }, additions?.passages)).not.toContain(own);
    expect(
      passagesFor({ itemHeading: 'Baclofen', dates: ['2008-01-01'] }, additions?.passages),
    ).not.toContain(own);
  });

  it('takes the place of the product’s passage of the same name', async () => {
    const { additions } = await passage('---\ntitle: Ours\n---\nOur words.\n', 'cite-baclofen');
    expect(additions?.passages.filter(({ id }) => id === 'cite-baclofen')).toMatchObject([{ title: 'Ours' }]);
  });

  it('may cite a guideline that the office adds', async () => {
    const office = await officeOf({
      '/case/.imr/config.json': '{ "guidelines": [{ "id": "acme", "names": ["Acme"], "year": 2015 }] }',
      '/case/.imr/passages/a.md': '---\ntitle: A\nguideline: acme\n---\nText.',
    });
    expect(office.faulty).toEqual([]);
    expect(office.additions?.passages[0]?.guidelines?.[0]?.line.name).toBe('Acme 2015');
  });
});

describe('a passage that is wrong is told of at its place', () => {
  it.each([
    ['an unknown slot', `${head}Baclofen, {drgu}.`, '{drgu}', /no slot "drgu"/],
    ['an unknown key', head.replace('drugs', 'drug').concat('Text.'), 'drug', /"drug" is not known here/],
    ['an unknown guideline', head.replace('cpmtg-2009', 'cpmtg').concat('Text.'), 'cpmtg', /no guideline/],
    ['no title', '---\nkind: citation\n---\nText.', '---', /needs a "title"/],
    ['another kind', head.replace('title', 'kind: note\ntitle').concat('Text.'), 'note', /"kind" is one of/],
    ['no day', head.replace('2009-07-18', 'July 2009').concat('Text.'), 'July 2009', /YYYY-MM-DD/],
    ['no head', 'Text.', 'Text.', /begins with a head/],
    ['a head without end', '---\ntitle: A\nText.', '---', /second line "---"/],
    ['no text', head, '---', /needs text/],
  ])('%s', async (_, text, words, message) => {
    const office = await passage(text);
    expect(faultsOf(office)).toContainEqual([
      '/case/.imr/passages/acme-baclofen.md',
      words,
      expect.stringMatching(message),
    ]);
  });

  it('while the others are offered', async () => {
    const office = await officeOf({
      '/case/.imr/passages/a.md': '---\ntitle: A\n---\n{nothing}',
      '/case/.imr/passages/b.md': '---\ntitle: B\n---\nText.',
    });
    expect(office.additions?.passages.map(({ id }) => id)).toContain('b');
    expect(office.additions?.passages.map(({ id }) => id)).not.toContain('a');
  });
});
