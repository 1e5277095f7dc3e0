import { describe, expect, it } from 'vitest';
import { compound, START, sourceWith, TEN_PROFITS, TWENTY_RETURNS, tradesWith } from '../source.fixture.ts';
import { CONVENTIONS, type ConventionId, computeUnder } from './conventions.ts';

const equity = compound(TWENTY_RETURNS, 100_000);
const source = sourceWith(equity, { trades: tradesWith(TEN_PROFITS) });
const values = (id: ConventionId) =>
  Object.fromEntries(Object.entries(computeUnder(id, source)).map(([metric, { value }]) => [metric, value]));

/** vectorbt counts the first bar too: the bars here are those after the capital. */
const everyBarCounts = sourceWith(equity.subarray(1), { initialCash: 100_000 });

describe('twenty daily returns and ten trades', () => {
  it('hindcast', () => {
    expect(values('hindcast')).toMatchObject({
      totalReturn: expect.closeTo(0.02045332332801797, 12),
      annualReturn: expect.closeTo(0.2906058204, 10),
      volatility: expect.closeTo(0.140244786, 10),
      sharpe: expect.closeTo(1.8867011569, 10),
      sortino: expect.closeTo(2.8275621856, 10),
      calmar: expect.closeTo(12.6400362211, 9),
      omega: expect.closeTo(1.3559322034, 10),
      maxDrawdown: expect.closeTo(-0.022990900917759904, 12),
      tailRatio: expect.closeTo(1.0564516129, 10),
      valueAtRisk: expect.closeTo(-0.0124, 12),
      conditionalValueAtRisk: expect.closeTo(-0.02, 12),
      profitFactor: expect.closeTo(1.9464285714, 10),
      expectancy: 26.5,
      sqn: expect.closeTo(0.8555190233, 10),
      kelly: expect.closeTo(0.2917431193, 10),
    });
  });

  it('backtesting.py', () => {
    expect(values('backtesting.py')).toMatchObject({
      sharpe: expect.closeTo(1.599327866, 10),
      sortino: expect.closeTo(3.1054649606, 10),
      annualReturn: expect.closeTo(0.2906058204, 10),
      volatility: expect.closeTo(0.18170496902750258, 10),
      calmar: expect.closeTo(12.6400362211, 9),
      profitFactor: expect.closeTo(1.9464285714, 10),
      expectancy: expect.closeTo(0.0265, 12),
      sqn: expect.closeTo(0.8555190233, 10),
      kelly: expect.closeTo(0.2917431193, 10),
    });
  });

  it('quantstats', () => {
    const mean = 0.00105;
    const deviation = 0.1402447859993376 / Math.sqrt(252);
    expect(values('quantstats')).toMatchObject({
      sharpe: expect.closeTo(1.8867011569, 10),
      sortino: expect.closeTo(2.8275621856, 10),
      annualReturn: expect.closeTo(0.2906058204, 10),
      volatility: expect.closeTo(0.140244786, 10),
      calmar: expect.closeTo(12.6400362211, 9),
      valueAtRisk: expect.closeTo(mean - 1.6448536269514722 * deviation, 12),
      conditionalValueAtRisk: expect.closeTo(-0.02, 12),
      skewness: expect.closeTo(-0.5154251022347148, 10),
      kurtosis: expect.closeTo(0.22252923983772716, 10),
    });
  });

  it('vectorbt', () => {
    const metrics = computeUnder('vectorbt', everyBarCounts);
    expect(metrics['sharpe']?.value).toBeCloseTo(2.2706451939, 10);
    expect(metrics['sortino']?.value).toBeCloseTo(3.4029716172, 10);
    expect(metrics['annualReturn']?.value).toBeCloseTo(0.4470211708423808, 10);
    expect(metrics['volatility']?.value).toBeCloseTo(0.16878462607714007, 10);
    expect(metrics['totalReturn']?.value).toBeCloseTo(0.02045332332801797, 12);
    expect(metrics['omega']?.value).toBeCloseTo(1.3559322034, 10);
  });
});

