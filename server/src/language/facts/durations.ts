import type { Block, Measure } from '../syntax/index.ts';
import { perCase } from './case.ts';
import { type Sentence, sentenceAt } from './sentences.ts';

/** A span of time, or an age, in the text. */
export interface DurationFact {
  node: Measure;
  block: Block;
  sentence: Sentence;
  /** Least and most days that the words can mean; of an age, years. */
  from: number;
  to: number;
  text: string;
}

const daysOf: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.4, year: 365.25 };

/** Spans of time and ages of the summary and the rationales. */
export const durationsOf = perCase((facts) => {
  const durations: DurationFact[] = [];
  const ages: DurationFact[] = [];
  for (const block of facts.blocks) {
    if (block.type !== 'prose' && block.type !== 'rationale') continue;
    for (const node of block.children) {
      if (node.type !== 'measure' || (node.kind !== 'duration' && node.kind !== 'age')) continue;
      const sentence = sentenceAt(block, node.start);
      if (!sentence) continue;
      const unit = node.kind === 'age' ? 1 : (daysOf[node.unit] ?? 1);
      const fact: DurationFact = {
        node,
        block,
        sentence,
        from: Math.min(...node.values) * unit,
        to: Math.max(...node.values) * unit,
        text: block.flow.text.slice(node.start, node.end),
      };
      (node.kind === 'age' ? ages : durations).push(fact);
    }
  }
  return { durations, ages };
});
