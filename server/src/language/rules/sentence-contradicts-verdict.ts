import { serviceRelation } from '../catalog/index.ts';
import {
  type Conclusion,
  headingStandsAlone,
  type ItemDecision,
  termsOf,
  verdictOf,
} from '../facts/index.ts';
import { inDecisions } from './in-items.ts';
import type { Rule } from './rule.ts';
import { turnPhrase } from './verdict-conclusion-mismatch.ts';

/** "There is rationale provided to support the request": the sentence of a grant, or of a denial that lost its "no". */
const support =
  /\bthere (?:is|was) (rationale|documentation|evidence|sufficient (?:rationale|documentation|evidence))\b[^.;]{0,60}?\b(?:to support|supporting|to justify|to warrant|to substantiate|to establish)\b/i;

/** "There is a clear explanation offered of why": the same of a reason. */
const explained =
  /\bthere (?:is|was) (an? )(?:clear|detailed|adequate|sufficient|good) (?:explanation|rationale|justification|reason)\b[^.;,]{0,30}\b(?:why|for (?:the|this)|as to|supporting|to support|to justify)\b/i;

/** "the patient meets the criteria". */
const criteriaMet =
  /\b(?:this|the) (?:patient|applicant|claimant|injured worker|worker|request) (?:(?:therefore|thus|clearly|hence|now|consequently) )?(?:meets|met|has met|satisfies)\b[^.;,]{0,50}\bcriteria\b/i;

/** Words that limit what a sentence says. */
const qualified =
  /\b(?:not|no|if|unless|when|whether|but|however|although|though|while|some|only|other|until|already|initial|initially|first|then|approved|certified|authorized)\b/i;

/**
 * Finds a sentence of a rationale, other than its conclusion, that says the opposite of the verdict.
 */
