import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { computeMetrics } from '../metrics/compute-metrics.ts';
import { prepareMetrics } from '../metrics/prepare-metrics.ts';
import { SignalKernel } from './kernel.ts';
import { SWEEP_MEASURES, type SweepMetricId } from './measures/measures.ts';
import { type SignalCase, signalCase, simulateCase } from './signals.fixture.ts';
import { sweepSignals } from './sweep.ts';

const METRICS = Object.keys(SWEEP_MEASURES) as SweepMetricId[];
const HOUR = 3_600_000;

const move = fc.integer({ min: -30, max: 31 });
const moves = fc.oneof(fc.array(move, { minLength: 2, maxLength: 40 }), {
  weight: 4,
  arbitrary: fc.array(move, { minLength: 100, maxLength: 200 }),
});
const quotes = moves.map((steps) => {
  let last = 1_000;
  return steps.map((step): Quote => {
    const open = last;
    last = Math.max(200, last + step);
    return [open / 10, Math.max(open, last) / 10 + 1, Math.min(open, last) / 10 - 1, last / 10];
  });
});

const cases = fc
  .record({
    quotes,
    isHourly: fc.boolean(),
    periods: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 30 })),
    form: fc.constantFrom('long', 'short', 'both', 'always'),
    commission: fc.constantFrom(0, 0.002, 0.03),
    multiplier: fc.constantFrom(1, 3),
  })
  .map(({ quotes, isHourly, periods: [fast, slow], form, commission, multiplier }): SignalCase => {
    const bars = dailyBars(quotes);
    if (isHourly) bars.time.set(bars.time.map((_, row) => Date.UTC(2024, 0, 1) + row * HOUR));
    return {
      bars,
      signals({ data, ta, when }) {
        const a = ta.sma(data.close, fast);
        const b = ta.sma(data.close, slow);
        if (form === 'always') return { entries: when.above(a, 0), exits: when.below(a, b) };
        const long = { entries: when.crossOver(a, b), exits: when.crossUnder(a, b) };
        const short = { shortEntries: when.crossUnder(a, b), shortExits: when.crossOver(a, b) };
        return form === 'long' ? long : form === 'short' ? short : { ...long, ...short };
      },
      costs: { commission: { model: 'percent', fraction: commission } },
      instrument: instrument({ multiplier, lotStep: 0.1 }),
    };
  });

const kernel = new SignalKernel();

test('a sweep measures what the metrics of single runs say, to the last bit', () => {
  let traded = 0;
  fc.assert(
    fc.property(cases, (one) => {
      const { strategy, market } = signalCase(one);
      const columns = sweepSignals(strategy, market, [{}, {}], METRICS, kernel);
      const run = simulateCase(one);
      const { multiplier = 1 } = one.instrument ?? {};
      const metrics = computeMetrics(
        prepareMetrics({ ...run, buyAndHold: run.equity, multipliers: [multiplier], initialCash: 10_000 }),
      );
      for (const metric of METRICS) {
        const expected = metrics[metric]?.value;
        expect([metric, ...columns[metric]]).toEqual([metric, expected, expected]);
      }
      if (run.trades.qty.length > 2) traded++;
    }),
    { numRuns: 500 },
  );
  expect(traded).toBeGreaterThan(150);
});

test('only what was asked for is given', () => {
  const bars = dailyBars([
    [1, 1, 1, 1],
    [1, 1, 1, 1],
  ]);
  const { strategy, market } = signalCase({
    bars,
    signals: ({ when, data }) => ({ entries: when.above(data.close, 0) }),
  });
  expect(sweepSignals(strategy, market, [{}, {}, {}], ['trades'], kernel)).toEqual({
    trades: new Float64Array(3).fill(1),
  });
});

test('every set gets its own parameters, and the averages are shared', () => {
  const bars = dailyBars(Array.from({ length: 90 }, (_, row): Quote => [50, 80, 20, 50 + 20 * Math.sin(row / 5)]));
  const asked: unknown[] = [];
  const { strategy, market } = signalCase({
    bars,
    signals({ data, params, ta, when }) {
      const average = ta.sma(data.close, params['period'] as number);
      asked.push(average);
      expect(Object.isFrozen(params)).toBe(true);
      return { entries: when.crossOver(data.close, average), exits: when.crossUnder(data.close, average) };
    },
  });
  const sets = [{ period: 5 }, { period: 9 }, { period: 5 }];
  const { finalEquity } = sweepSignals(strategy, market, sets, ['finalEquity'], kernel);
  expect(finalEquity[0]).toBe(finalEquity[2]);
  expect(finalEquity[0]).not.toBe(finalEquity[1]);
  expect(asked[0]).toBe(asked[2]);
  expect(asked[0]).not.toBe(asked[1]);
});
