import { describe, expect, it } from 'vitest';
import { checkNounNumber } from '../../server/src/language/words/noun-number.ts';
import { tokenize } from '../../server/src/language/words/tokens.ts';

const find = (text: string) => checkNounNumber(tokenize(text));

describe('a plural behind an article that goes with one', () => {
  it.each([
    ['Recommended is a trial of a first-line agents before surgery.', 'agents', 'agent'],
    ['A second opinions was given.', 'opinions', 'opinion'],
    ['The request for a urine drug screens is denied.', 'screens', 'screen'],
    ['A disc protrusions at L4-5 was shown.', 'protrusions', 'protrusion'],
    ['It is a chronic pain conditions of the back.', 'conditions', 'condition'],
    ['There is a functional improvements.', 'improvements', 'improvement'],
    ['He has another objective abnormalities of gait.', 'abnormalities', 'abnormality'],
  ])('%s', (text, plural, singular) => {
    const [finding, ...more] = find(text);
    expect(more).toEqual([]);
    expect(text.slice(finding?.start, finding?.end)).toBe(plural);
    expect(finding?.suggestions).toEqual([singular]);
  });

  it.each([
    'A couple sessions of it were tried; a three sessions rule is used.',
    'A few additional visits were made.',
    'The only time a patient exercises is at noon; a trial of visits is planned.',
    'An osteochondritis dissecans is shown.',
    'A medical records review was done.',
    'A surgical wound limits him.',
    'A further six sessions were tried.',
    'It has a variable course of symptoms.',
    'Each clinical note documents pain.',
    'A small animals clinic was near.',
    'A longer follow-up results in fewer losses.',
  ])('is silent: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('a singular behind what goes with more', () => {
  it.each([
    ['There are several indication for surgery.', 'indication', 'indications'],
    ['Multiple objective finding of the wrist were told.', 'finding', 'findings'],
    ['These medication are usual.', 'medication', 'medications'],
    ['One of his provider recommended surgery.', 'provider', 'providers'],
    ['He takes four different antidepressant at present.', 'antidepressant', 'antidepressants'],
    ['He rested for six week after it.', 'week', 'weeks'],
    ['There are multiple trigger point in the back.', 'point', 'points'],
    ["One of the patient's physician asked for it.", 'physician', 'physicians'],
  ])('%s', (text, singular, plural) => {
    const [finding, ...more] = find(text);
    expect(more).toEqual([]);
    expect(text.slice(finding?.start, finding?.end)).toBe(singular);
    expect(finding?.suggestions).toEqual([plural]);
  });

  it.each([
    'Several hand and wrist injuries were told.',
    'A six week at home program was made.',
    'Grade two spasm in the back, and a phase two study of it.',
    'He works four hour and six hour shifts.',
    'Multiple physician notes were sent.',
    'These note in passing that he works.',
    'Many worker protections apply.',
    'One of the patient records is missing.',
    'The provider is one of the medical group.',
  ])('is silent: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});
