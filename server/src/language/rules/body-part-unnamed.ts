import { bodyRegionsOf } from '../catalog/index.ts';
import {
  type CaseFacts,
  type ItemFacts,
  regionsIn,
  requestChangesOf,
  requestPhrasesOf,
  sentenceAt,
  termsOf,
} from '../facts/index.ts';
import { gather } from '../gather.ts';
import type { Block, TermNode } from '../syntax/index.ts';
import { findTerms } from '../syntax/inline/terms.ts';
import { partInPlaceOf } from './heading-term.ts';
import { inCaseOf } from './request-change.ts';
import type { Report, Rule } from './rule.ts';

/** What hangs together: pain, weakness and treatment go from one part of a half to another, seldom to the other half. */
const halves: readonly ReadonlySet<string>[] = [
  new Set(['neck', 'upper-extremity', 'shoulder', 'upper-arm', 'elbow', 'forearm', 'wrist', 'hand']),
  new Set(['low-back', 'pelvis', 'lower-extremity', 'hip', 'thigh', 'knee', 'lower-leg', 'ankle', 'foot']),
];

/** A sentence on patients at large, on what a guideline says, or on what is not this claim. */
const atLarge =
  /"|\b(?:patients|workers|individuals|people|recommended (?:for|in|as|when|if|to|after)|such as|including|for example|e\.g\.|stud(?:y|ies) (?:of|in|that)|trials? (?:of|in) |case series|literature|indicated for|fda|unlike|rather than|instead of|other than|except|opposite|unrelated|unaffected|uninjured|non-?industrial|separate|another|other|earlier|prior|previous(?:ly)?|history|(?<!\b(?:day|week|month|year)s? )old|until|or)\b/i;
/** What is treated, or complained of, before its part: "the remaining deficits of the cervical spine". */
const treatedBefore =
  /(?<!\b(?:no|without|any|not|nor|neither|den(?:y|ies|ied)|because of|due to|owing to|despite) (?:an? |the )?(?:[a-z]+ ){0,2})\b(?:deficits?|pathology|dysfunction|complaints?|pain|injury|condition|sprain|strain|tear|instability|stiffness|arthritis|surgery|operation|repair|abduction|extension|flexion) (?:arising |coming )?(?:of|in|from|to|at) (?:the |his |her )?(?:left |right |both )?$/i;
/** The same behind its part: "the proposed knee surgery". */
const treatedBehind =
  /^ (?:surgery|operation|arthroscopy|arthroplasty|repair|replacement|fusion|injury|sprain|strain|pain|complaints?|condition|tendinopathy|injections?|abductors|extensors|flexors|rehabilitation|therapy)\b/i;
