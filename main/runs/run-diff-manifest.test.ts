import { describe, expect, test } from 'vitest';
import type { Manifest } from '#shared/domain/manifest.ts';
import { hash, manifest, usedSeries } from './run-diff.fixture.ts';
import { manifestDifferences, manifestValue } from './run-diff-manifest.ts';

describe('two manifests', () => {
  test('that are the same differ in nothing', () => {
    expect(manifestDifferences(manifest(), structuredClone(manifest()))).toEqual([]);
  });

  test('differ value by value, in the order in which people ask', () => {
    const other = manifest({
      seed: 7,
      semantics: 'other' as Manifest['semantics'],
      costs: { ...manifest().costs, commission: { model: 'percent', fraction: 0.001 } },
      account: { ...manifest().account, leverage: 2 },
      cash: 5_000,
      data: [usedSeries({ sha256: hash('e'), rows: 9, instrument: { ...usedSeries().instrument, lotStep: 0.5 } })],
      params: { fast: 12, slow: 30 },
      strategy: { sha256: hash('f') },
      engine: 2,
    });
    const found = manifestDifferences(manifest({ params: { fast: 10 } }), other);
    expect(found.map(({ area, path, a, b }) => [area, path.join('.'), a, b])).toEqual([
      ['engine', 'engine', 1, 2],
      ['code', 'strategy.sha256', hash('c'), hash('f')],
      ['parameter', 'params.fast', 10, 12],
      ['parameter', 'params.slow', undefined, 30],
      ['data', 'data.TEST.sha256', hash('d'), hash('e')],
      ['data', 'data.TEST.rows', 10, 9],
      ['instrument', 'data.TEST.instrument.lotStep', 1, 0.5],
      ['capital', 'cash', 10_000, 5_000],
      ['account', 'account.leverage', 1, 2],
      ['costs', 'costs.commission', { model: 'none' }, { model: 'percent', fraction: 0.001 }],
      ['semantics', 'semantics', 'hindcast-1', 'other'],
      ['seed', 'seed', 0, 7],
    ]);
  });

  test('may have fields that are not known here: they come last', () => {
    const other = { hedging: { on: true }, ...manifest({ seed: 1, cash: 1 }) };
    expect(manifestDifferences(other, manifest())).toEqual([
      { area: 'capital', path: ['cash'], a: 1, b: 10_000 },
      { area: 'seed', path: ['seed'], a: 1, b: 0 },
      { area: 'other', path: ['hedging'], a: { on: true }, b: undefined },
    ]);
    const { seed, ...rest } = manifest({ cash: 1 });
    expect(manifestDifferences({ seed: seed + 1, ...rest }, manifest()).map(({ area }) => area)).toEqual([
      'capital',
      'seed',
    ]);
  });
});

describe('series go by their symbol', () => {
  const [one, two, three] = ['ONE', 'TWO', 'THREE'].map((symbol) => usedSeries({ symbol }));
  const used = (...data: (ReturnType<typeof usedSeries> | undefined)[]) =>
    manifest({ data: data.filter((series) => series !== undefined) });

  test('one more is that one alone, wherever it stands', () => {
    expect(manifestDifferences(used(one, two), used(three, one, two))).toEqual([
      { area: 'data', path: ['data', 'THREE'], a: undefined, b: three },
    ]);
  });

  test('another order is a difference', () => {
    expect(manifestDifferences(used(one, two), used(two, one))).toEqual([
      { area: 'data', path: ['data'], a: ['ONE', 'TWO'], b: ['TWO', 'ONE'] },
    ]);
  });
});

test.each([
  [undefined, 'not set'],
  [null, 'null'],
  [0.5, '0.5'],
  [false, 'false'],
  [['ONE', 'TWO'], 'ONE, TWO'],
  [{ model: 'none' }, 'none'],
  [{ model: 'ticks', ticks: 2, most: 3 }, 'ticks (ticks 2, most 3)'],
  [{ symbol: 'ONE', rows: 3 }, 'symbol ONE, rows 3'],
])('%j reads: %s', (value, text) => expect(manifestValue(value)).toBe(text));
