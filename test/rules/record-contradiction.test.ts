import { describe, expect, it } from 'vitest';
import { check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';
import { summaryOf } from '../support/request-item.ts';

function found(summary: string, rationale: string): string[] {
  const text = letter({
    summary: summaryOf(summary),
    items: [{ rationale: `${rationale} Therefore, the request is not medically necessary.` }],
  });
  return check(text, 'record-contradiction').map((finding) => marked(text, finding));
}

describe('what the summary says and the rationale denies, or the other way about', () => {
  it.each([
    // lasting states
    ['He has type 2 diabetes.', 'There is no history of diabetes or gout.', 'no history of diabetes'],
    ['He denies diabetes.', 'The patient is diabetic.', 'is diabetic'],
    ['He does not have diabetes.', 'The patient is diabetic.', 'is diabetic'],
    ['She smokes a pack a day.', 'The patient has never smoked.', 'has never smoked'],
    ['He is allergic to codeine.', 'He has no known drug allergies.', 'no known drug allergies'],
    ['He lives alone.', 'He lives with his wife, who can help.', 'lives with his'],
    [
      'He is currently working full duty.',
      'The claimant has not worked since the injury.',
      'has not worked since the injury',
    ],
    // one study of one day
    [
      'The MRI of the knee of 11/08/2016 was normal.',
      'The tear on the MRI of 11/08/2016 was weighed.',
      'The tear on the MRI of 11/08/2016 was weighed.',
    ],
    [
      'Ultrasound of 11/08/2016 showed a full-thickness tear.',
      'The ultrasound of November 8, 2016 was unremarkable.',
      'The ultrasound of November 8, 2016 was unremarkable.',
    ],
    [
      'The urine drug screen of 12/05/2016 was consistent.',
      'The inconsistent urine drug screen of 12/05/2016 was not discussed.',
      'The inconsistent urine drug screen of 12/05/2016 was not discussed.',
    ],
    // the one study of its kind
    [
      'X-rays of the knee dated 11/08/2016 were noted to be normal.',
      'He limps, and the x-rays showed a fracture of the patella.',
      'He limps, and the x-rays showed a fracture of the patella.',
    ],
    // treatment never had
    ['Treatment has included eight visits of acupuncture.', 'He has never tried acupuncture.', 'acupuncture'],
    ['He has not received any injections.', 'The two cortisone injections he received count.', 'injections'],
    ['He has completed six sessions of aquatic therapy.', 'No aquatic therapy has been provided.', 'aquatic'],
    [
      'Relevant treatments have included a subacromial injection.',
      'He did not improve with medication, and no injection has been tried.',
      'injection',
    ],
  ])('%s ‖ %s', (summary, rationale, part) => {
    const [only, ...more] = found(summary, rationale);
    expect(only).toContain(part);
    expect(more).toEqual([]);
  });

  it.each([
    ['His mother has diabetes.', 'The patient has no history of diabetes.'],
    ['He takes lisinopril, and has no diabetes.', 'She is well with one drug, and does not have diabetes.'],
    ['He has hypertension but never had diabetes.', 'There is no history of diabetes.'],
    ['He smoked until 2012.', 'The patient does not smoke.'],
    ['He smokes a pack a day.', 'Fusion heals better in one who does not smoke.'],
    ['He currently works as a clerk.', 'He has not returned to work since the injury in his old job.'],
    ['He is allergic to latex.', 'He has no known drug allergies.'],
    ['Allergies: penicillin. NKDA was noted before.', 'He is allergic to penicillin.'],
    ['He was working as a cook when he fell.', 'He has not worked since the injury.'],
    ['He returned to work in October.', 'He has not worked since December.'],
    ['The MRI of 11/08/2016 was normal for age.', 'The tear on the MRI of 12/08/2016 was weighed.'],
    [
      'X-rays of the knee of 11/08/2016 were normal. X-rays of the hand of 11/08/2016 showed a fracture.',
      'The fracture on the x-rays of 11/08/2016 has healed.',
    ],
    ['The EMG of 11/08/2016 was normal.', 'The nerve conduction study of 11/08/2016 showed a neuropathy.'],
    ['The MRI of 11/08/2016 was normal.', 'The MRI of 11/08/2016 showed no tear.'],
    ['The MRI of 11/08/2016 was normal.', 'ACOEM states that MRI can show a tear or a fracture.'],
    [
      'X-rays of the knee of 11/08/2016 were normal. X-rays were repeated on 12/01/2016.',
      'The x-rays showed a fracture of the patella.',
    ],
    ['X-rays of the knee of 11/08/2016 were normal.', 'The x-rays of the hand showed a fracture.'],
    ['The MRI of 11/08/2016 was normal.', 'Surgery is an option when the MRI has confirmed a tear.'],
    ['The MRI of 11/08/2016 was normal.', 'The MRI showed no tear. An MRI showed a tear in one study.'],
    ['Treatment has included acupuncture for the neck.', 'He has never had acupuncture for the low back.'],
    ['He had physical therapy.', 'He has not had any physical therapy since the surgery.'],
    ['Treatment has included an injection.', 'Rest has helped, and no injection is asked for.'],
    ['Physical therapy has been authorized.', 'The patient has not had physical therapy.'],
    ['Treatment has included physical therapy.', 'The patient has never had aquatic therapy.'],
    ['The UR of 11/21/2016 says that treatment has included acupuncture.', 'He has never had acupuncture.'],
    ['As of 11/01/2016 he had not received any injections.', 'The two injections he received have helped.'],
  ])('is silent: %s ‖ %s', (summary, rationale) => {
    expect(found(summary, rationale)).toEqual([]);
  });

  it('takes a denial without a part of the body to be of the part that is treated', () => {
    const heading = 'Right shoulder arthroscopy: Overturned';
    const rationale = 'The patient has not had surgery. The request is medically necessary.';
    const found = (summary: string) =>
      check(letter({ summary: summaryOf(summary), items: [{ heading, rationale }] }), 'record-contradiction');
    expect(found('He underwent left knee surgery in 2012.')).toEqual([]);
    expect(found('He underwent right shoulder surgery in October.')).toHaveLength(1);
  });

  it('names the place in the summary', () => {
    const text = letter({
      summary: summaryOf('He has type 2 diabetes.'),
      items: [{ rationale: 'He is not diabetic. Therefore, the request is not medically necessary.' }],
    });
    const [finding] = check(text, 'record-contradiction');
    const [place] = finding?.related ?? [];
    expect(text.slice(place?.start, place?.end)).toBe('has type 2 diabetes');
  });
});

describe('a finding of one day', () => {
  const denied = (summary: string, rationale: string): string[] => {
    const text = letter({
      summary: summaryOf(summary),
      items: [{ rationale: `${rationale} Therefore, the request is not medically necessary.` }],
    });
    return check(text, 'finding-denied').map(({ severity }) => severity);
  };

  it.each([
    [
      'On 12/08/2016 examination showed lumbar spasm.',
      'The note of 12/08/2016 found no muscle spasm.',
      'warning',
    ],
    ['Examination showed lumbar spasm.', 'There is no documentation of muscle spasm.', 'information'],
  ])('%s ‖ %s', (summary, rationale, severity) => {
    expect(denied(summary, rationale)).toEqual([severity]);
  });

  it.each([
    ['On 12/08/2016 examination showed lumbar spasm.', 'The note of 12/15/2016 found no muscle spasm.'],
    ['On 12/08/2016 examination showed lumbar spasm.', 'On 12/08/2016 the neck had no muscle spasm.'],
    ['Examination showed lumbar spasm.', 'The note of 12/15/2016 found no muscle spasm.'],
  ])('is silent: %s ‖ %s', (summary, rationale) => {
    expect(denied(summary, rationale)).toEqual([]);
  });
});

describe('a finding that comes from the spine', () => {
  const denied = (heading: string, summary: string, rationale: string): string[] => {
    const text = letter({
      summary: summaryOf(summary),
      items: [{ heading, rationale: `${rationale} Therefore, the request is not medically necessary.` }],
    });
    return check(text, 'finding-denied').map(({ severity, message }) => `${severity}: ${message}`);
  };
  const lumbar = 'MRI of the lumbar spine: Upheld';
  const cervical = 'MRI of the cervical spine: Upheld';

  it.each([
    [
      lumbar,
      'She reported left leg pain with numbness and tingling.',
      'There is no documentation of radicular complaints.',
      'radicular complaints, but the summary reports them',
    ],
    [
      cervical,
      'Examination showed decreased sensation over the right hand.',
      'There was no evidence of any neurological deficits on the examination.',
      'neurological deficits, but the summary reports them',
    ],
    [
      lumbar,
      'On examination strength of the left foot was 4/5.',
      'The note does not document any neurologic deficit.',
      'neurological deficits, but the summary reports them',
    ],
    [
      'Omeprazole 20mg #30: Upheld',
      'He reported heartburn with naproxen.',
      'There is no documentation of gastrointestinal complaints.',
      'gastrointestinal complaints, but the summary reports them',
    ],
  ])('%s: %s ‖ %s', (heading, summary, rationale, message) => {
    expect(denied(heading, summary, rationale)).toEqual([
      `information: The rationale finds no documentation of ${message}.`,
    ]);
  });

  it.each([
    [
      'of the other end of the spine',
      cervical,
      'She reported left leg pain with numbness and tingling.',
      'There is no documentation of radicular complaints.',
    ],
    [
      'of a part that is not named',
      lumbar,
      'She complained of numbness.',
      'There is no documentation of radicular complaints.',
    ],
    [
      'that is progressive',
      lumbar,
      'Examination showed decreased sensation over the left foot.',
      'There is no evidence of progressive neurological deficits.',
    ],
    [
      'that somebody else denied',
      lumbar,
      'Examination showed decreased sensation over the left foot.',
      'The utilization review found no neurological deficits.',
    ],
    [
      'that the summary denies as well',
      lumbar,
      'She denied numbness in the legs. Sensation of the feet was not decreased.',
      'There is no documentation of radicular complaints and no neurologic deficits are reported.',
    ],
    [
      'of which there was a risk only',
      'Omeprazole 20mg #30: Upheld',
      'He reported heartburn with naproxen.',
      'There is no documentation of a risk for gastrointestinal events.',
    ],
  ])('is silent on one %s', (_, heading, summary, rationale) => {
    expect(denied(heading, summary, rationale)).toEqual([]);
  });
});
