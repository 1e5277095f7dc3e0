import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BarColumns } from '#shared/domain/bars.ts';
import { type Candle, PATTERNS, patternMarks } from './candlestick/definitions.fixture.ts';
import { INDICATORS } from './catalogue.ts';
import { computeOn, randomBars, randomParams } from './market.fixture.ts';
import { rsi as kernelRsi } from './momentum/rsi.ts';

/**
 * Every indicator once more, as its definition reads: slow, on plain arrays, each window by itself. The arrays hold
 * values only, no leading NaNs; what belongs to the same bar is found by lining them up at the last one.
 */
type Column = number[];
type Reference = (bars: Plain, ...params: number[]) => Column[];
interface Plain {
  time: Column;
  open: Column;
  high: Column;
  low: Column;
  close: Column;
  volume: Column;
}

const sum = (values: Column) => values.reduce((total, value) => total + value, 0);
const mean = (values: Column) => sum(values) / values.length;
const windows = (x: Column, period: number, of: (window: Column) => number): Column =>
  x.slice(period - 1).map((_, i) => of(x.slice(i, i + period)));
const changes = (x: Column, bars = 1): Column => x.slice(bars).map((value, i) => value - (x[i] as number));
/** Two columns that end on the same bar, value by value. */
const combine = (a: Column, b: Column, of: (a: number, b: number) => number): Column => {
  const length = Math.min(a.length, b.length);
  const [left, right] = [a.slice(a.length - length), b.slice(b.length - length)];
  return left.map((value, i) => of(value, right[i] as number));
};
const minus = (a: Column, b: Column) => combine(a, b, (x, y) => x - y);
const ratio = (part: number, whole: number, otherwise: number) => (whole === 0 ? otherwise : part / whole);

const sma = (x: Column, period: number) => windows(x, period, mean);
const highest = (x: Column, period: number) => windows(x, period, (window) => Math.max(...window));
const lowest = (x: Column, period: number) => windows(x, period, (window) => Math.min(...window));
/** Exponential smoothing behind a seed. */
const smoothed = (x: Column, seedLength: number, step: number): Column => {
  if (x.length < seedLength) return [];
  const out = [mean(x.slice(0, seedLength))];
  for (const value of x.slice(seedLength)) out.push((1 - step) * (out.at(-1) as number) + step * value);
  return out;
};
const ema = (x: Column, period: number) => smoothed(x, period, 2 / (period + 1));
const wilder = (x: Column, period: number) => smoothed(x, period, 1 / period);
const stddev = (x: Column, period: number) =>
  windows(x, period, (window) => {
    const centre = mean(window);
    return new Set(window).size === 1 ? 0 : Math.sqrt(mean(window.map((value) => (value - centre) ** 2)));
  });
const quantile = (x: Column, period: number, fraction: number) =>
  windows(x, period, (window) => {
    const sorted = window.toSorted((a, b) => a - b);
    const position = fraction * (period - 1);
    const [low, high] = [sorted[Math.floor(position)] as number, sorted[Math.ceil(position)] as number];
    return low + (high - low) * (position % 1);
  });
const roc = (x: Column, period: number) =>
  combine(x.slice(period), x.slice(0, -period), (now, old) => 100 * (now / old - 1));
const averageMove = (x: Column, period: number, sign: 1 | -1) =>
  wilder(
    changes(x).map((change) => Math.max(0, sign * change)),
    period,
  );
const rsi = (x: Column, period: number) =>
  combine(averageMove(x, period, 1), averageMove(x, period, -1), (gain, loss) => 100 * ratio(gain, gain + loss, 0.5));
const line = (window: Column) => {
  const centre = (window.length - 1) / 2;
  const slope = sum(window.map((value, k) => (k - centre) * value)) / sum(window.map((_, k) => (k - centre) ** 2));
  return { slope, value: mean(window) + slope * centre };
};
const place = (value: Column, high: Column, low: Column, period: number, rounding = 0) => {
  const bottoms = lowest(low, period);
  const ranges = minus(highest(high, period), bottoms);
  return combine(minus(value, bottoms), ranges, (above, range) => (range <= rounding ? 50 : (100 * above) / range));
};
const typical = ({ high, low, close }: Plain) =>
  close.map((last, i) => ((high[i] as number) + (low[i] as number) + last) / 3);
