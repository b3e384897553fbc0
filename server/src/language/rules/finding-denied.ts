import { sentencesOf } from '../facts/index.ts';
import type { Rule } from './rule.ts';

/** Findings that a rationale often denies, with the words by which a summary reports them. */
const findings: readonly (readonly [name: string, words: RegExp])[] = [
  ['muscle spasm', /\bspasms?\b/i],
  ['insomnia', /\binsomnia\b/i],
  ['depression', /\bdepress(?:ion|ed)\b/i],
  ['anxiety', /\banxi(?:ety|ous)\b/i],
  ['constipation', /\bconstipat(?:ion|ed)\b/i],
  ['nausea', /\bnausea\b/i],
  ['heartburn', /\bheartburn\b/i],
];
const denying =
  /\b(?:no|not|lack(?:ed|s|ing)?|without|absence|den(?:y|ies|ied)|fail(?:s|ed)?|negative|free|never|insufficient|unclear|nor)\b/i;
const denied =
  /\b(?:no|lack of|without|absence of)(?: (?:any|clinical|documented|clear|current|recent|further|adequate|objective|acute))*(?: (?:documentation|evidence|mention|indication|complaints?|finding|findings|report))?(?: (?:of|that|indicating|showing|the|patient|injured|worker|applicant|claimant|had|has|suffered|suffers|from|any|acute|current|significant)){0,8} (?:muscle )?$/i;

/** Finds a rationale that says a finding is not documented when the summary reports it. */
export const findingDenied: Rule = {
  id: 'finding-denied',
  family: 'content',
  severity: 'information',
  purpose: 'Finds a rationale that says a symptom or sign is not documented, when the summary reports it',
  why: 'A denial that rests on a missing finding falls when the letter itself reports it.',
  source:
    'Contradictions between summary and rationale: about 6 of 194 real determinations of winter 2016/17. For information, since the summary may report another time or place of the body.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker is a 40 year old female. She complained of neck pain, anxiety, insomnia, and stress.',
        items: [
          {
            rationale:
              'There was a lack of clinical documentation the patient had insomnia issues. The request is not medically necessary.',
          },
        ],
      },
      right: {
        summary:
          'The injured worker is a 40 year old female. She complained of neck pain and denied insomnia.',
        items: [
          {
            rationale:
              'There was a lack of clinical documentation the patient had insomnia issues. The request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const { summary } = facts;
    if (!summary) return;
    for (const [name, words] of findings) {
      if (!words.test(summary.flow.text)) continue;
      const positive = sentencesOf(summary).find(
        ({ text }) =>
          words.test(text) &&
          !denying.test(text) &&
          /\b(?:complain|report|reveal|examination|exam|positive|noted|palpa|tender|present|pain|finding|shows?|diagnos)/i.test(
            text,
          ),
      );
      if (!positive) continue;
      for (const { rationale } of facts.items) {
        if (!rationale || !words.test(rationale.flow.text)) continue;
        for (const sentence of sentencesOf(rationale)) {
          const match = words.exec(sentence.text);
          if (!match || !denied.test(sentence.text.slice(0, match.index))) continue;
          // "On 11/17/2016 there was no heartburn": of one day, whatever was there before.
          if (/\d[-/]\d|\bby then\b/.test(sentence.text)) continue;
          const start = positive.start + (words.exec(positive.text)?.index ?? 0);
          report({
            at: {
              block: rationale,
              start: sentence.start,
              end: sentence.start + match.index + match[0].length,
            },
            message: `The rationale finds no documentation of ${name}, but the summary reports it.`,
            related: [
              { at: { block: summary, start, end: positive.end }, message: `The summary on ${name}` },
            ],
          });
        }
      }
    }
  },
};
