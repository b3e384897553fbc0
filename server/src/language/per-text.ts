/** Characters of text whose answers each function keeps at least: some letters of usual length. */
const LEAST_KEPT = 200_000;

/** Versions of the longest letter of late whose answers are kept. */
const VERSIONS = 3;

let kept = LEAST_KEPT;

/** Makes room for the answers of a letter of some length. */
export function makeRoomFor(length: number): void {
  kept = Math.max(LEAST_KEPT, VERSIONS * length);
}

/**
 * Keeps what a pure function says of a text, keyed by the whole text, so that an answer that is kept is the answer that
 * would be given: an edit costs the texts that it changed, and the fixed text of the form costs nothing in the next
 * letter. The oldest answers go first.
 *
 * @param read depends on nothing but the text; its answer is shared, and must not be changed
 */
export function perText<T>(read: (text: string) => T): (text: string) => T {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  let size = 0;
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined || recent.has(text)) return known as T;
    const own = copy(text);
    const answer = older.has(text) ? (older.get(text) as T) : read(own);
    if (size > kept / 2) {
      older = recent;
      recent = new Map();
      size = 0;
    }
    // An answer takes room even where its text is short.
    size += text.length + 32;
    recent.set(own, answer);
    return answer;
  };
}

/** A text of its own: one cut out of a letter would keep the whole letter in memory as long as it is kept itself. */
export function copy(text: string): string {
  // Joining makes a new text, and cutting the joint off again a part of that one.
  return ` ${text}`.slice(1);
}
