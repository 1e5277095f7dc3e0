import { CASH_ACCOUNT } from '#shared/domain/account.ts';
import { allocateBars, BAR_COLUMNS, type BarColumns } from '#shared/domain/bars.ts';
import { NO_COSTS } from '#shared/domain/costs.ts';
import type { RunTask } from '#worker/task.ts';
import { dailyBars, instrument, type Quote } from './bars.ts';

/** Bars that go up and down, in shared memory as a store loads them. */
export function waves(rows: number): BarColumns {
  const quotes = Array.from({ length: rows }, (_, row): Quote => {
    const close = Math.round(100 + 10 * Math.sin(row / 3));
    return [close, close + 2, close - 2, close + 1];
  });
  const own = dailyBars(quotes);
  const shared = allocateBars(rows, 'shared');
  for (const column of BAR_COLUMNS) shared[column].set(own[column]);
  return shared;
}

/** A run without costs, on 60 bars unless told otherwise. */
export function runTask(source: string, parts: Partial<RunTask> = {}): RunTask {
  const progress = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  new Int32Array(progress).fill(-1);
  return {
    kind: 'run',
    source,
    file: 'test.ts',
    params: {},
    series: [{ instrument: instrument(), bars: waves(60), closeOnly: false }],
    cash: 10_000,
    costs: NO_COSTS,
    account: CASH_ACCOUNT,
    semantics: 'hindcast-1',
    seed: 0,
    progress,
    ...parts,
  };
}
