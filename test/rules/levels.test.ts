import { describe, expect, it } from 'vitest';
import { check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';
import { fixed, item, summaryOf } from '../support/request-item.ts';

describe('level-impossible', () => {
  const found = (sentence: string): string[] => {
    const text = letter({ summary: summaryOf(sentence) });
    return check(text, 'level-impossible').map((finding) => marked(text, finding));
  };

  it.each([
    ['There is a fracture at T14.', 'T14'],
    ['A protrusion at L7-S1 was seen.', 'L7-S1'],
    ['The disc C9-10 is narrow.', 'C9-10'],
    ['Fusion from T11-13 is planned.', 'T11-13'],
  ])('%s', (sentence, level) => {
    expect(found(sentence)).toEqual([level]);
  });

  it.each([
    'The code is T14.90, and S13.4XXA was billed at S13.4.',
    'T2-weighted images at T1 and T2 showed it.',
    'A transitional vertebra L6 and the root C8 are intact at C8.',
    'He works in suite C15, Main Street.',
    'There is a bulge at L4-5, at L5-S1, at C7-T1 and at T12-L1.',
  ])('is silent: %s', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });
});

describe('level-mismatch in the words for a request', () => {
  const found = (heading: string, conclusion: string): string[] => {
    const text = letter(item(heading, `It is not shown. ${conclusion}`));
    return check(text, 'level-mismatch').map((finding) => marked(text, finding));
  };

  it.each([
    [
      'Anterior cervical discectomy and fusion C5-6',
      'The request for fusion at C6-7 is not medically necessary.',
      'C6-7',
    ],
    ['L4-5 laminectomy', 'The request for surgery at L2-3 is not medically necessary.', 'L2-3'],
  ])('%s: "%s"', (heading, conclusion, level) => {
    expect(found(heading, conclusion)).toEqual([level]);
  });

  it.each([
    [
      'Left L5 transforaminal epidural injection',
      'The request for an injection at L5-S1 is not medically necessary.',
    ],
    ['L4-S1 fusion', 'The request for fusion at L4-5 and L5-S1 is not medically necessary.'],
    [
      'Medial branch blocks at L3, L4 and L5',
      'The request for blocks at L4-5 and L5-S1 is not medically necessary.',
    ],
    ['C4-7 fusion', 'The request for fusion of C4-C7 is not medically necessary.'],
  ])('is silent: %s: "%s"', (heading, conclusion) => {
    expect(found(heading, conclusion)).toEqual([]);
  });

  it("offers the heading's level", () => {
    const right = letter(
      item('Fusion at C5-6', 'The request for a fusion at C5-6 is not medically necessary.'),
    );
    expect(fixed(right.replace('a fusion at C5-6', 'a fusion at C6-7'), 'level-mismatch')).toBe(right);
  });
});

describe('table-chapter-mismatch', () => {
  const text = (chapter: string, table: string): string =>
    letter(
      item(
        'MRI',
        `As noted in ACOEM Chapter ${chapter}, Table ${table}, it is not advised. It is not medically necessary.`,
      ),
    );

  it('offers the chapter of the table first', () => {
    const wrong = text('12', '9-6');
    expect(check(wrong, 'table-chapter-mismatch').map((finding) => marked(wrong, finding))).toEqual(['9-6']);
    expect(fixed(wrong, 'table-chapter-mismatch')).toBe(text('9', '9-6'));
  });

  it.each([
    ['12', '12-8'],
    ['9', '9-6'],
    ['8, page 165, and Chapter 12', '12-8'],
    ['12', '2'],
  ])('is silent on chapter %s, table %s', (chapter, table) => {
    expect(check(text(chapter, table), 'table-chapter-mismatch')).toEqual([]);
  });
});

describe('level-unnamed', () => {
  const found = (summary: string, heading: string, rationale: string): string[] => {
    const text = letter({
      ...item(heading, `${rationale} The request is not medically necessary.`),
      summary: summaryOf(summary),
    });
    return check(text, 'level-unnamed').map((finding) => marked(text, finding));
  };

  it.each([
    ['His low back hurts at L3-4. Blocks at C3-4 were planned.', 'Facet blocks', 'None.', 'C3-4'],
    [
      'The cervical MRI showed a bulge at C5-6.',
      'Epidural injection C5-6',
      'The bulge at T5-6 is small.',
      'T5-6',
    ],
    [
      'The MRI showed a herniation at L5-S1 on the left.',
      'Epidural steroid injection',
      'The herniation at L3-4 is too small to touch a root.',
      'L3-4',
    ],
  ])('%s %s: "%s"', (summary, heading, rationale, level) => {
    expect(found(summary, heading, rationale)).toEqual([level]);
  });

  it.each([
    ['He has neck pain and a bulge at L4-5. Injections at C4-5 were planned.', 'Injections', 'None.'],
    ['A bulge was seen at L4-5, and his arm is numb. C4-5 was normal.', 'Injections', 'None.'],
    ['There were bulges at C4-5, C5-6 and L4-5.', 'Injections', 'None.'],
    [
      'The MRI showed a herniation at L5-S1 and a bulge at L3-4.',
      'Injection',
      'The herniation at L3-4 is small.',
    ],
    ['The MRI showed a herniation at L5-S1.', 'Injection', 'A herniation at L3-4 would cause other signs.'],
    ['The MRI showed a herniation at L5-S1.', 'Injection', 'The stenosis at L3-4 is mild.'],
    [
      'The MRI showed a herniation at L5-S1 and a herniation at L4-5.',
      'Injection',
      'The herniation at L3-4 is old.',
    ],
  ])('is silent: %s %s: "%s"', (summary, heading, rationale) => {
    expect(found(summary, heading, rationale)).toEqual([]);
  });

  it('gives the level of the part of the spine that the letter is about', () => {
    const text = (level: string): string =>
      letter({
        summary: summaryOf(`His low back hurts at L3-4. Blocks at ${level} were planned.`),
      });
    expect(fixed(text('C3-4'), 'level-unnamed')).toBe(text('L3-4'));
  });
});
