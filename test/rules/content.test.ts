import { describe, expect, it } from 'vitest';
import type { LetterParts } from '../../server/src/language/rules/index.ts';
import { check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';
import { fixed, item, summaryOf } from '../support/request-item.ts';

describe('what is asked for', () => {
  it.each([
    ['MRI of the lumbar spine without contrast', 'An MRI of the thoracic spine', ['thoracic spine']],
    ['MRI of the lumbar spine without contrast', 'An MRI of the lumbar spine', []],
    ['X-ray of the thoracic and lumbar spine', 'An x-ray of the thoracic spine', []],
  ])('compares the part of the spine of %s: "%s"', (heading, words, wrong) => {
    const text = letter(item(heading, `There are no findings. ${words} is not medically necessary.`));
    const found = check(text, 'body-part-mismatch').map((finding) => marked(text, finding));
    expect(found).toEqual(wrong);
  });

  it.each([
    ['Manipulation under anesthesia, left shoulder', 'Manipulation of the left shoulder'],
    ['Left wrist brace', 'The left wrist splint'],
    [
      'Manipulation under anesthesia of the left shoulder',
      'The request for manipulation of the left shoulder',
    ],
  ])('takes %s by its shorter or other name: "%s"', (heading, words) => {
    const text = letter(item(heading, `Stiffness has lasted. ${words} is not medically necessary.`));
    expect(check(text, 'service-mismatch')).toEqual([]);
  });

  it.each([
    [
      'another part',
      'body-part-mismatch',
      'Therefore, the request for an MRI of the right knee is not medically necessary.',
    ],
    [
      'another service',
      'service-mismatch',
      'Therefore, the request for acupuncture of the lumbar spine is not medically necessary.',
    ],
    [
      'another part without the word request',
      'body-part-mismatch',
      'There are no red flags. MRI of the cervical spine is not medically necessary.',
    ],
  ])('finds %s in the conclusion', (_, rule, rationale) => {
    expect(check(letter(item('MRI of the lumbar spine', rationale)), rule)).toHaveLength(1);
  });

  it.each([
    [
      'a synonym',
      'Therefore, the request for magnetic resonance imaging of the low back is not medically necessary.',
    ],
    [
      'other parts and services of the case',
      'The neck hurts too, and physical therapy was given. X-rays were negative. Therefore, the request for a lumbar MRI is not medically necessary.',
    ],
    [
      'a service that depends on a surgery',
      'As the requested surgical intervention is not medically necessary, the requested ancillary service is not medically necessary.',
    ],
  ])('is silent about %s', (_, rationale) => {
    const text = letter(item('MRI of the lumbar spine', rationale));
    expect([...check(text, 'body-part-mismatch'), ...check(text, 'service-mismatch')]).toEqual([]);
  });

  it('takes the operation that the rationale gives as its reason for no other request', () => {
    const reason = (first: string): string =>
      letter({
        items: [
          { heading: `${first}: Overturned`, rationale: 'The request is medically necessary.' },
          {
            heading: 'Associated surgical service: Crutches: Overturned',
            rationale:
              'As the requested arthroscopy is medically necessary, weight must be kept off the knee. The request is medically necessary.',
          },
        ],
      });
    expect(check(reason('Left knee arthroscopy'), 'service-mismatch')).toEqual([]);
    expect(check(reason('MRI of the left knee'), 'service-mismatch')).toHaveLength(1);
  });

  it('tells occupational from physical therapy', () => {
    const text = letter(
      item(
        'Occupational therapy, 6 sessions',
        'The request for physical therapy, 6 sessions, is not medically necessary.',
      ),
    );
    expect(check(text, 'service-mismatch')).not.toEqual([]);
  });

  it('takes brand and generic for one drug', () => {
    const rationale = 'Therefore, the request for hydrocodone/acetaminophen is not medically necessary.';
    expect(check(letter(item('Norco 10/325mg #60', rationale)), 'drug-mismatch')).toEqual([]);
    expect(check(letter(item('Soma 350mg #60', rationale)), 'drug-mismatch')).toHaveLength(1);
  });

  it.each([
    ['ketoprofen-gabapentin-lidocaine topical compound', 1],
    ['lidocaine-baclofen-ketoprofen topical compound', 0],
    ['ketoprofen-baclofen topical compound', 0],
    ['ketoprofen-gabapentin-cyclobenzaprine topical compound', 0],
  ])('holds a compound against its heading: %s', (compound, count) => {
    const rationale = `The request for a ${compound} is not medically necessary.`;
    const text = letter(item('Ketoprofen 10%, baclofen 2%, lidocaine 5% cream 180gm', rationale));
    expect(check(text, 'drug-mismatch')).toHaveLength(count);
  });
});

describe('chapter-mismatch', () => {
  const cited = (heading: string, chapter: string): LetterParts =>
    item(heading, 'The request is not medically necessary.', {
      claims: 'The Claims Administrator did not cite any medical evidence for its decision.',
      maximus: `Decision based on MTUS ${chapter}.`,
    });

  it('finds the chapter of another part and offers the right one', () => {
    const right = letter(cited('MRI of the left knee', 'Knee Complaints 2004, Section(s): Special Studies'));
    expect(fixed(right.replace('MTUS Knee', 'MTUS Shoulder'), 'chapter-mismatch')).toBe(right);
  });

  it.each([
    ['thoracic spine under the low back', 'MRI of the thoracic spine', 'Low Back Complaints 2004'],
    ['thoracic spine under the neck', 'MRI of the thoracic spine', 'Neck and Upper Back Complaints 2004'],
    [
      'therapy under chronic pain',
      'Physical therapy, left knee, 6 visits',
      'Chronic Pain Medical Treatment 2016, Section(s): Physical medicine treatment',
    ],
    [
      'electrodiagnostics of the arms under the neck',
      'EMG/NCV of the bilateral upper extremities',
      'Neck and Upper Back Complaints 2004, Section(s): Special Studies',
    ],
    ['a hip, which has no chapter', 'MRI of the left hip', 'Low Back Complaints 2004'],
    ['a drug', 'Norco 10/325mg for the left knee', 'Low Back Complaints 2004'],
    ['a scooter that spares the foot', '1 knee scooter', 'Ankle and Foot Complaints 2004'],
  ])('is silent about %s', (_, heading, chapter) => {
    expect(check(letter(cited(heading, chapter)), 'chapter-mismatch')).toEqual([]);
  });

  it('gives no more than a hint for what the claims administrator cited', () => {
    const text = letter({
      items: [
        {
          ...cited('MRI of the lumbar spine', 'Low Back Complaints 2004').items?.[0],
          claims: 'Decision based on MTUS Shoulder Complaints 2004.',
        },
      ],
    });
    expect(check(text, 'chapter-mismatch').map(({ severity }) => severity)).toEqual(['hint']);
  });
});

describe('chapters of the other limb, and sections of the postsurgical guideline', () => {
  const found = (heading: string, line: string): string[] => {
    const maximus = `Decision based on MTUS ${line}.`;
    const text = letter(
      item(heading, 'There is no gain. The request is not medically necessary.', { maximus }),
    );
    return check(text, 'chapter-mismatch')
      .filter(({ severity }) => severity === 'warning')
      .map((finding) => marked(text, finding));
  };

  it.each([
    [
      'EMG/NCS of the bilateral lower extremities',
      'Forearm, Wrist, and Hand Complaints 2004, Section(s): Special Studies',
      'Forearm, Wrist, and Hand Complaints',
    ],
    [
      'Therapy for the right hand, 6 visits',
      'Knee Complaints 2004, Section(s): Physical Methods',
      'Knee Complaints',
    ],
    [
      'Postoperative physical therapy, right knee, 12 visits',
      'Postsurgical Treatment 2009, Section(s): Forearm, Wrist, & Hand',
      'Forearm, Wrist, & Hand',
    ],
  ])('%s: %s', (heading, line, place) => {
    expect(found(heading, line)).toEqual([place]);
  });

  it.each([
    ['EMG/NCS of the bilateral lower extremities', 'Low Back Complaints 2004, Section(s): Special Studies'],
    [
      'Postoperative physical therapy, right knee, 12 visits',
      'Postsurgical Treatment 2009, Section(s): Knee',
    ],
    ['Postoperative physical therapy, 12 visits', 'Postsurgical Treatment 2009, Section(s): Shoulder'],
    [
      'Postoperative therapy, right knee',
      'Postsurgical Treatment 2009, Section(s): General Approach, Shoulder',
    ],
    ['Postoperative therapy, right thumb', 'Postsurgical Treatment 2009, Section(s): Carpal tunnel syndrome'],
  ])('is silent: %s: %s', (heading, line) => {
    expect(found(heading, line)).toEqual([]);
  });
});

describe('sex-mismatch and age-mismatch', () => {
  it('restores a pronoun', () => {
    const right = letter({ summary: summaryOf('He complained of low back pain. He rated it 7/10.') });
    expect(fixed(right.replace('He rated', 'She rated'), 'sex-mismatch')).toBe(right);
  });

  it('restores the stated sex when all pronouns disagree with it', () => {
    const right = letter({
      summary: summaryOf('He complained of low back pain. He rated it 7/10. His medications include Norco.'),
    });
    expect(fixed(right.replace('old male', 'old female'), 'sex-mismatch')).toBe(right);
  });

  describe('of a pronoun at the head of a sentence', () => {
    const woman =
      'The injured worker is a 44 year old female. She complained of neck pain. She rated it 7/10.';
    const rationale = (text: string, summary = woman): string =>
      letter({ summary, items: [{ rationale: `${text} The request is not medically necessary.` }] });

    it('tells the one that nobody else can be meant by', () => {
      const right = rationale('The collar was worn for a month. She cannot sit for long.');
      const wrong = right.replace('She cannot', 'He cannot');
      expect(check(right, 'sex-mismatch')).toEqual([]);
      expect(check(wrong, 'sex-mismatch').map(({ severity }) => severity)).toEqual(['information']);
      expect(fixed(wrong, 'sex-mismatch')).toBe(right);
    });

    it.each([
      ['somebody was named', 'The neurologist saw the films. He cannot explain them.'],
      ['somebody was named two sentences before', 'The foreman was there. It was late. He cannot say more.'],
      ['the verb is an author’s', 'The plan is brief. He asks for a pillow. He recommends rest.'],
      ['there are two', 'The collar was worn. He cannot sit. The brace was worn. He cannot stand.'],
    ])('is silent where %s', (_, text) => {
      expect(check(rationale(text), 'sex-mismatch')).toEqual([]);
    });

    it('is silent where the sex is not stated', () => {
      const summary = 'The injured worker has neck pain. She complained of numbness. She rated it 7/10.';
      expect(check(rationale('The collar was worn. He cannot sit.', summary), 'sex-mismatch')).toEqual([]);
    });
  });

  it('is silent about the provider’s pronouns', () => {
    const text = letter({
      summary: summaryOf(
        'The therapist wrote that she expects a full recovery. She asked for six more visits.',
      ),
    });
    expect(check(text, 'sex-mismatch')).toEqual([]);
  });

  it('finds another age and leaves a birthday to the reader', () => {
    const rationale = (age: number): string =>
      letter({
        items: [{ rationale: `This is a ${age} year old male. The request is not medically necessary.` }],
      });
    expect(check(rationale(64), 'age-mismatch')[0]?.severity).toBe('warning');
    expect(check(rationale(45), 'age-mismatch')[0]?.severity).toBe('information');
  });

  it.each([
    ['The brace was 14 years old and torn.', 0],
    ['His x-rays are now 12 years old.', 0],
    ['He was 29 years old at the time.', 0],
    ['The injury was in 2001, when the applicant was 31 years of age.', 0],
    ['The applicant, 31 years of age at the time of the fall, landed on both hands.', 0],
    ['On 3/4/2009 the 37 year old worker slipped on a wet floor.', 0],
    ['He has smoked since he was 16 years old.', 0],
    ['A forklift struck the then 37-year-old male.', 0],
    ['He was 30 years old on that day.', 0],
    ['He began to lift weights at 16 years of age.', 0],
    ['Since this is a 64 year old patient, fusion is hazardous.', 1],
    ['The patient is now a 64 year old male, injured when he fell.', 1],
    ['The patient is 64 years old and works.', 1],
  ])('reads an age as that of its subject: %s', (sentence, count) => {
    const text = letter({ items: [{ rationale: `${sentence} The request is not medically necessary.` }] });
    expect(check(text, 'age-mismatch')).toHaveLength(count);
  });

  it.each([
    ['The patient is older than 65, and has had an ulcer.', 1],
    ['He is over the age of 50.', 1],
    ['The injured worker is not over 40 years of age.', 1],
    ['The patient is younger than 40.', 1],
    ['The patient is older than 40.', 0],
    ['The patient is over 45.', 0],
    ['He is not over 65 and has no ulcer.', 0],
    ['Patients over 65 years are at risk. His wife is older than 65.', 0],
    ['The patient is over 60 pounds too heavy. He is under 20 mg of it.', 0],
  ])('reads what the age is held against: %s', (sentence, count) => {
    const text = letter({ items: [{ rationale: `${sentence} The request is not medically necessary.` }] });
    expect(check(text, 'age-mismatch')).toHaveLength(count);
  });

  it.each([
    ['The patient, at 64, is too old for the procedure.', 1],
    ['The injured worker, 64, meets the limit of age.', 1],
    ['The patient, at 44, is young for the procedure.', 0],
    ['The patient, at 24, had a fusion.', 0],
    ['The patient did 24, is told.', 0],
    ['Of the patients, 64, is the mean.', 0],
    ['The patient is not yet 65 years old.', 0],
    ['The patient lives with a 72-year-old mother and a 19-year-old son.', 0],
    ['The patient was struck by an 18-year-old. A 10-year-old whiplash injury left no residuals.', 0],
    ['The patient is nearly 65 years old, and will be 66 years old in 2018.', 0],
  ])('reads an age without "years": %s', (sentence, count) => {
    const text = letter({ items: [{ rationale: `${sentence} The request is not medically necessary.` }] });
    expect(check(text, 'age-mismatch')).toHaveLength(count);
  });
});

describe('facts that cannot both be', () => {
  it.each([
    [
      'document-contradiction',
      'A Request for Authorization was not provided. The request for authorization dated 11/14/2016 asked for therapy.',
      1,
    ],
    [
      'document-contradiction',
      'A Request for Authorization was not provided. A progress note dated 11/14/2016 asked for therapy.',
      0,
    ],
    [
      'motion-repeated',
      'Findings: flexion at 25 degrees, flexion at 28 degrees, left rotation at 30 degrees.',
      1,
    ],
    [
      'motion-repeated',
      'Findings: plantar flexion 30 degrees, inversion 12 degrees, inversion 8 degrees, and dorsiflexion 10 degrees.',
      1,
    ],
    [
      'motion-repeated',
      'Findings: flexion at 25 degrees, extension at 28 degrees, left lateral flexion at 15 degrees, right lateral flexion at 20 degrees.',
      0,
    ],
    [
      'motion-repeated',
      'Findings: flexion of 115 degrees, internal rotation at 80 degrees of flexion 20 degrees, abduction of 35 degrees.',
      0,
    ],
    [
      'motion-repeated',
      'Findings: flexion 100 degrees, external rotation 40 degrees, rotation in full flexion 15 degrees.',
      0,
    ],
    [
      'motion-repeated',
      'Findings: rotation in extension 20 degrees, flexion of 40 degrees, flexion of 15 degrees, abduction of 35 degrees.',
      0,
    ],
    [
      'motion-repeated',
      'Findings: limited to flexion of 40 degrees, flexion of 15 degrees, abduction of 35 degrees.',
      1,
    ],
    ['body-part-test', 'There was a positive McMurray test on the left shoulder.', 1],
    [
      'body-part-test',
      'There was a positive McMurray test on the left knee, and a positive Phalen test at the wrist.',
      0,
    ],
    ['body-part-radiation', 'He had pain in the shoulders with radiation to the shoulders.', 1],
    ['body-part-radiation', 'He had pain in the neck with radiation to the shoulders.', 0],
  ])('%s: %s', (rule, text, count) => {
    expect(check(letter({ summary: summaryOf(text) }), rule)).toHaveLength(count);
  });

  it('leaves the numbers of the guideline as they are printed', () => {
    const rationale =
      'The guideline recommends for reflex sympathetic dystrophy 26 visits over 16 weeks, for myalgia and myositis 9-10 visits over 8 weeks. The request is not medically necessary.';
    const right = letter({ items: [{ rationale }] });
    expect(check(right, 'quantity-guideline')).toEqual([]);
    expect(fixed(right.replace('9-10 visits', '9-12 visits'), 'quantity-guideline')).toBe(right);
  });
});
