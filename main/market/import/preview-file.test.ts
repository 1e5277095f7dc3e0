import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainParquet } from '../../../tests/fixtures/import/plain-parquet.ts';
import { previewFile } from './preview-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindcast-preview-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const DAILY = 'Date,Open,High,Low,Close,Note\n2024-01-02,1,2,0.5,1.5,a\n2024-01-03,1.5,3,1,2,b\n';

describe('a preview', () => {
  it('shows columns, rows and how they are read', async () => {
    const preview = await previewFile(file('spy.csv', DAILY), {});
    expect(preview).toMatchObject({
      columns: ['Date', 'Open', 'High', 'Low', 'Close', 'Note'],
      rows: [
        { line: 2, cells: ['2024-01-02', '1', '2', '0.5', '1.5', 'a'] },
        { line: 3, cells: ['2024-01-03', '1.5', '3', '1', '2', 'b'] },
      ],
      problem: null,
      dialect: {
        format: 'csv',
        packing: 'none',
        columns: { date: 'Date', open: 'Open' },
        notes: ['column not used: Note'],
      },
      series: [{ symbol: 'SPY', timeframe: '1d', firstTime: Date.UTC(2024, 0, 2), rows: 2 }],
      goodRows: 2,
      badRowCount: 0,
      isWhole: true,
    });
  });

  it('follows what is said', async () => {
    const preview = await previewFile(file('spy.csv', DAILY), {
      symbol: 'X',
      timeframe: '1w',
      columns: { close: 'Open' },
    });
    expect(preview).toMatchObject({
      series: [{ symbol: 'X', timeframe: '1w' }],
      dialect: { columns: { close: 'Open' } },
    });
  });

  it('numbers columns without names', async () => {
    const { columns, rows } = await previewFile(file('bare.csv', '2024-01-02;1,5\n2024-01-03;1,6\n'), {});
    expect([columns, rows[0]?.line]).toEqual([['#1', '#2'], 1]);
  });

  it('reads newest first, several symbols, and packed files', async () => {
    const text = 'symbol,date,close\nA,2024-01-03,2\nB,2024-01-03,3\nA,2024-01-02,1\nB,2024-01-02,4\n';
    const { series, dialect } = await previewFile(file('both.csv.gz', gzipSync(text)), {});
    expect(dialect).toMatchObject({ packing: 'gzip', order: 'descending' });
    expect(series.map(({ symbol, firstTime }) => [symbol, firstTime])).toEqual([
      ['A', Date.UTC(2024, 0, 2)],
      ['B', Date.UTC(2024, 0, 2)],
    ]);
  });

  it('looks at the beginning of a long file', async () => {
    const lines = Array.from({ length: 50_000 }, (_, i) => `${1_700_000_000 + i * 60},${i + 1}`);
    const preview = await previewFile(file('long.csv', `time,close\n${lines.join('\n')}`), {});
    expect(preview.isWhole).toBe(false);
    expect(preview.goodRows).toBeGreaterThanOrEqual(5_000);
    expect(preview.goodRows).toBeLessThan(20_000);
    expect(preview.rows).toHaveLength(29);
  });

  it('lists bad rows with their lines', async () => {
    const { badRows, badRowCount } = await previewFile(file('bad.csv', `${DAILY}2024-01-04,x,3,1,2,c\n`), {});
    expect([badRowCount, badRows[0]?.line]).toEqual([1, 4]);
  });

  it('reads Parquet', async () => {
    const bytes = plainParquet([
      { name: 'date', type: 'int64', values: [1_704_153_600_000n, 1_704_240_000_000n], logical: 'timestamp-ms-utc' },
      { name: 'close', type: 'double', values: [1, 2] },
    ]);
    const { columns, dialect } = await previewFile(file('x.parquet', bytes), {});
    expect([columns, dialect?.format]).toEqual([['date', 'close'], 'parquet']);
  });
});

describe('a file that can’t be read yet', () => {
  it('shows its rows with what is wrong', async () => {
    const preview = await previewFile(file('odd.csv', 'when;what\nyesterday;5\n\ntoday;6\n'), {});
    expect(preview).toMatchObject({
      columns: ['#1', '#2'],
      rows: [
        { line: 1, cells: ['when', 'what'] },
        { line: 2, cells: ['yesterday', '5'] },
        { line: 4, cells: ['today', '6'] },
      ],
      dialect: null,
      series: [],
      isWhole: false,
    });
    expect(preview.problem?.kind).toBe('data');
  });

  it('has no rows to show when it is no text', async () => {
    const preview = await previewFile(file('odd.bin', Uint8Array.of(1, 0, 2, 0, 0, 0, 255)), {});
    expect(preview).toMatchObject({ columns: [], rows: [], dialect: null, problem: { kind: 'data' } });
  });

  it('is refused when there is none', async () => {
    await expect(previewFile(join(folder, 'none.csv'), {})).rejects.toMatchObject({
      detail: { code: 'data.file-missing' },
    });
  });
});
