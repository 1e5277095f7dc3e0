import { describe, expect, test, vi } from 'vitest';
import { createChartView } from '../viewport/chart-view.ts';
import { fullRange } from '../viewport/row-range.ts';
import { pressChartKey } from './chart-keys.ts';

const key = (name: string, held: Partial<{ ctrlKey: boolean; altKey: boolean; metaKey: boolean }> = {}) => ({
  key: name,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});
const viewOf = () => createChartView(1000, { from: 400, to: 500 });
const onTable = () => {};

describe('keys of a chart', () => {
  test.each([
    ['+', { from: 410, to: 490 }],
    ['=', { from: 410, to: 490 }],
    ['-', { from: 387.5, to: 512.5 }],
    ['−', { from: 387.5, to: 512.5 }],
    ['0', fullRange(1000)],
    ['ArrowLeft', { from: 390, to: 490 }],
    ['ArrowRight', { from: 410, to: 510 }],
    ['Home', { from: 0, to: 100 }],
    ['End', { from: 902.5, to: 1002.5 }],
  ])('%s moves the view', (name, range) => {
    const view = viewOf();
    expect(pressChartKey(key(name), view, { onTable })).toBe(true);
    expect(view.range()).toEqual(range);
  });

  test('T toggles the table, brackets step through trades', () => {
    const actions = { onTable: vi.fn(), onStepTrade: vi.fn() };
    for (const name of ['t', 'T', '[', ']']) expect(pressChartKey(key(name), viewOf(), actions)).toBe(true);
    expect(actions.onTable).toHaveBeenCalledTimes(2);
    expect(actions.onStepTrade.mock.calls).toEqual([[-1], [1]]);
    expect(pressChartKey(key('['), viewOf(), { onTable })).toBe(false);
  });

  test('G asks for a date, where there is somebody to ask', () => {
    const onAskDate = vi.fn();
    for (const name of ['g', 'G']) expect(pressChartKey(key(name), viewOf(), { onTable, onAskDate })).toBe(true);
    expect(onAskDate).toHaveBeenCalledTimes(2);
    expect(pressChartKey(key('g'), viewOf(), { onTable })).toBe(false);
  });

  test('leaves other keys, and keys with Ctrl, Alt or Meta, to others', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey']) {
      const view = viewOf();
      expect(pressChartKey(key('0', { [held]: true }), view, { onTable })).toBe(false);
      expect(view.range()).toEqual({ from: 400, to: 500 });
    }
    expect(pressChartKey(key('x'), viewOf(), { onTable })).toBe(false);
  });
});
