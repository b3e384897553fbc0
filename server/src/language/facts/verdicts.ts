import { gather } from '../gather.ts';
import { matches } from '../matches.ts';
import type { ConclusionPhrase, Opener, Rationale, Verdict } from '../syntax/index.ts';
import { type CaseFacts, type ItemFacts, perItem } from './case.ts';
import { perBlock } from './per-block.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** A sentence of a rationale that itself says whether the treatment is medically necessary. Ranges are in its flow. */
export interface Conclusion {
  phrase: ConclusionPhrase;
  sentence: Sentence;
  /** Number of the sentence in the rationale, from 0. */
  index: number;
  necessary: boolean;
  /** Tense of the verb before the phrase, where it is a form of "to be". */
  tense: 'is' | 'was' | undefined;
  /** Where the verb of the phrase begins ("is determined to be …"), or the phrase itself. */
  verbStart: number;
  /** The "not " that a fix would take out, with its space. */
  not: { start: number; end: number } | undefined;
}

/** What a rationale decides, beside the verdict of its heading. */
export interface ItemDecision {
  item: ItemFacts;
  rationale: Rationale;
  sentences: readonly Sentence[];
  /** The word that opens the rationale and takes sides. */
  opener: Opener | undefined;
  /** All that it says of medical necessity, in order, reports left out. */
  conclusions: readonly Conclusion[];
  /** The conclusion proper: the last of them. */
  conclusion: Conclusion | undefined;
  /** Sentences from this number on are the opioid notice that follows the conclusion. */
  noticeFrom: number;
}

/** The verdict that a conclusion goes with. */
export function verdictOf(necessary: boolean): Verdict {
  return necessary ? 'Overturned' : 'Upheld';
}

const notice =
  /^(?:this|the|please note that this) (?:decision|determination|finding|opinion|medical necessity decision)\b.{0,40}\b(?:addresses|concerns|deals|bears)\b|should not be interpreted as|^.{0,60}\bare advised to consult the MTUS Opioids|^this medical necessity decision/i;
const opinion =
  '(?:feels|felt|believes|believed|thinks|thought|opines|opined|deemed|holds|held|considers|considered)';
const claim =
  '(?:states|stated|says|said|argues|argued|asserts|asserted|maintains|maintained|insists|insisted|claims|contends|contended|suggests|suggested|writes|wrote)';
/** What somebody else says or said of the request, or what was so at another time. */
const report = new RegExp(
  [
    // the utilization review
    '\\b(?:utilization review(?:er)?|claims administrator|(?:prior|previous|initial|first) (?:review|determination|denial|reviewer)|adverse determination|per UR|UR:|(?:prior|previous|earlier) IMR)\\b',
    '\\bUR (?:physician|reviewer|denial|determination|(?:has |had )?(?:denied|found|held|deemed|considered|determined|judged|called|calls))\\b',
    '\\b(?:previously (?:denied|reviewed|considered|non-?certified)|(?:denied|non-?certified|refused) as|(?:rationale|reason|ground|basis) for (?:the )?denial)\\b',
    // the treating physician, and others
    `\\b(?:provider|physician|surgeon|applicant|patient|attorney|appeal|letter|therapist|chiropractor|doctor|PTP|QME|AME|administrator|Dr\\. [A-Z]\\w+)(?: of [\\d/-]{6,10})? (?:${opinion}|${claim})\\b`,
    `\\b(?:he|she|it was) ${opinion}\\b|\\b(?:argues|argued|asserts|asserted|contends|contended|insists|insisted) that\\b`,
    '\\baccording to (?:(?:the|his|her|their) )?(?:treating |requesting |attending )?(?:surgeon|provider|physician|doctor|patient|applicant|claimant|attorney|QME|AME|UR|utilization|claims|administrator|Dr\\b)',
    "\\b(?:his|her|their|(?:surgeon|provider|physician|doctor)'s) (?:view|opinion)\\b",
    // another time
    '^\\s*(?:earlier|previously|initially|at first|at that time|originally)\\b',
  ].join('|'),
  'i',
);

/** Whether the words before a conclusion make it the opinion of somebody else, or of another time. */
export function isReported(before: string): boolean {
  return report.test(before);
}

/** Number of the first sentence of the opioid notice, and which sentences begin it. */
const noticesOf = perBlock((block) => {
  const notices = sentencesOf(block).map(({ text }) => notice.test(text));
  return { notices, first: notices.indexOf(true) };
});

/** "Found not medically necessary by utilization review", "on initial review". */
const reportBehind =
  /^[^.;]{0,30}? by (?:the )?(?:utilization|UR\b|claims|administrator|insurer|carrier|QME|AME|(?:first|prior) reviewer)|^ (?:on|in|at) (?:the )?(?:initial|first|prior) (?:review|determination)/i;

const verb = /\b(is|are|was|were)\b/gi;

/** What the first rationale of an item decides; undefined where it has none. */
export const decisionOf: (item: ItemFacts) => ItemDecision | undefined = perItem((item) =>
  item.rationale ? readDecision(item, item.rationale) : undefined,
);

/** What the rationales of a letter decide, in order of the items that have one. */
export function decisionsOf(facts: CaseFacts): readonly ItemDecision[] {
  return gather(facts.items, (item) => {
    const decision = decisionOf(item);
    return decision ? [decision] : [];
  });
}

