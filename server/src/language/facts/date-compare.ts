/** How two days (`YYYY-MM-DD`) can be one day with a slip of the key. */
export type DateSlip =
  /** The year alone differs. */
  | 'year'
  /** The month alone differs. */
  | 'month'
  /** The day alone differs. */
  | 'day'
  /** Month and day have changed places. */
  | 'transposed'
  /** At most a week apart, over the end of a month. */
  | 'week';

/** Days from one day to another; negative where the second is the earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** How one day can be a slip for another; undefined for the same day and for days that differ more. */
export function slipBetween(a: string, b: string): DateSlip | undefined {
  if (a === b) return undefined;
  const [yearA, monthA, dayA] = a.split('-');
  const [yearB, monthB, dayB] = b.split('-');
  const sameYear = yearA === yearB;
  if (monthA === monthB && dayA === dayB) return 'year';
  if (sameYear && dayA === dayB) return 'month';
  if (sameYear && monthA === monthB) return 'day';
  if (sameYear && monthA === dayB && dayA === monthB) return 'transposed';
  if (Math.abs(daysBetween(a, b)) <= 7) return 'week';
  return undefined;
}

/** The same day of another year; undefined where it does not exist (29 February). */
export function inYear(iso: string, year: number): string | undefined {
  const moved = `${year}${iso.slice(4)}`;
  return new Date(Date.parse(moved)).toISOString().slice(0, 10) === moved ? moved : undefined;
}
