import type { Block, Measure } from '../syntax/index.ts';
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

/** The spans of time and the ages that a block tells, in order of place. */
interface Durations {
  readonly spans: readonly DurationFact[];
  readonly ages: readonly DurationFact[];
}

/** Spans of time and ages of a summary or a rationale; other blocks tell of none. */
export function durationsIn(block: Block): Durations {
  const spans: DurationFact[] = [];
  const ages: DurationFact[] = [];
  if (block.type !== 'prose' && block.type !== 'rationale') return { spans, ages };
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
    (node.kind === 'age' ? ages : spans).push(fact);
  }
  return { spans, ages };
}
