import { bodyRegionsOf, regionsCompatible } from '../catalog/index.ts';
import {
  type CaseFacts,
  dateFactsOf,
  headingRegions,
  type ItemFacts,
  type Sentence,
  sentencesOf,
  termsOf,
} from '../facts/index.ts';
import { gather } from '../gather.ts';
import type { Block } from '../syntax/index.ts';
import type { Report, Rule } from './rule.ts';

/** A finding that a rationale often denies. */
interface Deniable {
  readonly name: string;
  /** What the rationale denies. */
  readonly denied: RegExp;
  /** The words by which a summary reports it; those of the denial where there are no others. */
  readonly told?: RegExp;
  /** It stands in a limb and comes from the spine: what is told of the arm counts for the neck. */
  readonly fromRoots?: true;
}

const findings: readonly Deniable[] = [
  { name: 'muscle spasm', denied: /\bspasms?\b/i },
  { name: 'insomnia', denied: /\binsomnia\b/i },
  { name: 'depression', denied: /\bdepress(?:ion|ed)\b/i },
  { name: 'anxiety', denied: /\banxi(?:ety|ous)\b/i },
  { name: 'constipation', denied: /\bconstipat(?:ion|ed)\b/i },
  { name: 'nausea', denied: /\bnausea\b/i },
  { name: 'heartburn', denied: /\bheartburn\b/i },
  {
    name: 'gastrointestinal complaints',
    denied:
      /\b(?:gastrointestinal|GI|gastric|stomach) (?:complaints?|symptoms?|upset|distress|problems?|issues?)\b/i,
    told: /\b(?:heartburn|acid reflux|GERD|gastritis|dyspepsia|epigastric (?:pain|burning|tenderness)|(?:stomach|gastric|gastrointestinal|GI) (?:upset|pain|distress|irritation|complaints?|symptoms?))\b/i,
  },
  {
    name: 'radicular complaints',
    denied: /\b(?:radicular|radiating) (?:complaints?|symptoms?|pain)\b/i,
    told: /\b(?:radiat(?:es|ed|ing)|shoot(?:s|ing)|travels?|travell?ing) (?:from the [a-z ]{3,20} )?(?:in)?to (?:the |his |her |both )?[^.;]{0,40}|\bradicular (?:complaints?|symptoms?|pain)\b|\b(?:numbness|tingling|paresthesias?)\b[^.;]{0,40}/i,
    fromRoots: true,
  },
  {
    name: 'neurological deficits',
    denied: /\b(?:focal )?neurolog(?:ic|ical) (?:deficits?|dysfunction|abnormalit(?:y|ies)|findings)\b/i,
    told: /\b(?:(?:decreased|diminished|reduced|absent|impaired) (?:sensation|reflex(?:es)?|strength)|sensation (?:is|was) (?:decreased|diminished|reduced|absent)|(?:strength|power|weakness)\b[^.;]{0,40}\b[0-4][+-]?\/5|reflex(?:es)? (?:is|are|was|were) (?:decreased|diminished|absent)|hypo-?esthesia)\b/i,
    fromRoots: true,
  },
];
const denying =
  /\b(?:no|not|lack(?:ed|s|ing)?|without|absence|den(?:y|ies|ied)|fail(?:s|ed)?|negative|free|never|insufficient|unclear|nor)\b/i;
const denied =
  /\b(?:no|lack of|without|absence of|(?:does|do|did) not (?:document|describe|report|note|mention|show))(?: (?:any|clinical|documented|clear|current|recent|objective|acute))*(?: (?:documentation|evidence|mention|indication|complaints?|finding|findings|report))?(?: (?:of|that|indicating|showing|the|patient|injured|worker|applicant|claimant|had|has|suffered|suffers|from|any|current)){0,8} (?:muscle )?$/i;
/** Somebody else's denial, reported. */
const reported = /\b(?:utilization review|UR|administrator|(?:prior|previous|peer|initial) review(?:er)?)\b/i;

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
    for (const finding of findings) {
      const words = finding.told ?? finding.denied;
      if (!words.test(summary.flow.text)) continue;
      const told = sentencesOf(summary).filter(
        ({ text }) => words.test(text) && !denying.test(text) && reporting.test(text),
      );
      if (told.length > 0) for (const item of facts.items) checkItem(facts, finding, told, item, report);
    }
  },
};

/** The denials of a finding in one rationale. @param told sentences of the summary that report it */
function checkItem(
  facts: CaseFacts,
  finding: Deniable,
  told: readonly Sentence[],
  item: ItemFacts,
  report: (report: Report) => void,
): void {
  const { name } = finding;
  const { rationale } = item;
  const { summary } = facts;
  if (!summary || !rationale || !finding.denied.test(rationale.flow.text)) return;
  for (const sentence of sentencesOf(rationale)) {
    const match = finding.denied.exec(sentence.text);
    if (!match || !denied.test(sentence.text.slice(0, match.index))) continue;
    if (/\bby then\b/.test(sentence.text) || reported.test(sentence.text)) continue;
    const days = daysIn(facts, sentence);
    if (days.length === 0 && /\d[-/]\d/.test(sentence.text)) continue;
    // "On 11/17/2016 there was no heartburn": of one day, whatever was there on another.
    const ofDay = days.length > 0;
    const positive = told.find(
      (other) =>
        (!ofDay || isSameDay(days, daysIn(facts, other))) &&
        maySamePart(finding, summary, other, item, sentence),
    );
    if (!positive) continue;
    const words = finding.told ?? finding.denied;
    const start = positive.start + (words.exec(positive.text)?.index ?? 0);
    report({
      at: { block: rationale, start: sentence.start, end: sentence.start + match.index + match[0].length },
      ...(ofDay && { severity: 'warning' as const }),
      message: `The rationale finds no documentation of ${name}, but the summary reports ${name.endsWith('s') ? 'them' : 'it'}.`,
      related: [{ at: { block: summary, start, end: positive.end }, message: `The summary on ${name}` }],
    });
  }
}

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

/**
 * Whether a summary and a rationale may speak of one part of the body: one of them names none, or both the like. What
 * comes from the spine is told of a part, and a rationale that names none denies it for what is asked for.
 */
function maySamePart(
  { fromRoots }: Deniable,
  summary: Block,
  told: Sentence,
  item: ItemFacts,
  denial: Sentence,
): boolean {
  const there = regionsIn(summary, told);
  const here = regionsIn(item.rationale as Block, denial);
  if (!fromRoots) return there.length === 0 || here.length === 0 || regionsCompatible(there, here);
  const asked = here.length > 0 ? here : headingRegions(item);
  return there.length > 0 && asked.length > 0 && regionsCompatible(withRoots(there), withRoots(asked));
}

function regionsIn(block: Block, { start, end }: Sentence): string[] {
  return gather(termsOf(block, 'body-part'), (term) =>
    term.start >= start && term.end <= end ? bodyRegionsOf(term.id) : [],
  );
}

const arm = new Set(['upper-extremity', 'shoulder', 'upper-arm', 'elbow', 'forearm', 'wrist', 'hand']);
const leg = new Set(['lower-extremity', 'hip', 'thigh', 'knee', 'lower-leg', 'ankle', 'foot']);

/** Regions with those of the spine from which their nerves come. */
function withRoots(regions: readonly string[]): string[] {
  return gather(regions, (region) =>
    arm.has(region) ? [region, 'neck'] : leg.has(region) ? [region, 'low-back'] : [region],
  );
}
