import { describe, expect, it } from 'vitest';
import { applyFix, check, marked } from '../support/check.ts';
import { only, preferred, verdictFindings } from '../support/findings.ts';
import { letter } from '../support/letter.ts';

const item = (heading: string, rationale: string) => ({ heading, rationale });

describe('conclusions', () => {
  it('adds a missing conclusion in the sense of the verdict', () => {
    const text = letter({ items: [item('Norco: Upheld', 'There is no gain in function with Norco.')] });
    expect(applyFix(text, preferred(only(check(text, 'conclusion-missing'))))).toBe(
      text.replace('with Norco.', 'with Norco. Therefore, the request is not medically necessary.'),
    );
  });

  it.each([
    ['The examination was normal, and therapy was not tried.', 'warning'],
    ['The request does not meet the criteria of the MTUS.', 'hint'],
    ['There was no trial of therapy, so the study is premature.', 'hint'],
    ['I cannot recommend the infusion pump at this time.', 'hint'],
    ['The denial should stand.', 'hint'],
    ['An infusion pump is therefore not justified.', 'hint'],
  ])('takes "%s" for a missing conclusion of level %s', (rationale, severity) => {
    const text = letter({ items: [item('Infusion pump: Upheld', rationale)] });
    expect(only(check(text, 'conclusion-missing')).severity).toBe(severity);
  });

  it.each([
    'The treating physician holds that the visits are necessary. The request is not medically necessary.',
    'While I agree that the first visits were necessary, I cannot agree that this request is.',
  ])('does not ask for "medically" in "%s"', (rationale) => {
    const text = letter({ items: [item('Chiropractic visits, 6: Upheld', rationale)] });
    expect(check(text, 'conclusion-malformed')).toEqual([]);
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

  it('says of a conclusion that has the right number nothing where the heading does not add up', () => {
    const decided = (count: number): string[] =>
      check(
        letter({
          items: [
            {
              heading: heading('10 sessions'),
              rationale: `Function did not improve. Therefore, the remaining ${count} sessions of physical therapy are not medically necessary.`,
            },
          ],
        }),
        'scope-mismatch',
      ).map(({ message }) => message.replace(/,.*/, ''));
    expect(decided(8)).toEqual(['The heading leaves 10']);
    expect(decided(7)).toEqual(['The heading leaves 10', 'The conclusion decides on 7']);
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

  it('takes what was so once for no change of tense', () => {
    const rationale =
      'In May the request was not medically necessary. Weakness has come, and it is now medically necessary.';
    expect(check(letter({ items: [item('Baclofen: Overturned', rationale)] }), 'tense-shift')).toEqual([]);
  });

  it('only hints at a change of tense', () => {
    const rationale =
      'No, the request was not medically necessary. There is no gain. Therefore, the request is not medically necessary.';
    const finding = only(check(letter({ items: [item('Baclofen: Upheld', rationale)] }), 'tense-shift'));
    expect(finding.severity).toBe('hint');
  });
});
