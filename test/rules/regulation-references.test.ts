import { describe, expect, test } from 'vitest';
import { case2014 } from '../support/case-2014.ts';
import { applyFix, check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';

const close = ' Therefore, the request is not medically necessary.';
const of2014 = (rationale: string): string =>
  letter({ ...case2014, items: [{ rationale: rationale + close }] });
const of2016 = (rationale: string): string => letter({ items: [{ rationale: rationale + close }] });

function fixed(source: string, rule: string): string {
  const [finding] = check(source, rule);
  if (!finding?.fixes[0]) throw new Error(`No fix of ${rule}.`);
  return applyFix(source, finding.fixes[0]);
}

describe('subdivision-mismatch', () => {
  test('wants (e) since 2015-04-20 and (f) before, in the print of the letter', () => {
    const wrong = of2016('All of it suggests a lack of functional improvement as defined in MTUS 9792.20f.');
    expect(
      check(wrong, 'subdivision-mismatch').map((finding) => [finding.severity, marked(wrong, finding)]),
    ).toEqual([['error', '9792.20f']]);
    expect(fixed(wrong, 'subdivision-mismatch')).toBe(wrong.replace('9792.20f', '9792.20e'));
    const older = of2014('There was no functional improvement as defined in section 9792.20 (e).');
    expect(fixed(older, 'subdivision-mismatch')).toBe(older.replace('(e)', '(f)'));
  });

  test.each([
    ['the right letter', of2016('There was no functional improvement as defined in 9792.20(e).')],
    ['the right letter of 2014', of2014('There was no functional improvement as defined in 9792.20f.')],
    ['another definition', of2016('Medical treatment is defined in 9792.20(f).')],
    [
      'a quotation of the acupuncture section',
      of2016('Section 9792.24.1 speaks of functional improvement as defined in 9792.20(f).'),
    ],
    [
      'the acupuncture text, which has letters of its own',
      of2014(
        'Acupuncture treatments may be extended if functional improvement is documented as defined in Section 9792.20(e).',
      ),
    ],
    ['the definitions as a whole', of2016('Functional improvement is defined in section 9792.20.')],
  ])('says nothing about %s', (_, source) => {
    expect(check(source, 'subdivision-mismatch')).toEqual([]);
  });

  test('says nothing where the case straddles the change', () => {
    const source = letter({
      header: {
        'UR Denial Date': '05/04/2015',
        'Application Received': '05/09/2015',
        'Date Assigned': '05/20/2015',
        'Decision Date': '06/15/2015',
        'Date of Injury': '09/15/2012',
      },
      summary:
        'The request for authorization dated 04/02/2015 asked for Baclofen. The utilization review dated 05/04/2015 non-certified it.',
      items: [{ rationale: `There was no functional improvement as defined in 9792.20f.${close}` }],
    });
    expect(check(source, 'subdivision-mismatch')).toEqual([]);
  });
});

test('subdivision-mixed: only where the dates do not tell, at the rarer letter', () => {
  const mixed =
    'There was no functional improvement as defined in 9792.20e. The lack of functional improvement as defined in 9792.20e is plain. It is no functional improvement as defined in 9792.20f.';
  const source = letter({
    header: false,
    summary: 'The applicant filed a claim for back pain.',
    items: [{ rationale: mixed + close }],
  });
  expect(check(source, 'subdivision-mixed').map((finding) => marked(source, finding))).toEqual(['9792.20f']);
  expect(fixed(source, 'subdivision-mixed')).toBe(source.replace('9792.20f', '9792.20e'));
  expect(check(of2016(mixed), 'subdivision-mixed')).toEqual([]);
});

test('subdivision-mixed: the MAXIMUS line names the definition too', () => {
  const source = letter({
    header: false,
    summary: 'The applicant filed a claim for back pain.',
    items: [
      {
        claims: 'Decision based on Non-MTUS Citation MTUS 9792.20f.',
        maximus: 'Decision based on Non-MTUS Citation MTUS 9792.20e.',
        rationale: `There was no functional improvement as defined in MTUS 9792.20f.${close}`,
      },
    ],
  });
  const [finding, ...more] = check(source, 'subdivision-mixed');
  expect(finding && marked(source, finding)).toBe('9792.20e');
  expect(more).toEqual([]);
  const agreed = source.replace('MTUS 9792.20e', 'MTUS 9792.20f');
  expect(check(agreed, 'subdivision-mixed')).toEqual([]);
});

describe('regulation-unknown', () => {
  test.each(['9729.20', '9792.29', '9972.20', '9792.02'])('changes %s to 9792.20', (number) => {
    const source = of2016(`There was no functional improvement as defined in MTUS ${number}(e).`);
    expect(fixed(source, 'regulation-unknown')).toBe(source.replace(number, '9792.20'));
  });

  test('changes the only neighbour of a number without letter', () => {
    const source = of2016('The acupuncture guideline stands in section 9729.24.1.');
    expect(fixed(source, 'regulation-unknown')).toBe(source.replace('9729.24.1', '9792.24.1'));
  });

  test.each([
    '9792.20(e)',
    '9792.21.1',
    '9792.24.4',
    '9792.27.5',
    '9792.6.1',
    '9792.10.1',
    '9789.10-9789.111',
    '9785',
  ])('accepts %s', (number) => {
    expect(
      check(of2016(`The request falls under section ${number} of the regulations.`), 'regulation-unknown'),
    ).toEqual([]);
  });
});

test('regulation-spelling: only where the letter mixes both', () => {
  const source = of2016(
    'There was no functional improvement as defined in 9792.20(e). It lacks functional improvement as defined in 9792.20e.',
  );
  expect(fixed(source, 'regulation-spelling')).toBe(source.replace('9792.20e', '9792.20(e)'));
  expect(
    check(of2016('It lacks functional improvement as defined in 9792.20e.'), 'regulation-spelling'),
  ).toEqual([]);
});

describe('subdivision-ef', () => {
  test('gives the letter that the dates of the case want', () => {
    const text = 'All of it suggests a lack of functional improvement as defined in MTUS 9792.20(ef).';
    expect(fixed(of2016(text), 'subdivision-ef')).toBe(of2016(text.replace('(ef)', '(e)')));
    expect(fixed(of2014(text), 'subdivision-ef')).toBe(of2014(text.replace('(ef)', '(f)')));
  });
});
