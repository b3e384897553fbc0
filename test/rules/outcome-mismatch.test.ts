import { describe, expect, it } from 'vitest';
import type { Finding, Fix } from '../../server/src/language/finding.ts';
import { applyFix, check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';

const found = (text: string): Finding[] => check(text, 'outcome-mismatch');

function only(text: string): Finding {
  const findings = found(text);
  expect(findings).toHaveLength(1);
  return findings[0] as Finding;
}

const preferred = (finding: Finding): Fix | undefined => finding.fixes.find((fix) => fix.preferred);

/** A text with one place changed, which must be there. */
function changed(text: string, ...changes: [from: string, to: string][]): string {
  return changes.reduce((result, [from, to]) => {
    expect(result).toContain(from);
    return result.replace(from, to);
  }, text);
}

interface Request {
  /** As the outcome lines and headings name it. */
  name: string;
  /** `not ` or nothing, of line and heading. */
  not: string;
  argument: string;
  closing: string;
}

const therapy: Request = {
  name: 'aquatic therapy, 8 visits, left hip',
  not: 'not ',
  argument: 'Nothing in the file keeps the employee from exercise on land.',
  closing: 'The request for aquatic therapy, 8 visits, left hip is not medically necessary and appropriate.',
};
const films: Request = {
  name: 'X-rays of the left hip',
  not: '',
  argument: 'The employee limps, and no films were taken since the fall.',
  closing: 'The request for X-rays of the left hip is medically necessary and appropriate.',
};

/** A notice of 2013. */
function notice(requests: readonly Request[] = [therapy, films]): string {
  const lines = requests.map(
    ({ name, not }, index) =>
      `${index + 1}) MAXIMUS Federal Services, Inc. has determined the request for ${name} is ${not}medically necessary and appropriate.\n`,
  );
  return [
    'MAXIMUS Federal Services',
    'Notice of Independent Medical Review Determination',
    'Dated: 10/30/2013',
    '',
    'Date of UR Decision: 7/15/2013',
    'Date of Injury: 4/2/2012',
    'IMR Application Received: 7/31/2013',
    'MAXIMUS Case Number: CM13-0004411',
    '',
    ...lines,
    'INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE',
    '',
    'An application for Independent Medical Review was filed on 7/31/2013. A decision has been made for each of the services that were in dispute:',
    '',
    ...lines,
    'Medical Qualifications of the Expert Reviewer:',
    'The physician reviewer is Board Certified in Family Practice and is licensed to practice in California.',
    '',
    'Case Summary:',
    'The employee slid from a tractor on 4/2/2012. UR held that the X-rays are not medically necessary.',
    '',
    'Documents Reviewed for Determination:',
    'The application and the medical records were reviewed.',
    '',
    ...requests.flatMap(({ name, argument, closing }, index) => [
      `${index + 1}) Regarding the request for ${name}:`,
      '',
      'Medical Treatment Guideline(s) Relied Upon by the Expert Reviewer to Make His/Her Decision:',
      'The Claims Administrator did not cite any evidence-based criteria.',
      '',
      'Rationale for the Decision:',
      `${argument} ${closing}`,
      '',
    ]),
  ].join('\n');
}

/** A determination of 2014. */
function of2014(requests: readonly Request[] = [therapy, films], final = ''): string {
  return [
    'MAXIMUS FEDERAL SERVICES, INC.',
    'Independent Medical Review',
    '',
    'Case Number: CM14-0004411',
    'Date of Injury: 04/02/2012',
    'UR Denial Date: 07/15/2014',
    '',
    final,
    '',
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    'MAXIMUS Federal Services sent the complete case file to a physician reviewer.',
    '',
    'DOCUMENTS REVIEWED',
    'The application and the medical records were reviewed.',
    '',
    'CLINICAL CASE SUMMARY',
    'The patient slid from a tractor on 04/02/2012.',
    '',
    'IMR DECISION(S) AND RATIONALE(S)',
    'The Final Determination was based on decisions for the disputed items/services set forth below:',
    '',
    ...requests.flatMap(({ name, not, argument, closing }, index) => [
      `${index + 1}. ${name.toUpperCase()} is ${not}medically necessary and appropriate.`,
      '',
      'The Claims Administrator did not cite a guideline.',
      '',
      'The Physician Reviewer based his/her decision on the ACOEM Practice Guidelines.',
      '',
      "The Physician Reviewer's decision rationale:",
      `${argument} ${closing}`,
      '',
    ]),
  ].join('\n');
}

const finalLine = (word: string, which: string): string =>
  `Final Determination: ${word}. This means we decided that ${which} of the disputed items/services are medically necessary and appropriate.`;

describe('the notice of 2013', () => {
  it('finds nothing where all places agree', () => {
    expect(found(notice())).toEqual([]);
  });

  it('leaves open which way to turn a conclusion against the outcome lines: the second only repeats the first', () => {
    const right = notice();
    const wrong = changed(right, [films.closing, films.closing.replace('is medically', 'is not medically')]);
    const finding = only(wrong);
    expect(finding.severity).toBe('error');
    expect(finding.message).toBe(
      'Request 2: the conclusion of the rationale says "not medically necessary", but the outcome line at the head of the letter and the outcome line of the decision say "medically necessary".',
    );
    expect(marked(wrong, finding)).toBe('is not medically necessary');
    expect(finding.related.map((place) => marked(wrong, place))).toEqual([
      'is medically necessary and appropriate',
      'is medically necessary and appropriate',
    ]);
    expect(preferred(finding)).toBeUndefined();
    expect(finding.fixes.map((fix) => applyFix(wrong, fix))).toContain(right);
  });

  it('turns one outcome line that stands against the other and the conclusion', () => {
    const right = notice();
    const wrong = changed(right, ['left hip is not medically', 'left hip is medically']);
    const finding = only(wrong);
    expect(finding.start).toBe(wrong.indexOf('is medically necessary'));
    expect(finding.message).toContain(
      'the outcome line at the head of the letter says "medically necessary"',
    );
    expect(applyFix(wrong, preferred(finding) as Fix)).toBe(right);
  });

  it('offers to turn both lines where both go against the conclusion', () => {
    const right = notice();
    const wrong = notice([{ ...therapy, not: '' }, films]);
    expect(only(wrong).fixes.map((fix) => applyFix(wrong, fix))).toContain(right);
  });

  it.each([
    ['wrapped lines', (text: string) => text.replaceAll('medically necessary', 'medically\nnecessary')],
    ['line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a blank line after each line', (text: string) => text.replaceAll('\n', '\n\n')],
  ])('reads letters with %s', (_, print) => {
    expect(found(print(notice()))).toEqual([]);
    expect(found(print(notice([{ ...therapy, not: '' }, films])))).toHaveLength(1);
  });

  it('says nothing where the lists have other numbers, or a number twice', () => {
    const wrong = notice([{ ...therapy, not: '' }, films]);
    expect(found(changed(wrong, ['2) Regarding', '3) Regarding']))).toEqual([]);
    expect(found(changed(wrong, ['2) MAXIMUS', '1) MAXIMUS']))).toEqual([]);
  });

  it('says nothing of lists in different orders', () => {
    const text = notice();
    const first = text.indexOf('1) Regarding');
    const swapped = text
      .slice(first)
      .replace(therapy.name, 'NAME')
      .replace(therapy.closing, 'CLOSING')
      .replace(films.name, therapy.name)
      .replace(films.closing, therapy.closing)
      .replace('NAME', films.name)
      .replace('CLOSING', films.closing);
    expect(found(text.slice(0, first) + swapped)).toEqual([]);
  });

  it('says nothing of a request that is decided in parts', () => {
    expect(
      found(
        notice([
          {
            ...therapy,
            closing:
              'The request for aquatic therapy, 6 visits, left hip is medically necessary and appropriate.',
          },
          films,
        ]),
      ),
    ).toEqual([]);
    expect(
      found(notice().replaceAll('left hip is not medically', 'left hip is partially medically')),
    ).toEqual([]);
  });
});

describe('the form of 2014', () => {
  it('finds a heading against its conclusion, without a preference', () => {
    const right = of2014();
    expect(found(right)).toEqual([]);
    const wrong = of2014([therapy, { ...films, not: 'not ' }]);
    const finding = only(wrong);
    expect(finding.severity).toBe('error');
    expect(finding.message).toBe(
      'Request 2: the conclusion of the rationale says "medically necessary", but the heading of the item says "not medically necessary".',
    );
    expect(preferred(finding)).toBeUndefined();
    expect(finding.fixes.map((fix) => applyFix(wrong, fix))).toEqual([
      of2014([
        therapy,
        { ...films, not: 'not ', closing: films.closing.replace('is medically', 'is not medically') },
      ]),
      right,
    ]);
  });

  it('prefers what the Final Determination goes with', () => {
    const final = finalLine('UPHOLD', 'none');
    const right = of2014([therapy], final);
    expect(found(right)).toEqual([]);
    const heading = of2014([{ ...therapy, not: '' }], final);
    expect(marked(heading, only(heading))).toBe('is medically necessary and appropriate');
    expect(applyFix(heading, preferred(only(heading)) as Fix)).toBe(right);
    const closing = changed(right, [therapy.closing, therapy.closing.replace('not ', '')]);
    expect(applyFix(closing, preferred(only(closing)) as Fix)).toBe(right);
  });

  it.each([
    ['The request is not medically necessary and appropriate.', 1],
    ['Therefore, the requested X-rays are not medically necessary.', 1],
    ['The request was not medically necessary, medically appropriate, or indicated here.', 1],
    // Not the decision on the request, or not on all of it.
    ['UR held that the request is not medically necessary.', 0],
    ['According to the claims administrator, the request was not medically necessary.', 0],
    ['Unless the pain returns, the request is not medically necessary.', 0],
    ['The letter of denial reads, "The request is not medically necessary."', 0],
    ['The request for a second set of X-rays of the right elbow is not medically necessary.', 0],
    ['The request is not medically necessary beyond the first view.', 0],
    ['The request for 3 X-rays is not medically necessary.', 0],
    ['The request is not medically necessary. A view from the side is another matter.', 0],
    ['A fusion is not medically necessary.', 0],
    ['The request for aquatic therapy, left hip is not medically necessary.', 0],
  ])('reads "%s"', (closing, count) => {
    expect(found(of2014([therapy, { ...films, closing }]))).toHaveLength(count);
  });

  it('reads a plain closing behind a quotation with a condition', () => {
    const argument = 'The note says, "I will operate tomorrow if she agrees."';
    expect(found(of2014([therapy, { ...films, argument }]))).toEqual([]);
    expect(found(of2014([therapy, { ...films, argument, not: 'not ' }]))).toHaveLength(1);
  });

  it('goes by the closing where the rationale reports the opposite before it', () => {
    const argument = 'The claims administrator found that the request is not medically necessary.';
    expect(found(of2014([therapy, { ...films, argument }]))).toEqual([]);
  });

  it('says nothing where the rationale decides another request before', () => {
    const argument = 'The request for a bone scan is medically necessary.';
    const closing = 'The request for X-rays of the left hip is not medically necessary.';
    expect(found(of2014([therapy, { ...films, argument, closing }]))).toEqual([]);
  });

  it('does not take a numbered line of the argument for an item', () => {
    const argument =
      'The criteria are:\n\n1. A trial that shows what is medically necessary.\n\n2. A plan.\n\n';
    expect(found(of2014([{ ...therapy, argument }, films]))).toEqual([]);
  });

  it('says nothing of an item that has lost its number', () => {
    const wrong = of2014([therapy, films]);
    expect(found(changed(wrong, ['2. X-RAYS', 'X-RAYS']))).toEqual([]);
  });
});

describe('the Final Determination', () => {
  it.each([
    ['UPHOLD', 'none', 'PARTIAL OVERTURN', 'some (but not all)'],
    ['OVERTURN', 'all', 'PARTIAL OVERTURN', 'some (but not all)'],
  ])('corrects %s where the requests are decided in both ways', (word, which, due, dueWhich) => {
    const wrong = of2014([therapy, films], finalLine(word, which));
    const finding = only(wrong);
    expect(finding.severity).toBe('warning');
    expect(marked(wrong, finding)).toBe(word);
    expect(applyFix(wrong, preferred(finding) as Fix)).toBe(
      of2014([therapy, films], finalLine(due, dueWhich)),
    );
  });

  it('corrects the explanation alone where the word is right', () => {
    const wrong = of2014([therapy, films], finalLine('PARTIAL OVERTURN', 'all'));
    const finding = only(wrong);
    expect(finding.message).toBe(
      'The Final Determination says "all of the disputed items", but 1 of the 2 requests is decided as medically necessary.',
    );
    expect(applyFix(wrong, preferred(finding) as Fix)).toBe(
      of2014([therapy, films], finalLine('PARTIAL OVERTURN', 'some (but not all)')),
    );
  });

  it('is left alone where a request may be granted in part, or one is not read', () => {
    const partial = finalLine('PARTIAL OVERTURN', 'some (but not all)');
    expect(found(of2014([therapy, films], partial))).toEqual([]);
    expect(found(of2014([therapy], partial))).toEqual([]);
    expect(
      found(of2014([therapy, { ...films, closing: 'Films are needed.' }], finalLine('UPHOLD', 'none'))),
    ).toEqual([]);
  });
});

describe('sides', () => {
  it('finds a heading for the other side', () => {
    const right = of2014([therapy]);
    const wrong = changed(right, ['VISITS, LEFT HIP', 'VISITS, RIGHT HIP']);
    const finding = only(wrong);
    expect(finding.severity).toBe('warning');
    expect(finding.message).toBe(
      'Request 1: the conclusion of the rationale names the left side, but the heading of the item names the right.',
    );
    expect(finding.fixes.map((fix) => applyFix(wrong, fix))).toContain(right);
  });

  it('finds the one place of a notice that names the other side', () => {
    const right = notice();
    const wrong = changed(right, ['8 visits, left hip', '8 visits, right hip']);
    const finding = only(wrong);
    expect(marked(wrong, finding)).toBe('right');
    expect(applyFix(wrong, preferred(finding) as Fix)).toBe(right);
  });

  it('leaves to another rule what that tells', () => {
    const wrong = changed(of2014(), ['VISITS, LEFT HIP', 'VISITS, RIGHT HIP']);
    expect(found(wrong)).toEqual([]);
    expect(check(wrong, 'laterality-mismatch')).toHaveLength(1);
  });

  it('accepts a request for both sides', () => {
    expect(found(of2014([therapy, { ...films, name: 'X-rays of the right and left hip' }]))).toEqual([]);
  });
});

it('leaves letters of other forms alone', () => {
  expect(
    found(
      letter({
        items: [
          {
            heading: '1. Baclofen 10mg #45 is medically necessary and appropriate: Upheld',
            rationale: 'There is no gain. The request for Baclofen 10mg #45 is not medically necessary.',
          },
        ],
      }),
    ),
  ).toEqual([]);
});
