import { columnMemory } from '../../column-memory.ts';
import { onSource, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * The straight line that fits the last `period` values best (least squares): its height at the current bar, and its
 * slope per bar.
 *
 *   slope = Σ(k − k̄)(x − x̄) / Σ(k − k̄)²,  k = 0 (oldest) … period − 1 (newest)
 *   value = x̄ + slope · (period − 1) / 2
 *
 * First values after period − 1 bars; the period is at least 2. Sums are taken from an anchor and renewed in blocks,
 * as in `sma`.
 */
export function linearreg(source: Float64Array, period: number): RegressionColumns {
  const columns = { value: columnMemory.takeZeros(source.length), slope: columnMemory.takeZeros(source.length) };
  eachStretch([source], period - 1, [columns.value, columns.slope], (start, end) =>
    fitLines(source, period, start, end, columns.value, columns.slope),
  );
  return columns;
}

export interface RegressionColumns {
  value: Float64Array;
  slope: Float64Array;
}

function fitLines(
  source: Float64Array,
  period: number,
  start: number,
  end: number,
  values: Float64Array,
  slopes: Float64Array,
): void {
  const block = Math.max(64, period);
  const centre = (period - 1) / 2;
  const spread = (period * (period * period - 1)) / 12;
  let i = start + period - 1;
  while (i < end) {
    const anchor = source[i] as number;
    const oldest = i - period + 1;
    let sum = 0;
    let moment = 0;
    for (let j = oldest; j < i; j++) {
      const distance = (source[j] as number) - anchor;
      sum += distance;
      moment += (j - oldest - centre) * distance;
    }
    slopes[i] = moment / spread;
    values[i] = anchor + sum / period + (moment / spread) * centre;
    const blockEnd = Math.min(i + block, end);
    for (i++; i < blockEnd; i++) {
      const coming = (source[i] as number) - anchor;
      const leaving = (source[i - period] as number) - anchor;
      // The others move one place back; what left stood at −centre, what comes stands at centre.
      moment += centre * (leaving + coming) - (sum - leaving);
      sum += coming - leaving;
      const slope = moment / spread;
      slopes[i] = slope;
      values[i] = anchor + sum / period + slope * centre;
    }
  }
}

const REGRESSION_PERIOD = { ...PERIOD, default: 14, min: 2 };

/** The line's height at the current bar. */
export const LINEARREG = onSource({
  id: 'linearreg',
  params: [REGRESSION_PERIOD],
  lookback: (period) => period - 1,
  compute: (source, period) => [linearreg(source, period).value],
  source: 'Least squares; TA-Lib LINEARREG',
});

/** The line's slope per bar. */
export const LINEARREG_SLOPE = onSource({
  id: 'linearregSlope',
  params: [REGRESSION_PERIOD],
  lookback: (period) => period - 1,
  compute: (source, period) => [linearreg(source, period).slope],
  source: 'Least squares; TA-Lib LINEARREG_SLOPE',
});
