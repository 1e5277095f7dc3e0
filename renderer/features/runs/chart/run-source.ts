import type { Timeframe } from '#shared/domain/timeframe.ts';
import { TIMEFRAMES } from '#shared/domain/timeframe.ts';
import type { client as hostClient } from '../../../app/api/client.ts';
import { viewportOfBars, viewportOfEquity } from '../../../charts/viewport/from-contract.ts';
import type { ViewportSource } from '../../../charts/viewport/viewport-source.ts';

type Runs = Pick<typeof hostClient.runs, 'barViewport' | 'markers' | 'linesViewport' | 'equityViewport' | 'rowAt'>;

export interface ShownRun {
  readonly id: string;
  readonly bars: number;
  readonly timeframe: Timeframe;
}

/**
 * The bars of one symbol as the run saw them, with its fills.
 * @param hasLines whether the strategy's lines of the symbol are there to be asked for
 */
export function barSource(runs: Runs, run: ShownRun, symbol: string, hasLines: boolean): ViewportSource {
  return {
    ...frameOf(runs, run),
    series: `${run.id} ${symbol}`,
    async query(query, signal) {
      const asked = { run: run.id, symbol, ...query };
      const [answer, markers, lines] = await Promise.all([
        runs.barViewport(asked, { signal }),
        runs.markers(asked, { signal }),
        hasLines ? runs.linesViewport(asked, { signal }) : undefined,
      ]);
      return viewportOfBars(answer, markers, lines);
    },
  };
}

/** Equity, what buying and holding would have made, and the drawdown. */
export function equitySource(runs: Runs, run: ShownRun): ViewportSource {
  return {
    ...frameOf(runs, run),
    async query(query, signal) {
      return viewportOfEquity(await runs.equityViewport({ run: run.id, ...query }, { signal }));
    },
  };
}

function frameOf(runs: Runs, { id, bars, timeframe }: ShownRun): Omit<ViewportSource, 'query'> {
  return {
    totalRows: bars,
    barLength: TIMEFRAMES[timeframe],
    async rowAt(time, signal) {
      return (await runs.rowAt({ run: id, time }, { signal })).row;
    },
  };
}
