import { expect, it } from 'vitest';
import { dailyBars } from '../../tests/support/bars.ts';
import { store, tempApp } from '../../tests/support/temp-app.ts';
import { openDatabase } from '../db/open.ts';
import { asked } from '../threads/asked.ts';
import { GapCounts } from './gap-counts.ts';
import { GapTable } from './gap-table.ts';

it('gaps are counted once for the same bars, and again where that failed', async () => {
  const app = tempApp();
  for (const symbol of ['SPY', 'TWIN']) store(app, symbol, dailyBars([[1, 2, 1, 2]]));
  const series = app.market.list();
  await app.remove();
  const [one] = series;
  expect(new Set(series.map(({ hash }) => hash)).size).toBe(1);

  const counted: string[] = [];
  let isBroken = true;
  const countGaps = async (selector: string) => {
    counted.push(selector);
    if (isBroken) throw new Error('the series vanished');
    return 3;
  };
  const database = openDatabase(':memory:');
  const table = new GapTable(database);
  const counts = new GapCounts(table, asked(table), { series: { countGaps } } as never);
  expect(await counts.count(series)).toBe(false);
  isBroken = false;
  expect(await Promise.all([counts.count(series), counts.count(series)])).toEqual([true, false]);
  expect(counted).toHaveLength(2);
  expect([...counts.known()]).toEqual([[one?.hash, 3]]);
  database.close();
});
