import { describe, expect, test, vi } from 'vitest';
import { createChartView } from './chart-view.ts';
import { fullRange } from './row-range.ts';

describe('a chart view', () => {
  test('begins with all rows unless told otherwise', () => {
    expect(createChartView(1000).range()).toEqual(fullRange(1000));
    expect(createChartView(1000, { from: -50, to: 50 }).range()).toEqual({ from: 0, to: 100 });
  });

  test('zooms around its middle, pans, goes to a row, reveals, resets', () => {
    const view = createChartView(1000, { from: 400, to: 600 });
    view.zoom(0.5);
    expect(view.range()).toEqual({ from: 450, to: 550 });
    view.zoom(2, 450);
    expect(view.range()).toEqual({ from: 450, to: 650 });
    view.pan(-50);
    expect(view.range()).toEqual({ from: 400, to: 600 });
    view.goTo(199);
    expect(view.range()).toEqual({ from: 99.5, to: 299.5 });
    view.reveal(500, 509);
    expect(view.range()).toEqual({ from: 405, to: 605 });
    view.show({ from: 10, to: 30 });
    expect(view.range()).toEqual({ from: 10, to: 30 });
    view.reset();
    expect(view.range()).toEqual(fullRange(1000));
  });

  test('tells of changes alone, until it is left', () => {
    const view = createChartView(1000);
    const listener = vi.fn();
    const leave = view.subscribe(listener);
    const before = view.range();
    view.reset();
    view.point(null);
    view.setRows(1000);
    expect(listener).not.toHaveBeenCalled();
    expect(view.range()).toBe(before);
    view.point(3);
    expect(view.crosshair()).toBe(3);
    view.zoom(0.5);
    view.setRows(2000);
    expect(view.rows()).toBe(2000);
    expect(listener).toHaveBeenCalledTimes(3);
    leave();
    view.reset();
    expect(listener).toHaveBeenCalledTimes(3);
  });

  test('stays inside a series that became shorter', () => {
    const view = createChartView(1000, { from: 800, to: 900 });
    view.setRows(500);
    expect(view.range().to).toBeCloseTo(502.5);
  });
});
