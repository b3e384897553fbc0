import type { Literal, Parent, Point } from 'unist';
import type { Flow } from './flow.ts';
import type { BeyondLimit } from './limits.ts';

/**
 * The determination tree (unist). Every node has a `position` with offsets into the original text.
 * `ARCHITECTURE.md` lists the node types; keep both in step.
 */

/** Letter forms, told apart by their headings. */
export type LetterForm =
  /** "HOW THE IMR FINAL DETERMINATION WAS MADE … IMR ISSUES, DECISIONS AND RATIONALES" (2014 on). */
  | 'final-determination'
  /** The same with "DOCUMENTS REVIEWED" and "IMR DECISION(S) AND RATIONALE(S)" (2013-14). */
  | 'final-determination-2013'
  /** "Notice of Independent Medical Review Determination" with numbered outcomes (2013). */
  | 'notice'
  /** "MEDICAL PROFESSIONAL REVIEW … ISSUE AT DISPUTE:" (2013). */
  | 'professional-review'
  /** A form that an office describes in its settings. */
  | 'office'
  /** Not a determination. */
  | 'none';

/** Sections of all forms. */
export type SectionName =
  | 'how-made'
  | 'credentials'
  | 'summary'
  | 'issues'
  | 'documents'
  | 'outcomes'
  | 'decision'
  | 'issue-at-dispute'
  | 'guidelines'
  | 'rationale'
  | 'qualifications';

/** Fields of the header table. */
export type HeaderFieldName =
  | 'caseNumber'
  | 'dateAssigned'
  | 'dateOfInjury'
  | 'decisionDate'
  | 'urDenialDate'
  | 'priority'
  | 'applicationReceived';

/** Whose guideline line it is. */
export type Party = 'claims' | 'maximus';

/** Outcome of a disputed item: the UR denial stands, or falls. */
export type Verdict = 'Upheld' | 'Overturned';

/** A point of the source; unlike unist's, it always has its offset. */
export interface Place extends Point {
  offset: number;
}

/** A range of the source. */
export interface Range {
  start: Place;
  end: Place;
}

/** Every node of this tree has been read from a text, so every node has its place. */
interface PlacedParent extends Parent {
  position: Range;
}

export interface Root extends PlacedParent {
  type: 'root';
  form: LetterForm;
  /** Whether a blank line stands after nearly every line. */
  doubleSpaced: boolean;
  /** Where the text first goes beyond what is read; the tree is not complete then. */
  beyond?: BeyondLimit;
  children: (Header | Section)[];
}

export interface Header extends PlacedParent {
  type: 'header';
  children: HeaderField[];
}

/** A field of the header table; its position is that of the value, or of the label where there is none. */
export interface HeaderField extends Literal {
  position: Range;
  type: 'headerField';
  name: HeaderFieldName;
  /** The value as printed, empty when missing. */
  value: string;
  /** The date where the value is one. */
  date?: DateValue;
}

export interface Section extends PlacedParent {
  type: 'section';
  name: SectionName;
  children: (Heading | LeadIn | Boilerplate | Credential | Prose | Item)[];
}

/** A block of text: folded text with a way back, and what was recognised in it, in order of place. */
export interface TextBlock extends PlacedParent {
  /** Folded text of the block; left out of printed trees. */
  flow: Flow;
  children: Inline[];
}

/** Heading of a section. */
export interface Heading extends TextBlock {
  type: 'heading';
  /** The heading as the form prints it. */
  standard: string;
}

/** The fixed sentence that opens a section. */
export interface LeadIn extends TextBlock {
  type: 'leadIn';
}

/** Other fixed text of the form ("MAXIMUS Federal Services sent …"). */
export interface Boilerplate extends TextBlock {
  type: 'boilerplate';
}

/** A labelled line of the reviewer's credentials. */
export interface Credential extends TextBlock {
  type: 'credential';
  name: 'licensure' | 'specialty';
  label: Label;
}

/** Running text of a section that is not an item: the case summary above all. */
export interface Prose extends TextBlock {
  type: 'prose';
}

/** A disputed item: heading with verdict, guideline lines, rationale; any of them may be missing or doubled. */
export interface Item extends PlacedParent {
  type: 'item';
  /** Number of the item in the letter, from 1. */
  number: number;
  children: (ItemHeading | GuidelineLine | Rationale | Prose)[];
}

