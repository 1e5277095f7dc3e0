import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { type Indicator, onBars } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/** The prices of some bars in a row, oldest first, as the library reads them. */
export interface Candles {
  open: number[];
  high: number[];
  low: number[];
  close: number[];
}

interface Pattern {
  id: string;
  /** Bars that it consists of: as many candles as the library is shown. */
  bars: number;
  bullish?(candles: Candles): boolean;
  bearish?(candles: Candles): boolean;
  source: string;
}

/** Bars before a pattern whose mean range says which of its prices are nearly equal. */
const USUAL = 10;
/** To the library prices are nearly equal that differ by 0.1 %: at this level, by a tenth of the unit. */
const LEVEL = 100;

/**
 * A candlestick pattern that the order of its prices tells: 1 on the bar that completes a bullish one, −1 on the bar
 * that completes a bearish one, else 0. First value after bars − 1 bars.
 */
export function pattern(definition: Pattern): Indicator {
  return recognised(definition, 0);
}

/**
 * A candlestick pattern in which some prices are nearly equal: they differ by no more than about a tenth of the mean
 * range (high − low) of the ten bars before the pattern, TA-Lib's measure of a doji. First value after bars + 9 bars; 0
 * where the ten bars had no range.
 *
 * The library's own measure, 0.1 % of the price, suits few markets: on hourly EUR/USD nine bars of ten would have no
 * shadows. So it is shown prices in units of the mean range, at a level where its measure is a tenth.
 */
export function measuredPattern(definition: Pattern): Indicator {
  return recognised(definition, USUAL);
}

/** @param usual bars before the pattern that measure it; 0 when it isn't measured */
function recognised(definition: Pattern, usual: number): Indicator {
  const { id, bars, source } = definition;
  const lookback = usual + bars - 1;
  return onBars({
    id,
    params: [],
    lookback: () => lookback,
    compute(columns) {
      const { open, high, low, close } = columns;
      const out = columnMemory.takeZeros(close.length);
      const candles = { open: zeros(bars), high: zeros(bars), low: zeros(bars), close: zeros(bars) };
      eachStretch([open, high, low, close], lookback, [out], (start, end) => {
        for (let i = start + lookback; i < end; i++) {
          const first = i - bars + 1;
          const unit = usual === 0 ? 1 : meanRange(columns, first - usual, first);
          const origin = usual === 0 ? 0 : (low[first] as number) - LEVEL * unit;
          show(columns, first, origin, unit, candles);
          out[i] = unit > 0 ? direction(definition, candles) : 0;
        }
      });
      return [out];
    },
    source: `${source}; technicalindicators`,
  });
}

function meanRange({ high, low }: BarColumns, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += (high[i] as number) - (low[i] as number);
  return sum / (end - start);
}

function show({ open, high, low, close }: BarColumns, first: number, origin: number, unit: number, to: Candles): void {
  for (let k = 0; k < to.close.length; k++) {
    to.open[k] = ((open[first + k] as number) - origin) / unit;
    to.high[k] = ((high[first + k] as number) - origin) / unit;
    to.low[k] = ((low[first + k] as number) - origin) / unit;
    to.close[k] = ((close[first + k] as number) - origin) / unit;
  }
}

function direction({ bullish, bearish }: Pattern, candles: Candles): 1 | -1 | 0 {
  if (bullish?.(candles)) return 1;
  return bearish?.(candles) ? -1 : 0;
}

const zeros = (length: number): number[] => new Array<number>(length).fill(0);
