import { describe, expect, it } from 'vitest';
import { checkSetPhrases, readSetPhrase, setPhrases } from '../../server/src/language/words/set-phrases.ts';
import { tokenize } from '../../server/src/language/words/tokens.ts';

const find = (text: string) => checkSetPhrases(tokenize(text), []);

function mended(text: string): string {
  return find(text).reduceRight(
    (mended, { start, end, suggestions }) =>
      mended.slice(0, start) + (suggestions[0] ?? '') + mended.slice(end),
    text,
  );
}

describe('all but a set phrase', () => {
  it.each([
    ['Pain is 7 on the visual analog skill.', 'Pain is 7 on the visual analog scale.'],
    ['The MRI shows an annual tear at L4-5.', 'The MRI shows an annular tear at L4-5.'],
    ['She was given a thumb spice splint.', 'She was given a thumb spica splint.'],
    ['The affect was sad; mood and effect matched.', 'The affect was sad; mood and affect matched.'],
    ['He walks with an antalgic gate.', 'He walks with an antalgic gait.'],
    ['Straight-let raise was positive.', 'Straight-leg raise was positive.'],
    ['It was used in edition to physical therapy.', 'It was used in addition to physical therapy.'],
    [
      'Opioids were taken in accordance which the contract.',
      'Opioids were taken in accordance with the contract.',
    ],
    ['The nerve conducting studies were normal.', 'The nerve conduction studies were normal.'],
    ['The injury worker has neck pain.', 'The injured worker has neck pain.'],
    ['Message therapy helped.', 'Massage therapy helped.'],
    [
      'TOPICAL ANALGESIC CREAMS ARE LARGELY EXPERIENTIAL.',
      'TOPICAL ANALGESIC CREAMS ARE LARGELY EXPERIMENTAL.',
    ],
    ['There was tenderness palpation.', 'There was tenderness to palpation.'],
    ['Quality life is poor.', 'Quality of life is poor.'],
  ])('%s', (text, right) => {
    expect(find(text)).toHaveLength(1);
    expect(mended(text)).toBe(right);
    expect(find(right)).toEqual([]);
  });
});

describe('is silent on', () => {
  it.each([
    'He showed a full range of emotion.',
    'The straight-leg raise was negative, and legs raised together hurt.',
    'The findings are inconsistent with radiculopathy.',
    'There is no medication for it, and no indicator of relapse.',
    'The insured worker was seen.',
    'The MRI showed a meniscus tear and a labrum repair.',
    'There is no evidence or documentation of it.',
    'He has pain in the neck or the cervical spine.',
    'Effects on the lumbar spine were not seen.',
    'One scan was done; two tables at the end show it.',
    'There is dental health to think of.',
    'Pain is limited in adduction to the left.',
    'There was wrist bruising.',
    'She has no particular symptoms.',
    'The provider asked for functional gait training.',
    'The plan is to request authorization for therapy.',
    'At the time the request was made, she worked.',
    'Sensation: light touch intact.',
    'Dr. Scare saw him; the visual analog SCAN unit failed.',
    'The visual analog. Scare tactics were used.',
  ])('%s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('the phrases', () => {
  it.each(setPhrases)('%s: every way of writing it is right', (written) => {
    const { parts } = readSetPhrase(written);
    const most = Math.max(...parts.map(({ text }) => text.length));
    for (let way = 0; way < most; way++) {
      const text = parts.map(({ text }) => text[Math.min(way, text.length - 1)]).join(' ');
      expect(find(`The note says: ${text}.`), text).toEqual([]);
      expect(find(text.toUpperCase()), text).toEqual([]);
    }
  });

  it.each(setPhrases.filter((written) => /[!~]/.test(written)))(
    '%s: the words that are right too are left alone, the slips told',
    (written) => {
      const { parts } = readSetPhrase(written);
      const first = parts.map(({ text }) => text[0]);
      for (const [at, { also, slips }] of parts.entries()) {
        for (const word of also) expect(find(first.with(at, word).join(' ')), word).toEqual([]);
        for (const word of slips) expect(find(first.with(at, word).join(' ')), word).toHaveLength(1);
      }
    },
  );

  it('say nothing twice', () => {
    expect(new Set(setPhrases).size).toBe(setPhrases.length);
  });

  it('need two words', () => {
    expect(() => readSetPhrase('scale')).toThrow('two words');
  });
});
