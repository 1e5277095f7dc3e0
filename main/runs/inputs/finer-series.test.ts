import { describe, expect, test } from 'vitest';
import type { LoadedSeries, SeriesKey, SeriesSummary } from '#shared/domain/series.ts';
import { dailyBars, instrument } from '../../../tests/support/bars.ts';
import { refusal } from '../../../tests/support/refusal.ts';
import { namedFiner, requireFinerUsed, spanOf, storedFiner } from './finer-series.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2024, 0, 1);

/** Ten days. */
const days: LoadedSeries = {
  key: { symbol: 'AAPL', timeframe: '1d', source: 'import' },
  instrument: instrument({ symbol: 'AAPL' }),
  closeOnly: false,
  bars: dailyBars(Array.from({ length: 10 }, () => [1, 1, 1, 1])),
  hash: '',
};

function stored(about: Partial<SeriesSummary>): SeriesSummary {
  return {
    id: 1,
    symbol: 'AAPL',
    timeframe: '1h',
    source: 'import',
    rows: 240,
    firstTime: START,
    lastTime: START + 10 * DAY - HOUR,
    hash: '',
    closeOnly: false,
    instrument: days.instrument,
    updatedAt: 0,
    ...about,
  };
}

test('a series reaches to the last moment of its last bar', () => {
  expect(spanOf(days)).toEqual({ from: START, to: START + 10 * DAY - 1 });
});

describe('the shorter bars that are stored', () => {
  const found = (...all: Partial<SeriesSummary>[]) => storedFiner(days, all.map(stored));

  test('are the shortest that cover the run', () => {
    expect(found({}, { timeframe: '1m' }, { timeframe: '4h' })?.timeframe).toBe('1m');
    expect(found({}, { timeframe: '1m', firstTime: START + DAY })?.timeframe).toBe('1h');
    expect(found({}, { timeframe: '1m', lastTime: START + 9 * DAY - 1 })?.timeframe).toBe('1h');
  });

  test('may begin and end within the first and the last day', () => {
    expect(found({ firstTime: START + 9 * HOUR, lastTime: START + 9 * DAY + 16 * HOUR })).not.toBeNull();
  });

  test.each<[string, Partial<SeriesSummary>]>([
    ['of another symbol', { symbol: 'MSFT' }],
    ['of another source', { source: 'elsewhere' }],
    ['that are no shorter', { timeframe: '1d' }],
    ['with one price each', { closeOnly: true }],
    ['of which there are too many to be read unasked', { rows: 5_000_001 }],
  ])('are not those %s', (_, about) => {
    expect(found(about)).toBeNull();
  });

  test('are none for bars with one price', () => {
    expect(storedFiner({ ...days, closeOnly: true }, [stored({})])).toBeNull();
  });
});

describe('the shorter bars that are named', () => {
  const hours: SeriesKey = { symbol: 'aapl', timeframe: '1h', source: 'elsewhere' };
  const others: SeriesKey = { symbol: 'MSFT', timeframe: '1h', source: 'import' };

  test('are those of the symbol, of whatever source', () => {
    expect(namedFiner(days, [others, hours])).toBe(hours);
    expect(namedFiner(days, [others])).toBeNull();
  });

  test('must be of use', async () => {
    requireFinerUsed([days], [hours]);
    for (const idle of [others, { ...hours, timeframe: '1w' } as const, { ...hours, timeframe: '1d' } as const]) {
      const error = await refusal(() => requireFinerUsed([days], [hours, idle]));
      expect(error).toMatchObject({ kind: 'usage', code: 'usage.idle-finer' });
      expect(error.message).toContain(`shorter bars ${idle.symbol}:${idle.timeframe}`);
    }
  });
});
