import { describe, expect, it } from 'vitest';
import type { Finding, Fix } from '../../server/src/language/finding.ts';
import { applyFix, check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';

function only(findings: Finding[]): Finding {
  expect(findings).toHaveLength(1);
  return findings[0] as Finding;
}

const preferred = (finding: Finding): Fix => finding.fixes.find((fix) => fix.preferred) as Fix;
const item = (heading: string, rationale: string) => ({ heading, rationale });

const verdictRules = [
  'verdict-conclusion-mismatch',
  'opener-verdict-mismatch',
  'sentence-contradicts-verdict',
  'conclusion-missing',
  'conclusion-malformed',
  'conclusion-other-item',
  'scope-mismatch',
];

/** Findings of the verdict rules above hint level. */
function verdictFindings(text: string): string[] {
  return check(text)
    .filter((finding) => verdictRules.includes(finding.rule) && finding.severity !== 'hint')
    .map((finding) => finding.rule);
}

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

describe('which way a sentence decides', () => {
  const deciding = (verdict: string, rationale: string): string =>
    letter({ items: [item(`MRI of the lumbar spine: ${verdict}`, rationale)] });
  const told = (verdict: string, rationale: string): string[] =>
    verdictFindings(deciding(verdict, rationale));

  it.each([
    'No MRI is medically necessary at this time.',
    'Beyond that, no further imaging is medically necessary.',
    'Nothing beyond plain films is medically necessary.',
    'At no point was an MRI medically necessary.',
    'By no means is the MRI medically necessary.',
    'An MRI is no longer medically necessary.',
    'The request is hardly medically necessary.',
    'This makes the request anything but medically necessary.',
    'I do not find that the MRI is medically necessary.',
    'It has not been shown that the MRI is medically necessary.',
    'The documentation does not establish that the request is medically necessary.',
    'The records fail to show that the MRI is medically necessary.',
    'There is insufficient evidence that the MRI is medically necessary.',
    'There is no indication that an MRI is medically necessary.',
    'This reviewer is not convinced that an MRI is medically necessary.',
    'It is unclear why the MRI is medically necessary.',
  ])('reads a refusal in "%s"', (rationale) => {
    expect(told('Upheld', rationale)).toEqual([]);
    expect(told('Overturned', rationale)).toContain('verdict-conclusion-mismatch');
  });

  it.each([
    'There can be no doubt that the MRI is medically necessary.',
    'No fewer than one MRI is medically necessary.',
    'No conservative care is missing, and the MRI is medically necessary.',
    'The denial does not hold. The MRI is medically necessary.',
  ])('reads a grant in "%s"', (rationale) => {
    expect(told('Overturned', rationale)).toEqual([]);
    expect(told('Upheld', rationale)).toContain('verdict-conclusion-mismatch');
  });

  it.each([
    [
      'a condition',
      'If weakness comes, an MRI will be medically necessary; at this point it is not medically necessary.',
    ],
    [
      'a condition turned round',
      'Should weakness come, an MRI would be medically necessary. The request is not medically necessary.',
    ],
    [
      'a limit',
      'An MRI is medically necessary only with a change. There is none. The request is not medically necessary.',
    ],
    [
      'a rule',
      'An MRI is rarely medically necessary in the first weeks. The request is not medically necessary.',
    ],
    [
      'what may come',
      'An MRI could become medically necessary later. At present it is not medically necessary.',
    ],
    [
      'what a letter says',
      'The appeal letter argues that the MRI is medically necessary. The request is not medically necessary.',
    ],
    [
      'another service',
      'X-rays are medically necessary first. The request for an MRI is not medically necessary.',
    ],
    [
      'a part of it',
      'A trial of six would be medically necessary; however, twelve exceed it. The request is not medically necessary.',
    ],
    [
      'what was granted',
      'The six already authorized were medically necessary. The request is not medically necessary.',
    ],
    [
      'a view that one might hold',
      'One might hold that an MRI is medically necessary. The request is not medically necessary.',
    ],
    [
      'what the surgeon holds',
      'According to the surgeon, the MRI is medically necessary. The request is not medically necessary.',
    ],
    [
      'what may have been',
      'An MRI may have been medically necessary in May. The request is not medically necessary.',
    ],
    [
      'a part, with the rest said without the words',
      'The first MRI was medically necessary. A second one is not, as nothing has changed.',
    ],
    [
      'something else',
      'What is medically necessary is a taper, not a refill. The request is not medically necessary.',
    ],
    ['a finding that was not made', 'I am unable to find the MRI medically necessary.'],
    [
      'a question',
      'Is the MRI medically necessary? No. There are no red flags. The request is not medically necessary.',
    ],
  ])('takes %s for no grant', (_, rationale) => {
    expect(told('Upheld', rationale)).toEqual([]);
  });

  it.each([
    'There is no reason to hold that the MRI is not medically necessary. The request is medically necessary.',
    'I disagree with the finding that the MRI is not medically necessary. The request is medically necessary.',
    'UR found the MRI not medically necessary, but weakness has come. The MRI is medically necessary.',
    'The MRI is medically necessary, although an EMG would not be medically necessary.',
    'In the absence of weakness an MRI would not be medically necessary. There is weakness. The MRI is medically necessary.',
    'The request was denied as not medically necessary. There is weakness. The MRI is medically necessary.',
    'The MRI was found to be not medically necessary by utilization review. There is weakness. The MRI is medically necessary.',
    'For most patients an MRI is not medically necessary. He is weak. The MRI is medically necessary.',
    'There is no reason to consider the MRI anything but medically necessary.',
  ])('takes no refusal from "%s"', (rationale) => {
    expect(told('Overturned', rationale)).toEqual([]);
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

describe('conclusions', () => {
  it('adds a missing conclusion in the sense of the verdict', () => {
    const text = letter({ items: [item('Norco: Upheld', 'There is no gain in function with Norco.')] });
    expect(applyFix(text, preferred(only(check(text, 'conclusion-missing'))))).toBe(
      text.replace('with Norco.', 'with Norco. Therefore, the request is not medically necessary.'),
    );
  });

  it('leaves a misspelt "necessary" to the spelling rules', () => {
    expect(
      verdictFindings(
        letter({
          items: [item('Norco: Upheld', 'There is no gain. The request is not medically neccessary.')],
        }),
      ),
    ).toEqual([]);
  });

  it('adds a lost full stop', () => {
    const right = letter({ items: [{}, {}] });
    const wrong = right.replace(
      'the request is not medically necessary.',
      'the request is not medically necessary',
    );
    expect(applyFix(wrong, preferred(only(check(wrong, 'conclusion-malformed'))))).toBe(right);
  });

  it('finds a conclusion whose verb is lost, and says both where "not" may be lost with it', () => {
    const right = letter({
      items: [
        item('Norco: Upheld', 'There is no gain. Thus, the request for Norco is not medically necessary.'),
      ],
    });
    const wrong = right.replace('Norco is not medically', 'Norco not medically');
    expect(applyFix(wrong, preferred(only(check(wrong, 'conclusion-malformed'))))).toBe(right);
    const open = check(right.replace('Norco is not medically', 'Norco medically'), 'conclusion-malformed');
    expect(only(open).fixes.map(({ title }) => title)).toEqual(['Insert "is"', 'Insert "is not"']);
  });

  it.each([
    'The reviewer deemed the request for Norco not medically necessary. The request is not medically necessary.',
    'With the request for Norco not medically necessary, the taper follows. The request is not medically necessary.',
    'The request for a brace that UR called not medically necessary. The request is not medically necessary.',
  ])('finds a verb elsewhere: %s', (rationale) => {
    const text = letter({ items: [item('Norco: Upheld', rationale)] });
    expect(check(text, 'conclusion-malformed')).toEqual([]);
  });

  it('does not ask for "medically" in quoted guideline text', () => {
    const text = letter({
      items: [
        item(
          'EMG: Upheld',
          'ODG says "EMG\'s are not necessary if radiculopathy is already clinically obvious." The request is not medically necessary.',
        ),
      ],
    });
    expect(verdictFindings(text)).toEqual([]);
  });

  it.each([
    [
      'a class for the drug',
      'Prilosec 20mg: Upheld',
      'The request for a proton pump inhibitor is not medically necessary.',
    ],
    [
      'a shorter name of the same request',
      'MRI of the right shoulder: Upheld',
      'The request for an MRI of the shoulder is not medically necessary.',
    ],
    [
      'the surgery that it depends on',
      'Sling: Upheld',
      'As the requested shoulder surgery is not medically necessary, the requested sling is not medically necessary.',
    ],
    [
      'the surgery that nothing else of it can go without',
      'Sling: Upheld',
      'As the requested shoulder surgery is not medically necessary, none of the associated services is medically necessary.',
    ],
    [
      'the surgery of a reason',
      'Sling: Upheld',
      'Since the requested shoulder surgery is not medically necessary, no sling is called for.',
    ],
  ])('does not take %s for another item', (_, heading, rationale) => {
    const text = letter({
      items: [
        item(heading, rationale),
        item('Shoulder surgery: Upheld', 'There is no tear. The request is not medically necessary.'),
      ],
    });
    expect(check(text, 'conclusion-other-item')).toEqual([]);
  });
});

describe('scope', () => {
  const heading = (left: string): string =>
    `Physical therapy, twelve sessions was the original request. Physical therapy, 4 sessions was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, physical therapy, ${left} is: Upheld`;

  it('reads number words and digits alike', () => {
    expect(check(letter({ items: [{ heading: heading('eight sessions') }] }), 'scope-mismatch')).toEqual([]);
    const wrong = letter({ items: [{ heading: heading('10 sessions') }] });
    const finding = only(check(wrong, 'scope-mismatch'));
    // Any of the three numbers may be the slip.
    expect(finding.fixes.map((fix) => applyFix(wrong, fix))).toEqual([
      letter({ items: [{ heading: heading('8 sessions') }] }),
      wrong.replace('therapy, 4 sessions', 'therapy, 2 sessions'),
      wrong.replace('twelve sessions', 'fourteen sessions'),
    ]);
    expect(finding.fixes.some((fix) => fix.preferred)).toBe(false);
  });

  it('finds that all was authorized, but keeps silent where the clauses name parts', () => {
    const all = letter({ items: [{ heading: heading('8 sessions').replace('4 sessions', '12 sessions') }] });
    expect(only(check(all, 'scope-mismatch')).message).toContain('is nothing');
    const parts =
      'Eight sessions of therapy for the back and wrist was the original request. Six sessions of therapy for the back was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, eight sessions of therapy for the wrist is: Upheld';
    expect(check(letter({ items: [{ heading: parts }] }), 'scope-mismatch')).toEqual([]);
  });

  it('finds a conclusion on the whole original request', () => {
    const rationale = 'There is no gain. Therefore, the request for 12 sessions is not medically necessary.';
    const text = letter({ items: [{ heading: heading('8 sessions'), rationale }] });
    expect(applyFix(text, preferred(only(check(text, 'scope-mismatch'))))).toBe(
      text.replace('for 12 sessions is', 'for 8 sessions is'),
    );
  });

  it('finds a conclusion on both studies where one is left', () => {
    const text = letter({
      items: [
        item(
          'EMG and NCS of the left arm was the original request. NCS of the left arm was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, EMG of the left arm is: Overturned',
          'Both electromyography and nerve conduction studies are medically necessary.',
        ),
      ],
    });
    expect(marked(text, only(check(text, 'scope-mismatch')))).toBe('nerve conduction studies');
  });

  it('leaves a heading alone that divides sessions among body parts', () => {
    const text = letter({
      items: [
        {
          heading:
            'Eight sessions for the back and the wrist was the original request. Six sessions for the back was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, two sessions for the back and eight sessions for the wrist is: Upheld',
        },
      ],
    });
    expect(check(text, 'scope-mismatch')).toEqual([]);
  });

  it('only hints at a change of tense', () => {
    const rationale = `${argument} Therefore, the request is not medically necessary.`;
    const finding = only(check(letter({ items: [item('Baclofen: Upheld', rationale)] }), 'tense-shift'));
    expect(finding.severity).toBe('hint');
  });
});
