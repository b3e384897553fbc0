import { perText } from '../per-text.ts';
import type { Block } from '../syntax/index.ts';

/**
 * Keeps what a function says of a block, where that depends on nothing but the type of the block, its folded text and
 * its paragraphs ({@link perText}); so the answer must hold no node of the tree.
 */
export function perBlock<T>(read: (block: Block) => T): (block: Block) => T {
  const kept = perText((): Map<string, T> => new Map());
  return (block) => {
    const answers = kept(block.flow.text);
    const key = `${block.type} ${block.flow.paragraphs.join(' ')}`;
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = read(block);
      answers.set(key, answer);
    }
    return answer;
  };
}
