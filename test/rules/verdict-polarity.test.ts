import { describe, expect, it } from 'vitest';
import { verdictFindings } from '../support/findings.ts';
import { letter } from '../support/letter.ts';

describe('which way a sentence decides', () => {
  const deciding = (verdict: string, rationale: string): string =>
    letter({ items: [{ heading: `MRI of the lumbar spine: ${verdict}`, rationale }] });
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
    'The records fail to establish the medical necessity of the MRI.',
    'The request lacks medical necessity.',
    'On this record the medical necessity of the MRI remains unproven.',
    'Medical necessity is not apparent, since the examination was normal.',
    'The MRI cannot be certified as medically necessary.',
  ])('reads a refusal in "%s"', (rationale) => {
    expect(told('Upheld', rationale)).toEqual([]);
    expect(told('Overturned', rationale)).toContain('verdict-conclusion-mismatch');
  });

  it.each([
    'There can be no doubt that the MRI is medically necessary.',
    'No fewer than one MRI is medically necessary.',
    'No conservative care is missing, and the MRI is medically necessary.',
    'The denial does not hold. The MRI is medically necessary.',
    'There is weakness. The request is certified as medically necessary.',
    'Unlike the request for the neck, the request for the lumbar spine is medically necessary.',
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
    'The therapy was not medically necessary, but the MRI is.',
    'The utilization reviewer held that the MRI was not medically necessary. That is wrong. The request is medically necessary.',
  ])('takes no refusal from "%s"', (rationale) => {
    expect(told('Overturned', rationale)).toEqual([]);
  });

  describe('beside words that deny something else', () => {
    it.each([
      'There is no contraindication noted and I find that the MRI is medically necessary.',
      'Although conservative care failed, I agree that the request is medically necessary.',
      'The provider has not erred, and the records show that the MRI is medically necessary.',
      'Given that therapy has failed and that no further care is planned, the MRI is medically necessary.',
      'Therefore, despite the lack of a detailed note that describes the gait, the request is medically necessary.',
      'I find no reason why the MRI should be refused, and therefore it is medically necessary.',
      'This explains why no further films are needed and why the MRI is medically necessary.',
      'The request, which UR did not certify, is medically necessary.',
      'That said, the MRI is medically necessary.',
      'According to the guidelines cited above, the MRI is medically necessary.',
      'No red flag is present but the MRI is medically necessary.',
      'Nothing suggests malingering and the request is medically necessary.',
      'Because the first study did not show the disc that is now suspected, the MRI is medically necessary.',
      'Without an MRI the surgeon cannot plan, which means that the request is medically necessary.',
      'It is unclear why UR denied this, as the MRI is medically necessary.',
      'Only six weeks have passed, but with weakness the MRI is medically necessary.',
      'Before any injection is given, an MRI is medically necessary.',
      'If there is weakness, imaging is supported. There is weakness. As such, the request is medically necessary.',
    ])('reads no refusal in "%s"', (rationale) => {
      expect(told('Overturned', rationale)).toEqual([]);
    });

    it.each([
      'According to the MTUS, the request is not medically necessary.',
      'Without a note that shows weakness, I cannot find that the MRI is medically necessary.',
      'The notes, none of which describes weakness, do not show that the MRI is medically necessary.',
      'The provider has not, in this record, established that the MRI is medically necessary.',
      'What he needs is therapy, and the MRI is not medically necessary.',
      'There is no explanation why a second study that repeats the first is medically necessary.',
      'It is not clear that films were taken, and the MRI is not medically necessary.',
      'There was no rationale provided as to why the MRI is medically necessary.',
      'I do not believe the MRI is medically necessary.',
    ])('reads no grant in "%s"', (rationale) => {
      expect(told('Upheld', rationale)).toEqual([]);
    });
  });
});
