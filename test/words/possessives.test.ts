import { describe, expect, it } from 'vitest';
import { checkPossessives } from '../../server/src/language/words/possessives.ts';
import { tokenize } from '../../server/src/language/words/tokens.ts';

const find = (text: string) => checkPossessives(tokenize(text));

describe('an apostrophe where a plural is meant', () => {
  it.each([
    ["Patient's who fail it may need surgery.", 'Patients who fail it may need surgery.'],
    ["He has had headache's since the fall.", 'He has had headaches since the fall.'],
    ["The symptom's are worse.", 'The symptoms are worse.'],
    ["Patient's are often helped.", 'Patients are often helped.'],
  ])('%s', (text, right) => {
    const [finding, ...more] = find(text);
    expect(more).toEqual([]);
    expect(text.slice(0, finding?.start) + finding?.suggestions[0] + text.slice(finding?.end)).toBe(right);
  });

  it.each([
    "The patient's right wrist is weak.",
    "It is the patient's.",
    "The knee's range of motion is full.",
    "The provider's in the clinic today.",
    "The physician's and the nurse's notes agree.",
    "The guideline's criteria are met.",
  ])('is silent: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe("its and it's", () => {
  it.each([
    ["It must go on; it's withdrawal should be slow.", 'It must go on; its withdrawal should be slow.'],
    ["It's value is shown.", 'Its value is shown.'],
  ])('%s', (text, right) => {
    const [finding, ...more] = find(text);
    expect(more).toEqual([]);
    expect(text.slice(0, finding?.start) + finding?.suggestions[0] + text.slice(finding?.end)).toBe(right);
  });

  it.each(["It's surgery that helps.", "It's not known.", "It's pain he has."])('is silent: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('a plural where an owner is meant', () => {
  it.each([
    ['The patients right wrist was splinted.', "The patient's right wrist was splinted."],
    ['The claimants knee gave way.', "The claimant's knee gave way."],
    ['His therapists left hand was bruised.', "His therapist's left hand was bruised."],
  ])('%s', (text, right) => {
    const [finding, ...more] = find(text);
    expect(more).toEqual([]);
    expect(text.slice(0, finding?.start) + finding?.suggestions[0] + text.slice(finding?.end)).toBe(right);
  });

  it.each([
    'The patients were right.',
    'The physicians left early.',
    'The patients knees were tested.',
    'The workers hand in their badges.',
  ])('is silent: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});
