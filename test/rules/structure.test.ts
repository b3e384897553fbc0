import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyFix, check, marked } from '../support/check.ts';
import { only, preferred } from '../support/findings.ts';
import { letter } from '../support/letter.ts';

/** Removes one stretch of a letter. */
function without(text: string, stretch: string): string {
  if (!text.includes(stretch)) throw new Error(`The letter does not hold "${stretch}".`);
  return text.replace(stretch, '');
}

const credentials =
  'The Expert Reviewer has the following credentials:\nState(s) of Licensure: California\nCertification(s)/Specialty: Preventive Medicine, Occupational Medicine\n\n';

describe('credentials', () => {
  it.each(['State(s) of Licensure: ', 'Certification(s)/Specialty: '])(
    'puts the label "%s" before its value that stands without it',
    (label) => {
      const text = without(letter(), label);
      const finding = only(check(text, 'credentials-missing'));
      expect(applyFix(text, preferred(finding))).toBe(letter());
      expect(check(text, 'passage-altered')).toEqual([]);
    },
  );

  it('takes a list of states over two lines for one value', () => {
    const text = letter({ replace: [['Licensure: California', 'Licensure: California, New\nYork']] });
    expect(check(text, 'credentials-missing')).toEqual([]);
    const lost = without(text, 'Certification(s)/Specialty: Preventive Medicine, Occupational Medicine\n');
    expect(only(check(lost, 'credentials-missing')).message).toContain('lack the line');
  });
});

describe('sections', () => {
  it('offers the labels of deleted credentials at their place', () => {
    const text = without(letter(), credentials);
    const finding = only(check(text, 'section-missing'));
    expect(finding.severity).toBe('error');
    expect(applyFix(text, preferred(finding))).toBe(
      letter().replace(
        credentials,
        'The Expert Reviewer has the following credentials:\nState(s) of Licensure:\nCertification(s)/Specialty:\n\n',
      ),
    );
  });

  it('restores the fixed section on how the determination was made', () => {
    const whole = letter();
    const start = whole.indexOf('HOW THE IMR');
    const text = whole.slice(0, start) + whole.slice(whole.indexOf('The Expert Reviewer has'));
    expect(applyFix(text, preferred(only(check(text, 'section-missing'))))).toBe(whole);
  });

  describe('of the notice of 2013', () => {
    const notice = (summary: string, documents = 'Documents Reviewed for Determination:'): string =>
      [
        'Notice of Independent Medical Review Determination',
        'Dated: 9/26/2013',
        'Date of Injury: 1/9/2013',
        'INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE',
        'An application was filed on 8/1/2013.',
        'Medical Qualifications of the Expert Reviewer:',
        'The reviewer is Board Certified in Occupational Medicine.',
        summary,
        'The patient is a roofer with knee pain.',
        documents,
        'Medical records of 2013 were reviewed.',
      ].join('\n\n');
    const told = (text: string): string[] =>
      check(text)
        .map(({ rule }) => rule)
        .filter((rule) => /^(?:section|heading)-/.test(rule));

    it.each([
      ['Case Summary:', 'Documents Reviewed for Determination:'],
      ['Expert Reviewer Case Summary:', 'Documents Reviewed for Determination:'],
      ["Expert Reviewer's Clinical Summary:", 'DOCUMENTS REVIEWED FOR DETERMINATION:'],
      ['SUMMARY OF THE CASE', 'Documents Reviewed:'],
    ])('is silent about the headings "%s" and "%s"', (summary, documents) => {
      expect(told(notice(summary, documents))).toEqual([]);
    });

    it.each([
      ['is gone', ''],
      ['is only spoken of', 'The reviewer gave a case summary to the parties on request.'],
    ])('misses a summary whose heading %s', (_, line) => {
      expect(told(notice(line))).toEqual(['section-missing']);
    });

    it('finds a heading with a slip', () => {
      expect(told(notice('Expert Reviewer Case Sumary:'))).toEqual(['heading-misspelt']);
    });
  });

  it('tells a fragment once instead of listing what it lacks', () => {
    const text = letter();
    const findings = check(text.slice(text.indexOf('Baclofen 10mg #45: Upheld'))).filter((finding) =>
      /^(?:section|heading|header|credentials)-/.test(finding.rule),
    );
    const finding = only(findings);
    expect(finding.severity).toBe('information');
    expect(finding.message).toContain('part of a determination');
  });

  it('gives one information for a text that is no determination', () => {
    const finding = only(check('Dear colleague,\n\nThe MRI was normal.\n'));
    expect([finding.rule, finding.severity]).toEqual(['not-a-determination', 'information']);
    expect(check('')).toEqual([]);
  });

  it('finds a section that moved', () => {
    const text = without(letter(), credentials).replace(
      'IMR ISSUES, DECISIONS',
      `${credentials}IMR ISSUES, DECISIONS`,
    );
    expect(only(check(text, 'section-misplaced')).message).toContain('credentials of the expert reviewer');
  });

  it('finds a section whose text is gone, with and without its lead-in', () => {
    const emptied = letter().replace(/(?<=CLINICAL CASE SUMMARY\n)[\s\S]*?(?=IMR ISSUES)/, '\n');
    expect(check(emptied, 'section-empty')).toHaveLength(1);
    expect(check(letter({ summary: '' }), 'section-empty')).toHaveLength(1);
  });

  it('restores a deleted heading', () => {
    const text = without(letter(), 'IMR ISSUES, DECISIONS AND RATIONALES\n');
    expect(applyFix(text, preferred(only(check(text, 'heading-missing'))))).toBe(letter());
  });

  it.each([
    ['HOW THE IMR FINAL DETERMINATION WAS MADE', 'HOW THE IMR FINAL DETERMINATON WAS MADE'],
    ['CLINICAL CASE SUMMARY', 'CLINCAL CASE SUMMARY'],
    ['CLINICAL CASE SUMMARY', 'CLINICAL SUMMARY'],
    ['IMR ISSUES, DECISIONS AND RATIONALES', 'IMR ISSUES, DECISIONS AND RATIONALE'],
  ])('restores the heading %s from %s', (standard, printed) => {
    const text = letter({ replace: [[standard, printed]] });
    const finding = only(check(text, 'heading-misspelt'));
    expect(finding.severity).toBe('error');
    expect(marked(text, finding)).toBe(printed);
    expect(applyFix(text, preferred(finding))).toBe(letter());
  });

  it('only hints at a heading in small letters', () => {
    expect(
      only(
        check(letter({ replace: [['CLINICAL CASE SUMMARY', 'Clinical Case Summary']] }), 'heading-misspelt'),
      ).severity,
    ).toBe('hint');
  });
});

