import { readFileSync } from 'node:fs';
import { CASH_ACCOUNT } from '#shared/domain/account.ts';
import type { BarColumns } from '#shared/domain/bars.ts';
import { NO_COSTS } from '#shared/domain/costs.ts';
import { instrumentSchema } from '#shared/domain/instrument.ts';
import type { RunTask } from '#worker/task.ts';

/**
 * Moving averages crossing, all-in, whole units. At an ordinary 0.1 % commission the account would be broke after a
 * quarter of a million one-minute bars, and an engine that has stopped would be measured.
 */
export const SMA_CROSS = { fast: 10, slow: 30, cash: 1_000_000, commission: 0.00001 } as const;

/** Every fast period from 2 on with every slow one above them, over the first bars of the series. */
export interface SweepSize {
  bars: number;
  fasts: number;
  slows: number;
}

/** The event workload: one run of examples/sma-cross.ts, as the app would send it to a worker. */
export function smaCrossTask(bars: BarColumns): RunTask {
  return exampleTask('examples/sma-cross.ts', bars);
}

/** The same rules as signals, for the kernel: examples/sma-signals.ts. */
export function smaSignalsTask(bars: BarColumns): RunTask {
  return exampleTask('examples/sma-signals.ts', bars);
}

/** The parameters of a sweep, the slow period changing fastest. */
export function sweepSets({ fasts, slows }: Pick<SweepSize, 'fasts' | 'slows'>): { fast: number; slow: number }[] {
  return Array.from({ length: fasts * slows }, (_, pair) => ({
    fast: 2 + Math.floor(pair / slows),
    slow: 2 + fasts + (pair % slows),
  }));
}

function exampleTask(file: string, bars: BarColumns): RunTask {
  const { fast, slow, cash, commission } = SMA_CROSS;
  return {
    kind: 'run',
    file,
    source: readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'),
    params: { fast, slow },
    // Without a hash indicators aren't remembered from run to run: every run works out its averages, as the C does.
    series: [{ instrument: instrumentSchema.parse({ symbol: 'SYNTH' }), bars, closeOnly: false }],
    cash,
    account: CASH_ACCOUNT,
    semantics: 'hindcast-1',
    costs: { ...NO_COSTS, commission: { model: 'percent', fraction: commission } },
    seed: 0,
    progress: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
  };
}
