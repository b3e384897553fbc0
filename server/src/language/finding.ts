import type { SourceRange } from './syntax/index.ts';

/**
 * What a finding asks of the reader. `error`: certainly wrong; `warning`: a careful reviewer would stop here;
 * `information` and `hint`: worth knowing.
 */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A replacement of a range of the source. */
export interface Edit extends SourceRange {
  text: string;
}

/** A change that the writer may choose. */
export interface Fix {
  /** What it does, as an order: `Change to 9792.20e`. */
  title: string;
  /** Edits that do not overlap. */
  edits: Edit[];
  /** The one that most writers will take; at most one fix of a finding. */
  preferred: boolean;
  /** Certain enough to apply without asking ("Fix all"). */
  certain: boolean;
}

/** Another place that a finding speaks of. */
export interface RelatedPlace extends SourceRange {
  message: string;
}

/** Something that the checker says about a place of a letter. */
export interface Finding extends SourceRange {
  /** Identifier of the rule. */
  rule: string;
  severity: Severity;
  /** One sentence: what disagrees with what. */
  message: string;
  /** The reason: which regulation, which edition, how it is known. */
  note: string | undefined;
  related: RelatedPlace[];
  fixes: Fix[];
}
