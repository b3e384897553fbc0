import { allBodyParts, allDrugs, allServices, drugNames } from '../catalog/index.ts';
import terms from './data/field-terms.json' with { type: 'json' };

/** Where a field term belongs; names are known and never proposed as corrections. */
export type TermCategory = Exclude<keyof typeof terms, 'known'>;

/** A term of the field as it is written, with its category. */
export interface FieldTerm {
  readonly text: string;
  readonly category: TermCategory;
}

/** The field's terms by their lower-case form; sources stand in `data/field-terms.json` and in the catalog. */
export const fieldTerms: ReadonlyMap<string, FieldTerm> = collect();

/**
 * Words that physicians write and that dictionaries lack, in lower case; they are never questioned and never
 * proposed, for next to most of them stands a word that is more often meant.
 */
export const knownWords: ReadonlySet<string> = new Set(
  Object.values(terms.known.words).flatMap((words) => words.toLowerCase().split(' ')),
);

function collect(): Map<string, FieldTerm> {
  const map = new Map<string, FieldTerm>();
  const add = (text: string, category: TermCategory) => {
    const lower = text.toLowerCase();
    if (!map.has(lower)) map.set(lower, { text, category });
  };
  const { known: _, ...categories } = terms;
  for (const category of Object.keys(categories) as TermCategory[]) {
    for (const text of categories[category].words) add(text, category);
  }
  // the catalog's words stay silent; only a drug of one long word is proposed as a correction
  const addParts = (name: string) => {
    for (const part of name.split(/[^A-Za-z]+/)) if (part.length > 2) add(part, 'names');
  };
  for (const drug of allDrugs()) {
    for (const name of drugNames(drug)) {
      if (/^[A-Za-z]{6,}$/.test(name)) add(name, 'drugs');
      else addParts(name);
    }
  }
  for (const part of allBodyParts()) [...part.terms, ...(part.adjectives ?? [])].forEach(addParts);
  for (const service of allServices()) service.terms.forEach(addParts);
  return map;
}
