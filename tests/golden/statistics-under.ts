import type { BarColumns } from '#shared/domain/bars.ts';
import type { Simulation } from '#worker/engine/backtest.ts';
import { type ConventionId, computeUnder } from '#worker/metrics/conventions/conventions.ts';

const DAY = 86_400_000;

/** The numbers that a tool's definitions give for a run on one symbol; durations in days. */
export function statisticsUnder(
  convention: ConventionId,
  run: Simulation,
  { time, close }: BarColumns,
  cash: number,
): Record<string, number> {
  const measured = computeUnder(convention, {
    ...run,
    buyAndHold: run.buyAndHold(),
    closes: [close],
    multipliers: [1],
    initialCash: cash,
  });
  const numbers = Object.entries(measured).map(([id, { value }]) => [id, value] as const);
  const first = time[0] as number;
  return {
    ...Object.fromEntries(numbers),
    initialCash: cash,
    bars: time.length,
    duration: ((time.at(-1) as number) - first) / DAY,
  };
}
