import { expect, test } from 'vitest';
import type { RunExport } from '#shared/domain/run-export.ts';
import { day, exported, fill, hash, manifest, order, usedSeries } from '../../runs/run-diff.fixture.ts';
import { type ComparedRun, compareRuns } from '../../runs/run-diff.ts';
import { printDiff } from './print-diff.ts';
import { Terminal } from './terminal.ts';

/** The text, without the metrics. */
function printed(a: Partial<RunExport>, b: Partial<RunExport>, sources = ['one', 'one']): string {
  let text = '';
  const terminal = new Terminal({ write: (part) => (text += part) }, { write: () => {} });
  const [left, right] = [a, b].map((parts, i): ComparedRun => {
    return { run: exported(parts), source: sources[i] ?? null, bars: () => null };
  }) as [ComparedRun, ComparedRun];
  printDiff(terminal, left.run, right.run, compareRuns(left, right));
  return text;
}

const FILLED = { orders: [order(0, 2)], fills: [fill(0, 3)] };
const CODE = { strategy: { sha256: hash('f') } };

test('the runs are named, with where they failed', () => {
  const failure = { code: 'x', message: 'It failed.', index: 4, time: day(4), line: null, column: null };
  expect(printed({ runId: null }, { failure, strategy: { name: 'Other', file: 'other.ts' } })).toMatch(
    /^ {2}A {2}– +test +test\.ts +result bbbbbbbbbbbb…\n {2}B {2}run +Other +other\.ts +result bbbbbbbbbbbb… {2}failed on 2024-01-05\n/,
  );
});

test('different manifests may give the same result', () => {
  expect(printed({}, { manifest: manifest({ seed: 7 }) })).toMatch(
    /\nManifest\n +A {2}B\n {2}seed {2}0 {2}7\n\nThe results are the same\.\n\n/,
  );
});

test('the same manifest may give another result', () => {
  const text = printed(FILLED, { orders: [order(0, 2)], fills: [fill(0, 3, { price: 100.5 })] });
  expect(text).toMatch(
    /\nThe manifests are the same\n\nFirst diverging order, 2024-01-04: order 0 differs in fill price\.\n/,
  );
  expect(text).toMatch(/\n {2}≠ {2}fill price +100 +100\.5\n/);
  expect(text).toMatch(/\nLikely cause, unknown: The manifests are the same/);
  expect(printed({}, { resultHash: hash('9') })).toMatch(
    /\nOrders, fills and equity are the same; texts or metrics are not\.\n/,
  );
});

test('changed lines, or line ends', () => {
  const lines = (a: string, b: string) => printed({}, { manifest: manifest(CODE) }, [a, b]);
  expect(lines('a\n\nb\nc', 'a\n\nX\nY\nc')).toContain('\n  @@ -1,4 +1,5 @@\n   a\n\n  -b\n  +X\n  +Y\n   c\n\n');
  expect(lines('a\nb', 'a\r\nb')).toMatch(/…\n {2}The sources differ in their line ends only\.\n\n/);
  expect(printed({}, { manifest: manifest(CODE) }, ['a'])).toMatch(
    /\n {2}strategy sha256 {2}cccccccccccc… {2}ffffffffffff…\n\n/,
  );
});

test('series by their range', () => {
  const later = usedSeries({ sha256: hash('e'), firstTime: day(2), rows: 8 });
  const text = printed({}, { manifest: manifest({ data: [later, usedSeries({ symbol: 'MORE', timeframe: '1h' })] }) });
  expect(text).toMatch(/\n {2}data TEST firstTime {2}2024-01-01 +2024-01-03\n/);
  expect(text).toMatch(/\n {2}data TEST rows +10 +8\n/);
  expect(text).toMatch(/\n {2}data MORE +not set +10 bars of 1h, 2024-01-01 to 2024-01-10\n/);
});

test('an order that one run alone sent', () => {
  const text = printed({}, FILLED);
  expect(text).toMatch(/\nFirst diverging order, 2024-01-03: A did not send order 0 of B\.\n/);
  expect(text).toMatch(/\n {2}≠ {2}side +– +buy\n/);
  expect(text).not.toMatch(/limit/);
  expect(text).toMatch(/\n {2}B: Bought 1 TEST at 100\.\n {2}bar /);
  expect(text).not.toMatch(/\n {2}A: /);
  const beside = printed(FILLED, { orders: [order(0, 4)], fills: [fill(0, 5)] });
  expect(beside).toMatch(/: B did not send order 0 of A \(beside it the next one of B\)\.\n/);
  expect(beside).toMatch(/\n {2}≠ {2}placedTime +2024-01-03 +2024-01-05\n {5}symbol +TEST +TEST\n/);
});

