import type { RunDifference } from '#shared/contract/run-diff.ts';
import type { RunDiff } from '../runs/run-diff.ts';
import { barShown } from './bar-shown.ts';

/** The difference of two runs as it crosses the contract. */
export function differenceShown(found: RunDiff): RunDifference {
  return {
    ...found,
    manifest: found.manifest.map(({ area, path, a, b }) => ({ area, path, a: jsonText(a), b: jsonText(b) })),
    data: found.data.map(({ symbol, first }) => ({
      symbol,
      first: first && { ...first, a: first.a && barShown(first.a), b: first.b && barShown(first.b) },
    })),
    bars: found.bars.map(({ symbol, time, a, b }) => ({
      symbol,
      time,
      a: a && barShown(a),
      b: b && barShown(b),
    })),
  };
}

function jsonText(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
