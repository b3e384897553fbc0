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
  const [yearA, monthA, dayA] = [numberAt(a, 0, 4), numberAt(a, 5, 7), numberAt(a, 8, 10)];
  const [yearB, monthB, dayB] = [numberAt(b, 0, 4), numberAt(b, 5, 7), numberAt(b, 8, 10)];
  const sameYear = yearA === yearB;
  if (monthA === monthB && dayA === dayB) return 'year';
  if (sameYear && dayA === dayB) return 'month';
  if (sameYear && monthA === monthB) return 'day';
  if (sameYear && monthA === dayB && dayA === monthB) return 'transposed';
  // Letters of many dates have them compared each with each: most are told apart without a calendar, in which months
  // of 31 days are three days off at most.
  const apart = ((yearA - yearB) * 12 + monthA - monthB) * 31 + dayA - dayB;
  if (Math.abs(apart) <= 10 && Math.abs(daysBetween(a, b)) <= 7) return 'week';
  return undefined;
}

/** The number that digits at known places make. */
function numberAt(iso: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + iso.charCodeAt(i) - 48;
  return value;
}

/** The same day of another year; undefined where it does not exist (29 February). */
export function inYear(iso: string, year: number): string | undefined {
  if (iso.endsWith('-02-29') && !isLeap(year)) return undefined;
  return `${year}${iso.slice(4)}`;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
