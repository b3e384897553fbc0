import { describe, expect, it } from 'vitest';
import { check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';
import { fixed, item } from '../support/request-item.ts';

const told = 'The injured worker is a 44 year old male who sustained an industrial injury on 09/15/2016.';
const conclusion = 'Therefore, the request is not medically necessary.';

function wordsOf(injury: string, heading: string, sentence: string): string[] {
  const text = letter({
    ...item(heading, `${sentence} ${conclusion}`),
    summary: `${told} ${injury}`,
  });
  return check(text, 'body-part-unnamed').map((finding) => marked(text, finding));
}

describe('a part that nothing else in the letter is about', () => {
  it.each([
    [
      'He injured the low back.',
      'Physical therapy',
      'The remaining deficits of the cervical spine can be met at home.',
      'cervical spine',
    ],
    [
      'He tore the left rotator cuff.',
      'Abduction pillow',
      'Since the proposed knee surgery is minor, a sling will do.',
      'knee',
    ],
    [
      'He fell on the right hip.',
      'Therapy for the right hip',
      'Six visits will strengthen the shoulder abductors.',
      'shoulder',
    ],
    [
      'He tore the left rotator cuff.',
      'Cold therapy unit',
      'The request for the knee cold therapy unit is not supported.',
      'knee',
    ],
    [
      'He has pain on gripping and a tender right elbow.',
      'Shock wave therapy, right elbow',
      'The plantar fasciitis of the injured worker is four months old.',
      'plantar fasciitis',
    ],
    [
      'He injured the low back.',
      'EMG of the right lower extremity',
      'The examination points to the C6 nerve root on the right.',
      'C6',
    ],
    [
      'He has pain on gripping and a tender right elbow.',
      'Right elbow injection',
      'His plantar fasciitis has not been treated yet.',
      'plantar fasciitis',
    ],
  ])('%s %s: "%s"', (injury, heading, sentence, part) => {
    expect(wordsOf(injury, heading, sentence)).toEqual([part]);
  });

  it.each([
    ['He injured the low back.', 'MRI of the lumbar spine', 'Pain of the left leg is not described.'],
    ['He injured the left elbow.', 'Left elbow brace', 'Pain of the left wrist is mild.'],
    ['He injured the neck.', 'Cervical collar', 'The repair of the shoulder has failed.'],
    ['He injured the neck.', 'MRI of the cervical spine', 'There is no pain of the knees.'],
    [
      'He injured the neck.',
      'MRI of the cervical spine',
      'The tear of the knee of another claim has healed.',
    ],
    [
      'He has pain on gripping and a tender right elbow.',
      'Shock wave therapy, right elbow',
      'Shock waves have been tried for plantar fasciitis for years.',
    ],
    [
      'He has pain on gripping and a tender right elbow.',
      'Shock wave therapy, right elbow',
      'His old plantar fasciitis is not the reason.',
    ],
    ['He injured the low back.', 'EMG of the right leg', 'An earlier fusion at C6 did not fail.'],
    ['He injured the neck.', 'Neck brace', 'He can bend his knees.'],
    [
      'He injured the left knee.',
      'Knee scooter',
      'He cannot use crutches because of an injury of the right wrist.',
    ],
    ['He injured the left knee.', 'Knee brace', 'He is right-hand dominant, and blood was drawn at the arm.'],
    [
      'He injured the left elbow.',
      'Diclofenac gel',
      'The gel is indicated for pain of the knee, ankle and foot.',
    ],
    [
      'He injured the left elbow.',
      'Biofeedback',
      'ACOEM states that there is evidence of gains in pain of the low back.',
    ],
    ['He injured the left elbow and the right foot.', 'Boot', 'Pain of the right ankle has gone.'],
    [
      'He has pain of the spine.',
      'Lidocaine patch',
      'Pain of the left knee and of the shoulder has gone with rest.',
    ],
  ])('is silent: %s %s: "%s"', (injury, heading, sentence) => {
    expect(wordsOf(injury, heading, sentence)).toEqual([]);
  });

  it("offers the heading's part", () => {
    const right = letter({
      ...item(
        'MRI of the lumbar spine',
        `The remaining deficits of the lumbar spine are mild. ${conclusion}`,
      ),
      summary: told,
    });
    const wrong = right.replace('deficits of the lumbar spine', 'deficits of the cervical spine');
    expect(fixed(wrong, 'body-part-unnamed')).toBe(right);
  });
});
