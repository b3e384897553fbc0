import { matches } from '../matches.ts';
import type { Block, Flow } from '../syntax/index.ts';
import { isWithin, wordsOf } from './outcome-requests.ts';
import { type Named, type OutcomeStatement, outcomeAt } from './outcome-statements.ts';
import { sentenceAt } from './sentences.ts';

const rationaleLabel = /\brationale(?: for the decision)? ?: ?/gi;
const closingSection = /\b(?:Effect of the Decision|Sincerely|cc) ?[:,]/;

/** What makes a last sentence more or less than the decision on the request as a whole. */
const qualified =
  /\b(?:if|unless|until|whether|when|would|could|should|might|may|partially|partial (?:approval|certification)|in part|parts? of|portions?|half|some|only|except|other than|although|though|while|but|remaining|as modified|otherwise|pending|instead|rather|utilization review|UR|claims administrator|denied|denial|certified|approved|authorized|stated|states|argues|argued|believes|felt|feels|contends|opined|previous|previously|according)\b/i;
/** What a later paragraph of an item may say against its conclusion, or add to it. */
const furtherDecision =
  /\b(?:request(?:ed)?|however|wean\w*|taper\w*|necessary|recommended|approved|certified|authorized|allowed)\b/i;
/** What may stand behind "medically necessary" in the plain decision: "and appropriate at this time." */
const unqualifiedEnd =
  /^(?:,? ?\b(?:and|or|medically|appropriate|reasonable|indicated|here|at|this|time|in|case|for|the|patient|employee|applicant|claimant|injured|worker)\b)*\.?$/i;
const plainPredicate = /\b(?:is|are|was|were) (?:not )?medically necessary$/i;

/** The last sentence of the rationale between two offsets of a block, where it is a plain decision on the request. */
export function conclusionIn(block: Block, from: number, to: number): OutcomeStatement | undefined {
  const { flow } = block;
  const { text } = flow;
  const [label, second] = matches(rationaleLabel, text.slice(from, to));
  if (!label || second) return undefined;
  const start = from + label.index + label[0].length;
  const closing = closingSection.exec(text.slice(start, to));
  const end = closing ? start + closing.index : to;
  const phrases = phrasesIn(block, start, end);
  const last = phrases.at(-1);
  if (!last) return undefined;
  const sentence = sentenceAt(block, last.start);
  if (!sentence) return undefined;
  const opens = Math.max(sentence.start, start);
  const before = text.slice(opens, last.start);
  const closes = Math.min(sentence.end, end);
  const paragraph = flow.paragraphs.find((at) => at >= closes) ?? end;
  if (
    phrases.some((phrase) => phrase !== last && phrase.start >= opens) ||
    text.slice(closes, Math.min(paragraph, end)).trim() !== '' ||
    furtherDecision.test(text.slice(closes, end)) ||
    qualified.test(text.slice(opens, closes)) ||
    !unqualifiedEnd.test(text.slice(last.end, closes)) ||
    (text.slice(start, last.start).split('"').length % 2 === 0 && text.includes('"', last.end))
  )
    return undefined;
  const named = namedIn(flow, opens, before);
  if (!named) return undefined;
  // An earlier decision the other way on something else: a request of several parts.
  for (const phrase of phrases) {
    if (phrase.necessary === last.necessary) continue;
    const earlier = sentenceAt(block, phrase.start);
    if (!earlier) return undefined;
    const other = namedIn(flow, earlier.start, text.slice(earlier.start, phrase.start));
    if (other && !isWithin(wordsOf(other), wordsOf(named)) && !isWithin(wordsOf(named), wordsOf(other)))
      return undefined;
  }
  const verb = plainPredicate.exec(text.slice(opens, last.end));
  const outcome = verb
    ? outcomeAt(flow, opens + verb.index, last.end)
    : {
        ...flow.sourceRange(last.start, last.end),
        necessary: last.necessary,
        plain: false,
        not: undefined,
        medically: -1,
      };
  if (outcome.necessary !== last.necessary) return undefined;
  return { place: 'conclusion', request: named, outcome };
}

/** Where a rationale says "medically necessary" or its like. */
interface Phrase {
  start: number;
  end: number;
  necessary: boolean;
}

const plainPhrase = /\b(?:is|are|was|were) (not )?(medically necessary)\b/gi;

/**
 * The phrases between two offsets of a block, in order: those of the tree, and the plain ones that it leaves out
 * because of a word of the sentence before.
 */
function phrasesIn(block: Block, start: number, end: number): Phrase[] {
  const read = block.children.filter((child) => child.type === 'conclusion');
  const plain = matches(plainPhrase, block.flow.text.slice(start, end)).map((found): Phrase => {
    const until = start + found.index + found[0].length;
    return {
      start: until - (found[1] ?? '').length - (found[2] ?? '').length,
      end: until,
      necessary: !found[1],
    };
  });
  return [
    ...read,
    ...plain.filter((phrase) => !read.some((other) => other.start < phrase.end && phrase.start < other.end)),
  ]
    .filter((phrase) => phrase.start >= start && phrase.end <= end)
    .sort((a, b) => a.start - b.start);
}

const requestWord = /\brequest(?:ed|s)?\b/gi;
const predicate = / (?:is|are|was|were|has|have|does|do|can|cannot)\b/i;

/**
 * The request that a sentence decides on, as it names it: what stands behind "request", or before it in its clause.
 * Undefined where the sentence is about no request.
 */
function namedIn(flow: Flow, start: number, before: string): Named | undefined {
  const word = matches(requestWord, before).at(-1);
  if (!word) return /\bmedical necessity\b/i.test(before) ? { flow, start, end: start } : undefined;
  const from = word.index + word[0].length;
  const behind = before.slice(from);
  const verb = predicate.exec(behind);
  const name = verb ? behind.slice(0, verb.index) : behind;
  if (/[a-z]/i.test(name)) return { flow, start: start + from, end: start + from + name.length };
  const clause = before.lastIndexOf(',', word.index) + 1;
  return { flow, start: start + clause, end: start + word.index };
}
