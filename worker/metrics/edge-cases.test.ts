import { describe, expect, it } from 'vitest';
import { CONVENTIONS, type ConventionId, computeUnder } from './conventions/conventions.ts';
import type { Excursions } from './excursions.ts';
import type { MetricSource } from './metric-source.ts';
import { METRICS } from './metrics.ts';
import { prepareMetrics } from './prepare-metrics.ts';
import { compound, fillsOf, START, sourceWith, TEN_PROFITS, TWENTY_RETURNS, tradesWith } from './source.fixture.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

const every = (step: number, count: number) => Float64Array.from({ length: count }, (_, k) => START + k * step);
const wavy = compound(TWENTY_RETURNS, 1_000);
const fill = { symbol: 0, qty: 1, price: 1_000, spread: 1, slippage: 1, commission: 1 };

/** A run beside a market that goes its own way. */
function runOf(equity: Float64Array, changes: Partial<MetricSource> = {}): MetricSource {
  const moves = Array.from({ length: Math.max(0, equity.length - 1) }, (_, k) => ((k % 3) - 0.9) / 50);
  return sourceWith(equity, { buyAndHold: compound(moves, 1_000).subarray(0, equity.length), ...changes });
}

/** Trades with these profits, their fills, and excursions that reach as far as the profits. */
function trading(pnl: readonly number[], forced = 0): Partial<MetricSource> {
  const favourable = Float64Array.from(pnl, (value) => Math.max(0, value));
  const adverse = Float64Array.from(pnl, (value) => Math.min(0, value));
  const excursions: Excursions = {
    favourable,
    adverse,
    favourableFraction: favourable.map((value) => value / 1_000),
    adverseFraction: adverse.map((value) => value / 1_000),
  };
  return {
    trades: tradesWith(pnl, forced),
    fills: fillsOf(pnl.flatMap(() => [fill, fill])),
    excursions,
    barsInMarket: Math.min(20, pnl.length),
  };
}

const SOURCES: Record<string, MetricSource> = {
  'no bars': runOf(Float64Array.of(), { initialCash: 1_000 }),
  'one bar': runOf(Float64Array.of(1_000)),
  'two bars': runOf(Float64Array.of(1_000, 1_010), trading([10])),
  'nothing moves': runOf(new Float64Array(30).fill(1_000), { buyAndHold: new Float64Array(30).fill(1_000) }),
  'no trades': runOf(new Float64Array(21).fill(1_000)),
  'one trade': runOf(wavy, trading([20])),
  'one trade that lost': runOf(wavy, trading([-20])),
  'one trade that broke even': runOf(wavy, trading([0])),
  'one trade, forced': runOf(wavy, trading([20], 1)),
  'returns that never vary': runOf(compound(new Array(20).fill(0.01), 1_000), trading([5, 5, 5])),
  'a market that stands still': runOf(wavy, { buyAndHold: new Float64Array(21).fill(1_000) }),
  'all wins': runOf(compound([0.01, 0.02, 0.015, 0.03], 1_000), trading([10, 20, 15])),
  'all losses': runOf(compound([-0.01, -0.02, -0.015, -0.03], 1_000), trading([-10, -20, -15])),
  'all break even': runOf(wavy, trading([0, 0, 0])),
  'everything lost': runOf(Float64Array.of(1_000, 1_100, 0, 0, 0), trading([100, -1_100])),
  'everything lost on the first bar': runOf(Float64Array.of(1_000, 0), trading([-1_000])),
  'an account in debt': runOf(Float64Array.of(1_000, 1_100, -500, -500), trading([100, -1_600])),
  'a benchmark that is gone': runOf(wavy, { buyAndHold: new Float64Array(21) }),
  'warm-up that took all bars': runOf(wavy, { firstTradableBar: 21 }),
  'warm-up up to the last bar': runOf(wavy, { firstTradableBar: 20, ...trading([5]) }),
  'a market that never closes': runOf(wavy, { time: every(DAY, 21), ...trading(TEN_PROFITS) }),
  'minutes around the clock': runOf(wavy, { time: every(MINUTE, 21), ...trading(TEN_PROFITS) }),
  'hours over days': runOf(wavy, { time: every(5 * 3_600_000, 21), ...trading(TEN_PROFITS) }),
  'bars a month apart': runOf(wavy, { time: every(30.44 * DAY, 21), ...trading(TEN_PROFITS) }),
  'irregular bars': runOf(wavy, {
    time: Float64Array.from(wavy, (_, k) => START + (k ** 3 + (k % 3)) * 7 * 3_600_000),
    ...trading(TEN_PROFITS),
  }),
  'a thousand times the capital': runOf(compound([9, 9, 9], 1_000), {
    time: every(365.25 * DAY, 4),
    ...trading([9_000, 90_000]),
  }),
};

describe.each(Object.entries(SOURCES))('%s', (_, source) => {
  it('every metric is a number or undefined, never infinite, and says how it was computed', () => {
    const input = prepareMetrics(source);
    for (const metric of METRICS) {
      const value = metric.compute(input);
      expect(Number.isFinite(value) || Number.isNaN(value), `${metric.id} = ${value}`).toBe(true);
      const { convention } = metric;
      expect(typeof convention === 'string' ? convention : convention(input), metric.id).not.toMatch(/^$|NaN|Infinity/);
    }
  });

  it.each(Object.keys(CONVENTIONS) as ConventionId[])('and so under the convention of %s', (id) => {
    for (const [metric, { value }] of Object.entries(computeUnder(id, source))) {
      expect(Number.isFinite(value) || Number.isNaN(value), `${metric} = ${value}`).toBe(true);
    }
  });
});

/** Which metrics a run leaves undefined; the others have a value. */
const UNDEFINED: [source: string, ids: string][] = [
  [
    'no trades',
    `sharpe sharpeLo probabilisticSharpe sortino omega calmar mar averageDrawdown averageDrawdownDuration tailRatio
     skewness kurtosis winRate payoffRatio profitFactor expectancy sqn kelly averageBarsHeld averageMae averageMfe
     maxMae maxMfe edgeRatio winRateClosed profitFactorClosed expectancyClosed sqnClosed rSquared`,
  ],
  ['one trade', 'payoffRatio profitFactor sqn kelly edgeRatio profitFactorClosed sqnClosed'],
  [
    'returns that never vary',
    `sharpe sharpeLo probabilisticSharpe sortino omega calmar mar averageDrawdown averageDrawdownDuration skewness
     kurtosis payoffRatio profitFactor sqn kelly edgeRatio profitFactorClosed sqnClosed rSquared`,
  ],
  [
    'all wins',
    `sortino omega calmar mar averageDrawdown averageDrawdownDuration payoffRatio profitFactor kelly edgeRatio
     profitFactorClosed`,
  ],
  ['all losses', 'payoffRatio kelly'],
  ['an account in debt', ''],
  ['a market that never closes', ''],
  ['hours over days', ''],
  ['irregular bars', ''],
];

it.each(UNDEFINED)('%s: exactly these are undefined', (name, ids) => {
  const values = computeUnder('hindcast', SOURCES[name] as MetricSource);
  const undefinedIds = Object.keys(values).filter((id) => Number.isNaN(values[id]?.value));
  expect(undefinedIds).toEqual(ids.split(/\s+/).filter((id) => id !== ''));
});
