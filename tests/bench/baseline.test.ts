import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Baseline, compileBaseline, findCompiler } from './baseline.ts';
import { type Books, firstDifference, tradeCount } from './books.ts';
import { EngineThreads } from './engine-threads.ts';
import { writeSeries } from './series-files.ts';
import { syntheticBars } from './synthetic-series.ts';
import { smaCrossTask } from './workload.ts';

/** Enough for crossings that begin with equal averages, both ways, and with a position open at the end. */
const BARS = 100_020;
const folder = mkdtempSync(join(tmpdir(), 'hindcast-bench-'));
const engine = new EngineThreads();

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

test('the C program and the engine keep the same books', async ({ skip }) => {
  skip(findCompiler() === null, 'there is no gcc on this machine');
  const bars = syntheticBars(BARS);
  writeSeries(folder, bars);
  const baseline = new Baseline(compileBaseline(folder), folder, BARS);
  await baseline.run();
  const theirs = await baseline.books();
  await baseline.close();
  const ours = await engine.answer({ ask: 'books', task: smaCrossTask(bars) });
  expect(tradeCount(ours)).toBeGreaterThan(1_500);
  expect(firstDifference(ours, theirs)).toBeNull();
});

test('names the first difference of two books', () => {
  const books: Books = { trades: Float64Array.of(3, 5, 100, 110, 2, 20), equity: Float64Array.of(1_000, 1_020) };
  const changed = (trades: number[], equity = [1_000, 1_020]) =>
    firstDifference(books, { trades: Float64Array.from(trades), equity: Float64Array.from(equity) });
  expect(changed([3, 5, 100, 110, 2, 20])).toBeNull();
  expect(changed([3, 5, 100, 110, 2, 20 + 1e-7], [1_000, 1_020 + 1e-7])).toBeNull();
  expect(changed([])).toBe('1 trades against 0');
  expect(changed([3, 6, 100, 110, 2, 20])).toBe('trade 0: exit bar 5 against 6');
  expect(changed([3, 5, 100, 110 + 1e-9, 2, 20])).toMatch(/^trade 0: exit price/);
  expect(changed([3, 5, 100, 110, 2, 20.001])).toBe('trade 0: profit 20 against 20.001');
  expect(changed([3, 5, 100, 110, 2, 20], [1_000, 1_020.1])).toBe('equity on bar 1: 1020 against 1020.1');
  expect(changed([3, 5, 100, 110, 2, 20], [1_000])).toBe('2 bars of equity against 1');
});
