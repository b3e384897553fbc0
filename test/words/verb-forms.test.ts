import { describe, expect, it } from 'vitest';
import { tokenize } from '../../server/src/language/words/tokens.ts';
import { checkVerbForms } from '../../server/src/language/words/verb-forms.ts';

const find = (text: string) => checkVerbForms(tokenize(text));

describe('a form that the words before it do not take', () => {
  it.each([
    ['The worker cannot lifts it.', 'The worker cannot lift it.'],
    ['He could only stands for an hour.', 'He could only stand for an hour.'],
    ['It may no longer has a use.', 'It may no longer have a use.'],
    ['He does not tolerates the drug.', 'He does not tolerate the drug.'],
    ['She can walking for ten minutes.', 'She can walk for ten minutes.'],
    ['Motion is limits by pain.', 'Motion is limited by pain.'],
    ['The request was also denies.', 'The request was also denied.'],
    ['He said that she symptoms have improved.', 'He said that her symptoms have improved.'],
    ['It seems that they provider did not sign.', 'It seems that the provider did not sign.'],
    ['He wife has left.', 'His wife has left.'],
    ['Rest is helpful in reduce the pain.', 'Rest is helpful in reducing the pain.'],
    ['Instead of continue the drug, he rested.', 'Instead of continuing the drug, he rested.'],
    ['The goal is to decreased the dose.', 'The goal is to decrease the dose.'],
    ['He has not yet receive it.', 'He has not yet received it.'],
    ['She had miss four visits.', 'She had missed four visits.'],
    ['He has request the drug again.', 'He has requested the drug again.'],
    ['A reviewer must be allow to ask.', 'A reviewer must be allowed to ask.'],
    ['He was noted to be ambulate with a cane.', 'He was noted to be ambulating with a cane.'],
    ['The drug was begin in May.', 'The drug was begun in May.'],
    ['The worker has show steady gains.', 'The worker has shown steady gains.'],
    ['Therapy was attend twice a week.', 'Therapy was attended twice a week.'],
    ['A surgeon should be consult before it.', 'A surgeon should be consulted before it.'],
    ['The records fail to showed any gain.', 'The records fail to show any gain.'],
    ['The purpose is to determining whether he rests.', 'The purpose is to determine whether he rests.'],
    ['It is not recommend here.', 'It is not recommended here.'],
    ['The notes fail to specifies a dose.', 'The notes fail to specify a dose.'],
    ['It was given to relieved his pain.', 'It was given to relieve his pain.'],
  ])('%s', (text, right) => {
    const [finding, ...more] = find(text);
    expect(more).toEqual([]);
    expect(text.slice(0, finding?.start) + finding?.suggestions[0] + text.slice(finding?.end)).toBe(right);
  });

  it.each([
    'Should tears be found, surgery may help.',
    'It is not clear when should tears be repaired.',
    'Walking helps, and so will stretching.',
    'The will has been signed.',
    'Neer, Hawkins and empty can tests were positive.',
    'Such evidence as there is comes from trials.',
    'On May visits he was stiff.',
    'The best that he could is rest.',
    'The documents were notes by the therapist, and there were visits by a nurse.',
    'He does walks and stretches.',
    'The exercises they need are taught.',
    'The papers they reference are lost.',
    'He himself drives; she often walks.',
    'The conditions he is treated for include a tear.',
    'The options spoken of include a brace.',
    'He took time to lay the stone.',
    'All he can do is continue the exercises.',
    'The pain that he had show no change.',
    'The symptoms he has include a cough.',
    'His response is to resting the knee.',
    'The clinic where he is is open.',
    'She has fail-first rules to follow.',
    'All she can do is begin again.',
    'The next step would be continue with the drug.',
    'The clinic he goes to requires a form.',
    'He has start and stop times; he had rest and a need of sleep.',
    'What he has include two braces.',
    'It is due to decreased use of the arm.',
  ])('is silent: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('two forms of "to be" in a row', () => {
  it('offers either', () => {
    const text = 'A home program is was reviewed.';
    const [finding, ...more] = find(text);
    expect(more).toEqual([]);
    expect(text.slice(finding?.start, finding?.end)).toBe('is was');
    expect(finding?.suggestions).toEqual(['was', 'is']);
  });

  it.each(['What the cause is was not told.', 'It is not known where he is is open.'])(
    'is silent: %s',
    (text) => {
      expect(find(text)).toEqual([]);
    },
  );
});
