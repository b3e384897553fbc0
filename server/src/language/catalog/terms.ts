/** Longest-match look-up of multi-word terms over lower-cased words. */
import { wordsOf } from './text.ts';

/** Words beside a term that show it does not mean what the catalog means ("on the other hand"). */
export interface TermGuard {
  term: string;
  /** Words right before the term; "#number" stands for any number. */
  before: readonly string[];
  /** Words right after it. */
  after: readonly string[];
}

interface Guard {
  before: readonly (readonly string[])[];
  after: readonly (readonly string[])[];
}

interface Entry<T> {
  words: readonly string[];
  value: T;
  guard: Guard | undefined;
}

const NUMBER = /^\d+$/;

/**
 * The words of a term or of running text as the term index compares them: runs of letters and digits,
 * lower-cased, "&" as "and". Hyphens, slashes and full stops part words: "C5-6" is "c5", "6".
 */
export function termWords(text: string): string[] {
  return wordsOf(text);
}

function follows(tokens: readonly string[], at: number, phrase: readonly string[]): boolean {
  for (let i = 0; i < phrase.length; i++) if (tokens[at + i] !== phrase[i]) return false;
  return true;
}

function precedes(tokens: readonly string[], at: number, phrase: readonly string[]): boolean {
  for (let i = 0; i < phrase.length; i++) {
    const token = tokens[at - phrase.length + i];
    if (token === undefined || (phrase[i] === '#number' ? !NUMBER.test(token) : token !== phrase[i]))
      return false;
  }
  return true;
}

/** Terms by their first word; the longest match wins, then the one that was added first. */
export class TermIndex<T> {
  readonly #byFirst = new Map<string, Entry<T>[]>();
  readonly #guards: Map<string, Guard>;
  #sorted = true;

  constructor(guards: readonly TermGuard[] = []) {
    this.#guards = new Map(
      guards.map(({ term, before, after }) => [
        termWords(term).join(' '),
        {
          // "#number" must survive the splitting into words.
          before: before.map((phrase) => (phrase === '#number' ? [phrase] : termWords(phrase))),
          after: after.map(termWords),
        },
      ]),
    );
  }

  /** Adds a term; its value is what a match gives back. */
  add(term: string, value: T): void {
    const words = termWords(term);
    const [first] = words;
    if (first === undefined) return;
    const entry: Entry<T> = { words, value, guard: this.#guards.get(words.join(' ')) };
    const list = this.#byFirst.get(first);
    if (list) list.push(entry);
    else this.#byFirst.set(first, [entry]);
    this.#sorted = false;
  }

  /** The words with which terms begin. */
  firstWords(): Iterable<string> {
    return this.#byFirst.keys();
  }

  /** Whether any term begins with a word. */
  begins(word: string): boolean {
    return this.#byFirst.has(word);
  }

  #listFor(first: string | undefined): Entry<T>[] | undefined {
    if (!this.#sorted) this.#sort();
    return first === undefined ? undefined : this.#byFirst.get(first);
  }

  #sort(): void {
    // Sorting is stable, so of terms of one length the first added stays first.
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
    this.#sorted = true;
  }

  /** The value of the longest term that starts at `index`. */
  match(tokens: readonly string[], index: number): T | undefined {
    const list = this.#listFor(tokens[index]);
    if (!list) return undefined;
    for (const { words, value, guard } of list) {
      if (!follows(tokens, index, words)) continue;
      const end = index + words.length;
      if (guard?.before.some((phrase) => precedes(tokens, index, phrase))) continue;
      if (guard?.after.some((phrase) => follows(tokens, end, phrase))) continue;
      return value;
    }
    return undefined;
  }

  /** The value of a whole phrase, or undefined. */
  get(phrase: string): T | undefined {
    const words = termWords(phrase);
    return this.#listFor(words[0])?.find(
      (entry) => entry.words.length === words.length && follows(words, 0, entry.words),
    )?.value;
  }
}