function readDecision(item: ItemFacts, rationale: Rationale): ItemDecision {
  const sentences = sentencesOf(rationale);
  const { first } = noticesOf(rationale);
  const noticeFrom = first < 0 ? sentences.length : first;
  const readings = readingsOf(rationale);
  const conclusions: Conclusion[] = [];
  let count = 0;
  for (const phrase of rationale.children) {
    if (phrase.type !== 'conclusion') continue;
    const reading = readings[count++];
    if (!reading || reading.reported) continue;
    const { index, necessary, tense, verbStart, not, sentence } = reading;
    conclusions.push({ phrase, sentence, index, necessary, tense, verbStart, not });
  }
  const opener = rationale.children.find((child): child is Opener => child.type === 'opener');
  return {
    item,
    rationale,
    sentences,
    opener,
    conclusions,
    conclusion: conclusions[conclusions.length - 1],
    noticeFrom,
  };
}

/** What a rationale says at each of its conclusion phrases, whichever tree they stand in. */
interface Reading extends Omit<Conclusion, 'phrase'> {
  /** Whether it only reports what the utilization review or another reviewer said, or is a quotation. */
  reported: boolean;
}

/** The readings of the conclusion phrases of a rationale, in order; none where a phrase stands in the opioid notice. */
const readingsOf = perBlock((block): readonly (Reading | undefined)[] => {
  const { text } = block.flow;
  const sentences = sentencesOf(block);
  const { notices } = noticesOf(block);
  const readings: (Reading | undefined)[] = [];
  for (const phrase of block.children) {
    if (phrase.type !== 'conclusion') continue;
    const index = sentences.findIndex(
      (sentence) => phrase.start >= sentence.start && phrase.start < sentence.end,
    );
    const sentence = sentences[index];
    readings.push(
      !sentence || notices[index] === true ? undefined : readPhrase(text, phrase, sentence, index),
    );
  }
  return readings;
});

function readPhrase(text: string, phrase: ConclusionPhrase, sentence: Sentence, index: number): Reading {
  const before = text.slice(sentence.start, phrase.start);
  const within = text.slice(phrase.start, phrase.end);
  const last = matches(verb, `${before}${within}`).at(-1);
  const form = last?.[1]?.toLowerCase();
  const negation = /\bnot /i.exec(within);
  const quotes = text.slice(0, phrase.start).split('"').length - 1;
  const closes = text.indexOf('"', phrase.end);
  return {
    sentence,
    index,
    necessary: phrase.necessary,
    tense: form === undefined ? undefined : form === 'is' || form === 'are' ? 'is' : 'was',
    verbStart:
      last && sentence.start + last.index > phrase.start - 80
        ? Math.min(phrase.start, sentence.start + last.index)
        : phrase.start,
    not: negation
      ? { start: phrase.start + negation.index, end: phrase.start + negation.index + negation[0].length }
      : undefined,
    reported:
      isReported(before) ||
      reportBehind.test(text.slice(phrase.end, phrase.end + 70)) ||
      (quotes % 2 === 1 && closes >= 0),
  };
}

/**
 * Whether heading and conclusion of an item disagree and everything else that rules on the request — opener and other
 * conclusions — goes with the conclusion: then the heading is the odd one out.
 */
export function headingStandsAlone(decision: ItemDecision): boolean {
  const { item, conclusion, opener } = decision;
  if (!item.verdict || !conclusion || verdictOf(conclusion.necessary) === item.verdict) return false;
  if (opener?.word === (conclusion.necessary ? 'no' : 'yes')) return false;
  if (decision.conclusions.some(({ necessary }) => necessary !== conclusion.necessary)) return false;
  const lean = leaningOf(decision);
  return opener?.word === 'yes' || opener?.word === 'no' || decision.conclusions.length > 1
    ? true
    : Math.abs(lean) >= 2 && lean > 0 === conclusion.necessary;
}

/** What an item decides, going by its conclusion; by its heading where nothing concludes. */
export function outcomeOf(decision: ItemDecision): Verdict | undefined {
  return decision.conclusion ? verdictOf(decision.conclusion.necessary) : decision.item.verdict;
}

const against =
  /\b(?:no documentation|not documented|no evidence|lack of|lacks|absence of|insufficient|does not|did not|do not|has not|have not|not recommended|not supported|not indicated|not been|fail(?:s|ed)?|without|exceeds?|unclear|however|no (?:clear|objective|mention|indication|record))\b/gi;
const inFavour =
  /\b(?:is supported|are supported|supports|meets|met the|has met|is recommended|are recommended|is appropriate|is reasonable|is indicated|was indicated|improved|improvement was|justif(?:y|ies|ied)|within the (?:limit|guideline)|has failed|have failed|is consistent)\b/gi;

/**
 * Which way the argument of a rationale leans, its conclusions left out: below zero against the treatment,
 * above zero for it. It only serves to choose between two fixes.
 */
export function leaningOf(decision: ItemDecision): number {
  let lean = 0;
  const ruling = new Set(decision.conclusions.map((conclusion) => conclusion.index));
  for (let i = 0; i < decision.noticeFrom; i++) {
    const sentence = decision.sentences[i] as Sentence;
    if (ruling.has(i)) continue;
    lean -= sentence.text.match(against)?.length ?? 0;
    lean += sentence.text.match(inFavour)?.length ?? 0;
  }
  return lean;
}
