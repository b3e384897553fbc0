import { describe, expect, it } from 'vitest';
import { check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';
import { fixed, item, summaryOf } from '../support/request-item.ts';

describe('the class that a rationale gives the drug', () => {
  const classFindings = (rationale: string) =>
    check(
      letter(item('Ambien 10mg #30', `${rationale} The request is not medically necessary.`)),
      'drug-class-mismatch',
    );

  it.each([
    'The provider did not state why this particular muscle relaxant was continued.',
    'The requested opioid has not helped.',
  ])('is none of its own in "%s"', (rationale) => {
    expect(classFindings(rationale)).toHaveLength(1);
  });

  it.each([
    'The provider did not state why this particular hypnotic was continued.',
    'Flexeril is taken too, and this muscle relaxant sedates as well.',
    'Opioids were reviewed, and this opioid was stopped.',
    'A muscle relaxant was stopped.',
  ])('is not told in "%s"', (rationale) => {
    expect(classFindings(rationale)).toEqual([]);
  });
});

describe('the specialist of a consultation', () => {
  const deciding = (heading: string, conclusion: string): string => letter(item(heading, conclusion));

  it.each([
    [
      'Consultation with an ophthalmologist',
      'As such, the request for a consultation with a neurologist is medically necessary.',
    ],
    ['Neurology consult', 'Therefore, the request for an orthopedic evaluation is not medically necessary.'],
    ['Referral to a cardiologist', 'The referral to a urologist is not medically necessary.'],
  ])('of "%s" is another in "%s"', (heading, conclusion) => {
    expect(check(deciding(heading, conclusion), 'service-mismatch')).toHaveLength(1);
  });

  it.each([
    [
      'Consultation with an ophthalmologist',
      'As such, the request for an eye consultation is medically necessary.',
    ],
    [
      'Psychological evaluation',
      'Therefore, the request for an evaluation by a psychiatrist is not medically necessary.',
    ],
    [
      'Neurology consult',
      'As there are no neurological deficits, the request for a consult is not medically necessary.',
    ],
    ['Orthopedic consult', 'The request for an evaluation by a spine surgeon is not medically necessary.'],
    [
      'Consultation with neurologist and psychiatrist',
      'The consultation with a psychiatrist is not medically necessary.',
    ],
    ['Neurology consult', 'The cardiology visit of May was clear. The request is not medically necessary.'],
  ])('of "%s" is not another in "%s"', (heading, conclusion) => {
    expect(check(deciding(heading, conclusion), 'service-mismatch')).toEqual([]);
  });
});

describe('the subject of a conclusion', () => {
  it('is what is not necessary, not the reason before it', () => {
    const text = letter(
      item('Senokot #60', 'Norco is not advisable and thus Senokot is not medically necessary.'),
    );
    expect(check(text, 'drug-mismatch')).toEqual([]);
  });
});

describe('section-mismatch', () => {
  const citing = (heading: string, sections: string, rationale: string): string =>
    letter({
      items: [
        {
          heading: `${heading}: Upheld`,
          maximus: `Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): ${sections}.`,
          rationale: `${rationale} Therefore, the request is not medically necessary.`,
        },
      ],
    });

  it.each([
    [
      'TENS unit, purchase',
      'NSAIDs (non-steroidal anti-inflammatory drugs)',
      'No trial of a month is on file.',
    ],
    [
      'Physical therapy, 8 sessions',
      'Muscle relaxants (for pain)',
      'Eight visits were used without benefit.',
    ],
    ['Norco 10/325mg #60', 'Proton Pump Inhibitors (PPIs)', 'Function has not improved.'],
  ])('finds for %s the section on %s', (heading, sections, rationale) => {
    expect(check(citing(heading, sections, rationale), 'section-mismatch')).toHaveLength(1);
  });

  it.each([
    ['its own section', 'Gabapentin 300mg #90', 'Anti-epilepsy drugs (AEDs)', 'There is no nerve pain.'],
    [
      'a section that the rationale speaks of',
      'TENS unit, purchase',
      'NSAIDs (non-steroidal anti-inflammatory drugs)',
      'NSAIDs come first.',
    ],
    [
      'a second section that fits',
      'TENS unit, purchase',
      'NSAIDs (non-steroidal anti-inflammatory drugs), and TENS, chronic pain (transcutaneous electrical nerve stimulation)',
      'No trial is on file.',
    ],
    ['a test for a class of drugs', 'Urine drug screen', 'Opioids, criteria for use', 'One was done in May.'],
    [
      'a drug that is injected',
      'Toradol injection 60mg',
      'NSAIDs (non-steroidal anti-inflammatory drugs)',
      'Pain is chronic.',
    ],
    ['no section at all', 'Physical therapy, 8 sessions', 'Introduction', 'Eight visits were used.'],
  ])('leaves %s alone', (_, heading, sections, rationale) => {
    expect(check(citing(heading, sections, rationale), 'section-mismatch')).toEqual([]);
  });
});

describe('what a rationale decides without the words for a request', () => {
  const found = (heading: string, sentence: string, summary = 'He has neck pain.'): string[] => {
    const text = letter({
      ...item(heading, `${sentence} The request is not medically necessary.`),
      summary: summaryOf(summary),
    });
    return check(text, 'service-mismatch').map((finding) => marked(text, finding));
  };

  it.each([
    ['Acupuncture 10 visits', 'The ten massage visits exceed the first course.', 'massage'],
    ['Physical therapy 6 sessions', 'The six sessions of acupuncture are more than a trial.', 'acupuncture'],
    ['Polysomnography', 'Without an Epworth score, the bone scan cannot be supported.', 'bone scan'],
    [
      'MRI of the neck',
      'The criteria for a functional restoration program are not met.',
      'functional restoration program',
    ],
    ['Walker', 'As such, the request for a hospital bed is not medically necessary.', 'hospital bed'],
    [
      'Trigger point injections',
      'As such, the request for facet injections is not medically necessary.',
      'facet injections',
    ],
  ])('"%s" is another service in "%s"', (heading, sentence, service) => {
    expect(found(heading, sentence)).toEqual([service]);
  });

  it.each([
    ['Acupuncture 10 visits', 'The ten massage visits brought no relief.'],
    ['Acupuncture 10 visits', 'The six massage visits exceed the first course.'],
    ['Acupuncture 10 visits', 'The ten massage visits exceed it.', 'He asked for massage.'],
    ['MRI of the neck', 'Plain films are lacking, and the x-rays are indicated first.'],
    ['MRI of the neck', 'The criteria for surgery are not met.'],
    ['MRI of the neck', 'The criteria for a functional restoration program are met.'],
    ['Moderate sedation', 'The epidural injection is not supported.'],
    ['Walker', 'As such, the request for a front wheel walker is not medically necessary.'],
    ['Abduction pillow', 'The request for a pillow is not medically necessary.'],
    ['Hospital bed', 'The request for a mattress is not medically necessary.'],
    ['Facet injections', 'The request for medial branch blocks is not medically necessary.'],
  ])('"%s" is none in "%s"', (heading, sentence, summary?: string) => {
    expect(found(heading, sentence, summary)).toEqual([]);
  });

  it('is another piece of equipment that is given as the reason', () => {
    const because = (device: string): string =>
      letter({
        ...item('x', ''),
        items: [
          {
            heading: 'Cold therapy unit, 7 days: Overturned',
            rationale: `As ${device} is recommended after surgery, the request is medically necessary.`,
          },
        ],
      });
    expect(check(because('a knee walker'), 'service-mismatch')).toHaveLength(1);
    expect(check(because('cryotherapy'), 'service-mismatch')).toEqual([]);
  });
});

describe('contrast', () => {
  const decided = (heading: string, asked: string): string =>
    letter(item(heading, `The request for an MRI of the wrist ${asked} is not medically necessary.`));

  it('is not given in a study without', () => {
    const right = decided('MRI of the wrist without contrast', 'without contrast');
    const wrong = decided('MRI of the wrist without contrast', 'with intravenous contrast');
    expect(fixed(wrong, 'service-mismatch')).toBe(right);
    expect(check(right, 'service-mismatch')).toEqual([]);
  });

  it.each([
    ['MRI of the wrist', 'with contrast'],
    ['MRI of the wrist with and without contrast', 'with contrast'],
    ['MRI of the wrist without contrast', ''],
    ['MRI of the wrist without contrast', 'with and without contrast'],
  ])('of "%s" is left alone in "%s"', (heading, asked) => {
    expect(check(decided(heading, asked), 'service-mismatch')).toEqual([]);
  });
});
