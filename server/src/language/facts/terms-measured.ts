import { matches } from '../matches.ts';
import type { Block, TermNode } from '../syntax/index.ts';
import { sentencesOf } from './sentences.ts';
import { termsOf } from './terms-sides.ts';

/** A result of an examination: "130 degrees", "4/5", "3/10", "22 kg", "grade 3". */
const measured =
  /\d ?(?:degrees?\b|°|kg\b|lbs?\b|pounds\b|cm\b|mm\b|mmHg\b|seconds\b)|\b\d{2,3}\/\d{2,3}\b(?!\/)|\b[0-5][+-]?\/5\b|\b(?:10|\d)\/10\b|\b20[/-]\d{2,3}\b|\bgrade (?:\d|I{1,3}V?\b|IV\b|zero\b|one\b|two\b|three\b|four\b)/i;

/**
 * Both sides are examined: each has a measure of its own behind it ("the left hip had 80 degrees. The right hip had 115
 * degrees") or before it ("22 kg on the left, 40 kg on the right"), in one sentence or in two that follow each other.
 */
export function isMeasuredBeside(block: Block, sideNode: TermNode): boolean {
  const sentences = sentencesOf(block);
  const at = sentences.findIndex(({ start, end }) => sideNode.start >= start && sideNode.start < end);
  const own = sentences[at];
  if (own === undefined || !measured.test(own.text)) return false;
  const from = sentences[at - 1]?.start ?? own.start;
  const to = sentences[at + 1]?.end ?? own.end;
  const sides = termsOf(block, 'side').filter(({ start }) => start >= from && start < to);
  const stretches = sides.map((node, index) => {
    const sentence = sentences.find(({ end }) => node.start < end) ?? own;
    const before = block.flow.text.slice(Math.max(sides[index - 1]?.end ?? 0, sentence.start), node.start);
    const behind = block.flow.text.slice(node.end, Math.min(sides[index + 1]?.start ?? to, sentence.end));
    return { node, before: measured.test(before), behind: measured.test(behind) };
  });
  const odd = stretches.find(({ node }) => node === sideNode);
  return stretches.some(
    ({ node, before, behind }) =>
      node.id !== sideNode.id && ((odd?.behind && behind) || (odd?.before && before)),
  );
}

const fullMotion = /\b1[5-8]\d ?(?:degrees|°)|\b1[5-8]\d (?:to|-) 1[5-8]\d\b/;
const movements =
  /\b(?:flexion|extension|abduction|adduction|rotation|supination|pronation|deviation|grip|pinch)\b/gi;

/** "Abduction was 110°, flexion 120°. The right shoulder had 170° of abduction, …": the same movements, so the other side. */
export function isMeasuredAgain(block: Block, sideNode: TermNode): boolean {
  const sentences = sentencesOf(block);
  const at = sentences.findIndex(({ start, end }) => sideNode.start >= start && sideNode.start < end);
  const movementsOf = (text: string): string[] =>
    measured.test(text) ? [...new Set(matches(movements, text.toLowerCase()).map(([word]) => word))] : [];
  const own = movementsOf(sentences[at]?.text ?? '');
  // Nobody measures 175 degrees at a shoulder that hurts.
  if (own.length > 1 && fullMotion.test(sentences[at]?.text ?? '')) return true;
  return (
    own.length > 1 &&
    sentences
      .slice(Math.max(0, at - 3), at)
      .some(({ text }) => movementsOf(text).filter((movement) => own.includes(movement)).length > 1)
  );
}
