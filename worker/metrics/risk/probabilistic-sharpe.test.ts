import { describe, expect, it } from 'vitest';
import { inputReturning, twentyReturns } from '../source.fixture.ts';
import { probabilisticSharpe, probabilityOfSharpe } from './probabilistic-sharpe.ts';

describe('probabilistic Sharpe ratio', () => {
  const fund = { sharpe: 1.585 / Math.sqrt(12), periods: 24 };

  it('doubts a short record with fat tails, as in the paper', () => {
    expect(probabilityOfSharpe({ ...fund, skewness: -2.448, kurtosis: 10.164 }, 0)).toBeCloseTo(0.91323430688486, 12);
    expect(probabilityOfSharpe({ ...fund, skewness: 0, kurtosis: 3 }, 0)).toBeCloseTo(0.98159123608348, 12);
  });

  it('is one half against the ratio that was measured', () => {
    expect(probabilityOfSharpe({ ...fund, skewness: -1, kurtosis: 5 }, fund.sharpe)).toBe(0.5);
  });

  it('is 69 % on the twenty returns, with raw kurtosis', () => {
    expect(probabilisticSharpe.compute(twentyReturns())).toBeCloseTo(0.6923142766822789, 12);
  });

  it('is undefined without variance', () => {
    expect(probabilisticSharpe.compute(inputReturning(0.01, 0.01))).toBeNaN();
    expect(probabilisticSharpe.compute(inputReturning())).toBeNaN();
  });
});
