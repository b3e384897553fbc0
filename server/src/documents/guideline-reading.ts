import type { Numbering } from './guideline-pages.ts';
import type { TopicSource } from './guideline-topics.ts';

/** What was read from an office's own copy of a guideline; page numbers are the printed ones. */
export interface GuidelineReading {
  numbering: Numbering;
  /** How the topics are known; none where they are not. */
  sources: TopicSource[];
  pages: { number: number; sheet: number; text: string }[];
  topics: { title: string; first: number; last: number }[];
}
