import { isoTime } from '#shared/domain/iso-time.ts';
import type { LoadedSeries } from '#shared/domain/series.ts';
import { lastCloses } from '#worker/timeframes/last-known.ts';
import { missingRate, rateUnknown } from '../errors.ts';

const DAY = 86_400_000;
/** Markets close over holidays, not for longer. */
const OLDEST = 10 * DAY;

/** How a pair's name gives the rate from one currency to another: as it is, or turned round. */
export function pairDirection(symbol: string, from: string, to: string): 'direct' | 'inverse' | null {
  const name = symbol
    .toUpperCase()
    .replace(/=X$/, '')
    .replace(/[^A-Z0-9]/g, '');
  if (name === from + to) return 'direct';
  return name === to + from ? 'inverse' : null;
}

/**
 * Account money for a unit of a symbol's quote currency at each bar of the run's clock: the last close of the pair
 * before the bar. Null where both are the same currency.
 * @throws HindcastError `data.missing-fx` without a series of the pair, `data.fx-unknown` where its last close is none
 * or older than ten days on a bar of the symbol
 */
export function ratesOf(
  { instrument, bars }: Pick<LoadedSeries, 'instrument' | 'bars'>,
  fx: readonly LoadedSeries[],
  currency: string,
  clock: Float64Array,
): Float64Array | null {
  const { symbol, quoteCurrency } = instrument;
  if (quoteCurrency === currency) return null;
  const pair = fx.find(({ key }) => pairDirection(key.symbol, quoteCurrency, currency) !== null);
  if (pair === undefined) throw missingRate(symbol, quoteCurrency, currency);
  const { timeframe } = pair.key;
  const rates = lastCloses(clock, { bars: pair.bars, timeframe }, OLDEST);
  if (pairDirection(pair.key.symbol, quoteCurrency, currency) === 'inverse') {
    for (let tick = 0; tick < rates.length; tick++) rates[tick] = 1 / (rates[tick] as number);
  }
  const [first = 0, last = 0] = [bars.time[0], bars.time.at(-1)];
  const isUnknown = (rate: number, tick: number) => {
    const time = clock[tick] as number;
    return time >= first && time <= last && !(rate > 0 && rate < Number.POSITIVE_INFINITY);
  };
  const unknown = rates.findIndex(isUnknown);
  if (unknown >= 0) {
    const known = rates.findIndex((rate, tick) => tick > unknown && !isUnknown(rate, tick));
    throw rateUnknown(
      pair.key.symbol,
      symbol,
      isoTime(clock[unknown] as number),
      known < 0 ? null : isoTime(clock[known] as number),
    );
  }
  return rates;
}
