/**
 * What holds while a letter is checked: the product's own, or an office's in its place. A check is one synchronous piece
 * of work, so what holds is kept here for its duration; without an office a look-up costs one comparison more.
 */
export class Scope<V extends object> {
  readonly standard: V;
  #current: V;

  /** @param standard what holds without an office */
  constructor(standard: V) {
    this.standard = standard;
    this.#current = standard;
  }

  /** What holds now. */
  get current(): V {
    return this.#current;
  }

  /** Makes `value` hold until the next call; gives what held before. */
  enter(value: V): V {
    const before = this.#current;
    this.#current = value;
    return before;
  }

  /** A look-up of something that is made once for each value, when it is first asked for. */
  per<T>(make: (value: V) => T): () => T {
    const made = new WeakMap<V, { result: T }>();
    let owner: V | undefined;
    let latest: { result: T } | undefined;
    return () => {
      if (latest && owner === this.#current) return latest.result;
      owner = this.#current;
      latest = made.get(owner);
      if (!latest) {
        latest = { result: make(owner) };
        made.set(owner, latest);
      }
      return latest.result;
    };
  }
}
