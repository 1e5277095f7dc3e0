import { leveragedMargin, negativeSpread, noSpreadSeries, noTickSize, noVolume } from '../errors.ts';
import type { RunRequest } from '../run-service.ts';
import type { RunInput } from './run-inputs.ts';

/**
 * What the costs and the account's terms ask of the data.
 * @throws HindcastError `usage.*` or `data.*` where it isn't there
 */
export function requireTerms({ costs, account }: RunRequest, series: readonly RunInput[]): void {
  const initial = 1 / account.leverage;
  if (account.maintenanceMargin > initial) throw leveragedMargin(account.leverage, account.maintenanceMargin);
  for (const { instrument, bars, spread } of series) {
    const { symbol, tickSize } = instrument;
    if (costs.slippage.model === 'ticks' && tickSize === 0) throw noTickSize(symbol);
    if (costs.spread.model === 'series' && spread === null) throw noSpreadSeries(symbol);
    if (spread?.bars.close.some((points) => points < 0)) throw negativeSpread(spread.key.symbol);
    const isVolumeNeeded = costs.slippage.model === 'volume-share' || account.participation !== null;
    if (isVolumeNeeded && bars.volume.every(Number.isNaN)) throw noVolume(symbol);
  }
}