const trueRange = ({ high, low, close }: Plain) =>
  close.slice(1).map((_, i) => {
    const [top, bottom, before] = [high[i + 1] as number, low[i + 1] as number, close[i] as number];
    return Math.max(top - bottom, Math.abs(top - before), Math.abs(bottom - before));
  });
const middle = ({ high, low }: Plain, period: number) =>
  combine(highest(high, period), lowest(low, period), (top, bottom) => (top + bottom) / 2);
const ad = ({ high, low, close, volume }: Plain) => {
  let total = 0;
  return close.map((last, i) => {
    const [top, bottom] = [high[i] as number, low[i] as number];
    total += ratio((2 * last - top - bottom) * (volume[i] as number), top - bottom, 0);
    return total;
  });
};
const around = (centre: Column, width: Column): Column[] => [
  combine(centre, width, (x, w) => x + w),
  centre,
  combine(centre, width, (x, w) => x - w),
];

const REFERENCES: Record<string, Reference> = {
  sma: ({ close }, period = 0) => [sma(close, period)],
  ema: ({ close }, period = 0) => [ema(close, period)],
  wma: ({ close }, period = 0) => [
    windows(close, period, (w) => sum(w.map((x, k) => (k + 1) * x)) / sum(w.map((_, k) => k + 1))),
  ],
  wema: ({ close }, period = 0) => [wilder(close, period)],
  dema: ({ close }, period = 0) => {
    const once = ema(close, period);
    return [combine(once, ema(once, period), (a, b) => 2 * a - b)];
  },
  tema: ({ close }, period = 0) => {
    const once = ema(close, period);
    const twice = ema(once, period);
    return [combine(minus(once, twice), ema(twice, period), (difference, thrice) => 3 * difference + thrice)];
  },
  trima: ({ close }, period = 0) => [
    windows(close, period, (w) => {
      const weights = w.map((_, k) => Math.min(k + 1, period - k));
      return sum(w.map((x, k) => x * (weights[k] as number))) / sum(weights);
    }),
  ],
  // (1 + v)·E − v·E² applied three times, multiplied out in powers of the smoothing E.
  t3: ({ close }, period = 0, v = 0) => {
    const e3 = ema(ema(ema(close, period), period), period);
    const [e4, e5] = [ema(e3, period), ema(ema(e3, period), period)];
    const inner = combine(e3, e4, (a, b) => (1 + v) ** 3 * a - 3 * (1 + v) ** 2 * v * b);
    return [
      combine(
        inner,
        combine(e5, ema(e5, period), (a, b) => 3 * (1 + v) * v ** 2 * a - v ** 3 * b),
        (a, b) => a + b,
      ),
    ];
  },
  kama: ({ close }, period = 0, fast = 0, slow = 0) => {
    let average = close[period - 1] as number;
    return [
      close.slice(period).map((value, i) => {
        const path = close.slice(i, i + period + 1);
        const efficiency = ratio(Math.abs(value - (path[0] as number)), sum(changes(path).map(Math.abs)), 1);
        const step = (efficiency * (2 / (fast + 1) - 2 / (slow + 1)) + 2 / (slow + 1)) ** 2;
        average += step * (value - average);
        return average;
      }),
    ];
  },
  rsi: ({ close }, period = 0) => [rsi(close, period)],
  averageGain: ({ close }, period = 0) => [averageMove(close, period, 1)],
  averageLoss: ({ close }, period = 0) => [averageMove(close, period, -1)],
  cmo: ({ close }, period = 0) => [rsi(close, period).map((value) => 2 * value - 100)],
  macd: ({ close }, fast = 0, slow = 0, signal = 0) => {
    const longest = Math.max(fast, slow);
    const macd = minus(ema(close.slice(longest - fast), fast), ema(close.slice(longest - slow), slow));
    return [macd, ema(macd, signal), minus(macd, ema(macd, signal))];
  },
  ppo: ({ close }, fast = 0, slow = 0) => [combine(ema(close, fast), ema(close, slow), (a, b) => 100 * (a / b - 1))],
  stoch: ({ close, high, low }, kPeriod = 0, slowing = 0, dPeriod = 0) => {
    const k = sma(place(close, high, low, kPeriod), slowing);
    return [k, sma(k, dPeriod)];
  },
  stochrsi: ({ close }, period = 0, kPeriod = 0, dPeriod = 0) => {
    // From the indicator itself: a tiny range of the RSI magnifies the difference in rounding between the two.
    const strength = [...kernelRsi(Float64Array.from(close), period)].slice(period);
    const k = place(strength, strength, strength, kPeriod, 1e-10);
    return [k, sma(k, dPeriod)];
  },
  willr: ({ close, high, low }, period = 0) => [place(close, high, low, period).map((value) => value - 100)],
  cci: (bars, period = 0) => [
    windows(typical(bars), period, (w) => {
      const centre = mean(w);
      const deviation = mean(w.map((x) => Math.abs(x - centre)));
      return deviation <= 4 * Number.EPSILON * centre ? 0 : ((w.at(-1) as number) - centre) / (0.015 * deviation);
    }),
  ],
  roc: ({ close }, period = 0) => [roc(close, period)],
  mom: ({ close }, period = 0) => [changes(close, period)],
  trix: ({ close }, period = 0) => {
    return [roc(ema(ema(ema(close, period), period), period), 1)];
  },
  kst: ({ close }, ...periods) => {
    const [signal = 0] = periods.slice(8);
    const parts = periods.slice(0, 4).map((period, k) => sma(roc(close, period), periods[k + 4] as number));
    const kst = parts
      .map((part, k) => part.map((value) => (k + 1) * value))
      .reduce((total, part) => combine(total, part, (a, b) => a + b));
    return [kst, sma(kst, signal)];
  },
  ao: (bars, fast = 0, slow = 0) => [minus(sma(middle(bars, 1), fast), sma(middle(bars, 1), slow))],
  ultosc: (bars, short = 0, medium = 0, long = 0) => {
    const { close, low } = bars;
    const pressure = close.slice(1).map((last, i) => last - Math.min(low[i + 1] as number, close[i] as number));
    const share = (period: number) =>
      combine(windows(pressure, period, sum), windows(trueRange(bars), period, sum), (a, b) => ratio(a, b, 0.5));
    const weighted = combine(share(short), share(medium), (a, b) => 4 * a + 2 * b);
    return [combine(weighted, share(long), (a, b) => (100 * (a + b)) / 7)];
  },
  trueRange: (bars) => [trueRange(bars)],
  atr: (bars, period = 0) => [wilder(trueRange(bars), period)],
  natr: (bars, period = 0) => [
    combine(wilder(trueRange(bars), period), bars.close, (range, last) => (100 * range) / last),
  ],
  bbands: ({ close }, period = 0, deviations = 0) =>
    around(
      sma(close, period),
      stddev(close, period).map((sigma) => deviations * sigma),
    ),
  keltner: (bars, period = 0, multiplier = 0, atrPeriod = 0) =>
    around(
      ema(bars.close, period),
      wilder(trueRange(bars), atrPeriod).map((range) => multiplier * range),
    ),
  donchian: (bars, period = 0) => [highest(bars.high, period), middle(bars, period), lowest(bars.low, period)],
  adx: (bars, period = 0) => {
    const moves = combine(changes(bars.high), changes(bars.low), (up, down) => (up > -down ? Math.max(up, 0) : 0));
    const falls = combine(changes(bars.high), changes(bars.low), (up, down) => (-down > up ? Math.max(-down, 0) : 0));
    const total = (x: Column) => {
      let value = sum(x.slice(0, period - 1));
      return x.slice(period - 1).map((next) => {
        value = value * (1 - 1 / period) + next;
        return value;
      });
    };
    const ranges = total(trueRange(bars));
    const plus = combine(total(moves), ranges, (move, range) => 100 * ratio(move, range, 0));
    const minusDi = combine(total(falls), ranges, (move, range) => 100 * ratio(move, range, 0));
    const dx = combine(plus, minusDi, (a, b) => ratio(100 * Math.abs(a - b), a + b, Number.NaN));
    let average = sum(dx.slice(0, period).map((value) => (Number.isNaN(value) ? 0 : value))) / period;
    const averages = dx.slice(period - 1).map((value, i) => {
      if (i > 0 && !Number.isNaN(value)) average = average * (1 - 1 / period) + value / period;
      return average;
    });
    return [averages, plus, minusDi];
  },
  aroon: ({ high, low }, period = 0) => [
    windows(high, period + 1, (w) => (100 * w.lastIndexOf(Math.max(...w))) / period),
    windows(low, period + 1, (w) => (100 * w.lastIndexOf(Math.min(...w))) / period),
  ],
  sar: ({ high, low }, acceleration = 0, maximum = 0) => {
    const at = (column: Column, i: number) => column[i] as number;
    const rise = at(high, 1) - at(high, 0);
    const fall = at(low, 0) - at(low, 1);
    let isLong = !(fall > 0 && fall > rise);
    let stop = isLong ? at(low, 0) : at(high, 0);
    let extreme = isLong ? at(high, 1) : at(low, 1);
    let af = Math.min(acceleration, maximum);
    return [
      high.slice(1).map((_, k) => {
        const i = k + 1;
        const recent = [Math.max(1, i - 1), i];
        const outside = (level: number) =>
          isLong
            ? Math.min(level, ...recent.map((bar) => at(low, bar)))
            : Math.max(level, ...recent.map((bar) => at(high, bar)));
        if (isLong ? at(low, i) <= stop : at(high, i) >= stop) {
          isLong = !isLong;
          stop = outside(extreme);
          extreme = isLong ? at(high, i) : at(low, i);
          af = Math.min(acceleration, maximum);
        }
        const value = stop;
        if (isLong ? at(high, i) > extreme : at(low, i) < extreme) {
          extreme = isLong ? at(high, i) : at(low, i);
          af = Math.min(maximum, af + acceleration);
        }
        stop = outside(stop + af * (extreme - stop));
        return value;
      }),
    ];
  },
  supertrend: (bars, period = 0, multiplier = 0) => {
    const { high, low, close } = bars;
    const ranges = wilder(trueRange(bars), period);
    const lines: Column[] = [[], []];
    let [upper, lower, trend] = [0, 0, -1];
    ranges.forEach((range, k) => {
      const i = k + period;
      const centre = ((high[i] as number) + (low[i] as number)) / 2;
      const before = close[i - 1] as number;
      upper = k === 0 || before > upper ? centre + multiplier * range : Math.min(upper, centre + multiplier * range);
      lower = k === 0 || before < lower ? centre - multiplier * range : Math.max(lower, centre - multiplier * range);
      if (k > 0 && trend === 1 && (close[i] as number) < lower) trend = -1;
      else if (k > 0 && trend === -1 && (close[i] as number) > upper) trend = 1;
      lines[0]?.push(trend === 1 ? lower : upper);
      lines[1]?.push(trend);
    });
    return lines;
  },
  chandelierExit: (bars, period = 0, multiplier = 0) => {
    const ranges = wilder(trueRange(bars), period);
    return [
      combine(highest(bars.high, period), ranges, (top, range) => top - multiplier * range),
      combine(lowest(bars.low, period), ranges, (bottom, range) => bottom + multiplier * range),
    ];
  },
  heikinAshi: ({ open, high, low, close }) => {
    const lines: [Column, Column, Column, Column] = [[], [], [], []];
    close.forEach((last, i) => {
      const [first, top, bottom] = [open[i] as number, high[i] as number, low[i] as number];
      const closing = mean([first, top, bottom, last]);
      const opening = i === 0 ? mean([first, last]) : mean([lines[0].at(-1) as number, lines[3].at(-1) as number]);
      lines[0].push(opening);
      lines[1].push(i === 0 ? top : Math.max(top, opening, closing));
      lines[2].push(i === 0 ? bottom : Math.min(bottom, opening, closing));
      lines[3].push(closing);
    });
    return lines;
  },
  ichimoku: (bars, conversion = 0, base = 0, span = 0) => {
    const [a, b] = [middle(bars, conversion), middle(bars, base)];
    return [a, b, combine(a, b, (x, y) => (x + y) / 2), middle(bars, span)];
  },
  linearreg: ({ close }, period = 0) => [windows(close, period, (w) => line(w).value)],
  linearregSlope: ({ close }, period = 0) => [windows(close, period, (w) => line(w).slope)],
  obv: ({ close, volume }) => {
    let total = 0;
    return [
      close.map((last, i) => {
        const before = close[i - 1] ?? 0;
        total += last > before ? (volume[i] as number) : last < before ? -(volume[i] as number) : 0;
        return total;
      }),
    ];
  },
  ad: (bars) => [ad(bars)],
  adosc: (bars, fast = 0, slow = 0) => {
    const smooth = (period: number) => smoothed(ad(bars), 1, 2 / (period + 1));
    return [minus(smooth(fast), smooth(slow)).slice(Math.max(fast, slow) - 1)];
  },
  forceIndex: ({ close, volume }, period = 0) => [
    ema(
      changes(close).map((change, i) => change * (volume[i + 1] as number)),
      period,
    ),
  ],
  mfi: (bars, period = 0) => {
    const prices = typical(bars);
    const flow = (sign: number) =>
      changes(prices).map((change, i) =>
        Math.sign(change) === sign ? (prices[i + 1] as number) * (bars.volume[i + 1] as number) : 0,
      );
    const [inflow, outflow] = [windows(flow(1), period, sum), windows(flow(-1), period, sum)];
    return [combine(inflow, outflow, (a, b) => 100 * ratio(a, a + b, 0.5))];
  },
  vwap: (bars) => [
    typical(bars).map((price, i) => {
      const day = Math.floor((bars.time[i] as number) / 86_400_000);
      const today = bars.time.map((time, k) => (k <= i && Math.floor(time / 86_400_000) === day ? k : -1));
      const indices = today.filter((k) => k >= 0);
      const value = sum(indices.map((k) => (typical(bars)[k] as number) * (bars.volume[k] as number)));
      return ratio(value, sum(indices.map((k) => bars.volume[k] as number)), price);
    }),
  ],
  highest: ({ close }, period = 0) => [highest(close, period)],
  lowest: ({ close }, period = 0) => [lowest(close, period)],
  median: ({ close }, period = 0) => [quantile(close, period, 0.5)],
  quantile: ({ close }, period = 0, fraction = 0) => [quantile(close, period, fraction)],
  stddev: ({ close }, period = 0) => [stddev(close, period)],
  zscore: ({ close }, period = 0) => [
    combine(minus(close, sma(close, period)), stddev(close, period), (distance, sigma) => ratio(distance, sigma, 0)),
  ],
  correlation: ({ close, volume }, period = 0) => {
    return [
      close.slice(period - 1).map((_, i) => {
        const [x, y] = [close.slice(i, i + period), volume.slice(i, i + period)];
        const [dx, dy] = [x.map((value) => value - mean(x)), y.map((value) => value - mean(y))];
        if (new Set(x).size === 1 || new Set(y).size === 1) return 0;
        const products = sum(dx.map((value, k) => value * (dy[k] as number)));
        return products / Math.sqrt(sum(dx.map((d) => d * d)) * sum(dy.map((d) => d * d)));
      }),
    ];
  },
  ...Object.fromEntries(PATTERNS.map((id) => [id, (bars: Plain) => [patternMarks(id, candlesOf(bars))]])),
};

