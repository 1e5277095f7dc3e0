import type { CurrentBar, Market } from './market.ts';
import type { Account, Fill, Orders, Position } from './orders.ts';
import type { ParamDeclarations, ParamValues } from './params.ts';
import type { Signals } from './signals.ts';

/** What `setup` works with. */
export interface SetupContext<P extends ParamDeclarations> {
  readonly data: Market;
  readonly params: ParamValues<P>;
}

/** What the strategy sees on a bar. The same object is handed out on every bar. */
export interface BarContext<P extends ParamDeclarations, T> {
  readonly bar: CurrentBar;
  readonly data: Market;
  readonly params: ParamValues<P>;
  readonly order: Orders;
  readonly position: Position;
  readonly account: Account;
  /** What `state()` returned: yours to change, kept from bar to bar. */
  readonly state: T;
  /** Writes a line to the run's log, with the bar's date. */
  log(...parts: readonly unknown[]): void;
}

/** What every strategy declares, whatever its form. */
export interface StrategyHead<P extends ParamDeclarations> {
  name: string;
  description?: string;
  params?: P;
  /**
   * Bars before the first one on which the strategy can order. By default as many as its series need until all of
   * them have a value: those that `setup` returns, or those in the conditions that `signals` returns.
   */
  warmup?: number;
}

/**
 * A strategy that decides bar by bar: what it needs once, and what it does on each bar.
 * @typeParam P its parameters
 * @typeParam S what `setup` returns, most often indicators
 * @typeParam T its own state
 */
export interface StrategyDefinition<P extends ParamDeclarations, S, T> extends StrategyHead<P> {
  /** Makes the strategy's own state, fresh for each run. */
  state?(): T;
  /** Runs once, before the first bar, on whole columns: the place for indicators. */
  setup?(context: SetupContext<P>): S;
  /** Runs once, just before the first `onBar`: the first bar on which the strategy can order. */
  onStart?(context: BarContext<P, T>, setup: S): void;
  /** Runs on each bar, after its close. */
  onBar(context: BarContext<P, T>, setup: S): void;
  /** Runs after each fill. */
  onFill?(fill: Fill, context: BarContext<P, T>, setup: S): void;
  /** Runs once after the last bar, before open positions are closed. */
  onEnd?(context: BarContext<P, T>, setup: S): void;
  /** The other form. */
  signals?: never;
}

/**
 * A strategy that says in advance, for all bars at once, when to be in the market.
 * @typeParam P its parameters
 */
export interface SignalStrategyDefinition<P extends ParamDeclarations> extends StrategyHead<P> {
  /**
   * Runs once, on whole columns. The first bar that counts is the one on which every series in the conditions has a
   * value, unless `warmup` says another.
   */
  signals(context: SetupContext<P>): Signals;
  /** The other form. */
  onBar?: never;
}

/** Declares a strategy: `export default strategy({ … })`. It has either `onBar` or `signals`, never both. */
export type DefineStrategy = <
  const P extends ParamDeclarations = Record<never, never>,
  S = undefined,
  T = Record<string, unknown>,
>(
  definition: SignalStrategyDefinition<P> | StrategyDefinition<P, S, T>,
) => StrategyDefinition<P, S, T> | SignalStrategyDefinition<P>;
