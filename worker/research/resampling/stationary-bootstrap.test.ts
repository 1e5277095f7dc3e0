import { expect, it } from 'vitest';
import { mulberry32 } from '../../engine/random.ts';
import { drawPeriods } from './stationary-bootstrap.ts';

/** Share of drawn periods that don't follow the one before. */
function shareOfNewRuns(periods: Int32Array): number {
  let runs = 0;
  for (let k = 1; k < periods.length; k++) {
    if (periods[k] !== ((periods[k - 1] as number) + 1) % periods.length) runs++;
  }
  return runs / periods.length;
}

it('draws every period as often as the others', () => {
  const drawn = new Int32Array(50);
  const counts = new Float64Array(50);
  const random = mulberry32(1);
  for (let round = 0; round < 4_000; round++) {
    drawPeriods(drawn, 8, random);
    for (const period of drawn) counts[period] = (counts[period] as number) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(3_600);
  expect(Math.max(...counts)).toBeLessThan(4_400);
});

it('keeps neighbours together for the mean length', () => {
  const drawn = new Int32Array(100_000);
  drawPeriods(drawn, 20, mulberry32(2));
  expect(shareOfNewRuns(drawn)).toBeCloseTo(1 / 20, 2);
  drawPeriods(drawn, 1, mulberry32(2));
  expect(shareOfNewRuns(drawn)).toBeGreaterThan(0.999);
});

it('is the same for the same seed', () => {
  const [one, other] = [new Int32Array(30), new Int32Array(30)];
  drawPeriods(one, 5, mulberry32(3));
  drawPeriods(other, 5, mulberry32(3));
  expect(one).toEqual(other);
});
