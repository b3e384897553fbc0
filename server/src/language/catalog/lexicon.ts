/** One matcher for everything that the parser marks in running text: drugs, classes, parts, services, sides. */
import { allBodyParts, anatomyGuards, sideTerms } from './body.ts';
import { allDrugClasses, allDrugs, drugNames } from './drugs.ts';
import { allServices, serviceGuards } from './services.ts';
import { TermIndex, termWords } from './terms.ts';

/** A term of the field found among words. */
export interface TermMatch {
  kind: 'drug' | 'drug-class' | 'body-part' | 'service' | 'side';
  /** Identifier in the drug, class, body-part or service catalog; "left", "right", "bilateral" for sides. */
  id: string;
  /** How many words it takes. */
  words: number;
  /** The term is an adjective ("lumbar"): it places the noun beside it but is no part alone. */
  adjective?: true;
}

let index: TermIndex<TermMatch> | undefined;

function build(): TermIndex<TermMatch> {
  const { sides, guards } = sideTerms();
  const built = new TermIndex<TermMatch>([...anatomyGuards(), ...serviceGuards(), ...guards]);
  const add = (kind: TermMatch['kind'], id: string, terms: readonly string[], adjective = false): void => {
    for (const term of terms) {
      const words = termWords(term).length;
      built.add(term, { kind, id, words, ...(adjective ? { adjective: true } : {}) });
    }
  };
  // Of terms of the same length the first added wins.
  for (const drug of allDrugs()) add('drug', drug.id, drugNames(drug));
  for (const service of allServices()) add('service', service.id, service.terms);
  for (const entry of allDrugClasses()) add('drug-class', entry.id, [entry.name, ...entry.synonyms]);
  for (const part of allBodyParts()) {
    add('body-part', part.id, part.terms);
    add('body-part', part.id, part.adjectives ?? [], true);
  }
  for (const side of sides) add('side', side.id, side.terms);
  return built;
}

/** By first two characters and length of a word: whether any term begins with such a word. */
let beginnings: Uint8Array | undefined;

const LENGTHS = 32;
const slot = (first: number, second: number, length: number): number =>
  ((first & 31) * 32 + (second & 31)) * LENGTHS + Math.min(length, LENGTHS - 1);

/**
 * Whether a term begins with the word at `start` of a lower-cased text. Most words begin none; they are turned down
 * without being cut out.
 */
export function beginsTerm(text: string, start: number, end: number): boolean {
  index ??= build();
  if (!beginnings) {
    beginnings = new Uint8Array(32 * 32 * LENGTHS);
    for (const word of index.firstWords())
      beginnings[slot(word.charCodeAt(0), word.charCodeAt(1), word.length)] = 1;
  }
  const second = end > start + 1 ? text.charCodeAt(start + 1) : Number.NaN;
  if (beginnings[slot(text.charCodeAt(start), second, end - start)] === 0) return false;
  return text.charCodeAt(start) === 0x26 || index.begins(text.slice(start, end));
}

/**
 * The longest term that starts at word `at`, or undefined.
 *
 * @param tokens the words of a text, lower-cased, as `termWords` splits them: hyphens and slashes part words
 *   and "&" reads "and". Words before and after `at` are looked at, because some terms mean something else
 *   there ("on the other hand", "back to work", "was left untreated").
 */
export function matchTerm(tokens: readonly string[], at: number): Readonly<TermMatch> | undefined {
  index ??= build();
  return index.match(tokens, at);
}
