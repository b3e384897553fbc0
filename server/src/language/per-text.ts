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
 * The texts are those of blocks, or parts of them: a part keeps its block in memory, which is short. For parts of the
 * letter itself there is {@link perPart}.
 *
 * @param read depends on nothing but the text; its answer is shared, and must not be changed
 */
export function perText<T>(read: (text: string) => T): (text: string) => T {
  return keeping(read, (text) => text);
}

/** As {@link perText}, of texts that are cut out of the letter: they are copied, or each would keep a whole letter. */
export function perPart<T>(read: (text: string) => T): (text: string) => T {
  return keeping(read, copy);
}

/** Kept in place of an answer that is undefined: most texts that are looked up are new, and one look tells it. */
const nothing = Symbol('nothing');

function keeping<T>(read: (text: string) => T, keyOf: (text: string) => string): (text: string) => T {
  let recent = new Map<string, T | typeof nothing>();
  let older = new Map<string, T | typeof nothing>();
  let size = 0;
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known === nothing ? (undefined as T) : known;
    const key = keyOf(text);
    const answer = older.get(text) ?? read(key) ?? nothing;
    if (size > kept / 2) {
      older = recent;
      recent = new Map();
      size = 0;
    }
    // An answer takes room even where its text is short.
    size += text.length + 32;
    recent.set(key, answer);
    return answer === nothing ? (undefined as T) : answer;
  };
}

/** A text of its own: one cut out of a letter would keep the whole letter in memory as long as it is kept itself. */
export function copy(text: string): string {
  // Joining makes a new text, and cutting the joint off again a part of that one.
  return ` ${text}`.slice(1);
}
