import { allocateBars, type BarColumns } from '#shared/domain/bars.ts';
import { mulberry32 } from '#worker/engine/random.ts';

const MINUTE = 60_000;
const FIRST_TIME = Date.UTC(2015, 0, 1);
const FIRST_PRICE = 100;
/** Of one minute: standard deviation of the price, of the gap between two bars, and the mean, as fractions. */
const VOLATILITY = 0.0005;
const GAP = 0.00005;
const DRIFT = 0.0000002;
const STEPS = 4;

/**
 * One-minute bars of a random walk with four decimals, in shared memory; the first bars of a longer series are the
 * shorter series. Only + − × ÷ and floor are used, so every machine makes the same bars, bit for bit.
 */
export function syntheticBars(rows: number): BarColumns {
  const bars = allocateBars(rows, 'shared');
  const random = mulberry32(42);
  let price = FIRST_PRICE;
  for (let row = 0; row < rows; row++) {
    price *= 1 + GAP * normal(random);
    const open = price;
    let high = price;
    let low = price;
    for (let step = 0; step < STEPS; step++) {
      price *= 1 + (DRIFT / STEPS + (VOLATILITY / 2) * normal(random));
      if (price > high) high = price;
      if (price < low) low = price;
    }
    bars.time[row] = FIRST_TIME + row * MINUTE;
    bars.open[row] = fourDecimals(open);
    bars.high[row] = fourDecimals(high);
    bars.low[row] = fourDecimals(low);
    bars.close[row] = fourDecimals(price);
    bars.volume[row] = Math.floor(100 + 900 * random());
  }
  return bars;
}

/** The sum of twelve uniform numbers less six: nearly normal, mean 0, variance 1 (Irwin–Hall). */
function normal(random: () => number): number {
  let sum = 0;
  for (let draw = 0; draw < 12; draw++) sum += random();
  return sum - 6;
}

function fourDecimals(price: number): number {
  return Math.floor(price * 10_000 + 0.5) / 10_000;
}
