/**
 * Types of the catalog: what the checker knows about guidelines, regulations, drugs, body parts and services.
 * The facts themselves are JSON beside this file; every fact has a basis, and most a source.
 */

/** A calendar day as `YYYY-MM-DD`; such strings compare in the order of time. */
export type IsoDate = string;

/** How a fact is known. Only the kinds in {@link SURE_BASES} may carry a warning alone. */
export type Basis =
  | 'printed in determinations'
  | 'regulation'
  | 'other page'
  | 'deduction'
  | 'unverified'
  | 'office'
  | 'read from the guideline'
  | 'general knowledge';

/** Bases on which a warning may rest without other support. */
export const SURE_BASES: ReadonlySet<Basis> = new Set<Basis>([
  'printed in determinations',
  'regulation',
  'deduction',
  'office',
  'read from the guideline',
]);

/** Pages, both ends included. */
export interface PageRange {
  first: number;
  last: number;
}

/** A heading of a guideline, with its pages where they are known. */
export interface Topic {
  /** The name as the guideline or the citation form prints it. */
  title: string;
  /** Other names under which a citation may mean it. */
  aliases?: readonly string[];
  /** Dotted number of the section (Opioid Treatment 2016), without a trailing dot. */
  number?: string;
  first?: number;
  last?: number;
  /** How the pages are known (or the name itself, where there are no pages). */
  basis: Basis;
  source?: string;
  note?: string;
  /** How the name is known, when better known than its pages. */
  nameBasis?: Basis;
  /** In how many public determinations the page was seen printed. */
  seen?: number;
  /** Title of the topic that contains this one. */
  parent?: string;
  /** Titles of other places where the guideline treats the same matter. */
  related?: readonly string[];
}

/** One edition of one guideline, or one chapter of the ACOEM Practice Guidelines. */
export interface Guideline {
  id: string;
  /** Editions of the same matter share a family; see {@link GuidelineFamily}. */
  family: string;
  title: string;
  /** The year that a citation prints after the name. */
  year: number | null;
  /** ACOEM chapter number. */
  chapter?: number;
  /** The name with year as the determination form prints it: "Low Back Complaints 2004". */
  label?: string;
  /** Names without year; the first is the form's. */
  names: readonly string[];
  /** Names so short that they mean this guideline only when they stand alone or with their year. */
  shortNames?: readonly string[];
  edition: string;
  /** Section of Title 8 that adopts it; null when not established. */
  adoptedBy: string | null;
  adoptionNote?: string;
  /** First day in force; null when not established. */
  from: IsoDate | null;
  /** Last day in force; null when still in force or not established. */
  to: IsoDate | null;
  datesSource: readonly string[];
  pages?: { first: number | null; last: number | null; basis: Basis };
  /** Lowest and highest page seen in determinations. */
  observedPages?: PageRange;
  /** Safe bounds: a page outside them is certainly wrong (8 CCR facts, deduction from proven pages). */
  bounds?: { first: number | null; last: number | null; basis: Basis };
  /** Identifiers of the guidelines that a collective label stands for ("General Approaches 2004"). */
  parts?: readonly string[];
  topics: readonly Topic[];
}

/** What several editions have in common. */
export interface GuidelineFamily {
  id: string;
  title: string;
  /** Body regions that it covers (identifiers of the body catalog); empty when it holds for any part. */
  regions: readonly string[];
  /** `region`: meant for its regions; `any`: cited for any part of the body. */
  kind: 'region' | 'any';
}

/** A section of the Medical Treatment Utilization Schedule. */
export interface RegulationSection {
  section: string;
  title: string;
  /** Earliest day on which it is known to stand. */
  from: IsoDate;
  to: IsoDate | null;
  basis: Basis;
  note?: string;
}

/** One lettered definition of 9792.20 in one version. */
export interface Definition {
  letter: string;
  term: string;
  basis: Basis;
  source?: string;
}

/** A version of the definitions of 9792.20. */
export interface DefinitionVersion {
  section: string;
  version: string;
  from: IsoDate;
  to: IsoDate | null;
  source: string;
  confidence: string;
  subdivisions: readonly Definition[];
}

/** A drug that workers' compensation letters name. */
export interface Drug {
  /** Lower-case generic name; combinations join their parts with "/". */
  id: string;
  generic: string;
  brands: readonly string[];
  /** Identifiers of {@link DrugClass}, most specific first. */
  classes: readonly string[];
  /** Identifiers of the ingredients, for combinations. */
  ingredients?: readonly string[];
  /** Usual strengths as printed: "10 mg", "10/325 mg", "5 %". Not complete: their absence proves nothing. */
  strengths?: readonly string[];
  opioid?: boolean;
  /** Met as an ingredient of compounded topical preparations. */
  compounded?: boolean;
  /** Other spellings and abbreviations. */
  synonyms?: readonly string[];
}

/** A class of drugs, with the words that name it. */
export interface DrugClass {
  id: string;
  name: string;
  synonyms: readonly string[];
  /** The wider class. */
  parent?: string;
  /** Titles of guideline topics (any edition) under which the class is cited. */
  topics?: readonly string[];
}

/** A region of the body. */
export interface BodyRegion {
  id: string;
  name: string;
  /** Regions inside this one. */
  contains?: readonly string[];
  /** Regions that share structures with it, so that citing one for the other is no contradiction. */
  overlaps?: readonly string[];
  /** Guideline families whose chapters cover it. */
  families: readonly string[];
  /** Has a left and a right. */
  sided?: boolean;
}

/** A part, level, joint or diagnosis word that places something in the body. */
export interface BodyPart {
  id: string;
  regions: readonly string[];
  /** Lower-case words and phrases that name it. */
  terms: readonly string[];
  /** Adjectives such as "lumbar": they place a noun but name no part alone. */
  adjectives?: readonly string[];
  sided?: boolean;
}

/** What kind of thing a service is. */
export type ServiceKind =
  | 'imaging'
  | 'electrodiagnostic'
  | 'therapy'
  | 'injection'
  | 'surgery'
  | 'perioperative'
  | 'equipment'
  | 'consultation'
  | 'evaluation'
  | 'psychological'
  | 'laboratory'
  | 'program'
  | 'home-care'
  | 'stimulation'
  | 'other';

/** A treatment or service that a request may name. */
export interface Service {
  id: string;
  name: string;
  kind: ServiceKind;
  /** Lower-case words and phrases that name it, abbreviations included. */
  terms: readonly string[];
  /** The wider service (an MRI arthrogram is an MRI). */
  genus?: string;
  /** Services that letters name in one breath with it (physical and occupational therapy). */
  near?: readonly string[];
  /** Words in which it is counted: visits, sessions, units. */
  units?: readonly string[];
  /** Titles of guideline topics under which it is cited. */
  topics?: readonly string[];
}
