import { describe, expect, test } from 'vitest';
import { case2014 } from '../support/case-2014.ts';
import { applyFix, check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';

const claims = 'The Claims Administrator did not cite any medical evidence for its decision.';
const withLine = (maximus: string): string => letter({ items: [{ maximus }] });

/** The line after the preferred fix. */
function fixedLine(source: string, rule: string): string {
  const [finding] = check(source, rule);
  const fix = finding?.fixes.find(({ preferred }) => preferred);
  if (!fix) throw new Error(`No preferred fix of ${rule}.`);
  return /MAXIMUS guideline: (.*)/.exec(applyFix(source, fix))?.[1] ?? '';
}

describe('guideline-name', () => {
  test.each([
    ['Chronic Pian Medical Treatment 2016', 'Chronic Pain Medical Treatment 2016'],
    [
      'Low Bcak Complaints 2004, Section(s): Special Studies',
      'Low Back Complaints 2004, Section(s): Special Studies',
    ],
    ['Foreram, Wrist, and Hand Complaints 2004', 'Forearm, Wrist, and Hand Complaints 2004'],
    ['Acupunture Treatment 2007', 'Acupuncture Treatment 2007'],
    [
      'Chronic Pain Treatmnt Guidelines BACLOFEN Page(s): 64',
      'Chronic Pain Treatment Guidelines BACLOFEN Page(s): 64',
    ],
    [
      'Chronic Pain Treatment Guidlines BACLOFEN Page(s): 64',
      'Chronic Pain Treatment Guidelines BACLOFEN Page(s): 64',
    ],
    [
      'Low Back Complaints 2014, Section(s): Special Studies',
      'Low Back Complaints 2004, Section(s): Special Studies',
    ],
    ['Chronic Pain Medical Treatment 2014', 'Chronic Pain Medical Treatment 2016'],
  ])('changes %s', (wrong, right) => {
    expect(fixedLine(withLine(`Decision based on MTUS ${wrong}.`), 'guideline-name')).toBe(
      `Decision based on MTUS ${right}.`,
    );
  });

  test.each([
    'Chronic Pain Medical Treatment 2016 Guidelines, Section(s): Office visits',
    'Chronic Pain Treatment Guidelines BACLOFEN Page(s): 64',
    'ACOEM Chapter 12 Low Back Complaints Page(s): 301',
    'Stress Related Conditions 2004',
    'Elbow Complaints 2004',
    'Neck and Upper Back Complaints',
    'Workplace Mental Health: Depressive Disorders 2020',
    'Hand, Wrist and Forearm Disorders 2016, and Initial Approaches to Treatment 2017',
  ])('accepts %s', (name) => {
    expect(check(withLine(`Decision based on MTUS ${name}.`), 'guideline-name')).toEqual([]);
  });

  test('does not call a year wrong that an edition has whose name is cut short', () => {
    const line = withLine('Decision based on MTUS Ankle and Foot Guidelines 2018.');
    expect(check(line, 'guideline-name').map(({ severity, fixes }) => [severity, fixes.length])).toEqual([
      ['information', 0],
    ]);
  });

  const outside = (citation: string): string =>
    `The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation ${citation}`;

  test.each([
    'Low Back (Inversion tables).',
    'Shoulder (Acute & Chronic), Pulleys.',
    'Hip and Pelvis Chapter: Canes.',
  ])('asks of which guideline the chapter is: %s', (citation) => {
    expect(fixedLine(withLine(outside(citation)), 'guideline-name')).toBe(
      outside(`Official Disability Guidelines (ODG), ${citation}`),
    );
  });

  test.each([
    'ODG, Low Back (Inversion tables).',
    'Neck and Upper Back, Pillows, ODG Preface.',
    'Low Back Disorders, third edition.',
    'Shoulder: ACOEM, 2011.',
    'Elbow injuries in athletes. Marek P, et al.',
    'Knee surgery handbook.',
  ])('knows a source in %s', (citation) => {
    expect(check(withLine(outside(citation)), 'guideline-name')).toEqual([]);
  });
});

describe('section-name', () => {
  test.each([
    [
      'Low Back Complaints 2004, Section(s): Inital Care, Physical Methods',
      'Low Back Complaints 2004, Section(s): Initial Care, Physical Methods',
    ],
    [
      'Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, GI symptmos & cardiovascular risk',
      'Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, GI symptoms & cardiovascular risk',
    ],
  ])('changes %s', (wrong, right) => {
    expect(fixedLine(withLine(`Decision based on MTUS ${wrong}.`), 'section-name')).toBe(
      `Decision based on MTUS ${right}.`,
    );
  });

  test('keeps the capitals of the older style', () => {
    const source = letter({
      ...case2014,
      items: [
        {
          claims,
          maximus:
            'Decision based on MTUS Chronic Pain Treatment Guidelines OPIODS, ON-GOING MANAGEMENT Page(s): 78.',
        },
      ],
    });
    expect(fixedLine(source, 'section-name')).toBe(
      'Decision based on MTUS Chronic Pain Treatment Guidelines OPIOIDS, ON-GOING MANAGEMENT Page(s): 78.',
    );
  });

  test('is information on the line of the claims administrator and in free text', () => {
    const claims = letter({
      items: [{ claims: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Physical Method.' }],
    });
    expect(check(claims, 'section-name').map(({ severity }) => severity)).toEqual(['information']);
    const free = withLine(
      'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Knees & Leg, Braces.',
    );
    expect(check(free, 'section-name').map((finding) => [finding.severity, marked(free, finding)])).toEqual([
      ['information', 'Knees & Leg'],
    ]);
  });

  test.each([
    'Elbow Complaints 2007, Section(s): 326, Diagnostic Criteria',
    'Postsurgical Treatment 2009, Section(s): Knee, Forearm, Wrist, & Hand',
    'Chronic Pain Medical Treatment 2016, Section(s): A section that no list of ours holds',
    'Opioid Treatment 2016, Section(s): 1.4 Opioids for Acute Pain: Opioids for Post-operative Pain',
  ])('accepts %s', (line) => {
    expect(check(withLine(`Decision based on MTUS ${line}.`), 'section-name')).toEqual([]);
  });
});

describe('edition-superseded', () => {
  const dated = (ur: string, maximus: string): string =>
    letter({
      header: {
        'Date of Injury': '01/05/2015',
        'UR Denial Date': ur,
        'Application Received': ur,
        'Date Assigned': ur,
        'Decision Date': ur,
      },
      summary: `The utilization review dated ${ur} non-certified the request.`,
      items: [{ claims, maximus }],
    });

  test.each([
    ['12/05/2016', 'Chronic Pain Medical Treatment 2009', 'Chronic Pain Medical Treatment 2016'],
    ['12/05/2015', 'Chronic Pain Medical Treatment 2016', 'Chronic Pain Medical Treatment 2009'],
    ['03/05/2020', 'Low Back Disorders 2016', 'Low Back Disorders 2019'],
    ['03/05/2019', 'Knee Complaints 2004', 'Knee Disorders 2015'],
  ])('%s: %s becomes %s', (ur, wrong, right) => {
    expect(fixedLine(dated(ur, `Decision based on MTUS ${wrong}.`), 'edition-superseded')).toBe(
      `Decision based on MTUS ${right}.`,
    );
    expect(check(dated(ur, `Decision based on MTUS ${right}.`), 'edition-superseded')).toEqual([]);
  });

  test('says nothing within a month of a change, nor about guidelines whose end is not known', () => {
    expect(
      check(
        dated('08/10/2016', 'Decision based on MTUS Chronic Pain Medical Treatment 2009.'),
        'edition-superseded',
      ),
    ).toEqual([]);
    expect(
      check(dated('03/05/2019', 'Decision based on MTUS Acupuncture Treatment 2007.'), 'edition-superseded'),
    ).toEqual([]);
  });

  test('says nothing where the dates of the case straddle the change', () => {
    const source = letter({
      header: {
        'UR Denial Date': '09/20/2016',
        'Application Received': '09/29/2016',
        'Date Assigned': '10/06/2016',
        'Decision Date': '11/04/2016',
      },
      summary:
        'The request for authorization dated 07/14/2016 asked for Baclofen. The utilization review dated 09/20/2016 non-certified it.',
      items: [
        {
          maximus:
            'Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Muscle relaxants (for pain).',
        },
      ],
    });
    expect(check(source, 'edition-superseded')).toEqual([]);
  });

  test('is a hint on the line of the claims administrator', () => {
    const source = letter({
      items: [{ claims: 'Decision based on MTUS Chronic Pain Medical Treatment 2009.' }],
    });
    expect(check(source, 'edition-superseded').map(({ severity }) => severity)).toEqual(['hint']);
  });
});

describe('edition-mismatch', () => {
  const rationale = (name: string): string =>
    letter({
      items: [
        { rationale: `${name} recommend a short course. Therefore, the request is not medically necessary.` },
      ],
    });

  test('changes the year in the rationale to that of the line', () => {
    const source = rationale('The California MTUS 2009 Chronic Pain Guidelines');
    const [finding] = check(source, 'edition-mismatch');
    expect(finding?.fixes[0] && applyFix(source, finding.fixes[0])).toBe(
      rationale('The California MTUS 2016 Chronic Pain Guidelines'),
    );
  });

  test.each([
    'The California MTUS 2016 Chronic Pain Guidelines',
    'The Chronic Pain Medical Treatment Guidelines (July 28, 2016)',
    'The 2009 MTUS guidelines',
    'The MTUS Chronic Pain Guidelines (Smith, 2009)',
  ])('accepts %s', (name) => {
    expect(check(rationale(name), 'edition-mismatch')).toEqual([]);
  });

  test('leaves the slip to the line where the line is wrong', () => {
    const source = letter({
      ...case2014,
      items: [
        {
          claims,
          maximus: 'Decision based on MTUS Chronic Pain Medical Treatment 2016.',
          rationale:
            'The MTUS 2009 Chronic Pain Guidelines recommend it. Therefore, the request is not medically necessary.',
        },
      ],
    });
    expect(
      check(source)
        .filter(({ rule }) => rule.startsWith('edition'))
        .map(({ rule }) => rule),
    ).toEqual(['edition-superseded']);
  });
});
