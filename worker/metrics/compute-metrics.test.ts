import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRIC_CATALOG } from '#shared/domain/metric-catalog.ts';
import { computeMetrics } from './compute-metrics.ts';
import type { Metric } from './metric.ts';
import { METRICS } from './metrics.ts';
import { monthlyReturns } from './monthly-returns.ts';
import { compound, fillsOf, inputWith, sourceWith, TEN_PROFITS, tradesWith, twentyReturns } from './source.fixture.ts';

describe('computing metrics', () => {
  it('gives value, unit and convention of all of them, in the order of the catalogue', () => {
    const values = computeMetrics(twentyReturns());
    expect(Object.keys(values)).toEqual(Object.keys(METRIC_CATALOG));
    expect(values['sharpe']).toEqual({
      value: expect.closeTo(1.8867011569, 10),
      unit: 'ratio',
      convention: 'arithmetic, ddof 1, √252, daily, risk-free 0',
    });
    for (const { convention } of Object.values(values)) expect(convention).not.toBe('');
  });

  it('takes a choice of metrics', () => {
    const [first] = METRICS;
    expect(Object.keys(computeMetrics(twentyReturns(), first ? [first] : []))).toEqual(['totalReturn']);
  });

  it('writes NaN for what is infinite', () => {
    const infinite: Metric = { id: 'omega', unit: 'ratio', convention: '', compute: () => Number.POSITIVE_INFINITY };
    expect(computeMetrics(twentyReturns(), [infinite])['omega']?.value).toBeNaN();
  });
});

/** Metrics in money, which grow with it; all others must not notice the currency. */
const inMoney = METRICS.filter(({ unit }) => unit === 'money').map(({ id }) => id);

describe('for any run', () => {
  const returns = fc.array(
    fc.integer({ min: -500, max: 500 }).map((value) => value / 10_000),
    { minLength: 3, maxLength: 60 },
  );
  const profits = fc.array(fc.integer({ min: -100, max: 100 }), { maxLength: 20 });

  const run = (moves: readonly number[], pnl: readonly number[], scale: number) =>
    computeMetrics(
      inputWith(compound(moves, 1_000 * scale), {
        buyAndHold: compound(
          moves.map((move, k) => Math.sin(k) / 50 + move / 3),
          1_000 * scale,
        ),
        barsInMarket: 2,
        trades: { ...tradesWith(pnl, 1), pnl: Float64Array.from(pnl, (value) => value * scale) },
        fills: fillsOf([{ symbol: 0, qty: 3, price: 10 * scale, spread: scale, slippage: 0, commission: 2 * scale }]),
        excursions: {
          favourable: Float64Array.from(pnl, (value) => Math.max(0, value) * scale),
          adverse: Float64Array.from(pnl, (value) => Math.min(0, value) * scale),
          favourableFraction: Float64Array.from(pnl, (value) => Math.max(0, value) / 1_000),
          adverseFraction: Float64Array.from(pnl, (value) => Math.min(0, value) / 1_000),
        },
      }),
    );

  it('only money changes with the currency', () => {
    fc.assert(
      fc.property(returns, profits, (moves, pnl) => {
        const [dollars, cents] = [run(moves, pnl, 1), run(moves, pnl, 100)];
        for (const { id } of METRICS) {
          const value = dollars[id]?.value ?? Number.NaN;
          const expected = inMoney.includes(id) ? value * 100 : value;
          if (Number.isNaN(expected)) expect(cents[id]?.value, id).toBeNaN();
          else expect(Math.abs((cents[id]?.value ?? 0) - expected), id).toBeLessThan(1e-6 * (1 + Math.abs(expected)));
        }
      }),
    );
  });

  it('drawdown and shares stay in their bounds', () => {
    fc.assert(
      fc.property(returns, profits, (moves, pnl) => {
        const values = run(moves, pnl, 1);
        const within = (id: string, low: number, high: number) => {
          const value = values[id]?.value ?? Number.NaN;
          if (!Number.isNaN(value)) expect(value >= low && value <= high, `${id} = ${value}`).toBe(true);
        };
        within('maxDrawdown', -1, 0);
        within('averageDrawdown', values['maxDrawdown']?.value ?? 0, 0);
        within('ulcerIndex', 0, -(values['maxDrawdown']?.value ?? 0) + 1e-12);
        within('conditionalValueAtRisk', -1, values['valueAtRisk']?.value ?? 1);
        within('winRate', 0, 1);
        within('averageMae', values['maxMae']?.value ?? 0, 0);
        within('averageMfe', 0, values['maxMfe']?.value ?? 0);
        within('rSquared', 0, 1 + 1e-12);
        within('probabilisticSharpe', 0, 1);
      }),
    );
  });

  it('months, days and the whole tell the same growth', () => {
    fc.assert(
      fc.property(returns, (moves) => {
        const source = sourceWith(compound(moves, 1_000));
        const input = inputWith(source.equity);
        const total = Math.log1p(computeMetrics(input)['totalReturn']?.value ?? Number.NaN);
        const months = monthlyReturns(source.time, source.equity);
        expect(months.reduce((sum, { value }) => sum + Math.log1p(value), 0)).toBeCloseTo(total, 10);
        expect(input.returns.reduce((sum, value) => sum + Math.log1p(value), 0)).toBeCloseTo(total, 10);
      }),
    );
  });
});

