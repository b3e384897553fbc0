import { perText } from '../per-text.ts';
import type { Block } from '../syntax/index.ts';

/** What was said of the blocks of one type, text and division into paragraphs: an answer for each function. */
interface Said {
  readonly type: Block['type'];
  readonly paragraphs: readonly number[];
  readonly answers: unknown[];
}

/** Blocks of one text; there is more than one where a heading says what a rationale says. */
const saidOf = perText((): Said[] => []);

let functions = 0;

/**
 * Keeps what a function says of a block, where that depends on nothing but the type of the block, its folded text and
 * its paragraphs ({@link perText}); so the answer must hold no node of the tree, and must not be changed.
 */
export function perBlock<T>(read: (block: Block) => T): (block: Block) => T {
  const index = functions++;
  return (block) => {
    const answers = answersFor(block);
    let answer = answers[index] as { said: T } | undefined;
    if (answer === undefined) {
      answer = { said: read(block) };
      answers[index] = answer;
    }
    return answer.said;
  };
}

/** The answers, kept with the folded stretch as well: the text of a block that did not change is not looked up again. */
function answersFor(block: Block): unknown[] {
  const { folded } = block.flow;
  const kept = folded.kept as Said | undefined;
  if (kept?.type === block.type) return kept.answers;
  const { text, paragraphs } = folded;
  const alike = saidOf(text);
  let said = alike.find((other) => other.type === block.type && isSame(other.paragraphs, paragraphs));
  if (said === undefined) {
    said = { type: block.type, paragraphs, answers: new Array(functions).fill(undefined) };
    alike.push(said);
  }
  folded.kept = said;
  return said.answers;
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
