import type { Metric } from '../metric.ts';
import { calendarPeriods } from '../periods.ts';
import { prepareMetrics } from '../prepare-metrics.ts';
import { annualReturn } from '../returns/annual-return.ts';
import { totalReturn } from '../returns/total-return.ts';
import { calmar } from '../risk/calmar.ts';
import { maxDrawdown } from '../risk/max-drawdown.ts';
import { omega } from '../risk/omega.ts';
import { probabilityOfSharpe } from '../risk/probabilistic-sharpe.ts';
import { periodicSharpe, sharpe } from '../risk/sharpe.ts';
import { sortino } from '../risk/sortino.ts';
import { tailRatio } from '../risk/tail-ratio.ts';
import { volatility } from '../risk/volatility.ts';
import * as moments from '../statistics/moments.ts';
import { mean, rawKurtosis, standardDeviation } from '../statistics/moments.ts';
import type { Convention } from './convention.ts';

/** Sample skewness, G₁ = γ₃·√(n(n − 1)) / (n − 2), as pandas. */
const skewness: Metric = {
  id: 'skewness',
  unit: 'ratio',
  convention: 'corrected for sample size',
  compute({ returns }) {
    const n = returns.length;
    return (moments.skewness(returns) * Math.sqrt(n * (n - 1))) / (n - 2);
  },
};

/** Sample excess kurtosis, G₂ = (n − 1) / ((n − 2)(n − 3))·((n + 1)(γ₄ − 3) + 6), as pandas. */
const kurtosis: Metric = {
  id: 'kurtosis',
  unit: 'ratio',
  convention: 'excess (0 for a normal), corrected for sample size',
  compute({ returns }) {
    const n = returns.length;
    return ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (rawKurtosis(returns) - 3) + 6);
  },
};

const probabilisticSharpe: Metric = {
  id: 'probabilisticSharpe',
  unit: 'fraction',
  convention: 'against a true Sharpe ratio of 0, excess kurtosis where the paper has raw',
  compute(input) {
    const evidence = {
      sharpe: periodicSharpe(input.returns),
      periods: input.returns.length,
      skewness: skewness.compute(input),
      kurtosis: kurtosis.compute(input),
    };
    return probabilityOfSharpe(evidence, 0);
  },
};

/** Φ⁻¹(0.05) */
const NORMAL_5_PERCENT = -1.6448536269514722;

const valueAtRisk: Metric = {
  id: 'valueAtRisk',
  unit: 'fraction',
  convention: 'normal 95 %',
  compute: ({ returns }) => mean(returns) + NORMAL_5_PERCENT * standardDeviation(returns, 1),
};

/** Mean of the returns below the normal value at risk; that value itself where none is. */
const conditionalValueAtRisk: Metric = {
  id: 'conditionalValueAtRisk',
  unit: 'fraction',
  convention: 'mean below the normal 95 % value at risk',
  compute(input) {
    const threshold = valueAtRisk.compute(input);
    const tail = input.returns.filter((value) => value < threshold);
    return tail.length > 0 ? mean(tail) : threshold;
  },
};

/**
 * quantstats 0.0.81: our formulas for return and risk with 252 periods a year whatever the market, a normal value
 * at risk, and moments corrected for the sample size.
 */
export const quantstats: Convention = {
  id: 'quantstats',
  prepare: (source) => prepareMetrics(source, (time) => ({ ...calendarPeriods(time), perYear: 252 })),
  metrics: [
    totalReturn,
    annualReturn,
    volatility,
    sharpe,
    probabilisticSharpe,
    sortino,
    omega,
    calmar,
    maxDrawdown,
    valueAtRisk,
    conditionalValueAtRisk,
    tailRatio,
    skewness,
    kurtosis,
  ],
};
