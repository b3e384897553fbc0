import { anchorsAt, compilePattern, type WordClasses } from './pattern.ts';
import type { WordFindingKind } from './types.ts';

/** What an entry of a phrase table says; all the check needs of it. */
export interface Phrase {
  readonly kind: WordFindingKind;
  /** What betrays the slip; see `pattern.ts` for the notation. */
  readonly pattern: string;
  /**
   * Text for the marked range: `{1}` is its first token, `{2:-1}` the second without its last letter, `{1:past}`
   * another form of a verb, `{1:number}` the same form in the other number, `{1:noun}` the noun of a verb, `{1:plural}` the plural of a noun (see `inflection.ts`). Several suggestions are separated by ` / `. An empty text removes the range; none (absent) offers no edit.
   */
  readonly replace?: string;
  /** One sentence for the reader; without it the message says what to write instead. */
  readonly message?: string;
  /** `warning` when absent. */
  readonly severity?: 'warning' | 'hint';
  /** False when the suggestion is a guess; true when absent and there is exactly one suggestion. */
  readonly preferred?: boolean;
  /**
   * Words, or classes of words by `@name`, that keep the entry silent when they stand earlier in the sentence ("page 7
   * of the guidelines does").
   */
  readonly unless?: readonly string[];
}

/** One entry of a phrase table, as it stands in the JSON files and in an office's own table. */
export interface PhraseEntry extends Phrase {
  /** Sentences that must be found. */
  readonly fires: readonly string[];
  /** Sentences that must not. */
  readonly silent: readonly string[];
}

/**
 * A phrase as it is shipped: its kind by number, its pattern, the part of that by whose words it is found, what it
 * writes instead, and what few phrases have besides. Three thousand names of properties weigh more than they tell.
 */
type PackedPhrase =
  | readonly [kind: number, pattern: string, anchor: number, replace: string | null]
  | readonly [kind: number, pattern: string, anchor: number, replace: string | null, rest: Rest];

type Rest = Pick<Phrase, 'message' | 'severity' | 'preferred' | 'unless'>;

/** Phrases as they are shipped. */
export interface PhraseIndex {
  readonly kinds: readonly WordFindingKind[];
  readonly phrases: readonly PackedPhrase[];
}

/**
 * Reads all patterns and chooses the words by which each is found.
 *
 * @throws SyntaxError for the first entry whose pattern is not understood or whose `unless` names an unknown class.
 */
export function indexPhrases(entries: readonly PhraseEntry[], classes: WordClasses): PhraseIndex {
  const kinds = [...new Set(entries.map(({ kind }) => kind))];
  const phrases = entries.map(({ fires: _, silent: __, kind, pattern, replace, ...rest }): PackedPhrase => {
    silencersOf({ pattern, unless: rest.unless }, classes);
    const { anchor } = compilePattern(pattern, classes);
    const packed = [kinds.indexOf(kind), pattern, anchor, replace ?? null] as const;
    return Object.keys(rest).length === 0 ? packed : [...packed, rest];
  });
  return { kinds, phrases };
}

/** A phrase of an index by its position. */
export function phraseAt({ kinds, phrases }: PhraseIndex, position: number): Phrase {
  const [kind, pattern, , replace, rest] = phrases[position] as PackedPhrase;
  const phrase = { kind: kinds[kind] as WordFindingKind, pattern, ...rest };
  return replace === null ? phrase : { ...phrase, replace };
}

/** The words by which each phrase of an index is found, in the order of the phrases. */
export function* anchorsOf({ phrases }: PhraseIndex, classes: WordClasses): Generator<readonly string[]> {
  for (const [, pattern, anchor] of phrases) yield anchorsAt(pattern, anchor, classes);
}

const none: ReadonlySet<string> = new Set();

/** The words of an entry's `unless`, those of its classes among them. */
export function silencersOf(
  { unless, pattern }: { unless?: readonly string[] | undefined; pattern: string },
  classes: WordClasses,
): ReadonlySet<string> {
  if (unless === undefined) return none;
  return new Set(
    unless.flatMap((name) => {
      if (!name.startsWith('@')) return [name];
      const members = classes[name.slice(1)];
      if (members === undefined) throw new SyntaxError(`unknown class ${name} in what silences: ${pattern}`);
      return members;
    }),
  );
}
