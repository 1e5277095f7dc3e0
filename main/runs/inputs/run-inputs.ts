import type { CorporateAction } from '#shared/domain/corporate-action.ts';
import type { TradedSeries, UsedSeries } from '#shared/domain/manifest.ts';
import type { LoadedSeries } from '#shared/domain/series.ts';
import { mergeClocks } from '#worker/engine/clock.ts';
import type { RunSeries, RunTask } from '#worker/task.ts';
import { closesAround } from '#worker/timeframes/last-known.ts';
import { ratesOf } from './exchange-rates.ts';

/** One symbol of a run, with all that was read for it. */
export interface RunInput extends LoadedSeries {
  /** Its last bar is the last that was ever traded. */
  isDelisted: boolean;
  /** In the order of their times. */
  actions: readonly CorporateAction[];
  finer: LoadedSeries | null;
  spread: LoadedSeries | null;
  funding: LoadedSeries | null;
}

/** Everything that a run reads. */
export interface RunInputs {
  series: readonly RunInput[];
  fx: readonly LoadedSeries[];
}

/** How a manifest names what was read. */
export function usedSeries({ key, hash, bars }: LoadedSeries): UsedSeries {
  const { symbol, timeframe, source } = key;
  const { time } = bars;
  return {
    symbol,
    timeframe,
    source,
    sha256: hash,
    rows: time.length,
    firstTime: time[0] as number,
    lastTime: time.at(-1) as number,
  };
}

export function tradedSeries(input: RunInput): TradedSeries {
  const { instrument, isDelisted, actions, finer, spread, funding } = input;
  return {
    ...usedSeries(input),
    instrument,
    ...(isDelisted && { delisted: true }),
    ...(actions.length > 0 && { actions: [...actions] }),
    ...(finer !== null && { finer: usedSeries(finer) }),
    ...(spread !== null && { spread: usedSeries(spread) }),
    ...(funding !== null && { funding: usedSeries(funding) }),
  };
}

/** What the engine gets of it. */
export function taskInputs({ series, fx }: RunInputs, currency: string): Pick<RunTask, 'series' | 'rates'> {
  const clock = mergeClocks(series.map(({ bars }) => bars));
  return { series: series.map(taskSeries), rates: series.map((one) => ratesOf(one, fx, currency, clock.time)) };
}

function taskSeries(input: RunInput): RunSeries {
  const { instrument, bars, closeOnly, hash, actions, isDelisted, finer, spread, funding } = input;
  return {
    instrument,
    bars,
    closeOnly,
    hash,
    actions,
    isDelisted,
    finer: finer?.bars ?? null,
    quotedSpread: spread && closesAround(bars.time, { bars: spread.bars, timeframe: spread.key.timeframe }),
    funding: funding && { time: funding.bars.time, rate: funding.bars.close },
  };
}
