import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SeriesKey } from '#shared/domain/series.ts';
import { dailyBars } from '../../../tests/support/bars.ts';
import { refusal } from '../../../tests/support/refusal.ts';
import { store, type TempApp, tempApp } from '../../../tests/support/temp-app.ts';
import { readArguments } from './arguments.ts';
import { DATA_FLAGS, dataFlags } from './data-flags.ts';

let app: TempApp;
let folder: string;
const keys: Record<string, SeriesKey> = {};

beforeAll(() => {
  app = tempApp({ threads: 1 });
  folder = mkdtempSync(join(tmpdir(), 'hindcast-flags-'));
  for (const symbol of ['AAPL', 'MSFT', 'EURUSD', 'EURUSD=X', 'WIDTH']) {
    keys[symbol] = store(app, symbol, dailyBars([[1, 1, 1, 1]]));
  }
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await app.remove();
});

function read(words: string[], traded = ['AAPL']) {
  const command = { name: 'x', usage: '', summary: '', positionals: [0, 0], flags: DATA_FLAGS } as const;
  const args = readArguments({ ...command, run: async () => 0 }, words);
  return dataFlags(
    args,
    app.market,
    traded.map((symbol) => keys[symbol] as SeriesKey),
  );
}

describe('what a run reads beside its bars', () => {
  test('is nothing but the shorter bars that are stored when nothing is said', () => {
    expect(read([])).toEqual({ fx: [], finer: 'stored', spreads: {}, funding: {} });
    expect(read(['--no-finer']).finer).toEqual([]);
  });

  test('are the series that are named, once or more often', () => {
    const { fx, finer } = read(['--fx', 'EURUSD', '--fx', 'EURUSD=X:1d', '--finer', 'MSFT']);
    expect(fx).toMatchObject([keys['EURUSD'], keys['EURUSD=X']]);
    expect(finer).toMatchObject([keys['MSFT']]);
  });

  test('belongs to the one symbol, or to the one that is named', async () => {
    const one = read(['--spread-series', 'WIDTH', '--funding', 'EURUSD=X']);
    expect(one).toMatchObject({ spreads: { AAPL: keys['WIDTH'] }, funding: { AAPL: keys['EURUSD=X'] } });
    const both = ['AAPL', 'MSFT'];
    expect(read(['--spread-series', 'msft=WIDTH:1d'], both).spreads).toMatchObject({ MSFT: keys['WIDTH'] });
    const error = await refusal(() => read(['--funding', 'WIDTH'], both));
    expect(error).toMatchObject({ kind: 'usage', code: 'usage.which-symbol' });
    expect(error.hint).toBe('Write --funding SYMBOL=WIDTH. The run has AAPL, MSFT.');
  });

  test('are splits and dividends from a file', () => {
    const path = join(folder, 'actions.csv');
    writeFileSync(path, '2024-01-02,split,2\n');
    expect(read(['--actions', path]).actions).toEqual({
      AAPL: [{ kind: 'split', time: Date.UTC(2024, 0, 2), ratio: 2 }],
    });
  });

  test('must be there, and be asked for without contradiction', async () => {
    expect((await refusal(() => read(['--fx', 'GBPUSD']))).code).toBe('data.no-such-series');
    expect((await refusal(() => read(['--finer', 'AAPL', '--no-finer']))).code).toBe('usage.contradiction');
  });
});