/** What a condition is told to be the patient's by, before it and behind it. */
const ownBefore =
  /\b(?:his|her|(?:patient|worker|applicant|claimant|employee)['’]s|(?:points|pointing|localizes) to (?:an? |the )?) ?(?:known |chronic |left |right )*$/i;
const ownBehind =
  /^ (?:nerve root on the (?:left|right)|of (?:the|this) (?:injured worker|patient|applicant|claimant|employee|worker|man|woman)\b)/i;
/** A part of the body that is named by what ails it, or by the root that does: "plantar fasciitis", "L5". */
const condition = /(?:itis|syndrome|tear|pathy|algia|lago|strain|sprain|spondylosis|elbow)$|^[clst]\d+$/i;
/** Words before a part that make it a reason of its own, or tell that it is not concerned. */
const aside = /\b(?:no|without|any|not|nor|neither|den(?:y|ies|ied)|because of|due to|owing to|despite)\b/i;

/** What a guideline says. */
const quoted =
  /\b(?:guidelines?|mtus|odg|acoem|cpmtg|chapter|criteria)\b[^.;]{0,60}\b(?:states?|notes?|indicates?|recommends?|recommended|supports?|lists?|advises?|addresse?s?|suggests?|says?|requires?|reserves?|finds?|provides?|limits?)\b/i;

/** Finds a part of the body in a rationale that lies elsewhere than all that the letter speaks of. */
export const bodyPartUnnamed: Rule = {
  id: 'body-part-unnamed',
  family: 'content',
  severity: 'warning',
  purpose: 'Finds a part of the body in a rationale that lies elsewhere than all that the letter speaks of',
  why: 'What was pasted from another letter, or misheard, argues about another patient.',
  source: 'Wrong service or part of the body: 8 of 194 real determinations of winter 2016/17.',
  examples: [
    {
      wrong: {
        summary: 'The injured worker is a 44 year old male who injured the neck on 09/15/2016.',
        items: [
          {
            heading: 'MRI of the cervical spine: Upheld',
            rationale:
              'Sensation and reflexes of the arms are intact. The remaining deficits of the lumbar spine are mild. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        summary: 'The injured worker is a 44 year old male who injured the neck on 09/15/2016.',
        items: [
          {
            heading: 'MRI of the cervical spine: Upheld',
            rationale:
              'Sensation and reflexes of the arms are intact. ACOEM gives the same criteria for the lumbar spine. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const missing = missingHalf(partsNamed(facts));
    if (missing === undefined) return;
    let requests: readonly BlockRange[] | undefined;
    for (const item of facts.items) {
      const own = item.heading ? termsOf(item.heading, 'body-part') : [];
      for (const block of item.rationales) {
        const foreign = termsOf(block, 'body-part').filter(({ id }) => liesIn(missing, bodyRegionsOf(id)));
        for (const term of foreign) {
          requests ??= wordsForRequests(facts);
          const requested = isWithin(requests, block, term);
          // Another part than the heading's in the words for a request is told by `body-part-mismatch`.
          if (requested && own.length > 0) continue;
          // What is spoken of again and again is meant.
          if (!requested && (foreign.length > 2 || !isTreated(block, term))) continue;
          if (!isOfThisCase(block, term, foreign) || isListed(item, term)) continue;
          report(reportOf(item, own, block, term));
        }
      }
    }
  },
};

function reportOf(
  { number, heading }: ItemFacts,
  own: readonly TermNode[],
  block: Block,
  term: TermNode,
): Report {
  const found = block.flow.text.slice(term.start, term.end);
  const [part] = own;
  const asked = part && heading ? heading.flow.text.slice(part.start, part.end) : undefined;
  const to =
    part && asked
      ? inCaseOf(found, partInPlaceOf({ node: term, text: found }, { node: part, text: asked }))
      : undefined;
  const single = new Set(own.map(({ id }) => id)).size === 1;
  return {
    at: term,
    message: `The rationale speaks of ${condition.test(found) ? found : `the ${found}`}, but nothing else in the letter is about that part of the body.`,
    related: part ? [{ at: part, message: `Heading of item ${number}` }] : [],
    fixes:
      to !== undefined && single ? [{ title: `Change to "${to}"`, edits: [{ at: term, text: to }] }] : [],
  };
}

/** Regions that the summary and the headings name. */
function partsNamed({ summary, items }: CaseFacts): ReadonlySet<string> {
  const blocks = [summary, ...items.map(({ heading }) => heading)].filter((block) => block !== undefined);
  return new Set(gather(blocks, regionsIn));
}

interface BlockRange {
  block: Block;
  start: number;
  end: number;
}

/** Where requests are said. */
function wordsForRequests(facts: CaseFacts): BlockRange[] {
  return [...requestPhrasesOf(facts), ...requestChangesOf(facts).map(({ at }) => at)];
}

function isWithin(places: readonly BlockRange[], block: Block, { start, end }: TermNode): boolean {
  return places.some((at) => at.block === block && at.start < end && start < at.end);
}

/** Whether the guideline lines of an item name the part too. */
function isListed({ claimsLines, maximusLines }: ItemFacts, term: TermNode): boolean {
  const regions = bodyRegionsOf(term.id);
  return [...claimsLines, ...maximusLines].some(({ flow }) =>
    findTerms(flow.text).some(
      ({ kind, id }) => kind === 'body-part' && bodyRegionsOf(id).some((region) => regions.includes(region)),
    ),
  );
}

/** The half of the body of which a letter names nothing, where it names the other. */
function missingHalf(named: ReadonlySet<string>): ReadonlySet<string> | undefined {
  if (named.has('spine') || named.has('back')) return undefined;
  const own = [...named];
  const spoken = halves.map((half) => own.some((region) => half.has(region)));
  return spoken[0] === spoken[1] ? undefined : halves[spoken[0] ? 1 : 0];
}

function liesIn(half: ReadonlySet<string>, regions: readonly string[]): boolean {
  return regions.length > 0 && regions.every((region) => half.has(region));
}

/** Whether the words about a part say that it is treated, or complained of. */
function isTreated(block: Block, term: TermNode): boolean {
  const sentence = sentenceAt(block, term.start);
  if (sentence === undefined) return false;
  const before = block.flow.text.slice(sentence.start, term.start);
  const behind = block.flow.text.slice(term.end, sentence.end);
  if (treatedBefore.test(before)) return true;
  const own =
    condition.test(block.flow.text.slice(term.start, term.end)) &&
    (ownBefore.test(before) || ownBehind.test(behind));
  return (own || treatedBehind.test(behind)) && !aside.test(clauseOf(before));
}

/** What stands behind the last mark. */
function clauseOf(text: string): string {
  return text.slice(Math.max(text.lastIndexOf(','), text.lastIndexOf(';'), text.lastIndexOf('.')) + 1);
}

/** Whether a sentence speaks of this case, and of no part but the foreign one. */
function isOfThisCase(block: Block, term: TermNode, foreign: readonly TermNode[]): boolean {
  const sentence = sentenceAt(block, term.start);
  if (sentence === undefined || atLarge.test(sentence.text) || quoted.test(sentence.text)) return false;
  return termsOf(block, 'body-part').every(
    (other) => foreign.includes(other) || other.end <= sentence.start || other.start >= sentence.end,
  );
}
