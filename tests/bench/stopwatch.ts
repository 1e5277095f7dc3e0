/** What some work took. CPU counts every thread of its process, so also compiling and collecting garbage. */
export interface Took {
  cpuSeconds: number;
  wallSeconds: number;
}

/** Starts measuring; the function it returns reads what passed since. */
export function startStopwatch(): () => Took {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { cpuSeconds: (user + system) / 1e6, wallSeconds: (performance.now() - wall) / 1e3 };
  };
}

/** The median of each figure by itself. */
export function medianTook(all: readonly Took[]): Took {
  return {
    cpuSeconds: median(all.map((one) => one.cpuSeconds)),
    wallSeconds: median(all.map((one) => one.wallSeconds)),
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? Number.NaN;
  const lower = sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
  return (lower + upper) / 2;
}
