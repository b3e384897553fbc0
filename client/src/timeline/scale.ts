/** The time axis: proportional where events lie close together, with long empty stretches cut short. */

/** How a stretch between two days is drawn. */
export interface Stretch {
  days: number;
  /** Length on the axis, in pixels. */
  length: number;
  /** Whether it is cut short and says so. */
  collapsed: boolean;
}

/** Shortest and longest proportional stretch, and that of a collapsed one, in pixels. */
const SHORTEST = 18;
const LONGEST = 96;
const COLLAPSED = 60;
/** A stretch is collapsed when it is longer than this many times the median, and than this many days. */
const TIMES_MEDIAN = 6;
const MANY_DAYS = 45;

/**
 * Lengths of the stretches between days in order of time.
 * @param gaps whole days between each day and the one before
 */
export function stretches(gaps: readonly number[]): Stretch[] {
  const sorted = [...gaps].sort((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const limit = Math.max(MANY_DAYS, median * TIMES_MEDIAN);
  const longest = Math.max(...gaps.filter((days) => days <= limit), 1);
  // One scale for all that is not collapsed, so that twice the time is twice the length.
  const perDay = (LONGEST - SHORTEST) / longest;
  return gaps.map((days) => {
    const collapsed = days > limit;
    return { days, collapsed, length: collapsed ? COLLAPSED : Math.round(SHORTEST + days * perDay) };
  });
}

const MONTH_DAYS = 365.25 / 12;

/** A span of days in words that people use: "1 day", "26 days", "5 months", "2 years 3 months". */
export function spanInWords(days: number): string {
  const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
  if (days < 92) return plural(days, 'day');
  const months = Math.round(days / MONTH_DAYS);
  if (months < 24) return `${plural(days, 'day')} (${plural(months, 'month')})`;
  const years = Math.floor(months / 12);
  const rest = months % 12;
  return rest === 0 ? plural(years, 'year') : `${plural(years, 'year')} ${plural(rest, 'month')}`;
}
