/** What is known about guidelines while a letter is checked. */
import data from './data/guidelines.json' with { type: 'json' };
import { Scope } from './scope.ts';
import type { Guideline, GuidelineFamily } from './types.ts';

/** A guideline's own copy as it was read on this machine. */
export interface GuidelineText {
  /** Address of the file (`file:`). */
  readonly file: string;
  /** By printed page number: its text, and which sheet of the file it is, from 1. */
  readonly pages: ReadonlyMap<number, { readonly text: string; readonly sheet: number }>;
}

/** Guidelines, what groups them, the labels of the form, and the copies that were read. */
export interface Knowledge {
  readonly families: readonly GuidelineFamily[];
  readonly guidelines: readonly Guideline[];
  /** Names with year that the determination form offers. */
  readonly labels: readonly string[];
  /** By identifier of the guideline. */
  readonly texts: ReadonlyMap<string, GuidelineText>;
}

// The compiler widens the strings of a JSON module; the schema test holds the shape.
const catalog = data as unknown as Pick<Knowledge, 'families' | 'guidelines'>;

/** The product's own catalog; an office may put one with its additions in its place. */
export const knowledge = new Scope<Knowledge>({
  families: catalog.families,
  guidelines: catalog.guidelines,
  labels: [...data.labels.from2004to2016, ...data.labels.from2017],
  texts: new Map(),
});
