import { expect, it } from 'vitest';
import { NO_COSTS } from '#shared/domain/costs.ts';
import { type Manifest, manifestSchema } from '#shared/domain/manifest.ts';
import type { RunSummary } from '../runs/run-record.ts';
import { compareWithRun } from './verify-place.ts';

const MANIFEST = manifestSchema.parse({
  schema: 1,
  engine: 1,
  strategy: { sha256: 'a'.repeat(64) },
  params: { a: 0, b: 2 },
  data: [
    {
      symbol: 'S',
      timeframe: '1d',
      source: 'import',
      sha256: 'b'.repeat(64),
      rows: 1,
      firstTime: 0,
      lastTime: 0,
      instrument: { symbol: 'S' },
    },
  ],
  cash: 1,
  costs: NO_COSTS,
  semantics: 'hindcast-1',
  seed: 0,
});
const SWEEP = {
  search: {
    space: { axes: [{ kind: 'range' as const, name: 'a', min: 5, max: 9, step: 1 }], constraints: [] },
    method: 'grid' as const,
    budget: 5,
    searchSeed: 0,
    objectives: [],
    metrics: ['trades' as const, 'sharpe' as const],
  },
};

function compared(run: Partial<Manifest>, [trades, sharpe]: readonly number[], manifest: Manifest | null = MANIFEST) {
  const metric = (value = 0) => ({ value, unit: 'ratio' as const, convention: '' });
  const metrics = { trades: metric(trades), sharpe: metric(sharpe) };
  const summary: RunSummary = { bars: 1, trades: 1, metrics, warnings: [], failure: null };
  const swept = { place: 2, metrics: Float64Array.of(4, Number.NaN) };
  return compareWithRun(SWEEP, swept, manifest, { manifest: { ...MANIFEST, ...run }, summary });
}

const OWN = { params: { a: 7, b: 2 } };

it('is verified where everything is the same, undefined metrics included', () => {
  expect(compared(OWN, [4, Number.NaN])).toEqual({ isVerified: true, isSame: true, differences: [] });
});

it('is not where a metric differs, however little', () => {
  const trades = 4.000000000000001;
  expect(compared(OWN, [trades, 1])).toEqual({
    isVerified: false,
    isSame: true,
    differences: [
      { metric: 'trades', sweep: 4, run: trades },
      { metric: 'sharpe', sweep: null, run: 1 },
    ],
  });
});

it.each([
  ['parameters', { params: { a: 8, b: 2 } }, MANIFEST],
  ['an engine', { ...OWN, engine: 2 }, MANIFEST],
  ['nothing to compare with', OWN, null],
])('is not with other %s', (_, run, manifest) => {
  expect(compared(run, [4, Number.NaN], manifest)).toMatchObject({ isVerified: false, isSame: false });
});
