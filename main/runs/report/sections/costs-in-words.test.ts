import { expect, test } from 'vitest';
import { NO_COSTS } from '#shared/domain/costs.ts';
import { costsInWords } from './costs-in-words.ts';

const words = (costs: Parameters<typeof costsInWords>[0]) => Object.values(costsInWords(costs, 'EUR')).join(' ');

test('free trading is said to be free', () => {
  expect(words(NO_COSTS)).toBe(
    'None: trading is free of commission. None: bid and ask are the same price. None: market and stop orders fill at exactly their reference price.',
  );
});

test('every model is said with its numbers, none rounded away', () => {
  const spread = { model: 'percent', fraction: 0.0002 } as const;
  const slippage = { model: 'percent', fraction: 0.00001 } as const;
  expect(words({ commission: { model: 'percent', fraction: 0.0015 }, spread, slippage })).toBe(
    '0.15\u202f% of the traded value, on every fill. 0.02\u202f% of the price between bid and ask; market and stop orders pay half of it on every fill. Market and stop orders fill 0.001\u202f% of the price worse.',
  );
  expect(
    words({
      commission: { model: 'fixed', amount: 1.5 },
      spread: { model: 'fixed', points: 0.25 },
      slippage: { model: 'ticks', ticks: 2 },
    }),
  ).toBe(
    '1.5 EUR for every fill. 0.25 price points between bid and ask; market and stop orders pay half of it on every fill. Market and stop orders fill 2 ticks worse.',
  );
  expect(words({ ...NO_COSTS, commission: { model: 'fixed-plus-percent', amount: 1, fraction: 0.01 } })).toContain(
    '1 EUR and 1\u202f% of the traded value, for every fill.',
  );
});