export interface ItemHeading extends TextBlock {
  type: 'itemHeading';
  /** End (in the flow) of the request, before the colon that precedes the verdict. */
  requestEnd: number;
  /** The verdict as printed, with its range in the flow; missing where none was recognised. */
  verdict?: { value: Verdict | undefined; text: string; start: number; end: number };
  /** Where an original request was partly authorized: the clause that is left to decide, in the flow. */
  split?: SplitHeading;
}

/** A heading of the form "X was the original request. … is: Upheld". Ranges are in the heading's flow. */
export interface SplitHeading {
  /** `remaining`: a portion is left; `whole`: the original request as such is left. */
  kind: 'remaining' | 'whole';
  original: { start: number; end: number };
  authorized: { start: number; end: number } | undefined;
  disputed: { start: number; end: number };
}

/** A label at the start of a labelled block. */
export interface Label {
  /** The label as the form prints it, with its colon. */
  standard: string;
  /** The label as printed. */
  text: string;
  position: Range;
}

export interface GuidelineLine extends TextBlock {
  type: 'guidelineLine';
  party: Party;
  label: Label;
}

export interface Rationale extends TextBlock {
  type: 'rationale';
  /** Missing where the text stands without its label. */
  label: Label | undefined;
}

/** A day, month or year as printed; parts that the text does not give are undefined. */
export interface DateValue {
  year: number;
  month: number | undefined;
  day: number | undefined;
  /** `YYYY-MM-DD` of a possible calendar day, else undefined. */
  iso: string | undefined;
  /** Whether year, month and day (as far as given) can exist. */
  possible: boolean;
}

interface InlineBase {
  position: Range;
  /** Range in the flow of the block. */
  start: number;
  end: number;
}

export interface DateNode extends InlineBase, DateValue {
  type: 'date';
  /** How it is written, so that a fix writes it the same way: e.g. `MM/DD/YYYY`, `M-D-YY`, `Month D, YYYY`. */
  format: string;
}

/** "page 64", "pages 89-90", "p. 301", "Page(s): 64". */
export interface PageReference extends InlineBase {
  type: 'pageReference';
  first: number;
  last: number;
}

/** A mention of a guideline by name in running text, or an entry of a guideline line. */
export interface GuidelineReference extends InlineBase {
  type: 'guidelineReference';
  /** The name as printed. */
  name: string;
  /** Catalog identifiers that the name can mean; empty for an unknown name. */
  guidelines: string[];
  /** Year printed with the name. */
  year: number | undefined;
  /** Sections listed after "Section(s):", or a topic in capitals before "Page(s):". */
  sections: SectionReference[];
  /** Pages listed after "Page(s):". */
  pages: PageReference[];
  /** `mtus` entry of a guideline line, `other` (non-MTUS citation), or a `mention` in running text. */
  kind: 'mtus' | 'other' | 'mention';
}

export interface SectionReference {
  name: string;
  start: number;
  end: number;
}

/** "9792.20e", "9792.20(ef)", "9792.24.2". */
export interface RegulationReference extends InlineBase {
  type: 'regulationReference';
  /** Section number, e.g. `9792.20`. */
  section: string;
  /** Letters printed as subdivision, lower case, e.g. `e`, `ef`; empty when none. */
  subdivision: string;
  /** Range of the subdivision letters in the flow; equal ends when none. */
  letters: { start: number; end: number };
}

/** "(not) medically necessary" and its kin. */
export interface ConclusionPhrase extends InlineBase {
  type: 'conclusion';
  necessary: boolean;
}

/** First words of a rationale that take sides: Yes, No, Conversely, Similarly, Finally. */
export interface Opener extends InlineBase {
  type: 'opener';
  word: 'yes' | 'no' | 'conversely' | 'similarly' | 'finally';
}

/** A drug, drug class, body part, service or side that the lexicon knows. */
export interface TermNode extends InlineBase {
  type: 'term';
  kind: 'drug' | 'drug-class' | 'body-part' | 'service' | 'side';
  id: string;
}

/** A number with what it counts. */
export interface Measure extends InlineBase {
  type: 'measure';
  kind: 'strength' | 'quantity' | 'visits' | 'frequency' | 'duration' | 'age';
  /** Numbers in order of print: `10/325 mg` has two. */
  values: number[];
  unit: string;
}

export type Inline =
  | DateNode
  | PageReference
  | GuidelineReference
  | RegulationReference
  | ConclusionPhrase
  | Opener
  | TermNode
  | Measure;

/** Blocks that carry text. */
export type Block =
  | Heading
  | LeadIn
  | Boilerplate
  | Credential
  | Prose
  | ItemHeading
  | GuidelineLine
  | Rationale;

export type Node = Root | Header | HeaderField | Section | Item | Block | Inline;
