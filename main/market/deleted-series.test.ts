import type { Database } from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { dailyBars, instrument } from '../../tests/support/bars.ts';
import { refusal } from '../../tests/support/refusal.ts';
import { openDatabase } from '../db/open.ts';
import { DeletedSeries } from './deleted-series.ts';
import { MarketStore } from './store/market-store.ts';

const DAY = 86_400_000;
const KEY = { symbol: 'SPY', timeframe: '1d', source: 'import' } as const;

let database: Database;
let market: MarketStore;
let now: number;
let deleted: DeletedSeries;

beforeEach(() => {
  database = openDatabase(':memory:');
  market = new MarketStore(database);
  now = 10 * DAY;
  deleted = opened();
  importSpy(3, 5);
});

const opened = () => new DeletedSeries(database, market);

function importSpy(rows: number, tickSize = 0): void {
  const writer = market.beginImport({
    key: KEY,
    instrument: instrument({ symbol: 'SPY', tickSize }),
    closeOnly: false,
  });
  writer.append(dailyBars(Array.from({ length: rows }, () => [1, 2, 1, 2] as const)));
  market.commitImport([writer]);
}

describe('a deleted series', () => {
  it('is seen by nobody', async () => {
    deleted.delete('SPY', now);
    expect(market.list()).toEqual([]);
    expect((await refusal(() => market.find('SPY'))).code).toBe('data.no-such-series');
  });

  it('comes back as it was', async () => {
    const before = market.find('SPY');
    const id = deleted.delete('spy', now);
    // Neither a new start nor an import cleans it away.
    market = new MarketStore(database);
    market.compact();
    expect(opened().restore(id)).toEqual(KEY);
    expect(market.find('SPY')).toEqual(before);
    expect(market.load(KEY).bars.time).toHaveLength(3);
  });

  it('makes room for a new one, which then stands in its way', async () => {
    const id = deleted.delete('SPY', now);
    importSpy(5);
    expect(market.find('SPY').rows).toBe(5);
    expect((await refusal(() => deleted.restore(id))).code).toBe('data.series-exists');
    market.delete(KEY);
    deleted.restore(id);
    expect(market.find('SPY').rows).toBe(3);
  });

  it('comes back once', async () => {
    const id = deleted.delete('SPY', now);
    deleted.restore(id);
    expect((await refusal(() => deleted.restore(id))).code).toBe('usage.no-such-deletion');
    expect((await refusal(() => deleted.restore(99))).code).toBe('usage.no-such-deletion');
  });

  it('is gone for good after a day', async () => {
    const id = deleted.delete('SPY', now);
    now += DAY - 1;
    deleted.purge(now);
    expect(database.prepare('SELECT count(*) FROM chunks').pluck().get()).toBe(1);
    now += 1;
    deleted.purge(now);
    expect((await refusal(() => opened().restore(id))).code).toBe('usage.no-such-deletion');
    expect(database.prepare('SELECT count(*) FROM chunks').pluck().get()).toBe(0);
  });

  it('stays for that day also when space is needed', async () => {
    const id = deleted.delete('SPY', now);
    now += DAY - 1;
    deleted.purge(now);
    expect(deleted.restore(id)).toEqual(KEY);
    deleted.delete('SPY', now);
    now += DAY;
    deleted.purge(now);
    expect((await refusal(() => deleted.restore(id))).code).toBe('usage.no-such-deletion');
  });
});

it('can’t delete what isn’t there', async () => {
  expect((await refusal(() => deleted.delete('QQQ', now))).code).toBe('data.no-such-series');
});
