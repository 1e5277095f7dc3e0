export interface Candle {
  open: number;
  high: number;
  low: number;
  close: number;
}

/** True for prices that are nearly equal, by the measure of a pattern. */
type Near = (a: number, b: number) => boolean;
type Mark = (near: Near, ...bars: Candle[]) => number;

/** Each pattern once more, as its definition reads: ±1 or 0 for some bars in a row, oldest first. */
const DEFINITIONS: Record<string, [bars: number, usualBars: number, mark: Mark]> = {
  doji: [1, 10, (near, a: Candle) => Number(isDoji(near, a))],
  dragonflyDoji: [1, 10, (near, a: Candle) => Number(isDragonfly(near, a))],
  gravestoneDoji: [1, 10, (near, a: Candle) => Number(isGravestone(near, a))],
  marubozu: [1, 10, (near, a: Candle) => (near(top(a), a.high) && near(a.low, bottom(a)) ? side(a) : 0)],
  engulfing: [
    2,
    0,
    (_, a: Candle, b: Candle) => (side(a) === -side(b) && top(b) > top(a) && bottom(b) < bottom(a) ? side(b) : 0),
  ],
  bearishHarami: [2, 0, (_, a: Candle, b: Candle) => -isHarami(a, b)],
  bearishHaramiCross: [2, 10, (near, a: Candle, b: Candle) => (isDoji(near, b) ? -isHarami(a, b) : 0)],
  darkCloudCover: [
    2,
    0,
    (_, a: Candle, b: Candle) => -Number(side(a) === 1 && b.open > a.high && b.close < middle(a) && b.close > a.open),
  ],
  downsideTasukiGap: [
    3,
    0,
    (_, a: Candle, b: Candle, c: Candle) => {
      const fallsWithGap = side(a) === -1 && side(b) === -1 && b.high < a.low;
      return -Number(fallsWithGap && c.open > b.close && c.open < b.open && c.close > b.open && c.close < a.close);
    },
  ],
  morningDojiStar: [
    3,
    10,
    (near, a: Candle, b: Candle, c: Candle) => {
      const starsBelow = side(a) === -1 && isPlainDoji(near, b) && b.high < a.low;
      return Number(starsBelow && side(c) === 1 && c.open > b.high && c.close > middle(a));
    },
  ],
  eveningDojiStar: [
    3,
    10,
    (near, a: Candle, b: Candle, c: Candle) => {
      const starsAbove = side(a) === 1 && isPlainDoji(near, b) && b.low > a.high;
      return -Number(starsAbove && side(c) === -1 && c.open < b.low && c.close < middle(a));
    },
  ],
  abandonedBaby: [
    3,
    10,
    (near, a: Candle, b: Candle, c: Candle) => {
      const starsBelow = side(a) === -1 && isPlainDoji(near, b) && b.high < a.low;
      return Number(starsBelow && side(c) === 1 && c.low > b.high && c.high < a.open);
    },
  ],
};

const side = ({ open, close }: Candle) => Math.sign(close - open);
const top = ({ open, close }: Candle) => Math.max(open, close);
const bottom = ({ open, close }: Candle) => Math.min(open, close);
const middle = ({ open, close }: Candle) => (open + close) / 2;
const isDoji = (near: Near, { open, close }: Candle) => near(open, close);
const isDragonfly = (near: Near, { open, high, low, close }: Candle) =>
  near(open, close) && near(open, high) && !near(close, low);
const isGravestone = (near: Near, { open, high, low, close }: Candle) =>
  near(open, close) && near(close, low) && !near(open, high);
const isPlainDoji = (near: Near, bar: Candle) =>
  isDoji(near, bar) && !isDragonfly(near, bar) && !isGravestone(near, bar);
const isHarami = (a: Candle, b: Candle) =>
  Number(side(a) === 1 && top(b) < a.close && b.low > a.open && b.high < a.high);

/** The library compares four digits. */
const rounded = (value: number) => Number(value.toPrecision(4));

/** The marks of a pattern on a series, beginning with the first bar that has one. */
export function patternMarks(id: string, bars: readonly Candle[]): number[] {
  const definition = DEFINITIONS[id];
  if (definition === undefined) throw new Error(`no definition of ${id}`);
  const [length, usual, mark] = definition;
  return bars.slice(usual + length - 1).map((_, i) => {
    const ranges = bars.slice(i, i + usual).map(({ high, low }) => high - low);
    const range = ranges.reduce((sum, one) => sum + one, 0) / usual;
    if (range === 0) return 0;
    const candles = bars.slice(i + usual, i + usual + length);
    const lowest = (candles[0] as Candle).low;
    const near: Near = (a, b) => rounded(Math.abs(a - b) / range) <= rounded(0.1 + 0.001 * ((a - lowest) / range));
    return mark(near, ...candles);
  });
}

export const PATTERNS = Object.keys(DEFINITIONS);
