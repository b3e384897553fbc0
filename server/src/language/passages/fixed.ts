/**
 * Wording that is the same in every letter that has it. A rule compares what a letter has in that place with
 * the standard and points at the altered word ("multiple stenosis" for "multiple sclerosis").
 */
import { CREDENTIALS_LEAD_IN, DECISIONS_LEAD_IN, HOW_MADE, SUMMARY_LEAD_IN } from './library/form.ts';

/** The part of a letter in which a fixed passage stands; sections by their names in the tree. */
export type FixedPlace = 'how-made' | 'credentials' | 'summary' | 'issues' | 'guideline-line' | 'rationale';

/** One piece of fixed wording. */
export interface FixedPassage {
  readonly id: string;
  /** The standard wording; white space stands for any white space. */
  readonly text: string;
  readonly where: FixedPlace;
  /**
   * `block`: the letter must hold it whole. `phrase`: not every letter has it; only a near miss is a slip.
   */
  readonly match: 'block' | 'phrase';
}

const phrase = (id: string, where: FixedPlace, text: string): FixedPassage => ({
  id,
  text,
  where,
  match: 'phrase',
});

const block = (id: string, where: FixedPlace, text: string): FixedPassage => ({
  id,
  text,
  where,
  match: 'block',
});

/** The fixed wording of the form, of its guideline lines, and of sentences that letters reproduce. */
export const fixedPassages: readonly FixedPassage[] = [
  block('how-made', 'how-made', HOW_MADE),
  block('credentials-lead-in', 'credentials', CREDENTIALS_LEAD_IN),
  block('summary-lead-in', 'summary', SUMMARY_LEAD_IN),
  block('issues-lead-in', 'issues', DECISIONS_LEAD_IN),
  phrase(
    'line-none-claims',
    'guideline-line',
    'The Claims Administrator did not cite any medical evidence for its decision.',
  ),
  phrase(
    'line-none-maximus',
    'guideline-line',
    'The Expert Reviewer did not cite any medical evidence for its decision.',
  ),
  phrase(
    'line-outside-claims',
    'guideline-line',
    'The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines.',
  ),
  phrase(
    'line-outside-maximus',
    'guideline-line',
    'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines.',
  ),
  phrase(
    'baclofen-indication',
    'rationale',
    'spasticity associated with multiple sclerosis and/or spinal cord injuries',
  ),
  phrase(
    'opioid-criteria',
    'rationale',
    'evidence of successful return to work, improved functioning, and/or reduced pain',
  ),
  phrase('efficacy', 'rationale', 'should incorporate some discussion of "efficacy of medication" into'),
  phrase('opener-not', 'rationale', 'not medically necessary, medically appropriate, or indicated here'),
  phrase('opener-necessary', 'rationale', 'medically necessary, medically appropriate, and indicated here'),
  phrase('functional-improvement', 'rationale', 'lack of functional improvement as defined in'),
  // The opioid notice is compared by its set phrases: letters name the person in it in different ways.
  phrase('notice-scope', 'rationale', 'medical necessity of opioids as they have been prescribed to this'),
  phrase('notice-stop', 'rationale', 'stop long-term opioids abruptly'),
  phrase('notice-physician', 'rationale', 'is advised to speak with their treating physician'),
  phrase('notice-guideline', 'rationale', 'MTUS Opioids Treatment Guidelines ("Tapering opioids")'),
  phrase('notice-weaning', 'rationale', 'weaning and terminating opioids'),
  phrase('conclusion-is-not', 'rationale', 'the request is not medically necessary.'),
  phrase('conclusion-was-not', 'rationale', 'the request was not medically necessary.'),
  phrase('conclusion-is', 'rationale', 'the request is medically necessary.'),
  phrase('conclusion-was', 'rationale', 'the request was medically necessary.'),
];
