import type { Place, Range } from './nodes.ts';

/** Turns offsets of one source into unist points (line and column from 1). */
export class Locator {
  readonly #starts: readonly number[];
  #last = 0;

  /** @param starts Offset at which each line begins. */
  constructor(starts: readonly number[]) {
    this.#starts = starts;
  }

  /** Point of an offset. Neighbouring look-ups are cheap, as a parser makes them. */
  point(offset: number): Place {
    const starts = this.#starts;
    let line = this.#last;
    const here = starts[line] as number;
    const next = starts[line + 1];
    if (offset < here || (next !== undefined && offset >= next)) {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((starts[middle] as number) <= offset) low = middle + 1;
        else high = middle;
      }
      line = Math.max(0, low - 1);
      this.#last = line;
    }
    return { line: line + 1, column: offset - (starts[line] as number) + 1, offset };
  }

  position(start: number, end: number): Range {
    return { start: this.point(start), end: this.point(end) };
  }
}
