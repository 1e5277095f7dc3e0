import { allocateBars, type BarColumns } from '#shared/domain/bars.ts';
import { type Instrument, instrumentSchema } from '#shared/domain/instrument.ts';

const DAY = 86_400_000;

/** Open, high, low, close. */
export type Quote = readonly [number, number, number, number];

/** Daily bars from 2024-01-01 on. */
export function dailyBars(quotes: readonly Quote[], firstTime = Date.UTC(2024, 0, 1)): BarColumns {
  return barsFrom(quotes, firstTime, DAY);
}

/** Bars that follow each other without a gap. */
export function barsFrom(quotes: readonly Quote[], firstTime: number, length: number): BarColumns {
  const bars = allocateBars(quotes.length, 'own');
  quotes.forEach(([open, high, low, close], row) => {
    bars.time[row] = firstTime + row * length;
    bars.open[row] = open;
    bars.high[row] = high;
    bars.low[row] = low;
    bars.close[row] = close;
    bars.volume[row] = 1_000;
  });
  return bars;
}

export function instrument(overrides: Partial<Instrument> = {}): Instrument {
  return instrumentSchema.parse({ symbol: 'TEST', ...overrides });
}
