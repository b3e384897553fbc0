import { describe, expect, it } from 'vitest';
import { findMeasures } from '../../server/src/language/syntax/inline/measures.ts';
import { findTerms } from '../../server/src/language/syntax/inline/terms.ts';

const terms = (text: string): string[] =>
  findTerms(text).map(({ kind, id, start, end }) => `${kind} ${id}: ${text.slice(start, end)}`);

describe('terms', () => {
  it('finds sides, parts and services, longest first', () => {
    expect(terms('MRI of the left shoulder without contrast')).toEqual([
      'service mri: MRI',
      'side left: left',
      'body-part shoulder: shoulder',
    ]);
  });

  it('gives the part of the body inside the name of a service too', () => {
    expect(terms('carpal tunnel release')).toContainEqual(expect.stringMatching(/^body-part \S+: carpal/));
  });

  it('knows brands and generics as one drug', () => {
    const [norco] = findTerms('Norco 10/325 mg');
    const [generic] = findTerms('hydrocodone/acetaminophen 10/325 mg');
    expect(norco?.kind).toBe('drug');
    expect(norco?.id).toBe(generic?.id);
  });

  it('takes no side where "left" is a verb, nor a part where "back" and "hand" are not of the body', () => {
    expect(
      terms('He left work early and was sent back to work; on the other hand, nothing changed.'),
    ).toEqual([]);
  });

  it('takes a side before a part whatever stands before it', () => {
    expect(terms('treated for a right ankle sprain')).toContain('side right: right');
  });

  it('keeps places in text with characters outside ASCII', () => {
    const text = 'Flexion 91° — “café” — right hip';
    const [side] = findTerms(text);
    expect(side && text.slice(side.start, side.end)).toBe('right');
  });
});

describe('measures', () => {
  const measures = (text: string): unknown[] =>
    findMeasures(text).map(({ kind, values, unit }) => [kind, values, unit]);

  it.each([
    [
      'Norco 10/325mg #60',
      [
        ['strength', [10, 325], 'mg'],
        ['quantity', [60], ''],
      ],
    ],
    ['Trezix 320.5-30-16 mg', [['strength', [320.5, 30, 16], 'mg']]],
    [
      'Baclofen 10 mg QTY 45.00',
      [
        ['strength', [10], 'mg'],
        ['quantity', [45], ''],
      ],
    ],
    ['six additional physical therapy sessions', [['visits', [6], 'session']]],
    ['2 to 3 times a week', [['frequency', [2, 3], 'week']]],
    ['twice daily', [['frequency', [2], 'day']]],
    ['lidocaine 5 %', [['strength', [5], '%']]],
  ])('reads %s', (text, expected) => {
    expect(measures(text)).toEqual(expected);
  });

  it('reads no measure in dates, levels and pain scores', () => {
    expect(measures('On 11/14/2016 the pain at L4-5 was 7/10.')).toEqual([]);
  });
});
