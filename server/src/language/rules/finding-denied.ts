import { bodyRegionsOf, regionsCompatible } from '../catalog/index.ts';
import { type CaseFacts, dateFactsOf, type Sentence, sentencesOf, termsOf } from '../facts/index.ts';
import { gather } from '../gather.ts';
import type { Block } from '../syntax/index.ts';
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

/** Words of a sentence that reports what was found or complained of. */
const reporting =
  /\b(?:complain|report|reveal|examination|exam|positive|noted|palpa|tender|present|pain|finding|shows?|diagnos|document)/i;

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
      const told = sentencesOf(summary).filter(
        ({ text }) => words.test(text) && !denying.test(text) && reporting.test(text),
      );
      const [first] = told;
      if (!first) continue;
      for (const { rationale } of facts.items) {
        if (!rationale || !words.test(rationale.flow.text)) continue;
        for (const sentence of sentencesOf(rationale)) {
          const match = words.exec(sentence.text);
          if (!match || !denied.test(sentence.text.slice(0, match.index))) continue;
          if (/\bby then\b/.test(sentence.text)) continue;
          // "On 11/17/2016 there was no heartburn": of one day, whatever was there on another.
          const days = daysIn(facts, sentence);
          const ofTheDay = told.find(
            (other) =>
              isSameDay(days, daysIn(facts, other)) && maySamePart([summary, other], [rationale, sentence]),
          );
          const positive = days.length === 0 && !/\d[-/]\d/.test(sentence.text) ? first : ofTheDay;
          if (!positive) continue;
          const start = positive.start + (words.exec(positive.text)?.index ?? 0);
          report({
            at: {
              block: rationale,
              start: sentence.start,
              end: sentence.start + match.index + match[0].length,
            },
            ...(positive === ofTheDay && days.length > 0 && { severity: 'warning' as const }),
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

/** The days that a sentence names, in ISO form. */
function daysIn(facts: CaseFacts, sentence: Sentence): string[] {
  return [
    ...new Set(
      gather(dateFactsOf(facts), (date) =>
        date.sentence === sentence && date.iso !== undefined ? [date.iso] : [],
      ),
    ),
  ];
}

function isSameDay(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 1 && b.length === 1 && a[0] === b[0];
}

/** Whether two sentences may speak of one part of the body: one of them names none, or both the like. */
function maySamePart(a: readonly [Block, Sentence], b: readonly [Block, Sentence]): boolean {
  const [left, right] = [a, b].map(([block, { start, end }]) =>
    gather(termsOf(block, 'body-part'), (term) =>
      term.start >= start && term.end <= end ? bodyRegionsOf(term.id) : [],
    ),
  );
  return !left?.length || !right?.length || regionsCompatible(left, right);
}
