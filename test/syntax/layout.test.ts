import { describe, expect, it } from 'vitest';
import { type Layout, plain, print, sample } from '../support/layouts.ts';
import { skeletonOf } from '../support/skeleton.ts';

const whole = skeletonOf(print(sample, { ...plain, width: 0, centred: false, header: 'lines' }));

const layouts: [name: string, layout: Partial<Layout>, change?: (text: string) => string][] = [
  ['pdftotext -layout: centred headings, two columns', {}],
  ['unindented, one field a line', { centred: false, header: 'lines' }],
  [
    'labels before values, trailing spaces (pdfminer)',
    { centred: false, header: 'labels-then-values', trailingSpace: true },
  ],
  ['double-spaced', { doubleSpaced: true, trailingSpace: true }],
  ['double-spaced without blank lines between blocks', { doubleSpaced: true, blankLines: false }],
  ['narrow lines', { width: 52 }],
  ['one line a paragraph', { width: 0 }],
  ['indented by tabs', { indent: '\t' }],
  ['indented by spaces', { indent: '      ' }],
  ['no blank line anywhere', { blankLines: false }],
  ['page breaks inside sentences', { pageEvery: 7 }],
  ['page breaks after every third line', { pageEvery: 3 }],
  ['page breaks as blank lines, double-spaced', { pageEvery: 9, doubleSpaced: true }],
  ['lines broken at hyphens', { breakHyphens: true, width: 60 }],
  ['CRLF', {}, (text) => text.replaceAll('\n', '\r\n')],
  ['CR', {}, (text) => text.replaceAll('\n', '\r')],
  ['byte order mark', {}, (text) => `\ufeff${text}`],
  ['no-break spaces', {}, (text) => text.replaceAll(' ', '\u00a0')],
  ['curly quotes', {}, (text) => text.replace(/"([^"]*)"/g, '\u201c$1\u201d')],
  ['tabs between columns', {}, (text) => text.replace(/ {3,}/g, '\t')],
  [
    'everything at once',
    { pageEvery: 5, breakHyphens: true, width: 70, trailingSpace: true },
    (text) => `\ufeff${text}`.replaceAll('\n', '\r\n'),
  ],
];

describe('one letter in every layout', () => {
  it('reads the letter whole', () => {
    expect(whole.form).toBe('final-determination');
    expect(whole.header).toHaveLength(7);
    expect(whole.sections).toEqual(['how-made', 'credentials', 'summary', 'issues']);
    expect(whole.items.map((item) => item.verdict)).toEqual(['Upheld', 'Upheld', 'Overturned']);
    expect(whole.items.map((item) => item.split)).toEqual([
      ['remaining', 'physical therapy for the lumbar spine, 7 sessions'],
      ['whole', 'Trezix 320.5-30-16mg #60'],
      undefined,
    ]);
    expect(whole.items[2]?.request).toBe(
      'Associated surgical service: Labs to include: EKG, DOS: 11/11/2016',
    );
  });

  it.each(layouts)('%s', (_, layout, change) => {
    const printed = print(sample, { ...plain, ...layout });
    expect(skeletonOf(change ? change(printed) : printed)).toEqual(whole);
  });

  it('reads a letter without header table', () => {
    expect(skeletonOf(print(sample, { ...plain, header: 'none' }))).toEqual({ ...whole, header: [] });
  });

  it('reads a summary that a page break cuts into two paragraphs', () => {
    const cut = {
      ...sample,
      summary: [
        'The worker fell from a ladder.',
        'She was treated with ice. Utilization review denied the request.',
      ],
    };
    expect(skeletonOf(print(cut, plain)).summary.join(' ')).toBe(
      'The worker fell from a ladder. She was treated with ice. Utilization review denied the request.',
    );
  });
});
