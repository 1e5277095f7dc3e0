import type { Manifest, UsedSeries } from '#shared/domain/manifest.ts';
import type { LoadedSeries } from '#shared/domain/series.ts';
import type { MarketStore } from '../../market/store/market-store.ts';
import type { RunInput, RunInputs } from './run-inputs.ts';

/**
 * Reads what a run has read, bar for bar.
 * @param changed the error for a series whose bars are no longer those that the run saw
 */
export function reloadInputs(
  market: MarketStore,
  { data, fx = [] }: Manifest,
  changed: (used: UsedSeries) => Error,
): RunInputs {
  const read = (used: UsedSeries) => reloadSeries(market, used, changed);
  const readIfUsed = (used: UsedSeries | undefined) => (used === undefined ? null : read(used));
  return {
    series: data.map(
      (used): RunInput => ({
        ...read(used),
        // The run is repeated with the instrument as it was then.
        instrument: used.instrument,
        isDelisted: used.delisted === true,
        actions: used.actions ?? [],
        finer: readIfUsed(used.finer),
        spread: readIfUsed(used.spread),
        funding: readIfUsed(used.funding),
      }),
    ),
    fx: fx.map(read),
  };
}

/** Reads one series, bar for bar as a run has read it. */
export function reloadSeries(
  market: MarketStore,
  used: UsedSeries,
  changed: (used: UsedSeries) => Error,
): LoadedSeries {
  const loaded = market.load(used, { from: used.firstTime, to: used.lastTime });
  if (loaded.hash !== used.sha256) throw changed(used);
  return loaded;
}
