import { describe, expect, it } from 'vitest';
import { MemorySink } from '../../../tests/fixtures/import/memory-sink.ts';
import { importFile } from './import-file.ts';

const folder = new URL('../../../tests/fixtures/import/', import.meta.url).pathname;

/** File, series, number of bars, first bar. */
const FILES: [string, string, number, (string | number)[]][] = [
  ['yahoo.csv', 'YAHOO 1d', 3, ['2021-03-01T00:00:00.000Z', 50.1, 51.2, 49.8, 51, 120000]],
  ['stooq.txt', 'ACME.US 5m', 3, ['2021-03-01T15:30:00.000Z', 20.5, 20.9, 20.4, 20.8, 1500]],
  ['metatrader5.csv', 'METATRADER5 1h', 3, ['2021-03-01T00:00:00.000Z', 1.2071, 1.208, 1.2066, 1.2078, 3120]],
  ['metatrader4.csv', 'METATRADER4 15m', 3, ['2021-03-01T00:00:00.000Z', 1.2071, 1.208, 1.2066, 1.2078, 312]],
  ['dukascopy.csv', 'DUKASCOPY 1m', 3, ['2021-03-14T22:00:00.000Z', 1.1951, 1.1958, 1.1949, 1.1955, 1204.5]],
  ['tradingview.csv', 'TRADINGVIEW 4h', 3, ['2021-03-01T00:00:00.000Z', 45000.5, 45200, 44900, 45100.25, 12.5]],
  ['decimal-comma.csv', 'DECIMAL-COMMA 1d', 3, ['2021-03-01T00:00:00.000Z', 13.89, 13.99, 13.85, 13.92, 1000]],
  ['binance-klines.csv', 'BINANCE-KLINES 1m', 3, ['2021-03-01T00:00:00.000Z', 45000.5, 45200, 44900, 45100.25, 12.5]],
  ['histdata.csv', 'HISTDATA 1m', 3, ['2021-03-01T17:00:00.000Z', 1.2045, 1.2047, 1.2044, 1.2046, 0]],
  ['newest-first.csv', 'BTCUSD 1d', 3, ['2021-03-01T00:00:00.000Z', 45100, 49800, 45000, 49600, NaN]],
  ['month-names.csv', 'MONTH-NAMES 1d', 3, ['2021-03-01T00:00:00.000Z', 101.5, 101.5, 101.5, 101.5, NaN]],
  ['month-first.csv', 'MONTH-FIRST 1d', 3, ['2021-02-26T00:00:00.000Z', 10.5, 10.5, 10.5, 10.5, NaN]],
  ['day-first.csv', 'DAY-FIRST 1d', 3, ['2021-02-26T00:00:00.000Z', 10.5, 10.5, 10.5, 10.5, NaN]],
  ['pandas.csv', 'PANDAS 1h', 3, ['2021-03-01T14:30:00.000Z', 10, 11, 9, 10.5, 100]],
  ['bars.jsonl', 'BARS 1m', 3, ['2021-03-01T14:30:00.000Z', 10, 11, 9, 10.5, 100]],
  ['long-pipe.csv', 'BBB 1d', 2, ['2021-03-01T00:00:00.000Z', 20, 21, 19, 20.5, 200]],
];

describe('files of many vendors', () => {
  it.each(FILES)('%s becomes %s', async (file, series, count, first) => {
    const sink = new MemorySink();
    await importFile(`${folder}${file}`, sink, { skipBad: true });
    const rows = sink.rows(series);
    expect(rows).toHaveLength(count);
    expect(rows[0]).toEqual(first);
  });

  it('says which columns were not used', async () => {
    const { dialect } = await importFile(`${folder}tradingview.csv`, new MemorySink());
    expect(dialect.notes).toEqual(['columns not used: MA, RSI']);
  });

  it('counts the rows that Yahoo leaves empty as bad', async () => {
    const { badRows } = await importFile(`${folder}yahoo.csv`, new MemorySink(), { skipBad: true });
    expect(badRows.map(({ line, reason }) => [line, reason])).toEqual([[4, 'open has no value: "null"']]);
  });
});

describe('the price files that ship with the app', () => {
  const examples = new URL('../../../examples/data/', import.meta.url).pathname;

  it('sp500-2000.csv is one daily series', async () => {
    const sink = new MemorySink();
    const { rows, dialect } = await importFile(`${examples}sp500-2000.csv`, sink);
    expect(rows).toBe(5105);
    expect(dialect).toMatchObject({ timeframes: ['1d'], closeOnly: false, notes: ['column not used: adjclose'] });
    expect(sink.rows('SP500-2000 1d')[0]).toEqual([
      '2000-01-03T00:00:00.000Z',
      1469.25,
      1478,
      1438.359985,
      1455.219971,
      931800000,
    ]);
  });

  it('stocks.csv is five monthly series of closes', async () => {
    const sink = new MemorySink();
    const { series, dialect } = await importFile(`${examples}stocks.csv`, sink);
    expect(series.map(({ summary }) => [summary.symbol, summary.timeframe, summary.rows])).toEqual([
      ['MSFT', '1M', 123],
      ['AMZN', '1M', 123],
      ['IBM', '1M', 123],
      ['GOOG', '1M', 68],
      ['AAPL', '1M', 123],
    ]);
    expect(dialect).toMatchObject({ closeOnly: true, dateFormat: 'Mon-D-YYYY' });
  });
});
