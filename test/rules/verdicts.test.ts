import { describe, expect, it } from 'vitest';
import { applyFix, check, marked } from '../support/check.ts';
import { only, preferred, verdictFindings } from '../support/findings.ts';
import { letter } from '../support/letter.ts';

const item = (heading: string, rationale: string) => ({ heading, rationale });

const argument =
  'No, the request for Baclofen was not medically necessary, medically appropriate, or indicated here. There is no gain in function.';

describe('verdict against conclusion', () => {
  it('reads a conclusion behind a sentence that ends in a quotation', () => {
    const wrong = letter({
      items: [
        item(
          'Baclofen 10mg #45: Upheld',
          'He said, "I would take it if it got me back." The request is medically necessary.',
        ),
      ],
    });
    expect(verdictFindings(wrong)).toContain('verdict-conclusion-mismatch');
  });

  it.each(['Yes, he improved.', 'Yes, there was relief.'])('takes no side with "%s"', (opening) => {
    const text = letter({
      items: [{ rationale: `${opening} The gain was brief. The request is not medically necessary.` }],
    });
    expect(check(text, 'opener-verdict-mismatch')).toEqual([]);
  });

  it('prefers another verdict where the opener sides with the conclusion', () => {
    const wrong = letter({
      items: [
        item(
          'Baclofen 10mg #45: Overturned',
          `${argument} Therefore, the request was not medically necessary.`,
        ),
      ],
    });
    const finding = only(check(wrong, 'verdict-conclusion-mismatch'));
    expect(marked(wrong, finding)).toBe('Overturned');
    expect(finding.related.map((place) => marked(wrong, place))).toEqual([
      'No',
      'was not medically necessary',
      'was not medically necessary',
    ]);
    expect(applyFix(wrong, preferred(finding))).toBe(wrong.replace('Overturned', 'Upheld'));
  });

  it('tells a heading that stands alone once, also where the next item refers to it', () => {
    const right = letter({
      items: [
        item('Baclofen 10mg #45: Upheld', `${argument} Therefore, the request was not medically necessary.`),
        item(
          'Norco 10/325mg #60: Upheld',
          'Similarly, the request for Norco was likewise not medically necessary, medically appropriate, or indicated here. Therefore, the request was not medically necessary.',
        ),
      ],
    });
    expect(verdictFindings(right)).toEqual([]);
    expect(verdictFindings(right.replace('#45: Upheld', '#45: Overturned'))).toEqual([
      'verdict-conclusion-mismatch',
    ]);
    expect(verdictFindings(right.replace('Similarly', 'Conversely'))).toEqual(['opener-verdict-mismatch']);
  });

  it.each([
    ['is determined to not be medically necessary.', 'is determined to be medically necessary.'],
    [
      'is not supported by the records as being medically necessary.',
      'is supported by the records as being medically necessary.',
    ],
  ])('offers to put the "not" back in "%s"', (standard, lost) => {
    const right = letter({
      items: [
        item(
          'Baclofen 10mg #45: Upheld',
          `There is no gain in function. The request for Baclofen ${standard}`,
        ),
      ],
    });
    const wrong = right.replace(standard, lost);
    const finding = only(check(wrong, 'verdict-conclusion-mismatch'));
    expect(finding.fixes.map((fix) => applyFix(wrong, fix))).toContain(right);
  });

  it('prefers the "not" where the opener sides with the verdict', () => {
    const wrong = letter({
      items: [
        item('Baclofen 10mg #45: Upheld', `${argument} Therefore, the request was medically necessary.`),
      ],
    });
    const finding = only(check(wrong, 'verdict-conclusion-mismatch'));
    expect(applyFix(wrong, preferred(finding))).toBe(
      wrong.replace('was medically necessary.', 'was not medically necessary.'),
    );
  });

  it('prefers nothing where the rationale takes no side', () => {
    const wrong = letter({
      items: [item('Baclofen 10mg #45: Upheld', 'The MTUS was read. The request is medically necessary.')],
    });
    expect(only(check(wrong, 'verdict-conclusion-mismatch')).fixes.map((fix) => fix.preferred)).toEqual([
      false,
      false,
    ]);
  });

  it.each([
    ['is determined to be not medically necessary', 'Upheld'],
    ['is determined to not be medically necessary', 'Upheld'],
    ['cannot be considered medically necessary', 'Upheld'],
    ['is not supported by the provided records as being medically necessary at this time', 'Upheld'],
    ['is medically unnecessary', 'Upheld'],
    ['is not felt to be medically reasonable or necessary', 'Upheld'],
    [
      'is determined to be medically necessary because it is within the limits and the pain has not changed',
      'Overturned',
    ],
    ['is medically necessary and appropriate', 'Overturned'],
  ])('reads "%s" as %s', (closing, verdict) => {
    const other = verdict === 'Upheld' ? 'Overturned' : 'Upheld';
    const rationale = `The MTUS was read. The request for Baclofen ${closing}.`;
    expect(
      check(letter({ items: [item(`Baclofen: ${verdict}`, rationale)] }), 'verdict-conclusion-mismatch'),
    ).toEqual([]);
    expect(
      check(letter({ items: [item(`Baclofen: ${other}`, rationale)] }), 'verdict-conclusion-mismatch'),
    ).toHaveLength(1);
  });

  it.each([
    [
      'the opioid notice after the conclusion',
      'There is no gain. The request is not medically necessary. This decision addresses the medical necessity of opioids as they have been prescribed to this patient. This medical necessity decision should not be interpreted as a recommendation to stop long-term opioids abruptly.',
    ],
    [
      'a service that depends on a surgery',
      'As the requested surgical intervention is not medically necessary, the requested ancillary service is not medically necessary.',
    ],
    [
      'a condition',
      'Testing may be done if medically necessary. There is no reason here. The request is not medically necessary.',
    ],
    [
      'what a guideline says of others',
      'Office visits are recommended as determined to be medically necessary. The request is not medically necessary.',
    ],
    [
      'an attribute',
      'Testing is part of a medically necessary program. The request is not medically necessary.',
    ],
    [
      'a quotation',
      'The provider wrote that "the drug is medically necessary for her" and no more. The request is not medically necessary.',
    ],
    [
      'a second way to conclude',
      'There is no gain. Medical necessity has not been established. The request is not medically necessary.',
    ],
    ['neither … nor', 'Neither the drug nor its refill is medically necessary.'],
  ])('is silent on %s', (_, rationale) => {
    expect(verdictFindings(letter({ items: [item('Baclofen: Upheld', rationale)] }))).toEqual([]);
  });

  it('compares within each item only', () => {
    const text = letter({
      items: [
        item('Baclofen: Upheld', 'No gain was shown. The request is not medically necessary.'),
        item('Prozac: Overturned', 'Conversely, this drug helps. The request is medically necessary.'),
      ],
    });
    expect(verdictFindings(text)).toEqual([]);
  });
});

