/** The passage library: every standard passage, in the order of a letter. */
import { Scope } from '../../catalog/index.ts';
import type { Passage } from '../types.ts';
import { argumentPassages } from './arguments.ts';
import { citationPassages } from './citations.ts';
import { chapterCitationPassages } from './citations-body-chapters.ts';
import { closerPassages } from './closers.ts';
import { formPassages } from './form.ts';
import { openerPassages } from './openers.ts';
import { summaryPassages } from './summary.ts';

export const passages: readonly Passage[] = [
  ...formPassages,
  ...summaryPassages,
  ...openerPassages,
  ...citationPassages,
  ...chapterCitationPassages,
  ...argumentPassages,
  ...closerPassages,
];

/** The passages that are offered; an office may put the library with its own passages in its place. */
export const library = new Scope<readonly Passage[]>(passages);
