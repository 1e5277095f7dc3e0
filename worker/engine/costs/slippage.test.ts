import { expect, test } from 'vitest';
import { slippageModel } from './slippage.ts';

test.each([
  [{ model: 'none' }, 50, 0],
  [{ model: 'percent', fraction: 0.02 }, 50, 1],
  [{ model: 'percent', fraction: 0.02 }, -50, 1],
  [{ model: 'ticks', ticks: 3 }, 50, 0.75],
] as const)('%j at %d in steps of 0.25', (spec, reference, slippage) => {
  expect(slippageModel(spec)(reference, 0.25)).toBe(slippage);
});
