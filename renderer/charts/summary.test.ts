import { describe, expect, test } from 'vitest';
import { priceSummary, seriesSummary } from './summary.ts';
import { viewportFixture } from './viewport/viewport.fixture.ts';

const HOUR = 3_600_000;
const settings = { barLength: HOUR, decimals: 1, lines: [] };
const ten = viewportFixture({ count: 10, close: [110, 120, 130, 140, 150, 160, 170, 180, 190, 200] });

describe('the summary of prices', () => {
  test('says range, prices, change and fills of what is in view', () => {
    expect(priceSummary('BTCUSDT 1h', ten, { from: 0, to: 10 }, settings)).toBe(
      'BTCUSDT 1h, 1 Jan 2025 00:00 to 1 Jan 2025 09:00: 10 candles of 1 h. ' +
        'Open 100.0, close 200.0, up 100.00\u2009%; highest 205.0, lowest 95.0. No fills in view.',
    );
  });

  test('tells of each line where it began and ended, in its own decimals', () => {
    const lines = [
      { id: 'mean', name: 'fast', decimals: 2 },
      { id: 'nowhere', name: 'slow', decimals: 2 },
    ];
    expect(priceSummary('X', ten, { from: 0, to: 10 }, { ...settings, lines })).toMatch(
      /in view\. fast from 110\.00 to 200\.00, up 81\.82\u2009%; highest 202\.00, lowest 108\.00\.$/,
    );
  });

  test('counts fills, and says one candle in the singular and buckets by their length', () => {
    const rows = Int32Array.of(0);
    const counted = Int32Array.of(1);
    const markers = [
      { kind: 'counts' as const, firstRow: rows, rows: counted, bought: counted, sold: rows, pnl: Float64Array.of(1) },
    ];
    const falling = viewportFixture({ count: 1, close: [90], rowsPerBucket: 4, markers });
    const bars = falling.bars && { ...falling.bars, open: Float64Array.of(100) };
    expect(priceSummary('X', { ...falling, bars }, { from: 0, to: 4 }, settings)).toContain(
      '1 candle of 4 h. Open 100.0, close 90.0, down 10.00\u2009%;',
    );
    expect(priceSummary('X', falling, { from: 0, to: 4 }, settings)).toContain('1 fill in view.');
  });

  test('says that nothing changed, or that nothing is there', () => {
    const still = viewportFixture({ count: 1, close: [100] });
    const bars = still.bars && { ...still.bars, open: still.bars.close };
    expect(priceSummary('X', { ...still, bars }, { from: 0, to: 1 }, settings)).toContain('unchanged;');
    expect(priceSummary('X', ten, { from: 50, to: 60 }, settings)).toBe('X: no bars in view.');
    expect(priceSummary('X', { ...ten, bars: null }, { from: 0, to: 10 }, settings)).toBe('X: no bars in view.');
  });
});

describe('the summary of lines', () => {
  const lines = [{ id: 'mean', name: 'Run' }];

  test('says where each began and ended, and the deepest drawdown', () => {
    const drawdown = { min: Float64Array.of(-0.1, -0.25, 0), max: new Float64Array(3), last: new Float64Array(3) };
    const three = viewportFixture({ count: 3, close: [100, 120, 90] });
    const viewport = { ...three, lines: { ...three.lines, drawdown } };
    expect(seriesSummary('Equity', viewport, { from: 0, to: 3 }, { ...settings, lines, drawdown: 'drawdown' })).toBe(
      'Equity, 1 Jan 2025 00:00 to 1 Jan 2025 02:00. ' +
        'Run from 100.0 to 90.0, down 10.00\u2009%; highest 122.0, lowest 88.0. Deepest drawdown −25.00\u2009%.',
    );
  });

  test('says what it lacks', () => {
    const none = {
      min: Float64Array.of(Number.NaN),
      max: Float64Array.of(Number.NaN),
      last: Float64Array.of(Number.NaN),
    };
    const one = { ...viewportFixture({ count: 1 }), lines: { mean: none } };
    const given = { ...settings, lines: [...lines, { id: 'other', name: 'Other' }], drawdown: null };
    expect(seriesSummary('Equity', one, { from: 0, to: 1 }, given)).toBe(
      'Equity, 1 Jan 2025 00:00 to 1 Jan 2025 00:00. Run: no values.',
    );
    expect(seriesSummary('Equity', one, { from: 5, to: 6 }, given)).toBe('Equity: nothing in view.');
  });
});
