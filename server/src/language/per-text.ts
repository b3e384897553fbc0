/** Characters of texts whose answers are kept, in two halves; a letter has 5,000 to 20,000. */
const KEPT = 1_000_000;

/**
 * Keeps what a pure function says of a text, keyed by the whole text, so that an answer that is kept is the answer that
 * would be given: an edit costs the texts that it changed, and the fixed text of the form costs nothing in the next
 * letter. The oldest answers go first; about `kept` characters of text are held.
 *
 * @param read depends on nothing but the text; its answer is shared, and must not be changed
 */
export function perText<T>(read: (text: string) => T, kept = KEPT): (text: string) => T {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  let size = 0;
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined || recent.has(text)) return known as T;
    const answer = older.has(text) ? (older.get(text) as T) : read(text);
    if (size + text.length > kept / 2) {
      older = recent;
      recent = new Map();
      size = 0;
    }
    size += text.length + 32;
    recent.set(text, answer);
    return answer;
  };
}
