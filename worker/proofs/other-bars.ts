import { BAR_COLUMNS, type BarColumns, sliceBars } from '#shared/domain/bars.ts';
import type { Ms } from '#shared/domain/units.ts';
import type { RunSeries } from '../task.ts';

/** What a jump of the first price behind a cut makes of it, and each bar further in the same direction. */
const RISE = 1.08;
const FALL = 0.92;
/** Bars after which the drift has gone half of its way. */
const HALFWAY = 50;

/** What becomes of the bars from a cut on. */
export type Future = 'left-out' | 'rise' | 'fall';

/** The series with another future from a time on. */
export function withFuture(series: readonly RunSeries[], cut: Ms, future: Future): RunSeries[] {
  return series.map((one) => {
    const { hash: _, ...known } = one;
    const end = rowAt(one.bars, cut);
    const finer = one.finer ? sliceBars(one.finer, 0, rowAt(one.finer, cut)) : null;
    if (future !== 'left-out') return { ...known, finer, bars: poisoned(one.bars, end, future) };
    return {
      ...known,
      finer,
      bars: sliceBars(one.bars, 0, end),
      quotedSpread: one.quotedSpread?.subarray(0, end) ?? null,
      // That its last bar is the last that was ever traded isn't known yet.
      isDelisted: one.isDelisted === true && end === one.bars.time.length,
    };
  });
}

/** The series without what lies before a time. */
export function withoutPast(series: readonly RunSeries[], from: Ms): RunSeries[] {
  return series.map((one) => {
    const { hash: _, ...known } = one;
    const start = rowAt(one.bars, from);
    return {
      ...known,
      bars: sliceBars(one.bars, start, one.bars.time.length),
      quotedSpread: one.quotedSpread?.subarray(start) ?? null,
    };
  });
}

/**
 * Bars whose prices leave their course at a row. A fall keeps the first open, which is where orders from the bar before
 * may be filled: what they ask for must not depend on the rest.
 */
function poisoned(bars: BarColumns, from: number, future: 'rise' | 'fall'): BarColumns {
  const copied = Object.fromEntries(BAR_COLUMNS.map((column) => [column, bars[column].slice()]));
  const other = copied as unknown as BarColumns;
  const factor = future === 'rise' ? RISE : FALL;
  for (let row = from; row < bars.time.length; row++) {
    const age = row - from;
    const moved = factor * (1 + (Math.sign(factor - 1) * age) / (age + HALFWAY));
    for (const column of ['open', 'high', 'low', 'close'] as const) {
      other[column][row] = (bars[column][row] as number) * moved;
    }
  }
  if (future === 'fall' && from < bars.time.length) {
    const open = bars.open[from] as number;
    other.open[from] = open;
    other.high[from] = Math.max(open, other.high[from] as number);
    other.low[from] = Math.min(open, other.low[from] as number);
  }
  return other;
}

/** The first row at or after a time. */
function rowAt({ time }: BarColumns, at: Ms): number {
  let [low, high] = [0, time.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((time[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
