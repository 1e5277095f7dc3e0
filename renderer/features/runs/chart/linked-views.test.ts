import { expect, test } from 'vitest';
import { createChartView } from '../../../charts/viewport/chart-view.ts';
import { linkCrosshairs } from './linked-views.ts';

test('both point at the same bar, whichever is pointed at, until the link ends', () => {
  const one = createChartView(1_000, { from: 0, to: 100 });
  const other = createChartView(1_000);
  const end = linkCrosshairs(one, other);
  one.point(7);
  expect(other.crosshair()).toBe(7);
  other.point(null);
  expect(one.crosshair()).toBeNull();
  const before = other.range();
  one.pan(50);
  expect(other.range()).toBe(before);
  end();
  one.point(9);
  expect(other.crosshair()).toBeNull();
});
