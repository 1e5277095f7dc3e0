import { isoTime } from '#shared/domain/iso-time.ts';
import type { Simulation } from '#worker/engine/backtest.ts';
import { excursions } from '#worker/metrics/excursions.ts';
import type { Chart } from './chart.ts';
import type { ProbeRun } from './run-probe.ts';
import type { ListedMoney, ListedTrade } from './trade-list.ts';

/** The trades of a run as TradingView lists them: tags are its comments. */
export function listTrades({ trades, fills, orders, texts, time }: Simulation): ListedTrade[] {
  const at = (bar: number | undefined) => isoTime(time[bar as number] as number);
  const signal = (fill: number) => {
    const order = fills.order[fill];
    return order === undefined ? 'Open' : (texts[orders.tag[order] as number] as string);
  };
  return Array.from(trades.qty, (qty, row) => ({
    direction: trades.direction[row] === 1 ? 'long' : 'short',
    entry: at(trades.entryBar[row]),
    entryPrice: trades.entryPrice[row] as number,
    entrySignal: signal(trades.entryFill[row] as number),
    exit: at(trades.exitBar[row]),
    exitPrice: trades.exitPrice[row] as number,
    exitSignal: signal(trades.exitFill[row] as number),
    qty,
  }));
}

/** Their money in dollars. The cumulative profit is that of runs that hold nothing else when a trade ends. */
export function listMoney({ run, chart }: ProbeRun): ListedMoney[] {
  let cumulative = 0;
  return Array.from(run.trades.pnl, (pnl, row) => {
    cumulative += pnl;
    return { pnl, cumulative, ...excursionsOf(run, chart, row) };
  });
}

/**
 * The excursions of one trade in dollars, each price at the rate of its day: instead of prices it is shown what a unit
 * has won since the entry.
 */
function excursionsOf({ trades, fills }: Simulation, { bars, rates }: Chart, row: number) {
  const entryBar = trades.entryBar[row] as number;
  const exitBar = trades.exitBar[row] as number;
  const entryPrice = trades.entryPrice[row] as number;
  const entryFill = trades.entryFill[row] as number;
  const exitFill = trades.exitFill[row] as number;
  const dollars = (price: number, bar: number) => (price - entryPrice) * (rates[bar] as number);
  const held = (column: Float64Array) =>
    column.slice(entryBar, exitBar + 1).map((price, i) => dollars(price, entryBar + i));
  const exitPrice = dollars(trades.exitPrice[row] as number, exitBar);
  const { favourable, adverse } = excursions(
    {
      ...trades,
      direction: trades.direction.slice(row, row + 1),
      qty: trades.qty.slice(row, row + 1),
      entryBar: Int32Array.of(0),
      entryPrice: Float64Array.of(0),
      exitBar: Int32Array.of(exitBar - entryBar),
      exitPrice: Float64Array.of(exitPrice),
      entryFill: Int32Array.of(0),
      exitFill: Int32Array.of(exitFill < 0 ? exitFill : 1),
    },
    {
      ...fills,
      reference: Float64Array.of(0, exitPrice),
      segment: Uint8Array.of(fills.segment[entryFill] as number, fills.segment[exitFill] ?? 0),
      qty: fills.qty.slice(entryFill, entryFill + 1),
      commission: Float64Array.of((fills.commission[entryFill] as number) * (rates[entryBar] as number)),
    },
    [
      {
        bars: { open: held(bars.open), high: held(bars.high), low: held(bars.low), close: held(bars.close) },
        rows: null,
      },
    ],
    [1],
  );
  return { favourable: favourable[0] as number, adverse: adverse[0] as number };
}
