import type { Fraction } from '#shared/domain/units.ts';
import { mean, standardDeviation } from '../../metrics/statistics/moments.ts';

/** What kind of market a period was in, as far as it was known when the period began. */
export const REGIMES = ['rising, calm', 'rising, wild', 'falling, calm', 'falling, wild'] as const;
export type Regime = (typeof REGIMES)[number];

/** How a strategy did in one kind of market. */
export interface RegimeFigures {
  readonly regime: Regime;
  readonly periods: number;
  /** Of all periods whose regime is known. */
  readonly share: Fraction;
  /** For one period. */
  readonly meanReturn: Fraction;
  /** Of one period; NaN where returns don't vary or there are fewer than two. */
  readonly sharpe: number;
  /** Of the strategy's whole growth (the sum of logarithms): what came from here; NaN where there was none. */
  readonly contribution: Fraction;
}

const TREND = 200;
const VOLATILITY = 20;

/**
 * The regime of each period: rising when the close before it was above its average of the last 200, wild when the
 * volatility of the 20 returns before it was above the median of what had been seen until then.
 *
 * @param closes of the market, one for each period
 * @returns places in `REGIMES`, −1 while there is too little to tell
 */
export function regimesOf(closes: Float64Array): Int8Array {
  const regimes = new Int8Array(closes.length).fill(-1);
  const returns = Float64Array.from(closes, (close, t) =>
    t === 0 ? Number.NaN : close / (closes[t - 1] as number) - 1,
  );
  const seen: number[] = [];
  for (let t = VOLATILITY + 1; t < closes.length; t++) {
    const volatility = standardDeviation(returns.subarray(t - VOLATILITY, t), 1);
    insert(seen, volatility);
    if (t < TREND) continue;
    const isFalling = (closes[t - 1] as number) <= mean(closes.subarray(t - TREND, t));
    const isWild = volatility > (seen[(seen.length - 1) >> 1] as number);
    regimes[t] = (isFalling ? 2 : 0) + (isWild ? 1 : 0);
  }
  return regimes;
}

/**
 * A strategy's returns told apart by regime.
 *
 * @param returns one for each regime, of the same periods
 */
export function byRegime(returns: Float64Array, regimes: Int8Array): RegimeFigures[] {
  const known = regimes.filter((regime) => regime >= 0).length;
  const growth = (values: Float64Array) => values.reduce((sum, value) => sum + Math.log1p(Math.max(-1, value)), 0);
  const whole = growth(returns.filter((_, t) => (regimes[t] ?? -1) >= 0));
  return REGIMES.map((regime, place) => {
    const own = returns.filter((_, t) => regimes[t] === place);
    const deviation = standardDeviation(own, 1);
    return {
      regime,
      periods: own.length,
      share: known === 0 ? 0 : own.length / known,
      meanReturn: mean(own),
      sharpe: deviation > 0 ? mean(own) / deviation : Number.NaN,
      contribution: whole === 0 ? Number.NaN : growth(own) / whole,
    };
  });
}

/** Puts a value where it belongs in an ascending list. */
function insert(sorted: number[], value: number): void {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] as number) < value) from = middle + 1;
    else to = middle;
  }
  sorted.splice(from, 0, value);
}
