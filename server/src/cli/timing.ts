import type { CheckTimes } from '../language/checker.ts';

/**
 * The time that each rule took, the longest first, as a table of milliseconds and shares. `parse` is the reading of the
 * tree; facts are read when a rule first asks for them, so that the first of several rules that share them bears their
 * cost.
 */
export function timingReport(times: CheckTimes, letters: number): string {
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  const rows = [...times]
    .sort(([, a], [, b]) => b - a)
    .map(([id, time]) => `${time.toFixed(2).padStart(12)}  ${share(time, total).padStart(6)}  ${id}`);
  const each = letters > 0 ? `, ${(total / letters).toFixed(2)} ms a letter` : '';
  return [
    `          ms   share  rule (${letters} letter${letters === 1 ? '' : 's'}${each})`,
    ...rows,
    '',
  ].join('\n');
}

const share = (time: number, total: number): string => `${((100 * time) / (total || 1)).toFixed(1)} %`;
