import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { Hindcast } from '../support/hindcast.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const PRICES = join(EXAMPLES, 'data/sp500-2000.csv');
const WEEKS = 40;
const DAY = 86_400_000;

const hindcast = new Hindcast();
afterAll(() => hindcast.remove());

interface RunFile {
  firstTradableIndex: number;
  orders: { side: string; placedIndex: number }[];
}

/** For each day whether the last week that was over before it closed above the mean of the last 40. */
function risingDays(): boolean[] {
  const days = readFileSync(PRICES, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));
  const closes = new Map<number, number>();
  return days.map(([date = '', , , , close]) => {
    const week = Math.floor((Date.parse(date) / DAY + 3) / 7);
    const over = [...closes].filter(([other]) => other < week).map(([, last]) => last);
    closes.set(week, Number(close));
    const mean = over.slice(-WEEKS).reduce((sum, one) => sum + one, 0) / WEEKS;
    return over.length >= WEEKS && (over.at(-1) ?? 0) > mean;
  });
}

test('the example of a weekly trend on daily bars buys only while that rises', async () => {
  const json = join(hindcast.folder, 'run.json');
  const strategy = join(EXAMPLES, 'weekly-trend.ts');
  const run = await hindcast.run('run', strategy, '--data', PRICES, '--param', `weeks=${WEEKS}`, '--json', json);
  expect([run.code, run.stderr]).toEqual([0, '']);
  const { orders, firstTradableIndex } = JSON.parse(readFileSync(json, 'utf8')) as RunFile;
  const isRising = risingDays();
  const bought = orders.filter(({ side }) => side === 'buy').map(({ placedIndex }) => placedIndex);
  expect(bought.length).toBeGreaterThan(100);
  expect(bought.filter((day) => !isRising[day])).toEqual([]);
  // 2000-10-09, the Monday after 40 weeks: by a calendar without holidays a week is over when the next has begun.
  expect(firstTradableIndex).toBe(194);
});
