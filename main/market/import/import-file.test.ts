import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { type ErrorDetail, HindcastError } from '#shared/domain/errors.ts';
import { MemorySink } from '../../../tests/fixtures/import/memory-sink.ts';
import { type ParquetColumn, plainParquet } from '../../../tests/fixtures/import/plain-parquet.ts';
import { zipArchive } from '../../../tests/fixtures/import/zip-archive.ts';
import { type ImportControls, type ImportOptions, importFile } from './import-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'hindcast-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The error that an import ends with, and the sink, which must be as it was. */
async function refusal(path: string, options: ImportOptions = {}, controls: ImportControls = {}): Promise<ErrorDetail> {
  const sink = new MemorySink();
  const error = await importFile(path, sink, options, controls).catch((reason: unknown) => reason);
  if (!(error instanceof HindcastError)) throw error;
  expect(sink.stored.size).toBe(0);
  expect(sink.open.size).toBe(0);
  const { kind, message, hint } = error.detail;
  if (kind !== 'run') expect(message.slice(0, path.length + 2)).toBe(`${path}: `);
  expect(message).toMatch(/[^.]\.$/);
  expect(hint).toMatch(/^[A-Z].*[^.]\.$/);
  return error.detail;
}

const DAYS =
  'date,open,high,low,close,volume\n2020-01-02,5,6,4,5.5,100\n2020-01-03,5.5,7,5,6,110\n2020-01-06,6,6.5,5.5,6,90\n';
const minutes = (count: number) =>
  `time,price\n${Array.from({ length: count }, (_, k) => `${1_600_000_000 + k * 60},${1 + k}\n`).join('')}`;

