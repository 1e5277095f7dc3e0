import { EXIT_REASONS, type ExitReason, type RunResult, SIDES, type Side } from '#shared/domain/run-result.ts';
import type { BarIndex, Ms } from '#shared/domain/units.ts';
import type { RunSeries } from '#worker/task.ts';

/** An order that the strategy itself sent. */
export interface SentOrder {
  row: number;
  bar: BarIndex;
  symbol: string;
  side: Side;
  tag: string;
}

export interface Trade {
  symbol: string;
  direction: number;
  qty: number;
  entryBar: BarIndex;
  entryPrice: number;
  exitBar: BarIndex;
  exitPrice: number;
  reason: ExitReason;
}

/** A run and its bars in the words in which templates make their claims. All symbols have bars at the same times. */
export class Played {
  readonly result: RunResult;
  readonly #series: readonly RunSeries[];

  constructor(result: RunResult, series: readonly RunSeries[]) {
    this.result = result;
    this.#series = series;
  }

  get bars(): BarIndex[] {
    return [...this.result.time.keys()];
  }

  time(bar: BarIndex): Ms {
    return this.result.time[bar] ?? Number.NaN;
  }

  price(bar: BarIndex, column: 'open' | 'high' | 'low' | 'close', symbol = this.symbols[0] ?? ''): number {
    return this.#series[this.symbols.indexOf(symbol)]?.bars[column][bar] ?? Number.NaN;
  }

  get symbols(): string[] {
    return this.result.symbols;
  }

  /** What the strategy itself sent; not the protection that came with it. */
  get sent(): SentOrder[] {
    const { orders, symbols, texts } = this.result;
    return [...orders.bar.entries()]
      .filter(([row]) => orders.parent[row] === -1)
      .map(([row, bar]) => ({
        row,
        bar,
        symbol: symbols[orders.symbol[row] ?? -1] ?? '',
        side: SIDES[orders.side[row] ?? -1] as Side,
        tag: texts[orders.tag[row] ?? -1] ?? '',
      }));
  }

  get trades(): Trade[] {
    const { trades, symbols } = this.result;
    const at = (column: ArrayLike<number>, row: number) => column[row] ?? Number.NaN;
    return Array.from(trades.qty, (qty, row) => ({
      symbol: symbols[at(trades.symbol, row)] ?? '',
      direction: at(trades.direction, row),
      qty,
      entryBar: at(trades.entryBar, row),
      entryPrice: at(trades.entryPrice, row),
      exitBar: at(trades.exitBar, row),
      exitPrice: at(trades.exitPrice, row),
      reason: EXIT_REASONS[at(trades.exitReason, row)] as ExitReason,
    }));
  }

  /** Trades that ended before the bars did. */
  get finished(): Trade[] {
    return this.trades.filter(({ reason }) => reason !== 'end-of-data');
  }

  /** Units held at the close of each bar, positive long. */
  held(symbol = this.symbols[0] ?? ''): Float64Array {
    const { fills, time } = this.result;
    const units = new Float64Array(time.length);
    fills.bar.forEach((bar, row) => {
      if (this.symbols[fills.symbol[row] ?? -1] !== symbol) return;
      units[bar] = (units[bar] ?? 0) + (fills.side[row] === 0 ? 1 : -1) * (fills.qty[row] ?? 0);
    });
    for (let bar = 1; bar < units.length; bar++) units[bar] = (units[bar] ?? 0) + (units[bar - 1] ?? 0);
    return units;
  }

  /** Share of equity in a symbol at the close of a bar. */
  share(symbol: string, bar: BarIndex): number {
    return ((this.held(symbol)[bar] ?? 0) * this.price(bar, 'close', symbol)) / (this.result.equity[bar] ?? Number.NaN);
  }
}
