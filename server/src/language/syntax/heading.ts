import { perText } from '../per-text.ts';
import { editDistance } from './distance.ts';
import type { ItemHeading, SplitHeading, Verdict } from './nodes.ts';

/** What a heading of a disputed item says, with ranges in its folded text. */
export type HeadingReading = Pick<ItemHeading, 'requestEnd' | 'verdict' | 'split'>;

/** Words that stand where the verdict belongs though the form does not know them as outcomes. */
const otherOutcomes =
  /^(?:(?:partially|partly) )?(?:modified|denied|approved|certified|non-?certified|granted|upheld|overturned|overturn|uphold)$/i;

/**
 * Whether a word after the last colon of a heading is meant as its verdict: one of the two that the form knows,
 * one with slips of the keys, or another outcome.
 */
export function isVerdictWord(word: string): boolean {
  const lower = word.toLowerCase();
  return (
    verdicts.has(lower) ||
    otherOutcomes.test(word) ||
    editDistance(lower, 'upheld', 2) <= 2 ||
    editDistance(lower, 'overturned', 3) <= 3
  );
}

const verdictPattern = /[\s:]((?:partially )?[A-Za-z-]+)\s*\.?$/;
const verdicts = new Map<string, Verdict>([
  ['upheld', 'Upheld'],
  ['overturned', 'Overturned'],
]);

/**
 * Reads a heading: the verdict stands after its last colon (headings hold other colons: "DOS: 11/11/2016:").
 *
 * @param text Folded text of the heading.
 */
export const readHeading: (text: string) => HeadingReading = perText((text) => {
  const colon = text.lastIndexOf(':');
  const after = text.slice(colon + 1);
  const word = after.trim().replace(/\.$/, '');
  const known = verdicts.get(word.toLowerCase());
  if (colon >= 0 && isVerdictWord(word)) {
    const start = colon + 1 + (after.length - after.trimStart().length);
    const requestEnd = text.slice(0, colon).trimEnd().length;
    const split = readSplit(text, requestEnd);
    return {
      requestEnd,
      verdict: { value: known, text: word, start, end: start + word.length },
      ...(split ? { split } : {}),
    };
  }
  const bare = verdictPattern.exec(text);
  const bareWord = bare?.[1] ?? '';
  const value = verdicts.get(bareWord.toLowerCase());
  if (value) {
    const start = text.lastIndexOf(bareWord);
    const requestEnd = text.slice(0, start).trimEnd().replace(/:$/, '').length;
    return { requestEnd, verdict: { value, text: bareWord, start, end: start + bareWord.length } };
  }
  const requestEnd = text.trimEnd().replace(/:$/, '').trimEnd().length;
  const split = readSplit(text, requestEnd);
  return { requestEnd, ...(split ? { split } : {}) };
});

const original = / was the original request\. /i;
const remaining = /\b(?:the )?remaining IMR[- ]eligible portion of the original request, /i;
const whole = /\bleaving the original request IMR[- ]eligible\. The original request, /i;
const authorizedBy = /^(.*?) (?:was|were) authorized by the Claims Administrator\b/i;
const administratorAuthorized = /^The Claims Administrator authorized (.*?), leaving /i;

/**
 * Reads a split heading: "X was the original request. Y was authorized by the Claims Administrator. The remaining
 * IMR eligible portion of the original request, Z is:", or "… The Claims Administrator authorized Y, leaving the
 * original request IMR eligible. The original request, X is:".
 */
function readSplit(text: string, requestEnd: number): SplitHeading | undefined {
  const first = original.exec(text);
  if (!first) return undefined;
  const rest = first.index + first[0].length;
  const marker = remaining.exec(text) ?? whole.exec(text);
  if (!marker || marker.index < rest) return undefined;
  const isWhole = whole.test(text);
  const disputedStart = marker.index + marker[0].length;
  const disputedEnd = text.slice(0, requestEnd).replace(/ is$/i, '').length;
  if (disputedEnd <= disputedStart) return undefined;
  const middle = text.slice(rest);
  const granted = authorizedBy.exec(middle) ?? administratorAuthorized.exec(middle);
  const grantedStart = granted ? rest + granted[0].indexOf(granted[1] ?? '') : 0;
  return {
    kind: isWhole ? 'whole' : 'remaining',
    original: { start: 0, end: first.index },
    authorized: granted ? { start: grantedStart, end: grantedStart + (granted[1] ?? '').length } : undefined,
    disputed: { start: disputedStart, end: disputedEnd },
  };
}