describe('importFile', () => {
  it('reports what it did', async () => {
    const path = file('acme.csv', DAYS);
    const sink = new MemorySink();
    const report = await importFile(path, sink, { instrument: { tickSize: 0.01, quoteCurrency: 'EUR' } });
    expect(report).toEqual({
      file: path,
      rows: 3,
      badRowCount: 0,
      badRows: [],
      series: [
        expect.objectContaining({
          summary: expect.objectContaining({
            symbol: 'ACME',
            timeframe: '1d',
            source: 'import',
            rows: 3,
            instrument: { symbol: 'ACME', quoteCurrency: 'EUR', tickSize: 0.01, lotStep: 1, multiplier: 1 },
          }),
          previousHash: null,
        }),
      ],
      dialect: {
        format: 'csv',
        packing: 'none',
        delimiter: ',',
        hasHeader: true,
        columns: { date: 'date', open: 'open', high: 'high', low: 'low', close: 'close', volume: 'volume' },
        dateFormat: 'YYYY-MM-DD',
        timezone: 'UTC',
        decimal: '.',
        order: 'ascending',
        timeframes: ['1d'],
        closeOnly: false,
        notes: [],
      },
    });
  });

  it('gives the same series when the same file comes again', async () => {
    const path = file('again.csv', DAYS);
    const sink = new MemorySink();
    const [first] = (await importFile(path, sink)).series;
    const [second] = (await importFile(path, sink)).series;
    expect(second?.previousHash).toBe(first?.summary.hash);
    expect(second?.summary.hash).toBe(first?.summary.hash);
  });

  it('stores under the symbol, timeframe and source that the user names', async () => {
    const sink = new MemorySink();
    const options = { symbol: 'XYZ', timeframe: '1w', source: 'file' } as const;
    const { series } = await importFile(file('named.csv', DAYS), sink, options);
    expect(series[0]?.summary).toMatchObject(options);
    const pairs = file('pairs.csv', 'date,symbol,price\n2020-01-02,A/B,1\n2020-01-03,A/B,1\n');
    expect((await importFile(pairs, sink, { symbol: 'AB-1' })).series[0]?.summary.symbol).toBe('AB-1');
  });

  it('refuses one symbol for several, and what cannot be a symbol or an instrument', async () => {
    const two = file('two.csv', 'date,symbol,price\n2020-01-02,A,1\n2020-01-02,B,1\n');
    expect(await refusal(two, { symbol: 'X' })).toMatchObject({ code: 'import.many-symbols', kind: 'usage' });
    const path = file('plain.csv', DAYS);
    expect(await refusal(path, { symbol: 'A B' })).toMatchObject({
      code: 'import.symbol',
      message: expect.stringContaining('"A B"'),
    });
    for (const symbol of ['', 'X'.repeat(41)]) {
      const message = `${path}: "${symbol}" can't be a symbol: a symbol has 1 to 40 characters.`;
      expect(await refusal(path, { symbol })).toMatchObject({ code: 'import.symbol', message });
    }
    const one = file('one.csv', 'date,symbol,price\n2020-01-02,A,1\n2020-01-03,A,1\n');
    expect(await refusal(one, { symbol: 'A B' })).toMatchObject({ code: 'import.symbol' });
    expect(await refusal(path, { instrument: { lotStep: -1 } })).toMatchObject({
      code: 'import.instrument',
      message: expect.stringContaining('lotStep'),
    });
  });

  it('writes large newest-first files from the end', async () => {
    const [header = '', ...lines] = minutes(10_000).trimEnd().split('\n');
    const sink = new MemorySink();
    const path = file('newest.csv', [header, ...lines.reverse()].join('\n'));
    expect((await importFile(path, sink)).dialect.order).toBe('descending');
    expect(sink.rows('NEWEST 1m').map((row) => row[4])).toEqual(Array.from({ length: 10_000 }, (_, k) => k + 1));
  });

  it('lends a symbol with one bar the timeframe of the others', async () => {
    const text = 'date,symbol,price\n2020-01-02,NEW,1\n2020-01-02,OLD,1\n2020-01-03,OLD,1\n2020-01-06,OLD,1\n';
    const sink = new MemorySink();
    const { series } = await importFile(file('young.csv', text), sink);
    expect(series.map(({ summary }) => `${summary.symbol} ${summary.timeframe}`)).toEqual(['NEW 1d', 'OLD 1d']);
  });

  it('asks for the timeframe of a single bar', async () => {
    const path = file('single.csv', 'date,price\n2020-01-02,1\n');
    expect(await refusal(path)).toMatchObject({
      code: 'data.timeframe-unknown',
      hint: expect.stringContaining('1d'),
    });
    const { series } = await importFile(path, new MemorySink(), { timeframe: '1d' });
    expect(series[0]?.summary.rows).toBe(1);
  });

  it('reads wall-clock times in the zone', async () => {
    const path = file('zone.csv', 'time,price\n2020-01-02 09:30,1\n2020-01-02 09:31,1\n');
    const sink = new MemorySink();
    await importFile(path, sink, { timezone: 'America/New_York' });
    expect(sink.rows('ZONE 1m')[0]?.[0]).toBe('2020-01-02T14:30:00.000Z');
  });

  it('reports progress that ends at the whole file', async () => {
    const path = file('progress.csv', minutes(50_000));
    const reports: { bytesRead: number; bytesTotal: number; rows: number }[] = [];
    await importFile(path, new MemorySink(), {}, { onProgress: (progress) => reports.push(progress) });
    const last = reports.at(-1);
    expect(last?.rows).toBe(50_000);
    expect(last?.bytesRead).toBe(last?.bytesTotal);
    expect(last?.bytesTotal).toBe(minutes(50_000).length);
  });
});

describe('bad rows', () => {
  const bad = `${DAYS}2020-01-07,6,5,7,6,1\nnot a bar\n`;

  it('refuse the file, and are listed with their lines', async () => {
    const path = file('bad.csv', bad);
    expect(await refusal(path)).toEqual({
      kind: 'data',
      code: 'data.bad-rows',
      message: `${path}: 2 bad rows among 5; nothing was imported.`,
      hint: 'Correct the file, or import the other rows alone.',
      lines: [
        'line 5: high 5 is below low 7 | 2020-01-07,6,5,7,6,1',
        'line 6: expected 6 columns, found 1 | not a bar',
      ],
    });
  });

  it('can be left out', async () => {
    const sink = new MemorySink();
    const { rows, badRowCount, badRows } = await importFile(file('skip.csv', bad), sink, { skipBad: true });
    expect({ rows, badRowCount, lines: badRows.map(({ line }) => line) }).toEqual({
      rows: 3,
      badRowCount: 2,
      lines: [5, 6],
    });
    expect(sink.rows('SKIP 1d')).toHaveLength(3);
  });

  it('are all counted, and listed up to a limit', async () => {
    const path = file('worse.csv', `${minutes(5000)}${'x,y\n'.repeat(30)}`);
    const { message, lines } = await refusal(path, { maxReportedBadRows: 3 });
    expect(message).toContain('30 bad rows among 5030');
    expect(lines).toHaveLength(4);
    expect(lines?.at(-1)).toBe('… and 27 more');
  });

  it('are refused even when skipped if nothing is left', async () => {
    const path = file('hopeless.csv', 'date,price\n2020-01-02,-1\n');
    expect(await refusal(path, { skipBad: true })).toMatchObject({
      code: 'data.bad-rows',
      message: expect.stringContaining('no good rows'),
    });
  });
});