describe('runs that have little to measure', () => {
  const finiteIds = (values: ReturnType<typeof computeMetrics>) =>
    Object.keys(values).filter((id) => Number.isFinite(values[id]?.value));

  it('no bars: everything is undefined but what is counted and paid', () => {
    expect(finiteIds(computeMetrics(inputWith(Float64Array.of(), { initialCash: 1_000 })))).toEqual([
      'trades',
      'maxConsecutiveWins',
      'maxConsecutiveLosses',
      'tradesForced',
      'profitForced',
      'commissionPaid',
      'totalCosts',
    ]);
  });

  it('no trades: no ratio of returns or trades is made up', () => {
    const values = computeMetrics(inputWith(new Float64Array(30).fill(1_000)));
    for (const id of ['sharpe', 'sortino', 'calmar', 'omega', 'profitFactor', 'winRate', 'sqn', 'kelly', 'beta']) {
      expect(values[id]?.value, id).toBeNaN();
    }
    for (const id of ['totalReturn', 'cagr', 'volatility', 'maxDrawdown', 'trades', 'exposure']) {
      expect(values[id]?.value, id).toBe(0);
    }
  });

  it('an account in debt: growth is −100 % a year, nothing is infinite', () => {
    const equity = Float64Array.of(1_000, 1_100, 500, -200, -200, -200);
    const values = computeMetrics(inputWith(equity, { trades: tradesWith(TEN_PROFITS) }));
    expect(values).toMatchObject({
      totalReturn: { value: -1.2 },
      cagr: { value: -1 },
      annualReturn: { value: -1 },
      maxDrawdown: { value: expect.closeTo(-1_300 / 1_100, 12) },
    });
    expect(values['sharpe']?.value).toBeLessThan(0);
    expect(values['conditionalValueAtRisk']?.value).toBeCloseTo(-1.4, 12);
  });

  it('gaps: a week without bars is one return, and years are those of the calendar', () => {
    const day = 86_400_000;
    const time = Float64Array.of(0, 1, 2, 3, 4, 5, 6, 365.25).map((days) => days * day);
    const values = computeMetrics(inputWith(Float64Array.of(100, 101, 102, 103, 104, 105, 106, 110), { time }));
    expect(values['cagr']?.value).toBeCloseTo(0.1, 12);
    expect(values['annualReturn']?.value).toBeCloseTo(1.1 ** (365 / 7) - 1, 9);
  });
});
