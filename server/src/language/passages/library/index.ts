/** The passage library: every standard passage, in the order of a letter. */
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