describe('cancelling', () => {
  const path = file('cancel.csv', minutes(20_000));
  const isCancelled = { kind: 'run', code: 'run.cancelled' };

  it('leaves the store as it was before the first and after the last row', async () => {
    expect(await refusal(path, {}, { signal: AbortSignal.abort() })).toMatchObject(isCancelled);
    const abort = new AbortController();
    const onProgress = ({ rows }: { rows: number }) => {
      if (rows === 20_000) abort.abort();
    };
    expect(await refusal(path, {}, { signal: abort.signal, onProgress })).toMatchObject(isCancelled);
  });

  it('discards the blocks that were written', async () => {
    const abort = new AbortController();
    const sink = new MemorySink();
    let blocks = 0;
    const begin = sink.beginImport.bind(sink);
    sink.beginImport = (target) => {
      const writer = begin(target);
      const append = writer.append.bind(writer);
      writer.append = (bars) => {
        append(bars);
        blocks++;
        abort.abort();
      };
      return writer;
    };
    const work = importFile(path, sink, {}, { signal: abort.signal });
    await expect(work).rejects.toMatchObject({ detail: isCancelled });
    expect({ blocks, open: sink.open.size, stored: sink.stored.size }).toEqual({ blocks: 1, open: 0, stored: 0 });
  });

  it('discards what was written when the store fails', async () => {
    const sink = new MemorySink();
    sink.commitImport = () => {
      throw new Error('disk full');
    };
    await expect(importFile(file('full.csv', DAYS), sink)).rejects.toThrow('disk full');
    expect(sink.open.size).toBe(0);
  });
});

describe('files that cannot be imported', () => {
  it('say what to do', async () => {
    expect(await refusal(join(folder, 'nowhere.csv'))).toMatchObject({
      code: 'data.file-missing',
      message: expect.stringContaining('nowhere.csv'),
    });
    expect(await refusal(folder)).toMatchObject({ code: 'data.not-a-file' });
    expect(await refusal(file('empty.csv', ''))).toMatchObject({ code: 'data.empty-file' });
    expect(await refusal(file('blank.csv', '\n \n'))).toMatchObject({ code: 'data.no-rows' });
    expect(
      await refusal(
        file(
          'photo.csv',
          Uint8Array.from({ length: 999 }, (_, k) => (k * 7) % 256),
        ),
      ),
    ).toMatchObject({
      code: 'data.not-text',
    });
    const strange = await refusal(file('strange.csv', 'a,b\n1,2\n'));
    expect(strange).toMatchObject({ code: 'data.columns', message: expect.stringMatching(/strange\.csv: .*"a", "b"/) });
    expect(strange.hint).toContain('which columns');
  });
});

