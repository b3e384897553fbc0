import { gather } from '../gather.ts';
import { slipBetween } from './date-compare.ts';
import type { DateFact } from './dates.ts';

/** A date with its day, in the order of a list. */
interface Entry {
  date: DateFact;
  index: number;
}

/**
 * Dates by their days. A letter of many dates has each compared with those alone whose year, or whose month and day, it
 * shares: any slip of the key leaves one of them, but that into the week of a new year.
 */
export class DaySlips {
  readonly #byDay = new Map<string, Entry[]>();
  /** Days by year, and by month and day. */
  readonly #alike = new Map<string, string[]>();
  readonly #slips = new Map<string, readonly string[]>();

  constructor(dates: readonly DateFact[]) {
    for (const [index, date] of dates.entries()) {
      const { iso } = date;
      if (iso === undefined) continue;
      const entry = { date, index };
      const same = this.#byDay.get(iso);
      if (same) {
        same.push(entry);
        continue;
      }
      this.#byDay.set(iso, [entry]);
      for (const part of [iso.slice(0, 4), iso.slice(4)]) {
        const days = this.#alike.get(part);
        if (days) days.push(iso);
        else this.#alike.set(part, [iso]);
      }
    }
  }

  /** The dates whose day can be a slip for a day, or it for theirs, in the order of the list. */
  near(iso: string): DateFact[] {
    return this.before(Number.POSITIVE_INFINITY, iso);
  }

  /** As {@link near}, of the dates before an index of the list. */
  before(index: number, iso: string): DateFact[] {
    const found = gather(this.daysFor(iso), (day) => this.#on(day).filter((entry) => entry.index < index));
    return found.sort((a, b) => a.index - b.index).map(({ date }) => date);
  }

  /** The dates of a day. */
  on(day: string): DateFact[] {
    return this.#on(day).map(({ date }) => date);
  }

  #on(day: string): readonly Entry[] {
    return this.#byDay.get(day) ?? [];
  }

  /** The days of the list that can be a slip for a day, or it for them. */
  daysFor(iso: string): readonly string[] {
    let days = this.#slips.get(iso);
    if (!days) {
      const year = Number(iso.slice(0, 4));
      const parts = [iso.slice(0, 4), iso.slice(4)];
      if (iso.slice(5, 7) === '01') parts.push(String(year - 1));
      if (iso.slice(5, 7) === '12') parts.push(String(year + 1));
      const alike = new Set(gather(parts, (part) => this.#alike.get(part) ?? []));
      days = [...alike].filter((day) => slipBetween(iso, day) !== undefined);
      this.#slips.set(iso, days);
    }
    return days;
  }
}