function candlesOf({ open, high, low, close }: Plain): Candle[] {
  return close.map((last, i) => ({
    open: open[i] as number,
    high: high[i] as number,
    low: low[i] as number,
    close: last,
  }));
}

test.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))(
  '%s is what its definition says',
  (id, indicator) => {
    const reference = REFERENCES[id];
    if (!reference) throw new Error(`no definition of ${id}`);
    // Lengths beyond 64 bars, so that sums are renewed on the way.
    fc.assert(
      fc.property(randomBars({ minLength: 2, maxLength: 160 }), randomParams(indicator), (bars, params) => {
        const lookback = indicator.lookback(params);
        const expected = reference(plain(bars), ...params);
        computeOn(indicator, params, bars).forEach((column, k) => {
          const values = column.slice(lookback);
          const wanted = expected[k] ?? [];
          const aligned = wanted.slice(wanted.length - values.length);
          expect(aligned.length).toBe(values.length);
          values.forEach((value, i) => {
            const target = aligned[i] as number;
            expect(Math.abs(value - target)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(target)));
          });
        });
      }),
      { numRuns: 60 },
    );
  },
);

function plain({ time, open, high, low, close, volume }: BarColumns): Plain {
  return {
    time: [...time],
    open: [...open],
    high: [...high],
    low: [...low],
    close: [...close],
    volume: [...volume],
  };
}
