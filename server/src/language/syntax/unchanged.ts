/** How much of a text an edit left as it was: so many characters at its beginning, and so many others at its end. */
export interface Unchanged {
  readonly head: number;
  readonly tail: number;
}

/** What two texts have in common at their beginnings and, beyond that, at their ends. */
export function unchangedIn(before: string, after: string): Unchanged {
  // The engine compares parts of texts many characters at once; whether one begins with another, one by one.
  const shorter = Math.min(before.length, after.length);
  const head = most(shorter, (length) => before.slice(0, length) === after.slice(0, length));
  const tail = most(
    shorter - head,
    (length) => before.slice(before.length - length) === after.slice(after.length - length),
  );
  return { head, tail };
}

/** The greatest number up to a limit that holds, where each number below one that holds does so too. */
function most(limit: number, holds: (number: number) => boolean): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
