import { allocateBars, type BarColumns, sliceBars } from '#shared/domain/bars.ts';
import { instrument } from '../../support/bars.ts';
import { readRows } from './trade-list.ts';

const DAY = 86_400_000;

/** What the lists were made on. */
export const ETHUSDT = instrument({ symbol: 'ETHUSDT.P', quoteCurrency: 'USDT', tickSize: 0.01, lotStep: 0.0001 });

export interface Chart {
  bars: BarColumns;
  /** Dollars for a tether at each bar. */
  rates: Float64Array;
}

/**
 * The bars that a chart of TradingView showed, of fifteen minutes each: its indicators know nothing earlier.
 * @param first opening time of the first bar
 * @param last opening time of the last one, which is part of it
 */
export function readChart(first: string, last: string): Chart {
  const rows = readRows('ohlcv_ETH-USDT-USDT_15m_warmup6m.csv');
  const all = allocateBars(rows.length, 'own');
  rows.forEach((row, i) => {
    const [time, open, high, low, close, volume] = row.map(Number);
    all.time[i] = time as number;
    all.open[i] = open as number;
    all.high[i] = high as number;
    all.low[i] = low as number;
    all.close[i] = close as number;
    all.volume[i] = volume as number;
  });
  const bars = sliceBars(all, all.time.indexOf(Date.parse(first)), all.time.indexOf(Date.parse(last)) + 1);
  const ratesByDay = new Map(
    readRows('usd_per_usdt_by_exit_day.csv').map(([day = '', rate]) => [Date.parse(day), Number(rate)]),
  );
  const rates = bars.time.map((time) => ratesByDay.get(Math.floor(time / DAY) * DAY) ?? Number.NaN);
  return { bars, rates };
}
