import { matches } from './matches.ts';
import { perText } from './per-text.ts';

/** A part of a block that is read by itself. */
export interface Stretch {
  /** Where it begins in the block. */
  readonly start: number;
  readonly text: string;
}

/** Between two sentences: behind a small word of three letters and its stop, so never behind a title or a short form. */
const between = / (?<=\b[a-z]{3,30}[.?!] )(?=[A-Z])/g;

/**
 * Cuts a block where a sentence surely ends. What is read of a sentence by itself does not depend on its neighbours,
 * so an edit costs the sentence that it changed.
 */
export const stretchesOf = perText((block): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const { index } of matches(between, block)) {
    stretches.push({ start, text: block.slice(start, index) });
    start = index + 1;
  }
  stretches.push({ start, text: block.slice(start) });
  return stretches;
});
