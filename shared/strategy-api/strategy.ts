import type { CurrentBar, Market } from './market.ts';
import type { Account, Fill, Orders, Position } from './orders.ts';
import type { ParamDeclarations, ParamValues } from './params.ts';

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

/**
 * A strategy: what it needs once, and what it does on each bar.
 * @typeParam P its parameters
 * @typeParam S what `setup` returns, most often indicators
 * @typeParam T its own state
 */
export interface StrategyDefinition<P extends ParamDeclarations, S, T> {
  name: string;
  description?: string;
  params?: P;
  /** Makes the strategy's own state, fresh for each run. */
  state?(): T;
  /** Runs once, before the first bar, on whole columns: the place for indicators. */
  setup?(context: SetupContext<P>): S;
  /**
   * Bars before the first call of `onBar`. By default as many as the series that `setup` returns need until all
   * of them have a value.
   */
  warmup?: number;
  /** Runs once, just before the first `onBar`: the first bar on which the strategy can order. */
  onStart?(context: BarContext<P, T>, setup: S): void;
  /** Runs on each bar, after its close. */
  onBar(context: BarContext<P, T>, setup: S): void;
  /** Runs after each fill. */
  onFill?(fill: Fill, context: BarContext<P, T>, setup: S): void;
  /** Runs once after the last bar, before open positions are closed. */
  onEnd?(context: BarContext<P, T>, setup: S): void;
}

/** Declares a strategy: `export default strategy({ … })`. */
export type DefineStrategy = <
  const P extends ParamDeclarations = Record<never, never>,
  S = undefined,
  T = Record<string, unknown>,
>(
  definition: StrategyDefinition<P, S, T>,
) => StrategyDefinition<P, S, T>;
