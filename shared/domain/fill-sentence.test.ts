import { describe, expect, it } from 'vitest';
import { type ExplainedFill, fillSentence } from './fill-sentence.ts';

const MARKET: ExplainedFill = {
  symbol: 'SPX',
  side: 'buy',
  qty: 66,
  price: 1469.25,
  reference: 1469.25,
  spread: 0,
  slippage: 0,
  commission: 0,
  rule: 'market-open',
  ambiguous: false,
  role: 'entry',
  limit: Number.NaN,
  stop: Number.NaN,
};

describe('fillSentence', () => {
  it.each<[string, Partial<ExplainedFill>, string]>([
    ['a market order', {}, "Bought 66 SPX at 1469.25: market order, at the bar's open 1469.25."],
    [
      'costs',
      { price: 1470, spread: 0.5, slippage: 0.25, commission: 1.5 },
      "Bought 66 SPX at 1470: market order, at the bar's open 1469.25, plus half spread 0.5 and slippage 0.25; commission 1.5.",
    ],
    [
      'a sell with slippage',
      { side: 'sell', price: 1469, slippage: 0.25, role: 'exit' },
      "Sold 66 SPX at 1469: close, at the bar's open 1469.25, minus slippage 0.25.",
    ],
    [
      'a stop-loss beyond which the bar opened',
      { side: 'sell', rule: 'stop-gap', role: 'stop-loss', stop: 1500 },
      'Sold 66 SPX at 1469.25: the bar opened at 1469.25, beyond the stop-loss 1500.',
    ],
    [
      'a doubtful take-profit',
      { side: 'sell', rule: 'limit-touch', role: 'take-profit', limit: 1469.25, ambiguous: true },
      'Sold 66 SPX at 1469.25: the price reached the take-profit 1469.25. The bar alone does not tell whether this came first.',
    ],
    [
      'the end of the data',
      { side: 'sell', rule: 'end-of-data', role: null },
      'Sold 66 SPX at 1469.25: the run ends, closed at the last close 1469.25.',
    ],
  ])('explains %s', (_, overrides, sentence) => {
    expect(fillSentence({ ...MARKET, ...overrides })).toBe(sentence);
  });

  it('names every rule', () => {
    for (const rule of ['limit-touch', 'limit-gap', 'stop-touch', 'stop-gap', 'liquidation'] as const) {
      expect(fillSentence({ ...MARKET, rule, limit: 5, stop: 7 })).toMatch(/: .+\.$/);
    }
  });
});