describe('conventions', () => {
  it('are named by their key', () => {
    for (const [id, convention] of Object.entries(CONVENTIONS)) expect(convention.id).toBe(id);
  });

  it('quantstats takes 252 periods a year in a market that never closes', () => {
    const time = Float64Array.from(equity, (_, day) => day * 86_400_000);
    const always = { ...source, time };
    expect(computeUnder('quantstats', always)['volatility']?.value).toBeCloseTo(0.140244786, 10);
    expect(computeUnder('hindcast', always)['volatility']?.value).toBeCloseTo(0.168784626, 9);
  });

  it('quantstats falls back to the value at risk where no return lies below it', () => {
    const calm = computeUnder('quantstats', sourceWith(compound([0.01, -0.01], 100)));
    expect(calm['conditionalValueAtRisk']?.value).toBe(calm['valueAtRisk']?.value);
  });

  it('quantstats is surer of a Sharpe ratio where tails are fat', () => {
    const surest = computeUnder('quantstats', source)['probabilisticSharpe']?.value;
    expect(surest).toBeGreaterThan(computeUnder('hindcast', source)['probabilisticSharpe']?.value ?? 1);
  });

  it('backtesting.py counts warm-up, and gives up on growth after a total loss', () => {
    const late = { ...source, firstTradableBar: 10 };
    expect(computeUnder('backtesting.py', late)['sharpe']?.value).toBeCloseTo(1.599327866, 10);
    const broke = computeUnder('backtesting.py', sourceWith(Float64Array.of(100, 110, 0, 0)));
    expect(broke['annualReturn']?.value).toBe(0);
  });

  it('backtesting.py leaves the first day of short bars without a return', () => {
    const time = Float64Array.from({ length: 6 }, (_, k) => START + k * 12 * 3_600_000);
    const short = sourceWith(Float64Array.of(100, 110, 110, 121, 121, 121), { time });
    expect([...CONVENTIONS['backtesting.py'].prepare(short).returns]).toEqual([121 / 110 - 1, 0]);
    expect([...CONVENTIONS.hindcast.prepare(short).returns]).toEqual([110 / 100 - 1, 121 / 110 - 1, 0]);
  });

  it.each([
    [7, 52],
    [31, 12],
    [365, 1],
    [30, 365],
  ])('backtesting.py takes bars %d days apart as %d periods a year', (days, perYear) => {
    const time = Float64Array.from(equity, (_, k) => k * days * 86_400_000);
    expect(CONVENTIONS['backtesting.py'].prepare({ ...source, time }).periodsPerYear).toBe(perYear);
  });

  it('backtesting.py holds from the bar of the entry to that of the exit', () => {
    const trades = { ...tradesWith([1, 1]), entryBar: Int32Array.of(2, 4), exitBar: Int32Array.of(4, 5) };
    expect(computeUnder('backtesting.py', { ...source, trades })['exposure']?.value).toBeCloseTo(4 / 21, 12);
  });

  it('backtesting.py counts trades that have an exit, and what they cost', () => {
    const trades = { ...tradesWith([10, -5, 40]), commission: Float64Array.of(2, 3, 4) };
    trades.exitFill[2] = -1;
    const values = computeUnder('backtesting.py', { ...source, trades });
    expect(values).toMatchObject({ trades: { value: 2 }, commissionPaid: { value: 5 }, bestTrade: { value: 0.01 } });
    expect(values['worstTrade']?.value).toBe(-0.005);
    expect(values['averageTrade']?.value).toBeCloseTo(Math.sqrt(1.01 * 0.995) - 1, 12);
  });

  it('backtesting.py knows the highest equity', () => {
    expect(computeUnder('backtesting.py', sourceWith(Float64Array.of(100, 130, 90)))['peakEquity']?.value).toBe(130);
  });

  it('backtesting.py does not count a fall on the last bar alone', () => {
    const last = sourceWith(Float64Array.of(100, 80, 100, 90));
    expect(computeUnder('backtesting.py', last)['averageDrawdown']?.value).toBeCloseTo(-0.2, 12);
    expect(computeUnder('hindcast', last)['averageDrawdown']?.value).toBeCloseTo(-0.15, 12);
  });

  it('vectorbt leaves out what is still open', () => {
    const open = { ...source, trades: tradesWith([6, -3, 100], 1) };
    expect(computeUnder('vectorbt', open)).toMatchObject({
      winRate: { value: 0.5 },
      profitFactor: { value: 2 },
      expectancy: { value: 1.5 },
    });
  });
});
