import { describe, expect, test } from 'vitest';
import { allocateBars, BAR_COLUMNS, type BarColumns } from '#shared/domain/bars.ts';
import { instrument } from '../../tests/support/bars.ts';
import { waves } from '../../tests/support/run-task.ts';
import { marketOf } from '../engine/market-of.ts';
import { INDICATORS } from '../indicators/catalogue.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { IndicatorMemo } from '../indicators/memo.ts';
import type { ColumnSeries } from '../strategy/series.ts';
import { columnOf, isSeries } from '../strategy/series.ts';
import { setupContext } from '../strategy/setup-context.ts';
import { bindIndicators } from '../strategy/ta.ts';
import { paneOfLine } from './pane-of-line.ts';

const SHIFT = 1_000;

function shifted(bars: BarColumns): BarColumns {
  const moved = allocateBars(bars.time.length, 'own');
  for (const name of BAR_COLUMNS) {
    const isPrice = name !== 'time' && name !== 'volume';
    moved[name].set(bars[name].map((value) => (isPrice ? value + SHIFT : value)));
  }
  return moved;
}

/** What an indicator makes of bars and their closes, by output, each with the pane it belongs in. */
function linesOf(
  indicator: Indicator,
  bars: BarColumns,
): [output: string, values: Float64Array, pane: string | null][] {
  const market = marketOf([{ instrument: instrument(), bars }]);
  const { data } = setupContext(market, {}, { first: null });
  const call = bindIndicators(new IndicatorMemo(0))[indicator.id] as (...args: unknown[]) => unknown;
  const inputs = { bars: [data], source: [data.close], 'two-sources': [data.close, data.open] }[indicator.inputs];
  const made = call(
    ...inputs,
    ...indicator.params.map((param) => param.default ?? Math.max(param.min, 0.5 * (param.max ?? 8))),
  );
  const outputs = isSeries(made) ? { value: made } : (made as Record<string, ColumnSeries>);
  return Object.entries(outputs).map(([output, series]) => [
    output,
    columnOf(series),
    paneOfLine(series, market, 'own'),
  ]);
}

describe.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))('%s', (id, indicator) => {
  // What is added to all prices is added to a price, and to nothing else.
  test('stands on the prices where it moves with them', () => {
    const bars = waves(300);
    const moved = linesOf(indicator, shifted(bars));
    linesOf(indicator, bars).forEach(([output, values, pane], i) => {
      const after = moved[i]?.[1] ?? new Float64Array();
      const isPrice = values.every(
        (value, row) => Number.isNaN(value) || Math.abs((after[row] as number) - value - SHIFT) < 1e-6,
      );
      expect([output, pane]).toEqual([output, isPrice ? null : id]);
      expect(values.some((value) => !Number.isNaN(value))).toBe(true);
    });
  });
});
