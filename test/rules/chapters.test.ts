import { describe, expect, it } from 'vitest';
import { check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';
import { summaryOf } from '../support/request-item.ts';

const found = (
  summary: string,
  heading: string,
  chapter: string,
  rationale = 'Criteria are not met.',
): string[] => {
  const text = letter({
    summary: summaryOf(summary),
    items: [
      {
        heading: `${heading}: Upheld`,
        maximus: `Decision based on MTUS ${chapter}, Section(s): Initial Care.`,
        rationale: `${rationale} The request is not medically necessary.`,
      },
    ],
  });
  return check(text, 'chapter-mismatch').map((finding) => marked(text, finding));
};

describe('a chapter for a limb that nothing in the letter is about', () => {
  it.each([
    ['He has low back pain.', 'Orthopedic consultation', 'Knee Complaints 2004', 'Knee Complaints'],
    ['He has distress.', 'Psychological evaluation', 'Elbow Complaints 2007', 'Elbow Complaints'],
  ])('%s %s: %s', (summary, heading, chapter, name) => {
    expect(found(summary, heading, chapter)).toEqual([name]);
  });

  it.each([
    [
      'He has low back pain and a sprained ankle.',
      'Psychological evaluation',
      'Ankle and Foot Complaints 2004',
    ],
    ['He has pain of the left lower extremity.', 'Orthopedic consultation', 'Knee Complaints 2004'],
    ['He has carpal tunnel syndrome.', 'Splint', 'Forearm, Wrist, and Hand Complaints 2004'],
    ['He was hurt at work.', 'Orthopedic consultation', 'Knee Complaints 2004'],
    ['He has shoulder pain.', 'TENS unit', 'Low Back Complaints 2004'],
    ['He has shoulder pain.', 'TENS unit', 'Chronic Pain Medical Treatment 2016'],
  ])('is silent: %s %s: %s', (summary, heading, chapter) => {
    expect(found(summary, heading, chapter)).toEqual([]);
  });
});

describe('a chapter in the words of a rationale', () => {
  it.each([
    [
      'MRI of the left knee',
      'Knee Complaints 2004',
      'The Shoulder chapter of ACOEM lists the criteria.',
      'Shoulder',
    ],
    [
      'EMG of the right upper extremity',
      'Neck and Upper Back Complaints 2004',
      "ACOEM's Low Back Complaints chapter advises the study.",
      'Low Back',
    ],
  ])('%s: "%s"', (heading, chapter, rationale, name) => {
    expect(found('He has pain.', heading, chapter, rationale)).toEqual([name]);
  });

  it.each([
    ['MRI of the left knee', 'Knee Complaints 2004', 'The Knee chapter of ACOEM lists the criteria.'],
    [
      'MRI of the thoracic spine',
      'Neck and Upper Back Complaints 2004',
      'The Low Back chapter of ACOEM lists them.',
    ],
    [
      'MRI of the left knee',
      'Chronic Pain Medical Treatment 2016',
      'The Shoulder chapter of ACOEM lists them.',
    ],
    ['MRI of the left knee', 'Knee Complaints 2004', 'The low back chapter of the record was left out.'],
  ])('is silent: %s: "%s"', (heading, chapter, rationale) => {
    expect(found('He has pain.', heading, chapter, rationale)).toEqual([]);
  });
});
