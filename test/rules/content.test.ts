import { describe, expect, it } from 'vitest';
import type { LetterParts } from '../../server/src/language/rules/index.ts';
import { applyFix, check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';

type Item = NonNullable<LetterParts['items']>[number];

const summaryOf = (text: string): string =>
  `The injured worker is a 44 year old male with an industrial injury of 09/15/2016. ${text}`;
const imaging = 'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.';

function item(heading: string, rationale: string, more: Partial<Item> = {}): LetterParts {
  return {
    summary: summaryOf('He has pain.'),
    items: [{ heading: `${heading}: Upheld`, claims: imaging, maximus: imaging, rationale, ...more }],
  };
}

/** The text of the first fix of a rule's first finding. */
function fixed(text: string, rule: string): string {
  const fix = check(text, rule)[0]?.fixes[0];
  if (!fix) throw new Error(`no fix by ${rule}`);
  return applyFix(text, fix);
}

describe('laterality-mismatch', () => {
  const shoulder = {
    maximus: 'Decision based on MTUS Shoulder Complaints 2004, Section(s): Special Studies.',
  };

  it('restores a side that was swapped in the conclusion', () => {
    const right = letter(
      item(
        'MRI of the left shoulder',
        'As such, the request for an MRI of the left shoulder is not medically necessary.',
        shoulder,
      ),
    );
    const wrong = right.replace('an MRI of the left', 'an MRI of the right');
    expect(fixed(wrong, 'laterality-mismatch')).toBe(right);
  });

  it('finds the one mention of a side against the rest of the letter', () => {
    const text = letter({
      summary: summaryOf(
        'He had pain of the right wrist. X-rays of the right wrist showed a fracture of the left distal radius. The right wrist was pinned.',
      ),
    });
    const [finding] = check(text, 'laterality-mismatch');
    expect(finding?.severity).toBe('warning');
    expect(finding && marked(text, finding)).toContain('left');
  });

  it.each([
    [
      'a comparison with the sound side',
      'The right knee hurts. The right knee is swollen. The right knee is tender compared with the left knee.',
    ],
    [
      'pain on both sides',
      'Both knees hurt: bilateral knee pain. The right knee is swollen. The right knee is tender. The left knee is stable.',
    ],
    [
      'an earlier injury',
      'The right knee hurts. The right knee is swollen. The right knee locks. The left knee was operated on years ago.',
    ],
    [
      'a disease that is no part of the claim',
      'The right foot hurts. The right foot is swollen. The right foot was crushed. He has gout of the left foot and diabetes, neither of which is industrial.',
    ],
    [
      'pain that went over to the other side',
      'The right hand hurts. The right hand is swollen. The right hand is cold. Since May the pain has spread into the left hand.',
    ],
    [
      'a weakness of old',
      'The right eye was cut. The right eye was sewn. The right eye is red. The left eye has been weak since birth.',
    ],
    [
      'the better side',
      'The right ear was hurt. The right ear rings. The right ear is closed. The left ear was always his better ear.',
    ],
    [
      'both sides measured',
      'The right hip hurts. The right hip clicks. The right hip had flexion of 80 degrees. The left hip had flexion of 115 degrees.',
    ],
    [
      'grip of both sides in one sentence',
      'The right hand hurts. The right hand is cold. Grip was 12 kg in the right hand and 31 kg in the left hand.',
    ],
    [
      'grades of both sides',
      'The right knee hurts. The right knee locks. Films of the right knee showed narrowing of grade 3. The left knee was grade 1.',
    ],
    [
      'strength of both sides',
      'The right knee hurts. The right knee locks. Strength of the right knee is 4/5. Strength of the left knee is 5/5.',
    ],
    [
      'the sound side of an examination',
      'The right knee hurts. The right knee locks. The right knee is swollen. The left knee was stable and had full motion.',
    ],
    [
      'sound parts of the other side',
      'The right knee hurts. The right knee locks. The right knee is swollen. The left hip and the left knee were within normal limits.',
    ],
    [
      'a sound part beside another',
      'The right knee hurts. The right knee locks. The right knee is swollen. The left knee and both ankles exhibit full painless motion.',
    ],
    [
      'a part that shows nothing',
      'The right knee hurts. The right knee locks. The right knee is swollen. The left knee showed no swelling and moved without pain.',
    ],
    [
      'a side that was never hurt',
      'The right eye hurts. The right eye is red. The right eye is dry. The left eye was never involved.',
    ],
    [
      'a side that was never hurt, with a remark between',
      'The right foot hurts. The right foot was crushed. The right foot is swollen. The left foot, moreover, which a pair would hold, has never been injured.',
    ],
    [
      'the hand that holds the stick',
      'The right foot hurts. The right foot was crushed. The right foot is swollen. He uses a cane in the left hand.',
    ],
    [
      'right for correct',
      'The left hand hurts. The left hand was crushed. The left hand is cold. One nurse wrote of a saw and another of a press, and both may be right.',
    ],
    [
      'a side without symptoms',
      'The left foot hurts. The left foot was crushed. The left foot is swollen. The arch is flat without symptoms of the right foot.',
    ],
    [
      'a side that is well again',
      'The left hip hurts. The left hip clicks. The left hip is stiff. He has a tear of the left hip and a strain of the right hip, resolved.',
    ],
    [
      'both eyes, the second without its noun',
      'The right eye hurts. The right eye is red. The right eye was sewn. Vision was 20-30 in the left eye and 20-90 in the right, with a haze.',
    ],
    [
      'an operation on a day of its own',
      'The right wrist hurts. The right wrist is stiff. The right wrist was cast. He is status post left wrist fusion on 03/02/2014 with a good result.',
    ],
    [
      'a joint that another surgeon replaced',
      'The right hip hurts. The right hip clicks. The right hip was injected. The left hip had been replaced by another surgeon on 3-2-2014, through the front, and is loose.',
    ],
    [
      'a side of something else',
      'The right ear rings. The right ear is closed. The right ear was cut. A scan showed a small focus in the left parietal lobe.',
    ],
    [
      'both sides in one sentence',
      'The right wrist hurts. The right wrist is stiff. The right wrist was cast. He has a right wrist sprain, a left wrist contusion, and a cyst of the right wrist.',
    ],
    [
      'a sound side set against the other',
      'The right eye hurts. The right eye is red. The right eye was sewn. He has blur in the right eye; the left eye was comfortable.',
    ],
    [
      'an old operation of the other side, now sound',
      'He had a left inguinal hernia repair in 1998. The left groin was intact. The diagnosis is right inguinal hernia. He has a burning ache in the right groin that worsened.',
    ],
    [
      'two sides of two parts',
      'The right knee hurts. The right knee is swollen. The right knee locks. The left shoulder hurts.',
    ],
  ])('is silent about %s', (_, text) => {
    expect(check(letter({ summary: summaryOf(text) }), 'laterality-mismatch')).toEqual([]);
  });

  it.each([
    [
      'a measure beside none of the other side',
      'The right hip hurts. The right hip clicks. The right hip was injected. The left hip had flexion of 80 degrees.',
    ],
    [
      'a hernia on the other side',
      'He has a right inguinal hernia. The right inguinal hernia is reducible. Repair of the right inguinal hernia was asked for. A left inguinal hernia has been found twice.',
    ],
    [
      'an operation that the letter dates the same on the other side',
      'The right hip hurts. The right hip clicks. He underwent right hip arthroscopy on 10/03/2016. He is status post left hip arthroscopy on 10/03/2016.',
    ],
    [
      'a sound other side that hurts all the same',
      'The right hip hurts. The right hip clicks. The right hip was injected. The left hip had full motion but was tender.',
    ],
    [
      'a finding at the other side',
      'The right hip hurts. The right hip clicks. The right hip was injected. The left hip was tender and stiff.',
    ],
    [
      'a measure of the other side alone',
      'The right hip hurts. The right hip clicks. The leg was raised on the right to 45 degrees, and the left hip was tender.',
    ],
    [
      'measures of the same side',
      'The right hip hurts. The right hip clicks. He walks 20 yards. Flexion of the left hip is 80 degrees. It was 90 degrees.',
    ],
  ])('still finds %s', (_, text) => {
    expect(
      check(letter({ summary: summaryOf(`${text} The right hip is stiff.`) }), 'laterality-mismatch'),
    ).toHaveLength(1);
  });

  describe('of an item whose heading names none', () => {
    const operated = (
      summary: string,
      decided: string,
      heading = 'Postoperative therapy, 8 visits',
    ): string =>
      letter({
        summary: summaryOf(summary),
        items: [
          { heading: 'Left shoulder arthroscopy: Upheld', ...shoulder },
          {
            heading: `${heading}: Upheld`,
            rationale: `As such, the request for 8 visits of therapy for the ${decided} shoulder is not medically necessary.`,
            ...shoulder,
          },
        ],
      });
    const left =
      'The left shoulder hurts. The left shoulder is stiff. An MRI of the left shoulder showed a tear.';

    it('finds a decision for the other side than the other headings', () => {
      const right = operated(`${left} The right shoulder was repaired in 2010.`, 'left');
      const wrong = operated(`${left} The right shoulder was repaired in 2010.`, 'right');
      expect(check(right, 'laterality-mismatch')).toEqual([]);
      expect(fixed(wrong, 'laterality-mismatch')).toBe(right);
    });

    it.each([
      ['both shoulders are ill', `${left} The right shoulder hurts. The right shoulder is stiff.`],
      [
        'the summary speaks of both',
        `${left} Bilateral shoulder films were taken. The right shoulder hurts. The right shoulder is stiff.`,
      ],
      ['little is said of the side', 'The left shoulder hurts. The right shoulder was repaired.'],
    ])('is silent where %s', (_, summary) => {
      expect(check(operated(summary, 'right'), 'laterality-mismatch')).toEqual([]);
    });
  });
});

describe('words and numbers of a request', () => {
  it.each([
    ['strength-mismatch', 'Norco 10/325mg #60', '10/325mg', '5/325mg'],
    ['quantity-mismatch', 'Norco 10/325mg #60', '#60', '#90'],
    ['quantity-mismatch', 'Acupuncture 2 times a week for 4 weeks', 'for 4 weeks', 'for 6 weeks'],
    ['quantity-mismatch', 'Acupuncture 2 times a week for 4 weeks', '2 times', '3 times'],
    ['level-mismatch', 'Right L4-5 epidural steroid injection', 'L4-5', 'L5-S1'],
    ['service-mismatch', 'CT scan of the left foot', 'CT scan', 'MRI'],
    ['body-part-mismatch', 'maxillary splint, hard', 'maxillary', 'mandibular'],
  ])('%s: %s with something else in the conclusion', (rule, request, from, to) => {
    const right = letter(item(request, `As such, the request for ${request} is not medically necessary.`));
    const at = right.lastIndexOf(from);
    const wrong = right.slice(0, at) + to + right.slice(at + from.length);
    expect(check(right, rule)).toEqual([]);
    expect(fixed(wrong, rule)).toBe(right);
  });

  it('finds a heading that stands alone against summary and rationale', () => {
    const text = letter({
      summary: summaryOf(
        'The request for authorization asked for Norco 10/325 mg #60. The utilization review of 11/21/2016 non-certified the request for Norco 10/325 mg #60.',
      ),
      items: [
        {
          heading: 'Norco 5/325mg #60: Upheld',
          rationale: 'As such, the request for Norco 10/325mg #60 is not medically necessary.',
        },
      ],
    });
    const [finding] = check(text, 'strength-mismatch');
    expect(finding && marked(text, finding)).toBe('5/325');
  });

  it.each([
    [
      'a guideline’s number of visits',
      'The guideline recommends physical therapy 10 visits over 8 weeks. Therefore, the request for physical therapy 6 sessions is not medically necessary.',
    ],
    [
      'number words and digits',
      'Therefore, the request for physical therapy six visits is not medically necessary.',
    ],
  ])('is silent about %s', (_, rationale) => {
    expect(check(letter(item('Physical therapy 6 sessions', rationale)), 'quantity-mismatch')).toEqual([]);
  });

  it('is silent about a first form that another replaced', () => {
    const summary = (first: string): string =>
      letter({
        ...item('Work hardening program, 40 hours', 'The request is not medically necessary.'),
        summary: summaryOf(
          `A request was signed on 10/03/2016 for a work hardening program of 90 hours${first}`,
        ),
      });
    expect(check(summary('.'), 'quantity-mismatch')).toHaveLength(1);
    expect(check(summary('; a second form replaced it.'), 'quantity-mismatch')).toEqual([]);
  });

  it.each([
    ['one tablet daily for 8 weeks (56 tablets)', 0],
    ['one tablet every 8 hours, #56', 0],
    ['#65', 1],
  ])('takes the tablets of a dose for no quantity: %s', (asked, count) => {
    const text = letter({
      summary: summaryOf(`On 11/14/2016 the surgeon requested Norco 10/325mg, ${asked}.`),
      items: [{ heading: 'Norco 10/325mg #56: Upheld' }],
    });
    expect(check(text, 'quantity-mismatch')).toHaveLength(count);
  });

  it.each([
    ['120 grams', 1],
    ['180 gm', 0],
    ['10%', 0],
  ])('compares the grams of a cream apart from its percentages: %s', (said, count) => {
    const text = letter(
      item(
        'Gabapentin 6%/Lidocaine 5% cream, 180 grams',
        `There is no trial. As such, the request for the compound cream of ${said} is not medically necessary.`,
      ),
    );
    expect(check(text, 'strength-mismatch')).toHaveLength(count);
  });

  it('tells another number of grams once', () => {
    const cream = 'Gabapentin 6%/Lidocaine 5% cream, 180 grams';
    const text = letter(
      item(cream, `As such, the request for ${cream.replace('180', '120')} is not medically necessary.`),
    );
    expect([...check(text, 'quantity-mismatch'), ...check(text, 'strength-mismatch')]).toHaveLength(1);
  });

  it('takes the range of a guideline for no other number of sessions', () => {
    const text = letter(
      item(
        'Cognitive behavioral therapy, eight sessions',
        'ODG supports cognitive behavioral therapy, "up to 13-20 sessions over 7-20 weeks." The request is not medically necessary.',
      ),
    );
    expect(check(text, 'quantity-mismatch')).toEqual([]);
  });

  it('is silent about the three numbers of a split heading', () => {
    const heading =
      'Norco 10/325mg #60 was the original request. Norco 10/325mg #25 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Norco 10/325mg #35 is';
    const rationale =
      'Norco 10/325mg #25 was authorized by the Claims Administrator. Thus the request for Norco 10/325mg #35 is not medically necessary.';
    const text = letter(item(heading, rationale));
    expect([...check(text, 'quantity-mismatch'), ...check(text, 'strength-mismatch')]).toEqual([]);
  });

  it.each([
    ['one tablet twice daily for 14 days #28', 0],
    ['one tablet twice daily for 14 days #40', 1],
    ['one tablet twice daily as needed for 14 days #40', 0],
    ['1 tablet twice a day for 1 month #60', 0],
  ])('counts tablets: %s', (dose, count) => {
    expect(
      check(
        letter(item(`Norco 5/325mg, ${dose}`, 'The request is not medically necessary.')),
        'quantity-arithmetic',
      ),
    ).toHaveLength(count);
  });

  it.each([
    ['Physical therapy 6 sessions 2 times a week for 3 weeks', 0],
    ['Physical therapy 8 sessions 2 times a week for 3 weeks', 1],
    ['Physical therapy two to three times a week for six to eight weeks (24 sessions)', 0],
    ['Twelve physical therapy sessions, three times weekly', 0],
    ['Acupuncture, 20 sessions; home nursing care 3 times a week for 4 weeks', 0],
    ['Acupuncture once a week for 10 weeks and 6 sessions of massage', 0],
    ['Acupuncture, 20 sessions, 3 times a week for 4 weeks', 1],
  ])('counts visits: %s', (heading, count) => {
    expect(
      check(letter(item(heading, 'The request is not medically necessary.')), 'quantity-arithmetic'),
    ).toHaveLength(count);
  });

  it('corrects a unit and a concentration', () => {
    const right = letter({ summary: summaryOf('He takes Ultram 50 mg once a day.') });
    expect(fixed(right.replace('50 mg', '50 gm'), 'strength-unit')).toBe(right);
    const gel = letter(item('Diclofenac gel 3% 30mg/g #1', 'The request is not medically necessary.'));
    expect(check(gel, 'strength-concentration')).toEqual([]);
    expect(fixed(gel.replace('30mg/g', '300mg/g'), 'strength-concentration')).toBe(gel);
  });
});

describe('what is asked for', () => {
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
    ['The patient is 64 years old and works.', 1],
  ])('reads an age as that of its subject: %s', (sentence, count) => {
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
