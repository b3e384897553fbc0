import { describe, expect, it } from 'vitest';
import { check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';
import { fixed, item, summaryOf } from '../support/request-item.ts';

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

  it.each([
    [2, 'hint'],
    [3, 'information'],
    [6, 'warning'],
  ])('is the surer of a lone side the more the letter speaks of the other: %i', (times, severity) => {
    const text = letter({
      summary: summaryOf(`The left calf is weak. ${'He has pain of the left thigh. '.repeat(times - 1)}`),
      items: [
        { rationale: 'Numbness is felt in a right S1 pattern. The request is not medically necessary.' },
      ],
    });
    expect(check(text, 'laterality-mismatch').map((finding) => finding.severity)).toEqual([severity]);
  });

  it('is silent where one heading asks for the left and another for the right', () => {
    const text = letter({
      summary: summaryOf('He has pain of the knees.'),
      items: [
        {
          heading: 'Steroid injection, left knee: Overturned',
          rationale: 'The injection is medically necessary. (For the right knee see item 2.)',
        },
        {
          heading: 'Steroid injection, right knee: Upheld',
          rationale: 'Films of the right knee are normal. The injection is not medically necessary.',
        },
      ],
    });
    expect(check(text, 'laterality-mismatch')).toEqual([]);
  });

  it('takes one side and then the other for both', () => {
    const text = letter({
      ...item(
        'Radiofrequency ablation, L4-5 and L5-S1, bilateral, two weeks apart',
        'The request is medically necessary.',
      ),
      summary: summaryOf(
        'The treatment requested included radiofrequency ablation at L4-5 and L5-S1, first the right side and two weeks later the left, and sumatriptan.',
      ),
    });
    expect(check(text, 'laterality-mismatch')).toEqual([]);
  });

  it('leaves alone sides that another sentence has compared', () => {
    const text = letter({
      summary: summaryOf(
        'The right hip is worn. The right hip flexed to 80 degrees and the left to 120. The right hip is painful. The left hip has 4 mm of joint space on the films.',
      ),
    });
    expect(check(text, 'laterality-mismatch')).toEqual([]);
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
      'an injury of both sides',
      'He hurt both shoulders. The right shoulder was tender. The left shoulder was tender. The left shoulder is stiff.',
    ],
    [
      'ratings of both sides',
      'He reported left shoulder pain 3/10, right shoulder 1/10. The left shoulder was tender. The left shoulder is stiff.',
    ],
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
      'the same movements measured again',
      'The right hip hurts. The right hip clicks. Testing of the right hip found soreness. Flexion was 80 degrees and abduction 20 degrees. The left hip was found to have 110 degrees of flexion, 40 degrees of abduction.',
    ],
    [
      'the sound side of an examination',
      'The right knee hurts. The right knee locks. The right knee is swollen. The left knee was stable and had full motion.',
    ],
    [
      'a side that is free of symptoms',
      'The left foot hurts. The left foot is swollen. The left foot was cast. Right foot is symptom free and a pair is asked for.',
    ],
    [
      'a load on the other side',
      'The right knee hurts. The right knee locks. The right knee is swollen. The left knee has begun to ache from the extra load.',
    ],
    [
      'a motion of both sides by its full measure',
      'The right shoulder hurts. The right shoulder clicks. The right shoulder had abduction of 95/180 degrees. The left shoulder had abduction of 175/180.',
    ],
    [
      'full motion of the other side',
      'The right shoulder hurts. The right shoulder clicks. The right shoulder was injected. The left shoulder showed flexion of 175 degrees and abduction of 170 degrees.',
    ],
    [
      'a hand that carries a thing',
      'The right wrist hurts. The right wrist clicks. The right hand is weak. He held the parcel in his left hand.',
    ],
    [
      'a side that the letter names without its part',
      'The right shoulder hurts. The right shoulder clicks. The right shoulder is weak. He had surgery on the left in May and a revision on the left. The left shoulder was stiff.',
    ],
    [
      'somebody else',
      'The right shoulder hurts. The right shoulder clicks. The right shoulder is weak. Her sister had surgery of the left shoulder.',
    ],
    [
      'a side alone that was sound',
      'The right groin hurts. The right groin has a hernia of the right side. The left side was normal.',
    ],
    [
      'the other side in few words',
      'The right knee hurts. The right knee locks. The right knee is swollen. Left knee WNL. Left knee: normal.',
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
      'a study of the wrong side that the letter tells of',
      'The left ankle hurts. The left ankle is swollen. The left ankle was cast. The first film was of the right ankle by mistake.',
    ],
    [
      'what only one side has',
      'The left hip hurts. The left hip is stiff. The left hip clicks. The left hip was tender, the right hip was not.',
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

  it.each([
    ['An MRI of the left hip showed a tear.', 'warning'],
    ['Surgery of the left hip was advised.', 'warning'],
    ['The left hip was tender and stiff.', 'information'],
  ])('takes "%s" for %s', (odd, severity) => {
    const rest = 'The right hip hurts. The right hip clicks. The right hip was injected.';
    const found = check(letter({ summary: summaryOf(`${rest} ${odd}`) }), 'laterality-mismatch');
    expect(found.map((finding) => finding.severity)).toEqual([severity]);
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