test('an order whose second fill differs shows that one', () => {
  const filled = (...qty: number[]) => ({
    orders: [order(0, 2)],
    fills: qty.map((units, i) => fill(0, 3 + i, { qty: units })),
  });
  const text = printed(filled(1, 2), filled(1, 3));
  expect(text).toMatch(/order 0 differs in fill qty\.\n/);
  expect(text).toMatch(/\n {2}≠ {2}fill qty +2 +3\n/);
  expect(text).toMatch(/\n {2}2024-01-04 +TEST {2}A {2}100 +102 +98 +101 +–\n +B {2}100 +102 +98 +101 +–\n/);
  expect(text).toMatch(/\n {2}2024-01-03 +TEST {2}A {2}–\n +B {2}–\n/);
});

test('a close by the engine', () => {
  const closed = (parts = {}) => ({ fills: [fill(null, 9, { side: 'sell', rule: 'end-of-data', ...parts })] });
  const text = printed(closed(), closed({ slippage: 0.5, price: 99.5 }));
  expect(text).toMatch(
    /\nFirst difference, 2024-01-10: a close by the engine differs in fill price, fill slippage\.\n/,
  );
  expect(text).toMatch(/\n {5}time +2024-01-10 +2024-01-10\n/);
  expect(text).toMatch(
    /\n {2}≠ {2}price +100 +99\.5\n {5}rule +end-of-data +end-of-data\n {2}≠ {2}slippage +0 +0\.5\n/,
  );
  expect(printed(closed(), {})).toMatch(/: a position was closed by the engine in A only\.\n/);
  expect(printed({}, closed())).toMatch(/: a position was closed by the engine in B only\.\n/);
});

test('equity', () => {
  const text = printed({}, { equity: { time: [day(0)], value: [5] } });
  expect(text).toMatch(/\nFirst difference, 2024-01-01: all orders and fills are the same, equity is not\.\n/);
  expect(text).toMatch(/\n {2}≠ {2}equity {2}10000 {2}5\n\nLikely cause/);
});

test('metrics with their difference, money in the currency of both', () => {
  const metrics = (equity: number, trades: number, profitFactor: number | null, sqn: number, extra: number) => ({
    finalEquity: { value: equity, unit: 'money', convention: '' },
    trades: { value: trades, unit: 'count', convention: '' },
    profitFactor: { value: profitFactor, unit: 'ratio', convention: '' },
    sqn: { value: sqn, unit: 'ratio', convention: '' },
    totalReturn: { value: equity / 1e4, unit: 'fraction', convention: '' },
    calmar: { value: extra, unit: 'ratio', convention: '' },
  });
  const a = { metrics: metrics(1_000, 5, null, 1, 1) };
  const seeded = { seed: 1 };
  const text = printed(a, { metrics: metrics(2_500, 3, 2, 1, 2), manifest: manifest(seeded) });
  expect(text).toMatch(
    /\n +A +B +B − A\n {2}Final equity +1,000\.00.USD +2,500\.00.USD +\+1,500\.00.USD\n {2}Total return +10\.00.% +25\.00.% +\+15\.00.pp\n/,
  );
  expect(text).toMatch(
    /\n {2}Trades +5 +3 +−2\n {2}Profit factor +– +2\.000 +–\n {2}System quality number +1\.000 +1\.000\n/,
  );
  expect(text).toMatch(/\n {2}and 1 more that differ: see --json\n$/);
  const euro = usedSeries({ instrument: { ...usedSeries().instrument, quoteCurrency: 'EUR' } });
  const other = printed(a, { metrics: metrics(2_500, 3, 2, 1, 1), manifest: manifest({ data: [euro] }) });
  expect(other).toMatch(/\n {2}Final equity +1,000\.00.USD +2,500\.00.EUR +\+1,500\.00\n/);
  expect(other).not.toContain('see --json');
});
