/** Medical specialties as requests for a consultation name them. */
import { matches } from '../matches.ts';
import data from './data/specialties.json' with { type: 'json' };

/** A specialty that a text names, with the place. */
export interface NamedSpecialty {
  /** Identifier of the group: specialties of one group are written for each other. */
  id: string;
  start: number;
  end: number;
}

let patterns: { id: string; pattern: RegExp }[] | undefined;

/** A noun says it alone; an adjective only before a consultation: not "neurological deficits". */
function compile(): { id: string; pattern: RegExp }[] {
  return data.specialties.map(({ id, nouns, adjectives }) => {
    const before =
      adjectives.length > 0
        ? `|(?:${adjectives.join('|')})(?= (?:surgery |medicine |surgical )?(?:${data.consultation.join('|')})\\b)`
        : '';
    return { id, pattern: new RegExp(`\\b(?:(?:${nouns.join('|')})s?\\b${before})`, 'gi') };
  });
}

const consultation = new RegExp(`\\b(?:${data.consultation.join('|')})\\b`, 'i');

/** The specialties that a request names; none where no consultation is asked for. */
export function specialtiesIn(text: string): NamedSpecialty[] {
  if (!consultation.test(text)) return [];
  // Few letters ask for a consultation; the expressions are made for the first that does.
  patterns ??= compile();
  return patterns.flatMap(({ id, pattern }) =>
    matches(pattern, text).map(({ index, 0: printed }) => ({
      id,
      start: index,
      end: index + printed.length,
    })),
  );
}
