/**
 * What a standard passage is: a piece of a determination's frame (from a whole letter down to a closing
 * sentence) with named slots, the guidelines it rests on and the time in which it may be written.
 */

/** The two outcomes of an item: the denial stands, or it does not. */
export type PassageVerdict = 'Upheld' | 'Overturned';

/** Where in a letter a passage belongs; `item` is a whole disputed item, heading to conclusion. */
export type PassageKind =
  | 'letter'
  | 'header'
  | 'section'
  | 'credentials'
  | 'summary'
  | 'item'
  | 'heading'
  | 'guideline-line'
  | 'opener'
  | 'citation'
  | 'argument'
  | 'closer'
  | 'notice';

/**
 * How far a citation can be trusted, in the words of the guideline catalog. `unverified` is remembered
 * practice: offer it, say so, and never build a warning on it.
 */
export type PassageBasis =
  | 'printed in determinations'
  | 'regulation'
  | 'other page'
  | 'office'
  | 'unverified';

/** A place in a passage that the letter or the writer fills. */
export interface PassageSlot {
  /** Name as it stands between braces in the body. */
  readonly name: string;
  /** What belongs there, for the writer. */
  readonly description: string;
  /** Text that stands there until it is filled; bracketed where judgement is needed. */
  readonly placeholder: string;
  /** The usual values, the first being the default. */
  readonly choices?: readonly string[];
}

/** A guideline that a passage cites, with what the guideline line prints for it. */
export interface PassageGuideline {
  /** Identifier in the guideline catalog, for example `cpmtg-2009`. */
  readonly id: string;
  /** The cited page in that edition; absent where the edition is cited by section only. */
  readonly page?: number;
  /** Last page of a cited range. */
  readonly pageTo?: number;
  readonly basis: PassageBasis;
  /** How the guideline line of the form names it, in both styles of the form. */
  readonly line: {
    /** Newer style: the name with its year, "Chronic Pain Medical Treatment 2009". */
    readonly name: string;
    /** Newer style: the names after "Section(s):"; empty where the form prints none. */
    readonly sections: readonly string[];
    /** Older style (2013 to early 2015): name and topic before "Page(s):". */
    readonly olderName: string;
  };
}

/** Days, ISO `YYYY-MM-DD`, both included; a missing end is open. */
export interface InForce {
  readonly from?: string;
  readonly to?: string;
}

/**
 * What a passage is for, as lower-case words or phrases that stand in an item's heading or in its resolved
 * drug, class or service. A passage without any fits every item.
 */
export interface PassageTags {
  /** Generic and brand names. */
  readonly drugs?: readonly string[];
  /** Drug classes, as catalogs name them. */
  readonly classes?: readonly string[];
  readonly services?: readonly string[];
  /** Body regions that an item must name for the passage to fit, beside its service. */
  readonly regions?: readonly string[];
}

/** One entry of the library. */
export interface Passage {
  /** Short and stable; the snippet prefix is `imr-` and this. */
  readonly id: string;
  readonly kind: PassageKind;
  readonly title: string;
  readonly description: string;
  /** Text with slots in braces; line breaks only between blocks, never inside a paragraph. */
  readonly body: string;
  /** The slots of the body in order of appearance, each once. */
  readonly slots: readonly PassageSlot[];
  /** The verdict it argues for; absent where it serves both. */
  readonly verdict?: PassageVerdict;
  /** Tense of "is/was (not) medically necessary", where the passage fixes it. */
  readonly tense?: 'is' | 'was';
  readonly guidelines?: readonly PassageGuideline[];
  readonly inForce?: InForce;
  readonly tags: PassageTags;
  /** Where the wording comes from. */
  readonly source: 'sample letters' | 'form' | 'own wording' | 'office';
}