export const sentenceContradictsVerdict: Rule = {
  id: 'sentence-contradicts-verdict',
  family: 'verdicts',
  severity: 'warning',
  purpose: 'Finds a sentence of the rationale that says the opposite of its verdict',
  why: 'A lost "no" or "not" turns the reason for the decision into a reason against it.',
  source: 'Seen in real determinations: "there is rationale provided to support …" under Upheld.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'The request for Baclofen was medically necessary, medically appropriate, or indicated here. The worker has not improved. Therefore, the request was not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'The request for Baclofen was not medically necessary, medically appropriate, or indicated here. The worker has not improved. Therefore, the request was not medically necessary.',
          },
        ],
      },
    },
    {
      wrong: {
        items: [
          {
            rationale:
              'In this case, there is documentation provided to support the request. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'In this case, there is no documentation provided to support the request. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check: inDecisions((decision, report) => {
    const { item, rationale, conclusion } = decision;
    const { verdict } = item;
    if (!verdict || !item.heading) return;
    const related = [{ at: item.heading, message: `The verdict: ${verdict}` }];
    // One slip of the heading is told once, at the heading.
    if (headingStandsAlone(decision)) return;
    for (const other of decision.conclusions) {
      if (other === conclusion || verdictOf(other.necessary) === verdict) continue;
      if (!rulesOnRequest(decision, other)) continue;
      const fix = turnPhrase(decision, other);
      report({
        at: { block: rationale, start: other.verbStart, end: other.phrase.end },
        ...(other.index === 0 ? { severity: 'error' as const } : {}),
        message: `This sentence says that the request is ${other.necessary ? '' : 'not '}medically necessary, but the heading says ${verdict}.`,
        related,
        fixes: fix ? [{ ...fix, preferred: true }] : [],
      });
    }
    for (const [reason, outcome] of dependentPairs(decision)) {
      if (reason.necessary === outcome.necessary) continue;
      const fix = turnPhrase(decision, reason);
      report({
        at: { block: rationale, start: reason.verbStart, end: reason.phrase.end },
        message: `The reason says ${reason.necessary ? '' : 'not '}medically necessary and the outcome ${outcome.necessary ? '' : 'not '}medically necessary.`,
        related: [
          {
            at: { block: rationale, start: outcome.phrase.start, end: outcome.phrase.end },
            message: 'The outcome',
          },
        ],
        fixes: fix && verdictOf(outcome.necessary) === verdict ? [{ ...fix, preferred: true }] : [],
      });
    }
    if (verdict !== 'Upheld') return;
    for (const sentence of decision.sentences.slice(0, decision.noticeFrom)) {
      const claim = support.exec(sentence.text) ?? explained.exec(sentence.text);
      if (
        !claim ||
        /\b(?:not|no|but|however|although|though|while|insufficient|nor|if)\b/i.test(sentence.text)
      )
        continue;
      const start = sentence.start + claim.index;
      const [said, word = ''] = claim;
      const at = start + said.indexOf(word);
      const article = /^an? $/i.test(word);
      report({
        at: { block: rationale, start, end: start + claim[0].length },
        message:
          'This sentence says that the request is supported, but the heading says Upheld: was "no" lost?',
        related,
        fixes: [
          {
            title: article ? 'Change to "no"' : 'Insert "no"',
            edits: [
              { at: { block: rationale, start: at, end: article ? at + word.length : at }, text: 'no ' },
            ],
            preferred: true,
          },
        ],
      });
    }
    for (const sentence of decision.sentences.slice(0, decision.noticeFrom)) {
      const claim = criteriaMet.exec(sentence.text);
      if (!claim || qualified.test(sentence.text)) continue;
      const start = sentence.start + claim.index;
      report({
        at: { block: rationale, start, end: start + claim[0].length },
        severity: 'information',
        message: 'This sentence says that criteria are met, but the heading says Upheld.',
        related,
      });
    }
  }),
};

/** "As the surgery is not medically necessary, the associated service is not medically necessary." */
function dependentPairs(decision: ItemDecision): [reason: Conclusion, outcome: Conclusion][] {
  const pairs: [Conclusion, Conclusion][] = [];
  decision.conclusions.forEach((outcome, index) => {
    const reason = decision.conclusions[index - 1];
    if (reason?.sentence === outcome.sentence && /^(?:as|since|because) /i.test(outcome.sentence.text)) {
      pairs.push([reason, outcome]);
    }
  });
  return pairs;
}

/** Whether a sentence decides on the request itself, and not on a surgery or another service that it depends on. */
function rulesOnRequest(decision: ItemDecision, conclusion: Conclusion): boolean {
  const { text } = conclusion.sentence;
  if (isOnOtherService(decision, conclusion)) return false;
  if (/\b(?:as|since|because|although|while|though) the\b/i.test(text)) return false;
  if (/\b(?:recommends?|recommended|states?|notes?|indicates?)\b/i.test(text)) return false;
  const before = text.slice(0, conclusion.phrase.start - conclusion.sentence.start);
  const behind = text.slice(conclusion.phrase.end - conclusion.sentence.start);
  // "The initial 6 visits were medically necessary, but …": of a part, or not the last word.
  if (
    /\b(?:initial|first|already|trial|some|combined|both)\b/i.test(before) ||
    /\b(?:but|until|however|not)\b/i.test(behind)
  )
    return false;
  if (conclusion.index === 0) return /\brequest/i.test(before);
  return /\b(?:request|requested|medical necessity)\b/i.test(text) && decision.conclusions.length > 1;
}

/** "An EMG is not medically necessary where the MRI gives the answer": said of another service than the heading's. */
function isOnOtherService({ item, rationale }: ItemDecision, { sentence, phrase }: Conclusion): boolean {
  const asked = item.heading ? termsOf(item.heading, 'service') : [];
  const said = termsOf(rationale, 'service').filter(
    ({ start }) => start >= sentence.start && start < phrase.start,
  );
  return (
    asked.length > 0 &&
    said.length > 0 &&
    said.every(({ id }) => asked.every((own) => serviceRelation(own.id, id) === 'different'))
  );
}
