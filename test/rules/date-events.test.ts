import { describe, expect, it } from 'vitest';
import { check } from '../support/check.ts';
import { letter } from '../support/letter.ts';

const injured = 'The injured worker is a 44 year old male who sustained an industrial injury on 09/15/2016.';

/** What the date rules mark in a summary of some sentences. */
function marks(sentence: string): string[] {
  const text = letter({ summary: `${injured} ${sentence}` });
  return check(text)
    .filter(({ rule }) => rule.startsWith('date-'))
    .map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`);
}

describe('days of other events than injury, request and review', () => {
  it.each([
    // Of another injury.
    'Prior industrial injuries: lumbar strain on 6/3/13, resolved with six treatments; laceration of the left forearm on 1/28/14.',
    'He had an earlier low back claim from 2-11-2010, for which he was treated and was released at full duty on 5-3-2010.',
    // Beside the injury.
    'He reported the injury on 09/16/2016 to his supervisor.',
    'The injury was reported on 09/16/2016.',
    'She first sought care for the injury on 09/17/2016.',
    'He was first treated for this injury on 09/17/2016 at an urgent care.',
    'The claim for the injury was filed on 09/19/2016.',
    "A workers' compensation claim was opened on 09/20/2016.",
    'He was seen for his work injury 09/16/2016 at the emergency room.',
    'Initial evaluation for the industrial injury on 09/16/2016 showed spasm.',
    'The employer had notice of the injury on 09/16/2016.',
    'The accident report dated 09/16/2016 says that he fell backward.',
    'The DWC-1 for the injury is dated 09/19/2016.',
    'He was 8 weeks post injury on 11/10/2016.',
    'He had a similar injury on 09/15/2006, ten years earlier to the day.',
    'He had a motor vehicle accident on 12/01/2016, unrelated to work.',
    'The last day of work was 09/14/2016, the day before the injury.',
    'A panel QME of 06/30/2016, before this injury, had given 8% for the old one.',
    'Records from 08/01/2012 through 11/14/2016 were reviewed.',
    'Her industrial injury was, on 10/12/2016, found to include the neck.',
    'An injury of the right foot was ruled out on 09/20/2016.',
    'There was an interval injury on 11/01/2016.',
    'The cause of injury was entered on 09/19/2016 as "lifting".',
    'The insurer accepted the injury on 10/14/2016.',
    'He was in a car accident on 12/01/2016, not at work. The accident of 12/01/2016 is not part of the claim.',
    // Beside the review.
    'A first denial of 10/14/2016 was upheld on IMR on 11/10/2016, and the IMR determination of 11/10/2016 is final.',
    'Utilization review on 10/07/2016 approved therapy and on 11/21/2016 denied Baclofen.',
    'Payment was denied on 12/09/2016 for lack of a report.',
    'Requests made on 11/14/2016 were denied on 11/21/2016, for lack of films.',
    'The denial was mailed on 11/22/2016 and received on 11/25/2016.',
    'Of note, a prior denial of 10/14/2016, of the same drug, had become final.',
    'Delayed reporting of the injury (10/03/2016) led to a denial of the claim.',
    'The claim was denied on 09/30/2016 and accepted on 10/14/2016.',
    'UR deferred its decision on 11/17/2016 for lack of the MRI report.',
    'The UR physician called on 11/17/2016 and 11/18/2016 and left messages.',
    'Dr. Lee discussed the denial with the patient on 11/28/2016.',
    'The patient learned of the denial on 11/25/2016.',
    'In response to the UR denial, on 12/01/2016 Dr. Lee added that strength was 4/5.',
    'His rebuttal to the denial, of 12/01/2016, adds an examination.',
    'An application for IMR of the earlier denial was filed on 10/20/2016 and withdrawn.',
    // After the decision.
    'He is to see the surgeon on 01/20/2017 and the therapist the week of 02/06/2017.',
    'A trial date of 03/15/2017 is mentioned in the letter of the attorney.',
    'Stitches are to come out on 01/06/2017.',
    'She, his wife, is due to deliver on 03/03/2017.',
    'His contract ends on 06/30/2017 and his visa on 12/31/2018.',
    // Beside each other.
    'The retrospective request covers dates of service 10/05/2016 and 10/19/2016.',
  ])('are left alone: "%s"', (sentence) => {
    expect(marks(sentence)).toEqual([]);
  });

  it.each([
    ['An injury on 09/16/2016 is told of.', 'date-injury-mismatch 09/16/2016'],
    ['The date of injury is 09/16/2016.', 'date-injury-mismatch 09/16/2016'],
    ['Since the injury of 09/16/2016 he has rested.', 'date-injury-mismatch 09/16/2016'],
    ['The denial of 11/22/2016 was appealed.', 'date-ur-mismatch 11/22/2016'],
    ['UR denied the request on 11/22/2016.', 'date-ur-mismatch 11/22/2016'],
    ['He appealed the denial of 11/22/2016.', 'date-ur-mismatch 11/22/2016'],
    ['It was denied by utilization review on 11/22/2016.', 'date-ur-mismatch 11/22/2016'],
    ['A prior denial of 11/12/2016 was appealed.', 'date-ur-mismatch 11/12/2016'],
    ['She was seen on 11/10/2017 for low back pain.', 'date-future 11/10/2017'],
    ['She was seen on 08/15/2016 for low back pain.', 'date-before-injury 08/15/2016'],
  ])('but the days themselves are compared: "%s"', (sentence, mark) => {
    expect(marks(sentence)).toContain(mark);
  });
});
