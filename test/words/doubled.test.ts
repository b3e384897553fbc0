import { describe, expect, it } from 'vitest';
import { checkDoubled } from '../../server/src/language/words/doubled.ts';
import { checkDoubledItems } from '../../server/src/language/words/doubled-items.ts';
import { tokenize } from '../../server/src/language/words/tokens.ts';

const doubled = (text: string) => {
  const tokens = tokenize(text);
  return [...checkDoubled(tokens), ...checkDoubledItems(tokens)];
};

describe('a word that stands twice', () => {
  it.each([
    'He was seen in in May.',
    'He rests on on the bed.',
    'He came in in the the night.',
    'It is a a reason to wait.',
  ])('%s', (text) => {
    expect(doubled(text)).toHaveLength(1);
  });

  it.each(['He had hepatitis A a year ago.', 'He had hepatitis a a year ago.', 'Options a a/b were tried.'])(
    'is silent where the first is no article: %s',
    (text) => {
      expect(doubled(text)).toEqual([]);
    },
  );

  it.each([
    'He came in in November and went on on his own.',
    'The brace that he had on on that day was soft.',
    'She had it on on Monday.',
  ])('is silent where the first belongs to its verb: %s', (text) => {
    expect(doubled(text)).toEqual([]);
  });
});

describe('a last item that the list names before', () => {
  it.each([
    ['She has fever, nausea, vertigo, and nausea.', 'She has fever, nausea, and vertigo.'],
    ['She has nausea, vertigo, and nausea.', 'She has nausea and vertigo.'],
    ['She has fever, nausea, vertigo and nausea.', 'She has fever, nausea and vertigo.'],
    [
      'He limps on tasks as basic as kneeling and sitting and kneeling.',
      'He limps on tasks as basic as kneeling and sitting.',
    ],
    [
      'There is no sign of bleeding tendency or gout or bleeding tendency, he wrote.',
      'There is no sign of bleeding tendency or gout, he wrote.',
    ],
    ['Pain is felt on bending, cough, twisting, or bending.', 'Pain is felt on bending, cough, or twisting.'],
  ])('%s', (text, mended) => {
    const findings = doubled(text);
    expect(findings).toHaveLength(1);
    for (const { start, end, suggestions, preferred } of findings) {
      expect(text.slice(0, start) + suggestions[0] + text.slice(end)).toBe(mended);
      expect(preferred).toBe(false);
    }
    expect(doubled(mended)).toEqual([]);
  });

  it.each([
    'He has numbness, weakness, and numbness with motion.',
    'The distance between elbow and wrist and elbow and shoulder was taken.',
    'The tests were positive, negative, and positive.',
    'He had therapy, surgery, and therapy.',
    'The levels were C4, C5, and C4.',
    'The authors were Smith, Jones, and Smith.',
    'He tried splints, insoles, and creams, but creams and insoles, he said, chafed.',
    'The neck hurts, the elbow is stiff, and the neck hurts.',
    'Hip stiffness and weakness and stiffness.',
    'The verdicts were approved, denied, and approved.',
    'Elbow and wrist, and elbow.',
    'And walking.',
    'Diagnoses: pain in joint, shoulder region; pain in joint, forearm; pain in joint, hand.',
  ])('is silent in “%s”', (text) => {
    expect(doubled(text)).toEqual([]);
  });
});
