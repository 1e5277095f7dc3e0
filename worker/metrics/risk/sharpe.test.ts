import { describe, expect, it } from 'vitest';
import { inputReturning, TWENTY_RETURNS, twentyReturns } from '../source.fixture.ts';
import { periodicSharpe, sharpe } from './sharpe.ts';

describe('Sharpe ratio', () => {
  it('is 1.89 on the twenty returns', () => {
    expect(sharpe.compute(twentyReturns())).toBeCloseTo(1.8867011569, 10);
  });

  it('names its convention', () => {
    const { convention } = sharpe;
    expect(typeof convention === 'string' ? convention : convention(twentyReturns())).toBe(
      'arithmetic, ddof 1, √252, daily, risk-free 0',
    );
  });

  it('turns its sign with the returns', () => {
    const turned = Float64Array.from(TWENTY_RETURNS, (value) => -value);
    expect(periodicSharpe(turned)).toBeCloseTo(-periodicSharpe(Float64Array.from(TWENTY_RETURNS)), 14);
  });

  it('is undefined without variance, and with fewer than two returns', () => {
    expect(sharpe.compute(inputReturning(0.01, 0.01, 0.01, 0.01))).toBeNaN();
    expect(sharpe.compute(inputReturning(0, 0))).toBeNaN();
    expect(sharpe.compute(inputReturning(0.01))).toBeNaN();
    expect(sharpe.compute(inputReturning())).toBeNaN();
  });

  it('is finite for an account that went broke', () => {
    expect(sharpe.compute(inputReturning(0.1, 0.2, -1, 5))).toBeCloseTo((-0.7 / 3 / 0.6658328118) * Math.sqrt(252), 8);
  });
});
