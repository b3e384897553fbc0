/**
 * What `list.flatMap(read)` gives for a read that gives lists: the engine's own makes several slow calls for each
 * element, and facts and rules gather from lists all the time.
 */
export function gather<T, U>(list: readonly T[], read: (item: T, index: number) => readonly U[]): U[] {
  const gathered: U[] = [];
  for (let index = 0; index < list.length; index++) {
    const found = read(list[index] as T, index);
    // By index: for lists of many kinds the engine makes an iterator, and an object for each step.
    for (let at = 0; at < found.length; at++) gathered.push(found[at] as U);
  }
  return gathered;
}

/** The things of a list by a key of theirs, in order of their first. */
export function grouped<T, K>(list: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
