import { expect, it } from 'vitest';
import { createWordsChecker } from '../../server/src/language/words/checker.ts';
import { buildLetterVocabulary } from '../../server/src/language/words/vocabulary.ts';

it.each([
  ['He feels depress.', 'depressed'],
  ['She feels frustrate.', 'frustrated'],
  ['The request was not approve.', 'approved'],
  ['There was no functional improve.', 'improvement'],
  ['There is a lack of respond to therapy.', 'response'],
  ['Several study have shown this.', 'studies'],
  ['He is able to walks.', 'walk'],
])('in "%s" the one right form is suggested', (text, right) => {
  const letter = buildLetterVocabulary([text]);
  const findings = createWordsChecker().checkBlock({ text, kind: 'rationale', letter });
  expect(findings.map(({ suggestions }) => suggestions)).toEqual([[right]]);
});
