import type { Block } from '../syntax/index.ts';
import type { WordFinding, WordsBlockKind } from '../words/types.ts';
import { buildLetterVocabulary } from '../words/vocabulary.ts';
import { type CaseFacts, perCase } from './case.ts';

/** What the words check says of a block; offsets are in the block's folded text. */
export interface WordFact {
  block: Block;
  finding: WordFinding;
}

const kinds: Partial<Record<Block['type'], WordsBlockKind>> = {
  prose: 'summary',
  rationale: 'rationale',
  itemHeading: 'heading',
  guidelineLine: 'guideline-line',
};

/** Findings of the words check in all running text of the letter; none where the check is off. */
export const wordFactsOf: (facts: CaseFacts) => readonly WordFact[] = perCase((facts) => {
  const found: WordFact[] = [];
  const { words } = facts;
  if (words) {
    const blocks = facts.blocks.filter((block) => kinds[block.type] !== undefined);
    const letter = buildLetterVocabulary(blocks.map((block) => block.flow.text));
    for (const block of blocks) {
      const kind = kinds[block.type] as WordsBlockKind;
      const { text, lineEndHyphens } = block.flow;
      for (const finding of words.checkBlock({ text, kind, letter })) {
        // A hyphen at a line end may belong to the line only: the halves of such a word are no words of their own.
        const broken = lineEndHyphens.some((at) => at >= finding.start - 1 && at <= finding.end);
        if (!(broken && finding.kind === 'typo')) found.push({ block, finding });
      }
    }
  }
  return found;
});
