import { copy } from '../per-text.ts';

/** Most words remembered; a long session on many letters must not grow without end. */
const MOST_ENTRIES = 20_000;

/** Remembers the answers of a pure function of one word; starts afresh when it holds too many. */
export function remember<T>(answer: (word: string) => T): (word: string) => T {
  const answers = new Map<string, T>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    if (answers.size >= MOST_ENTRIES) answers.clear();
    const made = answer(word);
    answers.set(copy(word), made);
    return made;
  };
}
