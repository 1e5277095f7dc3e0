import { expect, it } from 'vitest';
import { sharpeHaircut } from './sharpe-haircut.ts';

const monthly = 0.75 / Math.sqrt(12);

it('is the value of the paper', () => {
  expect(sharpeHaircut(monthly, 240, 200).haircut).toBeCloseTo(0.568, 3);
});

it('is not a fixed half: great ratios lose little', () => {
  expect(sharpeHaircut(monthly, 240, 1).haircut).toBeCloseTo(0, 9);
  expect(sharpeHaircut(2 / Math.sqrt(12), 240, 200).haircut).toBeLessThan(0.15);
});

it('takes all of what anybody would have found', () => {
  const { sharpe, haircut } = sharpeHaircut(0.01, 24, 100_000);
  expect(sharpe).toBe(0);
  expect(haircut).toBe(1);
});

it('keeps what is far beyond doubt', () => {
  expect(sharpeHaircut(1, 1_000, 100)).toEqual({ sharpe: 1, haircut: 0 });
});
