import { describe, expect, it } from 'vitest';
import { check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';

const injured = 'The injured worker is a 44 year old male who sustained an industrial injury on 09/15/2016.';

/** What the rule marks in a summary that goes on with some sentences. */
const found = (sentences: string): string[] => {
  const text = letter({ summary: `${injured} ${sentences}` });
  return check(text, 'duration-impossible').map((finding) => marked(text, finding));
};

describe('a span between two days', () => {
  it.each([
    ['On 12/08/2016, three weeks after the arthroscopy of 10/06/2016, he had stiffness.', 'three weeks'],
    ['Ten days after the injection of 10/06/2016, on 11/17/2016, the pain was back.', 'Ten days'],
    ['The denial of 12/28/2016 came four days before the request was sent on 12/19/2016.', 'four days'],
    ['He was seen on 10/03/2016 and, two weeks later, on 11/28/2016, had not improved.', 'two weeks'],
    ['He was first treated ten days later, on 11/16/2016, by the company clinic.', 'ten days'],
    ['He attended therapy over eight weeks, from 10/03/2016 to 10/24/2016.', 'eight weeks'],
    ['From 10/03/2016 to 10/24/2016, a period of nine weeks, he was in therapy.', 'nine weeks'],
    ['On 11/10/2016 he was placed on modified duty for eight weeks, through 11/17/2016.', 'eight weeks'],
  ])('finds "%s"', (sentence, words) => {
    expect(found(sentence)).toEqual([words]);
  });

  it.each([
    'On 12/08/2016, four weeks after the arthroscopy of 11/10/2016, he was in therapy.',
    'The visit of 11/10/2016 was two weeks before the MRI of 11/24/2016.',
    'On 12/15/2016 he wrote that within two weeks after the injection of 10/20/2016 the pain was back.',
    'On 12/01/2016, more than two weeks after the injection of 10/06/2016, the pain was back.',
    'He was seen on 10/03/2016, missed work for a week, and two weeks later, on 10/24/2016, had an MRI.',
    'The pain flared in the garden. Two days later, on 11/19/2016, he was seen in the clinic.',
    'He told his foreman on 10/10/2016. He was first seen two days later, on 10/12/2016.',
    'Physical therapy was authorized for six weeks, from 12/01/2016 through 03/01/2017.',
    'He was seen every two weeks from 11/01/2016 to 12/20/2016.',
    'On 11/10/2016 he was given restrictions for six weeks or until the visit of 11/30/2016.',
    'On 11/10/2016 he was given the last of a six-week course ending 11/11/2016.',
    'On 11/10/2016 he had finished a four-week course of therapy ending 11/08/2016.',
  ])('says nothing of "%s"', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });
});

describe('a span since the one operation of the letter', () => {
  it.each([
    [
      'He underwent lumbar discectomy on 10/20/2016. When seen on 12/01/2016, five months after surgery, he walked.',
      'five months',
    ],
    [
      'He underwent knee arthroscopy on 10/20/2016. At the visit of 12/01/2016, fifteen weeks postoperatively, he walked.',
      'fifteen weeks',
    ],
    [
      'An epidural injection was given on 11/03/2016. On 12/01/2016 he said that the injection three months ago had failed for two of his toes.',
      'three months',
    ],
    [
      'The note of 11/10/2016 finds him a week status post knee arthroscopy. The knee arthroscopy was done on 11/30/2016.',
      'a week',
    ],
  ])('finds "%s"', (sentences, words) => {
    expect(found(sentences)).toEqual([words]);
  });

  it.each([
    'He underwent knee arthroscopy on 10/20/2016. At the visit of 12/01/2016, six weeks postoperatively, he walked.',
    'He underwent lumbar discectomy on 11/10/2016. He is also status post shoulder arthroscopy. On 12/08/2016, two years after the arthroscopy, the shoulder was quiet.',
    'He underwent lumbar discectomy on 11/10/2016. He is also status post shoulder arthroscopy. On 12/08/2016, two years postoperatively, the shoulder was quiet.',
    'He underwent right carpal tunnel release on 11/10/2016. On 12/08/2016 he was two years out from the left carpal tunnel release.',
    'An epidural injection was given on 10/20/2016. On 12/15/2016 he stated that the first injection six months earlier had done nothing.',
    'Injections were given on 10/20/2016 and 11/10/2016. On 12/15/2016, six months after the injection, he was better.',
    'He underwent knee arthroscopy on 10/20/2016. On 12/15/2016 he recalled that two weeks after surgery he had fallen.',
    'He underwent knee arthroscopy on 10/20/2016. On 12/15/2016 he recalled that the fall was two weeks after surgery.',
    'He underwent right knee arthroscopy on 10/20/2016. On 12/15/2016 he spoke of the arthroscopy of three years ago on the left.',
    'He underwent knee arthroscopy on 10/20/2016. On 12/01/2016 the surgeon expects full use four months after surgery.',
    'He underwent knee arthroscopy on 10/20/2016. On 12/01/2016 the 24-week postoperative period was explained.',
    'He underwent knee arthroscopy on 10/20/2016. On 12/08/2016 he recalled the arthroscopy of the other knee in 2011; six months after surgery he had run.',
  ])('says nothing of "%s"', (sentences) => {
    expect(found(sentences)).toEqual([]);
  });
});

describe('a span since the injury', () => {
  it.each([
    [
      'On 12/01/2016 the neck pain was still there, a year and a half after the work incident.',
      'a year and a half',
    ],
    [
      'He was still in the first three weeks after the injury on 12/08/2016, and guidelines advise rest.',
      'three weeks',
    ],
    [
      'The crash of 09/15/2016 caused the pain. On 12/08/2016, three weeks after the crash, he had vertigo.',
      'three weeks',
    ],
    ['On 12/01/2016 he had already been using the brace for fourteen months.', 'fourteen months'],
  ])('finds "%s"', (sentences, words) => {
    expect(found(sentences)).toEqual([words]);
  });

  it.each([
    'On 12/01/2016, two and a half months after the industrial event, he had pain.',
    'On 11/10/2016 he recalled that he was still in the first two weeks after the injury on 09/19/2016.',
    'The fall of 09/15/2016 caused the pain. On 12/08/2016, a week after the fall at home, he had vertigo.',
    'On 12/08/2016, a week after the crash, he had vertigo.',
    'He had already been suffering from migraines for ten years.',
  ])('says nothing of "%s"', (sentences) => {
    expect(found(sentences)).toEqual([]);
  });
});

describe('the year of birth', () => {
  const born = (year: number): string[] => found(`Born in ${year}, the patient works as a roofer.`);

  it('is held against the age', () => {
    expect(born(1962)).toEqual(['44 year old']);
    expect(born(1972)).toEqual([]);
    expect(born(1971)).toEqual([]);
    expect(found('Born in 1994, the supervisor is new.')).toEqual([]);
  });
});
