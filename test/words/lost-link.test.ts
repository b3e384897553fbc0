import { describe, expect, it } from 'vitest';
import { checkLostLinks } from '../../server/src/language/words/lost-link.ts';
import { tokenize } from '../../server/src/language/words/tokens.ts';

const find = (text: string) => checkLostLinks(tokenize(text));

describe('a preposition lost behind what was found, done or read', () => {
  it.each([
    ['The injection the right shoulder was given.', 'The injection to the right shoulder was given.'],
    ['There is decreased sensation the left foot.', 'There is decreased sensation in the left foot.'],
    ['Inspection the ankle showed no defect.', 'Inspection of the ankle showed no defect.'],
    ['He sustained an injury his lower back.', 'He sustained an injury to his lower back.'],
    ['The review the medical records shows no gain.', 'The review of the medical records shows no gain.'],
    ['The efficacy the requested drug was not told.', 'The efficacy of the requested drug was not told.'],
    ['An MRI the lumbar spine was done.', 'An MRI of the lumbar spine was done.'],
  ])('%s', (text, right) => {
    const [finding, ...more] = find(text);
    expect(more).toEqual([]);
    expect(text.slice(0, finding?.start) + finding?.suggestions[0] + text.slice(finding?.end)).toBe(right);
  });

  it.each([
    'The pain the knee causes is mild.',
    'After the injury the left wrist was splinted.',
    'Following surgery the knee is stiff.',
    'On examination the lumbar spine shows spasm.',
    'On palpation, the neck was tender.',
    'The injury the patient sustained was mild.',
    'Because of swelling the knee was iced.',
    'With the injection the shoulder is better.',
    'The treatment the provider asked for is not of use.',
    'Before the surgery the hand was numb; since then it is not.',
    'He rests: for strength the back muscles are trained.',
  ])('is silent: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});
