import terms from './data/field-terms.json' with { type: 'json' };

/** Where a field term belongs; names are known and never proposed as corrections. */
export type TermCategory = keyof typeof terms;

/** A term of the field as it is written, with its category. */
export interface FieldTerm {
  readonly text: string;
  readonly category: TermCategory;
}

/** The field's terms by their lower-case form; sources stand in `data/field-terms.json`. */
export const fieldTerms: ReadonlyMap<string, FieldTerm> = collect();

function collect(): Map<string, FieldTerm> {
  const map = new Map<string, FieldTerm>();
  for (const category of Object.keys(terms) as TermCategory[]) {
    for (const text of terms[category].words) {
      const lower = text.toLowerCase();
      if (!map.has(lower)) map.set(lower, { text, category });
    }
  }
  return map;
}
