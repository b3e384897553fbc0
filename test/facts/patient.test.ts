import { describe, expect, it } from 'vitest';
import { factsOf, patientOf } from '../../server/src/language/facts/index.ts';
import { parseDetermination } from '../../server/src/language/syntax/index.ts';
import { letter } from '../support/letter.ts';

function wordsFor(summary: string): string[] {
  return patientOf(factsOf(parseDetermination(letter({ summary })))).sexes.map(({ word }) => word);
}

describe('the patient', () => {
  it('is meant by a stated sex and by pronouns with a patient’s verbs', () => {
    expect(
      wordsFor(
        'The injured worker is a 44 year old female. She complained of neck pain. On 11/14/2016, she rated it 7/10.',
      ),
    ).toEqual(['female', 'She', 'she']);
  });

  it.each([
    ['The physician wrote that he wished to see an MRI.'],
    ['The treating provider examined the applicant. He recommended surgery.'],
    ['The physician indicated his interpretation of the study.'],
    ['Acupuncture reduced pain. (He, 2004) There is little evidence.'],
    ['The guideline says "he should be asked about his goals".'],
    ['The reviewer based his/her decision on the records; he or she is licensed.'],
    ['The patient’s supervisor said that he saw the fall.'],
  ])('is not meant in: %s', (sentence) => {
    expect(wordsFor(sentence)).toEqual([]);
  });

  it('has the ages that are the patient’s own', () => {
    const facts = factsOf(
      parseDetermination(
        letter({
          summary:
            'The patient is a 44 year old man. MRI is indicated in patients over 40 years of age. His 5 year old son was with him.',
        }),
      ),
    );
    expect(patientOf(facts).ages.map(({ years }) => years)).toEqual([44]);
  });
});
