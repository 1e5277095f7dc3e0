import type { ParamValue } from '#shared/domain/manifest.ts';
import type { TradeColumns } from '#shared/domain/run-result.ts';
import type { BarIndex } from '#shared/domain/units.ts';
import type { LoadedStrategy } from '../strategy/definition.ts';
import { Evaluator } from './bits/evaluator.ts';
import { fillEquity } from './equity.ts';
import type { SignalPlan } from './plan.ts';
import { planBits } from './plan-bits.ts';
import type { SignalMarket } from './signal-market.ts';
import { TradeList } from './trades.ts';
import { tradeSignals } from './trading.ts';

/** What the event engine would say of the same run, to the last bit. The columns are valid until the next run. */
export interface KernelRun {
  trades: TradeColumns;
  /** At the close of every bar. */
  equity: Float64Array;
  firstTradableBar: BarIndex;
  barsInMarket: number;
  /** Bar on which the account went broke, or −1. */
  brokeBar: BarIndex;
}

/**
 * Trades plans, one after the other. Its memory is kept from run to run, because fresh columns cost more than what is
 * done with them: the system hands out and clears every page of them at its first use.
 */
export class SignalKernel {
  /** Of the last plan. */
  readonly trades = new TradeList();
  readonly #evaluator = new Evaluator();
  #market: SignalMarket | null = null;
  #equity = new Float64Array(0);

  /**
   * One run of a signals strategy with its trades and its equity. Only for what `isPlain`.
   * @throws whatever the strategy throws
   */
  run(strategy: LoadedStrategy, params: Readonly<Record<string, ParamValue>>, market: SignalMarket): KernelRun {
    const firstTradableBar = this.trade(market.plan(strategy, params), strategy.warmup, market);
    const { trades } = this;
    const { instrument, cash } = market.terms;
    const { close } = market.bars;
    const equity = this.#equityOf(close.length);
    fillEquity(equity, close, instrument.multiplier, cash, trades);
    return {
      trades: trades.columns(market.terms),
      equity,
      firstTradableBar,
      barsInMarket: trades.barsInMarket,
      brokeBar: trades.brokeBar,
    };
  }

  /**
   * Trades one plan; `trades` has its trades until the next one.
   * @returns the first bar whose signals counted; the number of bars when there was none
   */
  trade(plan: SignalPlan, warmup: number | undefined, market: SignalMarket): BarIndex {
    const bars = market.bars.close.length;
    if (market !== this.#market) {
      this.#market = market;
      this.#evaluator.begin(bars);
    }
    const bits = planBits(plan, this.#evaluator);
    const firstTradableBar = Math.min(bars, warmup ?? bits.readyBar);
    tradeSignals(bits, plan.size, firstTradableBar, market, this.trades);
    return firstTradableBar;
  }

  #equityOf(bars: number): Float64Array {
    if (this.#equity.length < bars) this.#equity = new Float64Array(bars);
    return this.#equity.subarray(0, bars);
  }
}
