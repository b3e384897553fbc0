import { describe, expect, it } from 'vitest';
import { marked } from '../support/check.ts';
import { fullChecker } from '../support/full-checker.ts';
import { letter } from '../support/letter.ts';
import { summaryOf } from '../support/request-item.ts';

const checker = fullChecker();
const heard = (sentence: string): string[] => {
  const text = letter({ summary: summaryOf(sentence) });
  return checker
    .check(text)
    .findings.filter(({ message }) => message.includes('sounds like'))
    .map((finding) => `${marked(text, finding)} → ${finding.fixes[0]?.edits[0]?.text}`);
};

describe('terms that dictation wrote as other words', () => {
  it.each([
    ['There is tenderness in the by sip it all groove.', 'by sip it all → bicipital'],
    ["Pair o'neal tendon pain persists.", "Pair o'neal → Peroneal"],
    ['He takes panto prays all at night.', 'panto prays all → pantoprazole'],
    ['She was started on gabba pent in for the burning.', 'gabba pent in → gabapentin'],
    ['The pier a form is muscle is tight.', 'pier a form is → piriformis'],
    ['An injection of the gang lion of the wrist was asked for.', 'gang lion → ganglion'],
    ['The medial men is cuss is torn.', 'men is cuss → meniscus'],
  ])('in "%s"', (sentence, finding) => {
    expect(heard(sentence)).toEqual([finding]);
  });

  it.each([
    'The check mark in the box was faint.',
    'He draws a diagram of the pain.',
    'He would act on the results; the key in question was lost.',
    'A brace or the size of it was not named.',
    'The drug is in a class of its own.',
    'Culture or analysis of the fluid was not done.',
    'The limit use to four weeks is the rule.',
    'The method on file is another.',
    'Most guidelines recommend a trial first.',
    'The sides and the two sides of the wound met.',
    'Long term use is not advised; the term is plain.',
    'The post operative course and the pre operative films were usual.',
  ])('but not in "%s"', (sentence) => {
    expect(heard(sentence)).toEqual([]);
  });
});
