import { describe, expect, it } from 'vitest';
import { nearestName } from './nearest-name.ts';

describe('nearestName', () => {
  it.each([
    ['APPL', 'AAPL'],
    ['aapl', 'AAPL'],
    ['AAP', 'AAPL'],
    ['MSTF', 'MSFT'],
    ['GOGO', 'GOOG'],
    ['BTCUSD', 'BTCUSDT'],
  ])('%s probably means %s', (typed, meant) => {
    expect(nearestName(typed, ['GOOG', 'AAPL', 'MSFT', 'BTCUSDT'])).toBe(meant);
  });

  it('is silent when nothing is near', () => {
    expect(nearestName('TSLA', ['GOOG', 'AAPL', 'MSFT'])).toBeUndefined();
    expect(nearestName('GG', ['GOOG'])).toBeUndefined();
    expect(nearestName('AAPL', [])).toBeUndefined();
  });

  it('takes the nearest of several', () => {
    expect(nearestName('BTCUSDX', ['BTCEUR', 'BTCUSDT', 'BTCUST'])).toBe('BTCUSDT');
  });
});
