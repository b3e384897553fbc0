import {
  type Conclusion,
  headingStandsAlone,
  type ItemDecision,
  leaningOf,
  verdictOf,
} from '../facts/index.ts';
import type { ItemHeading } from '../syntax/index.ts';
import { inDecisions } from './in-items.ts';
import type { Report, Rule } from './rule.ts';

type Fixes = NonNullable<Report['fixes']>;

/**
 * Finds a rationale whose conclusion goes against the verdict of its heading: "Upheld" means that the denial
 * stands and the treatment is not medically necessary, "Overturned" that it is.
 */
export const verdictConclusionMismatch: Rule = {
  id: 'verdict-conclusion-mismatch',
  family: 'verdicts',
  severity: 'error',
  purpose: 'Finds a conclusion that says the opposite of the verdict in the heading of its item',
  why: 'The heading is what takes effect; a rationale that concludes the opposite is a ground for appeal.',
  source:
    'Labor Code 4610.6(d): the determination states whether the disputed service is medically necessary.',
  examples: [
    {
      wrong: { items: [{ heading: 'Baclofen 10mg #45: Overturned' }] },
      right: { items: [{ heading: 'Baclofen 10mg #45: Upheld' }] },
    },
    {
      wrong: {
        items: [
          { rationale: 'There is no gain in function. Therefore, the request is medically necessary.' },
        ],
      },
      right: {
        items: [
          { rationale: 'There is no gain in function. Therefore, the request is not medically necessary.' },
        ],
      },
    },
  ],
  check: inDecisions((decision, report) => {
    const { item, rationale, conclusion } = decision;
    const verdict = item.heading?.verdict;
    if (!conclusion || !verdict?.value || verdictOf(conclusion.necessary) === verdict.value) return;
    // "The visits are medically necessary; the rides are not.": the last word is said without the words.
    if (elliptical.test(rationale.flow.text.slice(conclusion.phrase.end))) return;
    const place = { block: rationale, start: conclusion.verbStart, end: conclusion.phrase.end };
    if (item.heading && headingStandsAlone(decision)) {
      report(aloneReport(decision, item.heading, verdict, conclusion));
      return;
    }
    report({
      at: place,
      message: `The heading says ${verdict.value}, but the rationale concludes that the request is ${conclusion.necessary ? '' : 'not '}medically necessary.`,
      related: [{ at: { block: item.heading, ...verdict }, message: `The verdict: ${verdict.value}` }],
      fixes: conclusionFixes(decision, conclusion),
    });
  }),
};

const elliptical =
  /\b(?:is|are|was|were|has|have) not(?:,[^.;]{0,60})?(?=[.;]|$)|\b(?:it|they|this|that|these|[a-z]{4,}) (?:is|are|does|do)(?=[.;]|$)|\bthe answer\b/i;

/** The whole rationale goes one way and the heading the other: the heading is marked, and all that speaks against it. */
function aloneReport(
  decision: ItemDecision,
  heading: ItemHeading,
  verdict: NonNullable<ItemHeading['verdict']>,
  conclusion: Conclusion,
): Report {
  const { rationale, opener, conclusions } = decision;
  const sides = opener && (opener.word === 'yes' || opener.word === 'no') ? [opener] : [];
  const answer = `${conclusion.necessary ? '' : 'not '}medically necessary`;
  return {
    at: { block: heading, start: verdict.start, end: verdict.end },
    message: `The heading says ${verdict.value}, but the rationale argues and concludes that the request is ${answer}.`,
    related: [
      ...sides.map((node) => ({
        at: { block: rationale, start: node.start, end: node.end },
        message: 'The opening word goes with the conclusion.',
      })),
      ...conclusions.map((other) => ({
        at: { block: rationale, start: other.verbStart, end: other.phrase.end },
        message: other === conclusion ? `The conclusion: ${answer}` : `Also: ${answer}`,
      })),
    ],
    fixes: conclusionFixes(decision, conclusion),
  };
}

/** The two ways out: another verdict, or another conclusion; preferred where the rest of the rationale takes sides. */
function conclusionFixes(decision: ItemDecision, conclusion: Conclusion): Fixes {
  const { heading } = decision.item;
  const verdict = heading?.verdict;
  if (!heading || !verdict?.value) return [];
  const treatment = restFavours(decision, conclusion);
  const other = verdictOf(conclusion.necessary);
  const changeVerdict: Fixes[number] = {
    title: `Change the verdict to ${other}`,
    edits: [{ at: { block: heading, start: verdict.start, end: verdict.end }, text: other }],
    preferred: treatment === conclusion.necessary,
  };
  const [first, ...others] = [turnVerb(decision, conclusion), turnPhrase(decision, conclusion)].filter(
    (fix) => fix !== undefined,
  );
  return first
    ? [changeVerdict, { ...first, preferred: treatment === !conclusion.necessary }, ...others]
    : [changeVerdict];
}

/** Puts "not" to the verb: "determined to not be", "is not supported … as being", "is not established". */
function turnVerb(decision: ItemDecision, conclusion: Conclusion): Fixes[number] | undefined {
  if (conclusion.not || !conclusion.necessary) return undefined;
  const { rationale } = decision;
  const { verbStart, phrase } = conclusion;
  const said = rationale.flow.text.slice(verbStart, phrase.end);
  const place =
    /^(?:is|are|was|were) (?:determined|found|deemed) to (?=be medically)/i.exec(said) ??
    /^(?:is|are|was|were|has been|have been) (?=(?:supported|shown|documented|demonstrated|established|substantiated|met)\b)/i.exec(
      said,
    ) ??
    /^medical necessity\b.*\b(?:is|was|has been) (?=established|supported|documented|demonstrated|met)/i.exec(
      said,
    );
  if (!place) return undefined;
  const at = verbStart + place[0].length;
  const verb = /^\S+/.exec(said.slice(place[0].length))?.[0] ?? '';
  return {
    title: `Insert "not" before "${verb}"`,
    edits: [{ at: { block: rationale, start: at, end: at }, text: 'not ' }],
  };
}

/** Adds or takes out the "not" of a conclusion. */
export function turnPhrase(decision: ItemDecision, conclusion: Conclusion): Fixes[number] | undefined {
  const { rationale } = decision;
  if (conclusion.not) {
    return {
      title: 'Take out "not"',
      edits: [{ at: { block: rationale, ...conclusion.not }, text: '' }],
    };
  }
  if (!conclusion.necessary) return undefined;
  const at = conclusion.phrase.start;
  if (!/^medically/i.test(rationale.flow.text.slice(at))) return undefined;
  // After the word before it: an edit of a range would swallow a line break.
  return { title: 'Insert "not"', edits: [{ at: { block: rationale, start: at, end: at }, text: 'not ' }] };
}

/**
 * Whether the opener, the other conclusions or else the argument favour the treatment; undefined where they do not
 * say. In 210 rationales read for this, an argument of two cues or more against it went with Upheld in 95 of 99.
 */
function restFavours(decision: ItemDecision, conclusion: Conclusion): boolean | undefined {
  let votes = 0;
  if (decision.opener?.word === 'yes') votes += 1;
  if (decision.opener?.word === 'no') votes -= 1;
  for (const other of decision.conclusions) if (other !== conclusion) votes += other.necessary ? 1 : -1;
  if (votes !== 0) return votes > 0;
  const lean = leaningOf(decision);
  return Math.abs(lean) < 2 ? undefined : lean > 0;
}