describe('packed files', () => {
  it('are unpacked on the way', async () => {
    const sink = new MemorySink();
    const gzip = await importFile(file('G.csv.gz', gzipSync(DAYS)), sink);
    expect(gzip.dialect.packing).toBe('gzip');
    const zip = await importFile(
      file('Z.zip', zipArchive({ 'folder/': '', 'folder/inner.csv': DAYS, 'note.md': 'x' })),
      sink,
    );
    expect(zip.dialect.packing).toBe('zip');
    expect(sink.rows('G 1d')).toHaveLength(3);
    expect(sink.rows('INNER 1d')).toEqual(sink.rows('G 1d'));
  });

  it('with several data files need a choice', async () => {
    const path = file('several.zip', zipArchive({ 'a.csv': DAYS, 'b.csv': DAYS }));
    expect(await refusal(path)).toMatchObject({ code: 'data.archive-choice', lines: ['a.csv', 'b.csv'] });
    expect(await refusal(path, { entry: 'c.csv' })).toMatchObject({ code: 'import.entry' });
    expect((await importFile(path, new MemorySink(), { entry: 'b.csv' })).series[0]?.summary.symbol).toBe('B');
    expect(await refusal(file('none.zip', zipArchive({})))).toMatchObject({ code: 'data.archive-choice' });
  });

  it('that are broken or something else are refused', async () => {
    const gzip = gzipSync(minutes(1000));
    expect(await refusal(file('cut.csv.gz', gzip.subarray(0, gzip.length - 200)))).toMatchObject({
      code: 'data.archive-unreadable',
    });
    const zip = zipArchive({ 'a.csv': minutes(1000) });
    expect(await refusal(file('cut.zip', zip.subarray(0, zip.length - 10)))).toMatchObject({
      code: 'data.archive-unreadable',
    });
    const damaged = Buffer.from(zip).fill(0xff, 100, 300);
    expect(await refusal(file('damaged.zip', damaged))).toMatchObject({ code: 'data.archive-unreadable' });
    const sheet = zipArchive({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>' });
    expect(await refusal(file('sheet.xlsx', sheet))).toMatchObject({
      code: 'data.spreadsheet',
      hint: expect.stringContaining('CSV'),
    });
  });

  it('that unpack to a thousand times their size are bombs', async () => {
    const bomb = gzipSync(DAYS + `${' '.repeat(1_000_000)}\n`.repeat(110), { level: 9 });
    expect(await refusal(file('bomb.csv.gz', bomb))).toMatchObject({ code: 'data.archive-bomb' });
  });
});

describe('Parquet files', () => {
  const prices = (name: string, values: number[]): ParquetColumn => ({ name, type: 'double', values });
  const times = [Date.UTC(2021, 2, 1), Date.UTC(2021, 2, 2), Date.UTC(2021, 2, 3)];
  const bars = (time: ParquetColumn): ParquetColumn[] => [
    time,
    { name: 'ticker', type: 'text', values: ['AÄ', 'AÄ', 'AÄ'] },
    prices('open', [1.1, 2, 3]),
    prices('high', [2.5, 3, 4]),
    prices('low', [1, 1.5, 2]),
    prices('close', [2, 2.5, 3]),
    prices('extra', [0, 0, 0]),
  ];

  it.each<[string, ParquetColumn, ImportOptions, string]>([
    [
      'moments in UTC',
      { name: 'ts', type: 'int64', values: times.map(BigInt), logical: 'timestamp-ms-utc' },
      { timezone: 'Asia/Tokyo' },
      '2021-03-01T00:00:00.000Z',
    ],
    [
      'wall-clock moments',
      { name: 'ts', type: 'int64', values: times.map(BigInt), logical: 'timestamp-ms-local' },
      { timezone: 'Asia/Tokyo' },
      '2021-02-28T15:00:00.000Z',
    ],
    [
      'epoch microseconds',
      { name: 'time', type: 'int64', values: times.map((time) => BigInt(time) * 1000n) },
      {},
      '2021-03-01T00:00:00.000Z',
    ],
    [
      'texts',
      { name: 'date', type: 'text', values: ['2021-03-01', '2021-03-02', '2021-03-03'] },
      {},
      '2021-03-01T00:00:00.000Z',
    ],
  ])('with %s are read, one row group after another', async (_, time, options, first) => {
    const sink = new MemorySink();
    const path = file('table.parquet', plainParquet(bars(time), { rowsPerGroup: 2 }));
    const { dialect, rows } = await importFile(path, sink, options);
    expect(rows).toBe(3);
    expect(dialect).toMatchObject({ format: 'parquet', notes: ['column not used: extra'] });
    expect(sink.rows('AÄ 1d')[0]).toEqual([first, 1.1, 2.5, 1, 2, NaN]);
    expect(sink.rows('AÄ 1d').map((row) => row[4])).toEqual([2, 2.5, 3]);
  });

  it('have their bad rows counted by row', async () => {
    const time: ParquetColumn = { name: 'time', type: 'int64', values: times.map(BigInt) };
    const path = file('bad.parquet', plainParquet([time, prices('close', [1, NaN, 2])]));
    expect((await refusal(path)).lines).toEqual(['line 2: close has no value: "NaN" | 1614643200000,NaN']);
  });

  it('in an unknown compression, empty or cut short are refused', async () => {
    const columns = bars({ name: 'time', type: 'int64', values: times.map(BigInt) });
    expect(await refusal(file('lzo.parquet', plainParquet(columns, { codec: 3 })))).toMatchObject({
      code: 'data.parquet-codec',
      message: expect.stringContaining('LZO'),
    });
    const whole = plainParquet(columns);
    expect(await refusal(file('cut.parquet', whole.subarray(0, whole.length - 9)))).toMatchObject({
      code: 'data.parquet-unreadable',
    });
    expect(await refusal(file('lies.csv', DAYS), { format: 'parquet' })).toMatchObject({
      code: 'data.parquet-unreadable',
    });
    expect(await refusal(file('none.parquet', plainParquet([prices('close', [])])))).toMatchObject({
      code: 'data.no-rows',
    });
  });
});
