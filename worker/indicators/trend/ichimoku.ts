import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { onBars, PERIOD } from '../indicator.ts';
import { alignStarts } from '../stretch.ts';
import { donchian } from '../volatility/donchian.ts';

/**
 * Ichimoku: middles of the range over three periods, each line as it is known on its bar.
 *
 *   conversion, base, spanB = (highest high + lowest low) / 2 over conversion, base, span bars
 *   spanA = (conversion + base) / 2
 *
 * Nothing is shifted. Charts draw both spans 26 bars ahead, so the cloud under the current bar is `spanA.ago(26)`
 * and `spanB.ago(26)`; the lagging line is the close drawn 26 bars back: compare the close with `close.ago(26)`.
 * First values after max(conversion, base, span) − 1 bars, all together.
 */
export function ichimoku(bars: BarColumns, conversion: number, base: number, span: number): IchimokuColumns {
  const columns = {
    conversion: donchian(bars, conversion).middle,
    base: donchian(bars, base).middle,
    spanA: columnMemory.takeZeros(bars.close.length),
    spanB: donchian(bars, span).middle,
  };
  for (let i = 0; i < columns.spanA.length; i++) {
    columns.spanA[i] = ((columns.conversion[i] as number) + (columns.base[i] as number)) / 2;
  }
  alignStarts([columns.conversion, columns.base, columns.spanA, columns.spanB]);
  return columns;
}

export interface IchimokuColumns {
  conversion: Float64Array;
  base: Float64Array;
  spanA: Float64Array;
  spanB: Float64Array;
}

export const ICHIMOKU = onBars({
  id: 'ichimoku',
  params: [
    { ...PERIOD, name: 'conversion', default: 9 },
    { ...PERIOD, name: 'base', default: 26 },
    { ...PERIOD, name: 'span', default: 52 },
  ],
  outputs: ['conversion', 'base', 'spanA', 'spanB'],
  lookback: (conversion, base, span) => Math.max(conversion, base, span) - 1,
  compute(bars, conversion, base, span) {
    const columns = ichimoku(bars, conversion, base, span);
    return [columns.conversion, columns.base, columns.spanA, columns.spanB];
  },
  source: 'Goichi Hosoda (1969), Ichimoku Kinko Hyo',
});
