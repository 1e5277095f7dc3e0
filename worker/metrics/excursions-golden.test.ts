import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PATH_SEGMENTS, type PathSegment } from '#shared/domain/run-result.ts';
import { DAY } from './civil-month.ts';
import { excursions } from './excursions.ts';
import { barsOf, type WalkedTrade, walked } from './walked-trades.fixture.ts';

/** TradingView's own lists of trades, kept beside the repository. */
const GOLDEN = new URL('../../../shared/golden/tradingview/', import.meta.url);

/** The commission of a fill, and whether market orders fill at the close. */
const PROBES: Record<string, { commission: number; atClose: boolean }> = {
  'ta-sma-dual-cross-01': { commission: 0, atClose: false },
  'order-process-on-close-true-01': { commission: 0, atClose: true },
  'order-percent-equity-cash-commission-01': { commission: 1.5, atClose: false },
  'bracket-exit-tp-sl-fixed-01': { commission: 0, atClose: false },
  'order-dual-stop-both-touch-priority-01': { commission: 0, atClose: false },
};

describe.skipIf(!existsSync(GOLDEN))('excursions of TradingView (needs ../shared/golden)', () => {
  const { time, quotes } = existsSync(GOLDEN) ? readBars() : { time: [], quotes: [] };
  const rates = new Map(
    existsSync(GOLDEN) ? cells('usd_per_usdt_by_exit_day.csv').map(([day, rate]) => [day, rate]) : [],
  );
  const barAt = new Map(time.map((moment, bar) => [moment, bar]));

  it.each(Object.entries(PROBES))('%s', (probe, { commission, atClose }) => {
    const market = [{ bars: barsOf(quotes), rows: null }];
    // The list is in dollars at the rate of the day of each extreme: trades of a single day have a single rate.
    const listed = listedTrades(probe).filter(({ days }) => days.size === 1);
    expect(listed.length).toBeGreaterThan(200);
    for (const { direction, qty, entry, exit, days, favourable, adverse } of listed) {
      const rate = Number(rates.get([...days][0]));
      const segmentOf = (bar: number, price: number, from: number, isOpen: boolean): PathSegment =>
        atClose || isOpen ? 'close' : firstMeeting(quotes[bar] as Quote, price, from);
      const entryBar = barAt.get(entry.time) as number;
      const exitBar = barAt.get(exit.time) as number;
      const entrySegment = segmentOf(entryBar, entry.price, 0, false);
      const from = entryBar === exitBar ? PATH_SEGMENTS.indexOf(entrySegment) : 0;
      const trade: WalkedTrade = {
        direction,
        qty,
        entry: { bar: entryBar, segment: entrySegment, reference: entry.price, qty, commission: commission / rate },
        exit: {
          bar: exitBar,
          segment: segmentOf(exitBar, exit.price, from, exit.signal === 'Open'),
          reference: exit.price,
        },
      };
      const { trades, fills } = walked([trade]);
      const ours = excursions(trades, fills, market, [rate]);
      expect(Math.abs((ours.favourable[0] as number) - favourable), `${probe} ${entry.time}`).toBeLessThan(0.011);
      expect(Math.abs((ours.adverse[0] as number) - adverse), `${probe} ${entry.time}`).toBeLessThan(0.011);
    }
  });
});

type Quote = [number, number, number, number];

/** The piece of the way, from a given one on, on which the price is met first. */
function firstMeeting([open, high, low, close]: Quote, price: number, from: number): PathSegment {
  const extremes = high - open < open - low ? [high, low] : [low, high];
  const points = [open, open, ...extremes, close] as number[];
  const found = PATH_SEGMENTS.findIndex((_, segment) => {
    const ends = [points[segment] as number, points[segment + 1] as number];
    return segment >= from && price >= Math.min(...ends) && price <= Math.max(...ends);
  });
  return PATH_SEGMENTS[found] as PathSegment;
}

function cells(name: string): string[][] {
  const text = readFileSync(new URL(name, GOLDEN), 'utf8').trim();
  return text
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
}

function readBars(): { time: number[]; quotes: Quote[] } {
  const rows = cells('ohlcv_ETH-USDT-USDT_15m_warmup6m.csv').map((row) => row.map(Number));
  return { time: rows.map(([time]) => time as number), quotes: rows.map((row) => row.slice(1, 5) as Quote) };
}

/** Two rows a trade, the exit first; times are UTC+8. */
function listedTrades(probe: string) {
  const rows = cells(`${probe}.csv`).map((row) => ({
    type: row[1] ?? '',
    time: Date.parse(`${row[2]?.replace(' ', 'T')}:00+08:00`),
    signal: row[3] ?? '',
    price: Number(row[4]),
    qty: Number(row[5]),
    favourable: Number(row[9]),
    adverse: Number(row[11]),
  }));
  return rows.flatMap((exit, k) => {
    const entry = rows[k + 1];
    if (k % 2 === 1 || entry === undefined) return [];
    const days = new Set<string>();
    for (let day = Math.floor(entry.time / DAY); day * DAY <= exit.time; day++) {
      days.add(new Date(day * DAY).toISOString().slice(0, 10));
    }
    const direction: 1 | -1 = exit.type === 'Exit long' ? 1 : -1;
    return [{ direction, qty: exit.qty, entry, exit, days, favourable: exit.favourable, adverse: exit.adverse }];
  });
}
