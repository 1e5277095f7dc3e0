import type { RunDifference } from '#shared/contract/run-diff.ts';
import type { RunDiff } from '../runs/run-diff.ts';
import type { Bar } from '../runs/run-diff-data.ts';
import { orNull } from './or-null.ts';

/** The difference of two runs as it crosses the contract. */
export function differenceShown(found: RunDiff): RunDifference {
  return {
    ...found,
    manifest: found.manifest.map(({ area, path, a, b }) => ({ area, path, a: jsonText(a), b: jsonText(b) })),
    data: found.data.map(({ symbol, first }) => ({
      symbol,
      first: first && { ...first, a: barShown(first.a), b: barShown(first.b) },
    })),
    bars: found.bars.map(({ symbol, time, a, b }) => ({ symbol, time, a: barShown(a), b: barShown(b) })),
  };
}

function jsonText(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function barShown(bar: Bar | null) {
  if (bar === null) return null;
  const { time, open, high, low, close, volume } = bar;
  return {
    time,
    open: orNull(open),
    high: orNull(high),
    low: orNull(low),
    close: orNull(close),
    volume: orNull(volume),
  };
}
