import { BAR_COLUMNS, type BarColumns, sliceBars } from '#shared/domain/bars.ts';
import type { RunResult } from '#shared/domain/run-result.ts';
import type { BarIndex, Ms } from '#shared/domain/units.ts';
import type { RunSeries } from '#worker/task.ts';
import type { RunOn } from './strategy-runner.ts';

/** Cuts right after bars with orders, which show a look of a single bar ahead, and cuts anywhere. */
const CUTS_AFTER_ORDERS = 6;
const CUTS_ANYWHERE = [0.35, 0.6, 0.85];
/** What the first price behind a cut becomes, as a factor; prices go on in this manner. */
const POISONS = [1.08, 0.92];

/**
 * Runs a strategy on bars that end early, and on bars that go on differently from there: whatever it did up to the cut
 * must stay the same.
 * @returns the last bar before the cut at which it didn't, or null
 */
export async function lookAhead(run: RunOn, series: RunSeries[]): Promise<BarIndex | null> {
  const whole = await run(series);
  for (const end of cutsOf(whole)) {
    const cut = whole.time[end] as Ms;
    const others = [
      series.map((one) => ({ ...one, bars: before(one.bars, cut) })),
      ...POISONS.map((factor) => series.map((one) => ({ ...one, bars: poisoned(one.bars, cut, factor) }))),
    ];
    const known = deedsBefore(whole, end);
    for (const other of others) if (deedsBefore(await run(other), end) !== known) return end - 1;
  }
  return null;
}

/**
 * Runs a strategy on bars that begin later: once both have warmed up, it must give the same orders at the same times.
 * Sizes may differ, since the account does.
 * @param dropped bars left out at the left edge
 * @returns the time, in the last half of the bars, of the first order that only one of the runs has, or null
 */
export async function warmUp(run: RunOn, series: RunSeries[], dropped: number): Promise<Ms | null> {
  const whole = await run(series);
  const from = whole.time[dropped] as Ms;
  const settled = whole.time[whole.time.length >> 1] as Ms;
  const later = await run(series.map((one) => ({ ...one, bars: since(one.bars, from) })));
  const [a, b] = [ordersSince(whole, settled), ordersSince(later, settled)];
  const parted = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => i).find(
    (i) => a[i]?.text !== b[i]?.text,
  );
  return parted === undefined
    ? null
    : Math.min(a[parted]?.time ?? Number.POSITIVE_INFINITY, b[parted]?.time ?? Number.POSITIVE_INFINITY);
}

/** Ends of what is kept, exclusive, on the run's clock. */
function cutsOf(run: RunResult): BarIndex[] {
  const ticks = run.time.length;
  const bars = [...new Set(run.orders.bar)].filter((bar) => bar > 1 && bar < ticks - 2);
  const chosen = Array.from(
    { length: CUTS_AFTER_ORDERS },
    (_, i) => bars[Math.floor((i * bars.length) / CUTS_AFTER_ORDERS)],
  );
  const cuts = [
    ...chosen.flatMap((bar) => (bar === undefined ? [] : bar + 1)),
    ...CUTS_ANYWHERE.map((share) => Math.floor(ticks * share)),
  ];
  return [...new Set(cuts)].sort((a, b) => a - b);
}

/** All that the strategy asked for and got before a bar, but for what happens because the data ends. */
function deedsBefore(run: RunResult, end: BarIndex): string {
  const { orders, fills, texts } = run;
  const rows = (bars: Int32Array) => [...bars.keys()].filter((row) => (bars[row] as number) < end);
  // Protection moves with the market for as long as it rests; the table has where it was last. Its fills tell the rest.
  const hasOwnPrice = (row: number) => orders.parent[row] === -1;
  return JSON.stringify([
    rows(orders.bar).map((row) => [
      orders.bar[row],
      orders.symbol[row],
      orders.side[row],
      orders.type[row],
      ...(hasOwnPrice(row) ? [String(orders.limit[row]), String(orders.stop[row])] : []),
      texts[orders.tag[row] as number],
    ]),
    rows(fills.bar)
      .filter((row) => fills.order[row] !== -1)
      .map((row) => [fills.bar[row], fills.symbol[row], fills.side[row], fills.qty[row], fills.price[row]]),
    run.log.filter(({ bar }) => bar < end),
  ]);
}

/** The strategy's own orders from a time on, without their prices, which follow from the entry's. */
function ordersSince({ time, orders, symbols }: RunResult, from: Ms): { time: Ms; text: string }[] {
  return [...orders.bar.entries()]
    .map(([row, bar]) => ({ row, time: time[bar] as Ms }))
    .filter((order) => order.time >= from && orders.parent[order.row] === -1)
    .map(({ row, time }) => ({
      time,
      text: `${time} ${symbols[orders.symbol[row] as number]} ${orders.side[row]} ${orders.type[row]}`,
    }));
}

function before(bars: BarColumns, time: Ms): BarColumns {
  return sliceBars(bars, 0, rowAt(bars, time));
}

function since(bars: BarColumns, time: Ms): BarColumns {
  return sliceBars(bars, rowAt(bars, time), bars.time.length);
}

/** Bars whose prices leave their course at a time: a jump, and each bar further in the same direction. */
function poisoned(bars: BarColumns, time: Ms, factor: number): BarColumns {
  const from = rowAt(bars, time);
  const other = Object.fromEntries(
    BAR_COLUMNS.map((column) => [column, bars[column].slice()]),
  ) as unknown as BarColumns;
  for (let row = from; row < bars.time.length; row++) {
    const moved = factor * (1 + (Math.sign(factor - 1) * (row - from)) / (row - from + 50));
    for (const column of ['open', 'high', 'low', 'close'] as const)
      other[column][row] = (bars[column][row] as number) * moved;
  }
  return other;
}

/** The first row at or after a time. */
function rowAt(bars: BarColumns, time: Ms): number {
  const row = bars.time.findIndex((one) => one >= time);
  return row < 0 ? bars.time.length : row;
}
