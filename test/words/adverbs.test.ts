import { describe, expect, it } from 'vitest';
import { checkAdverbs } from '../../server/src/language/words/adverbs.ts';
import { tokenize } from '../../server/src/language/words/tokens.ts';

const find = (text: string) => checkAdverbs(tokenize(text));

describe('an adjective before a participle', () => {
  it.each([
    ['The fracture is complete healed by now.', 'The fracture is completely healed by now.'],
    ['Motion was moderate restricted in May.', 'Motion was moderately restricted in May.'],
    ['It is rare indicated for it.', 'It is rarely indicated for it.'],
    ['He did not adequate address it.', 'He did not adequately address it.'],
    ['The dose was tapered gradual to prevent it.', 'The dose was tapered gradually to prevent it.'],
    ['He sleeps poor and wakes often.', 'He sleeps poorly and wakes often.'],
    ['The drug has been gradual reduced.', 'The drug has been gradually reduced.'],
  ])('%s', (text, right) => {
    const [finding, ...more] = find(text);
    expect(more).toEqual([]);
    expect(text.slice(0, finding?.start) + finding?.suggestions[0] + text.slice(finding?.end)).toBe(right);
  });

  it.each([
    'The tear was partial, and healed.',
    'His pain is severe and limited to the knee.',
    'The condition is industrial related.',
    'The relief was significant compared to last year.',
    'The visits did not complete the course.',
    'His sleep is poor and brief.',
    'The wound did not clear by May.',
    'It was complete blood work.',
    'There is moderate limited motion testing in the file.',
  ])('is silent: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('an adverb before a noun', () => {
  it.each([
    ['He walks with an antalgically gait.', 'He walks with an antalgic gait.'],
    ['It is not a surgically procedure.', 'It is not a surgical procedure.'],
    ['There is a partially tear of the tendon.', 'There is a partial tear of the tendon.'],
    ['There has been a significantly decline in it.', 'There has been a significant decline in it.'],
    ['The pain is constantly, and sharp.', 'The pain is constant, and sharp.'],
    ['It is a reasonably request.', 'It is a reasonable request.'],
  ])('%s', (text, right) => {
    const [finding, ...more] = find(text);
    expect(more).toEqual([]);
    expect(text.slice(0, finding?.start) + finding?.suggestions[0] + text.slice(finding?.end)).toBe(right);
  });

  it.each([
    'He takes a daily dose of it.',
    'This usually results in relief.',
    'A clinically significant tear is shown.',
    'It is a highly addictive drug.',
    'An early return was planned.',
    'The elderly patient is weak.',
    'He is on a steadily increasing dose.',
  ])('is silent: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});
