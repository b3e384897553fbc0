/** Median and spread of repeated measurements. */
export interface Stats {
  median: number;
  /** Lower and upper quartile. */
  low: number;
  high: number;
  p95: number;
  least: number;
}

/** Sums up measurements; the list must not be empty. */
export function statsOf(values: readonly number[]): Stats {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number;
  return { median: at(0.5), low: at(0.25), high: at(0.75), p95: at(0.95), least: at(0) };
}

/** Milliseconds of one core that a call takes: time of this thread, which other programs do not lengthen. */
export function cpuOf(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const used = process.threadCpuUsage(before);
  return (used.user + used.system) / 1000;
}

/** Runs a piece of work for each round, after rounds that only warm up, and gives the milliseconds of each. */
export function repeat(work: () => void, rounds: number, warm: number): number[] {
  const times: number[] = [];
  for (let round = 0; round < warm + rounds; round++) {
    const time = cpuOf(work);
    if (round >= warm) times.push(time);
  }
  return times;
}

/** A number as the tables print it. */
export function show(value: number): string {
  return value >= 100
    ? Math.round(value).toLocaleString('en-US')
    : value >= 10
      ? value.toFixed(1)
      : value.toFixed(2);
}
