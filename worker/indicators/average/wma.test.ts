import { expect, test } from 'vitest';
import { wma } from './wma.ts';

test('after many bars the mean is as exact as after few', () => {
  const period = 20;
  let tick = 12_000;
  const ticks = Array.from({ length: 200_000 }, (_, i) => {
    tick = Math.max(1_000, tick + ((i * 7_919) % 21) - 10 + (i % 3_000 < 1_500 ? 3 : -3));
    return tick;
  });
  const means = wma(
    Float64Array.from(ticks, (t) => t / 10_000),
    period,
  );
  let worst = 0;
  for (let i = period - 1; i < ticks.length; i++) {
    let sum = 0;
    for (let k = 1; k <= period; k++) sum += k * (ticks[i - period + k] as number);
    const exact = sum / (210 * 10_000);
    worst = Math.max(worst, Math.abs((means[i] as number) - exact) / (exact * Number.EPSILON));
  }
  expect(worst).toBeLessThanOrEqual(2);
});
