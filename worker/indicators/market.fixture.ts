import fc from 'fast-check';
import { allocateBars, type BarColumns, sliceBars } from '#shared/domain/bars.ts';
import type { Indicator, IndicatorInputs } from './indicator.ts';

const HOUR = 3_600_000;

/** Hourly bars with prices in cents that often repeat, ranges that are often nothing and hours without volume. */
export const randomBars = (size: { minLength?: number; maxLength: number }): fc.Arbitrary<BarColumns> => {
  const bar = fc.record({
    step: fc.integer({ min: -40, max: 40 }).map((step) => Math.sign(step) * Math.max(0, Math.abs(step) - 10)),
    gap: fc.constantFrom(0, 0, 0, 15, -15),
    above: fc.integer({ min: -10, max: 25 }).map((ticks) => Math.max(0, ticks)),
    below: fc.integer({ min: -10, max: 25 }).map((ticks) => Math.max(0, ticks)),
    volume: fc.integer({ min: -3, max: 50 }).map((units) => Math.max(0, units)),
  });
  return fc.array(bar, { ...size, size: 'max' }).map((steps) => {
    const bars = allocateBars(steps.length, 'own');
    let price = 5_000;
    steps.forEach(({ step, gap, above, below, volume }, i) => {
      const open = Math.max(100, price + gap);
      const close = Math.max(100, open + step);
      bars.time[i] = i * HOUR;
      bars.open[i] = open / 100;
      bars.high[i] = (Math.max(open, close) + above) / 100;
      bars.low[i] = (Math.min(open, close) - below) / 100;
      bars.close[i] = close / 100;
      bars.volume[i] = volume;
      price = close;
    });
    return bars;
  });
};

/** The same long series each time: hourly bars that wander in cents, as a share of some hundreds of dollars does. */
export function walk(rows: number): BarColumns {
  const bars = allocateBars(rows, 'own');
  let state = 7;
  const upTo = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) % (limit + 1);
  };
  let price = 40_000;
  for (let i = 0; i < rows; i++) {
    const open = price + upTo(100) - 50;
    const close = Math.max(10_000, open + upTo(400) - 200);
    bars.time[i] = i * HOUR;
    bars.open[i] = open / 100;
    bars.high[i] = (Math.max(open, close) + upTo(150)) / 100;
    bars.low[i] = (Math.min(open, close) - upTo(150)) / 100;
    bars.close[i] = close / 100;
    bars.volume[i] = 1_000 + upTo(9_000);
    price = close;
  }
  return bars;
}

/** Parameters within an indicator's bounds, small enough that short series have values. */
export function randomParams({ params }: Indicator): fc.Arbitrary<number[]> {
  return fc.tuple(
    ...params.map(({ integer, min, max = min + 3 }) =>
      integer ? fc.integer({ min, max: 12 }) : fc.double({ min, max, noNaN: true }),
    ),
  );
}

/** The inputs an indicator wants: the close, the close and the volume, or the bars. */
export function inputsFor({ inputs }: Indicator, bars: BarColumns): IndicatorInputs {
  switch (inputs) {
    case 'source':
      return { kind: 'source', source: bars.close };
    case 'two-sources':
      return { kind: 'two-sources', first: bars.close, second: bars.volume };
    case 'bars':
      return { kind: 'bars', bars };
  }
}

/** All outputs of an indicator on a part of the bars, each as plain numbers. */
export function computeOn(
  indicator: Indicator,
  params: number[],
  bars: BarColumns,
  start = 0,
  end?: number,
): number[][] {
  const part = sliceBars(bars, start, end ?? bars.close.length);
  return indicator.compute(inputsFor(indicator, part), params).map((column) => Array.from(column));
}
