import { describe, expect, it } from 'vitest';
import { letter } from '../support/letter.ts';
import { skeletonOf } from '../support/skeleton.ts';

const requests = (text: string): [string, string | undefined][] =>
  skeletonOf(text).items.map((item) => [item.request, item.verdict]);

describe('headings of disputed items', () => {
  it.each([
    ['Baclofen 10 mg QTY 45.00: Upheld', 'Baclofen 10 mg QTY 45.00', 'Upheld'],
    ['Retro Baclofen 10mg:  Upheld', 'Retro Baclofen 10mg', 'Upheld'],
    ['1 knee scooter : Overturned', '1 knee scooter', 'Overturned'],
    ['Pre-op labs: CBC: Upheld', 'Pre-op labs: CBC', 'Upheld'],
    ['Flexeril 7.5mg, DOS: 11/11/2016: Upheld', 'Flexeril 7.5mg, DOS: 11/11/2016', 'Upheld'],
    ['Norco 10/325mg, day supply: 30: Upheld', 'Norco 10/325mg, day supply: 30', 'Upheld'],
    ['X-ray (lumbar): UPHELD.', 'X-ray (lumbar)', 'Upheld'],
  ])('%s', (heading, request, verdict) => {
    expect(requests(letter({ items: [{ heading }] }))).toEqual([[request, verdict]]);
  });

  it('keeps a verdict that the form does not know, as printed', () => {
    expect(requests(letter({ items: [{ heading: 'MRI of the knee: Partially Overturned' }] }))).toEqual([
      ['MRI of the knee', undefined],
    ]);
    expect(requests(letter({ items: [{ heading: 'MRI of the knee: Uphled' }] }))).toEqual([
      ['MRI of the knee', undefined],
    ]);
  });

  it.each(['is\noverturned.', 'is\nupheld.'])(
    'does not take the end of a rationale for a heading: "%s"',
    (end) => {
      const rationale = `The request is medically necessary. The decision to limit such visits to one ${end}`;
      const text = letter({ items: [{ rationale }, { heading: 'MRI of the knee: Upheld', rationale }] });
      expect(requests(text)).toEqual([
        ['Baclofen 10mg #45', 'Upheld'],
        ['MRI of the knee', 'Upheld'],
      ]);
    },
  );

  it('recognises a heading without verdict', () => {
    const text = letter({ items: [{}, { heading: 'Transportation to the clinic' }] });
    expect(requests(text)).toEqual([
      ['Baclofen 10mg #45', 'Upheld'],
      ['Transportation to the clinic', undefined],
    ]);
  });

  it('recognises headings and labels without a blank line before them', () => {
    const text = letter({ items: [{}, { heading: 'Norco 10/325mg #60: Overturned' }] }).replace(
      /\n\n(?=Norco|Claims|MAX|Decision)/g,
      '\n',
    );
    expect(requests(text)).toEqual([
      ['Baclofen 10mg #45', 'Upheld'],
      ['Norco 10/325mg #60', 'Overturned'],
    ]);
  });

  it('does not take the end of a rationale for a heading', () => {
    const text = letter({
      items: [
        {
          rationale:
            'The utilization review denial was therefore not\nupheld.\n\nHowever, the record says: upheld on appeal. Therefore, the request is not medically necessary.',
        },
      ],
    });
    expect(requests(text)).toHaveLength(1);
  });
});

describe('labels of disputed items', () => {
  const parts = (text: string): string[][] =>
    skeletonOf(text).items.map((item) => item.parts.map(([label]) => label));

  it('keeps doubled and moved labels in their order', () => {
    const doubled = letter({
      replace: [
        [
          'MAXIMUS guideline: ',
          'MAXIMUS guideline: Decision based on MTUS Elbow Complaints 2007.\n\nMAXIMUS guideline: ',
        ],
      ],
    });
    expect(parts(doubled)).toEqual([['claims', 'maximus', 'maximus', 'rationale']]);
    const moved = letter({ replace: [['Claims Administrator guideline', 'MAXIMUS guideline']] });
    expect(parts(moved)).toEqual([['maximus', 'maximus', 'rationale']]);
  });

  it('takes a long text without label for a rationale that lost it', () => {
    expect(parts(letter({ replace: [['Decision rationale: ', '']] }))).toEqual([
      ['claims', 'maximus', 'unlabelled'],
    ]);
  });

  it('recognises labels with a slip of the keys', () => {
    expect(parts(letter({ replace: [['MAXIMUS guideline:', 'MAXIMUS guidline:']] }))).toEqual([
      ['claims', 'maximus', 'rationale'],
    ]);
    expect(parts(letter({ replace: [['Decision rationale:', 'Decison rationale :']] }))).toEqual([
      ['claims', 'maximus', 'rationale'],
    ]);
  });
});