describe('opening words', () => {
  const upheld = item(
    'Norco: Upheld',
    'No, the request was not medically necessary, medically appropriate, or indicated here. Therefore, the request was not medically necessary.',
  );

  it('turns Yes to No', () => {
    const text = letter({ items: [{ ...upheld, rationale: upheld.rationale.replace('No,', 'Yes,') }] });
    expect(applyFix(text, preferred(only(check(text, 'opener-verdict-mismatch'))))).toBe(
      letter({ items: [upheld] }),
    );
  });

  it.each([
    ['Conversely', 'Upheld', 'not ', 'Similarly'],
    ['Similarly', 'Overturned', '', 'Conversely'],
  ])('turns %s after Upheld and before %s', (word, verdict, not, right) => {
    const rationale = `${word}, the request was ${not}medically necessary. Therefore, the request was ${not}medically necessary.`;
    const text = letter({ items: [upheld, item(`Baclofen: ${verdict}`, rationale)] });
    expect(applyFix(text, preferred(only(check(text, 'opener-verdict-mismatch'))))).toBe(
      text.replace(`${word}, the`, `${right}, the`),
    );
  });

  it('takes "No" without comma for an argument', () => {
    const text = letter({
      items: [item('Norco: Overturned', 'No adverse effect was seen. The request is medically necessary.')],
    });
    expect(verdictFindings(text)).toEqual([]);
  });
});

describe('sentences', () => {
  it('restores the "not" of an opening sentence', () => {
    const right = letter({
      items: [
        item(
          'Norco: Upheld',
          'The request for Norco is not medically necessary. There is no gain. Therefore, the request is not medically necessary.',
        ),
      ],
    });
    const wrong = right.replace('Norco is not', 'Norco is');
    const finding = only(check(wrong, 'sentence-contradicts-verdict'));
    expect(finding.severity).toBe('error');
    expect(applyFix(wrong, preferred(finding))).toBe(right);
  });

  it('restores the "not" of the surgery that a service depends on', () => {
    const right = letter({
      items: [
        item(
          'Sling: Upheld',
          'As the requested surgery is not medically necessary, the sling is not medically necessary.',
        ),
      ],
    });
    const wrong = right.replace('surgery is not', 'surgery is');
    expect(applyFix(wrong, preferred(only(check(wrong, 'sentence-contradicts-verdict'))))).toBe(right);
  });

  it('restores the "no" of an explanation', () => {
    const right = letter({
      items: [
        item(
          'Cold unit: Upheld',
          'From the records, there is no clear explanation offered of why a unit is needed. The request is not medically necessary.',
        ),
      ],
    });
    const wrong = right.replace('no clear', 'a clear');
    expect(applyFix(wrong, preferred(only(check(wrong, 'sentence-contradicts-verdict'))))).toBe(right);
  });

  it('is silent about a rule that says when such treatment may be necessary', () => {
    const text = letter({
      items: [
        item(
          'Work hardening: Upheld',
          'Programs of this kind may be considered medically necessary, the guideline says, where a job waits and therapy has failed. No job waits. The request is not medically necessary.',
        ),
      ],
    });
    expect(verdictFindings(text)).toEqual([]);
  });

  it('is silent about a remark on another service before the conclusion', () => {
    const text = letter({
      items: [
        item(
          'Cold therapy unit: Overturned',
          'The requested surgery is found to be necessary, and the unit is asked for one week. The request is medically necessary.',
        ),
      ],
    });
    expect(verdictFindings(text)).toEqual([]);
  });

  it('is silent where support is granted and then outweighed', () => {
    const text = letter({
      items: [
        item(
          'Scooter: Upheld',
          'There is documentation to support a scooter, but not for home use. The request is not medically necessary.',
        ),
      ],
    });
    expect(verdictFindings(text)).toEqual([]);
  });
});
