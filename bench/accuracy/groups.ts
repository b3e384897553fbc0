/**
 * Which label classes a rule speaks of. A finding counts as finding a label when it touches the labelled words and
 * its rule names the label's class here. Readers class the same slip differently, so neighbours stand together.
 */
const dates = [
  'date-ur-mismatch',
  'date-injury-mismatch',
  'date-impossible',
  'date-before-injury',
  'date-order',
  'date-reference',
  'duration-impossible',
  'missing-element',
];
const words = [
  'typo',
  'word-slip',
  'sound-alike',
  'grammar',
  'doubled-word',
  'missing-space',
  'missing-element',
  'punctuation',
  'leftover-text',
];
const citations = [
  'citation-not-listed',
  'section-name',
  'edition',
  'subdivision',
  'wrong-chapter-maximus',
  'wrong-chapter-claims',
  'missing-element',
  // "the MTUS is silent", where it is not
  'fact-contradiction',
];
const verdicts = [
  'sentence-contradicts-verdict',
  'scope-mismatch',
  'tense-mismatch',
  'boilerplate-defect',
  'missing-element',
];
const content = [
  'wrong-service',
  'wrong-body-part',
  'wrong-chapter-maximus',
  'wrong-chapter-claims',
  'laterality',
  'strength-quantity',
  'sex-mismatch',
  'fact-contradiction',
  'scope-mismatch',
  'date-impossible',
  'duration-impossible',
];
const text = [
  'punctuation',
  'unbalanced-quotes',
  'leftover-text',
  'lost-span',
  'missing-element',
  'boilerplate-defect',
  'grammar',
  'missing-space',
  'doubled-word',
];
const frame = ['missing-element', 'boilerplate-defect', 'typo'];

/** Label classes by rule family. */
export const classesOfFamily: Readonly<Record<string, readonly string[]>> = {
  sections: frame,
  dates,
  citations,
  regulations: ['subdivision', 'section-name'],
  verdicts,
  content,
  text,
  words,
};