describe('header', () => {
  it('says nothing of a letter without header table', () => {
    expect(check(letter({ header: false })).filter((finding) => finding.rule.startsWith('header-'))).toEqual(
      [],
    );
  });

  it('finds a case number with a digit too few, and a misspelt priority', () => {
    expect(check(letter({ header: { 'Case Number': 'CM16-012345' } }), 'header-field-invalid')).toHaveLength(
      1,
    );
    expect(check(letter({ header: { Priority: 'STANDARD' } }), 'header-field-invalid')).toEqual([]);
    const text = letter({ header: { Priority: 'Expidited' } });
    expect(applyFix(text, preferred(only(check(text, 'header-field-invalid'))))).toBe(
      letter({ header: { Priority: 'Expedited' } }),
    );
  });
});

describe('disputed items', () => {
  it.each(['Claims Administrator guideline: ', 'MAXIMUS guideline: ', 'Decision rationale: '])(
    'restores a deleted "%s"',
    (label) => {
      const text = without(letter(), label);
      const finding = only(check(text, 'label-missing'));
      expect(applyFix(text, preferred(finding))).toBe(letter());
      expect(
        check(text).filter((other) => other.severity === 'error' || other.severity === 'warning'),
      ).toEqual([finding]);
    },
  );

  it.each(['Claims Administrator guideline: ', 'MAXIMUS guideline: ', 'Decision rationale: '])(
    'takes out a doubled "%s"',
    (label) => {
      const text = letter({ replace: [[label, label + label]] });
      expect(applyFix(text, preferred(only(check(text, 'label-repeated'))))).toBe(letter());
    },
  );

  it('takes out a part that stands twice', () => {
    const line = /MAXIMUS guideline: .*\n\n/.exec(letter())?.[0] ?? '';
    const text = letter({ replace: [[line, line + line]] });
    expect(applyFix(text, preferred(only(check(text, 'label-repeated'))))).toBe(letter());
  });

  it('gives a mislabelled part the label that is missing', () => {
    const text = letter({ replace: [['Claims Administrator guideline:', 'MAXIMUS guideline:']] });
    const finding = only(check(text, 'label-repeated'));
    expect(applyFix(text, preferred(finding))).toBe(letter());
    expect(check(text, 'label-missing')).toEqual([]);
  });

  it('puts moved parts in order', () => {
    const standard = letter({ items: [{ claims: 'Decision based on MTUS Knee Complaints 2004.' }] });
    const claims = 'Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.\n\n';
    const moved = without(standard, claims).replace('Decision rationale:', `${claims}Decision rationale:`);
    const finding = only(check(moved, 'label-misplaced'));
    expect(applyFix(moved, preferred(finding))).toBe(standard);
  });

  it.each([
    ['Baclofen 10mg #45', 'Upheld'],
    ['Baclofen 10mg #45:', 'Upheld'],
  ])('adds the verdict that the conclusion gives to "%s"', (heading) => {
    const text = letter({ items: [{ heading }] });
    expect(applyFix(text, preferred(only(check(text, 'item-verdict-missing'))))).toBe(letter());
  });

  it('corrects a verdict with slips of the keys, and offers both verdicts for another outcome', () => {
    const slipped = letter({ items: [{ heading: 'Baclofen 10mg #45: Uphled' }] });
    expect(applyFix(slipped, preferred(only(check(slipped, 'item-verdict-unknown'))))).toBe(letter());
    const other = letter({ items: [{ heading: 'Baclofen 10mg #45: Partially Overturned' }] });
    const finding = only(check(other, 'item-verdict-unknown'));
    expect(marked(other, finding)).toBe('Partially Overturned');
    expect(finding.fixes.map((fix) => fix.title)).toEqual(['Change to Upheld', 'Change to Overturned']);
  });

  it('does not take the end of a heading with an inner colon for a verdict', () => {
    const text = letter({ items: [{ heading: 'Associated surgical service: Crutches: Upheld' }] });
    expect(check(text).filter((finding) => finding.rule.startsWith('item-'))).toEqual([]);
  });

  it('finds an item that lost its heading', () => {
    const text = without(
      letter({ items: [{}, { heading: 'Norco 10/325mg #60: Upheld' }] }),
      'Norco 10/325mg #60: Upheld\n\n',
    );
    expect(only(check(text, 'item-heading-missing')).message).toContain('Item 2');
  });

  it('keeps a rationale that was cut apart from the heading after it', () => {
    const text = letter({
      items: [
        { rationale: 'There is no gain in function. As such, the request is' },
        { heading: 'Norco 10/325mg #60: Upheld' },
      ],
    });
    expect(check(text, 'sentence-cut')).toHaveLength(1);
    expect(check(text, 'item-heading-missing')).toEqual([]);
  });
});

const clean = new URL('../fixtures/letters/clean/', import.meta.url);
const families = new Set([
  'section',
  'heading',
  'header',
  'label',
  'item',
  'credentials',
  'not',
  'verdict',
  'opener',
  'sentence',
  'conclusion',
  'scope',
  'passage',
  'quotes',
  'brackets',
  'leftover',
  'placeholder',
  'punctuation',
  'lost',
]);

describe('clean letters of every form', () => {
  it.each(readdirSync(clean).filter((file) => file.endsWith('.txt')))('%s', (file) => {
    const findings = check(readFileSync(new URL(file, clean), 'utf8')).filter(
      (finding) => finding.severity !== 'hint' && families.has(finding.rule.split('-')[0] ?? ''),
    );
    expect(findings.map((finding) => `${finding.rule}: ${finding.message}`)).toEqual([]);
  });
});
