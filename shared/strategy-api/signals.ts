import type { Size } from './orders.ts';
import type { Series } from './series.ts';

/** True or false on each bar. Made by `when`, combined with `and`, `or` and `not`. */
export interface Condition {
  /** True where both are. */
  and(other: Condition): Condition;
  /** True where one of the two is, or both. */
  or(other: Condition): Condition;
  /** True where this one isn't, so also where a value is unknown and nothing can be compared. */
  not(): Condition;
}

/**
 * Makes conditions for `signals` from whole columns. Series are of the symbol that is traded, or have bars at the
 * same times. Where a value is unknown (NaN) a comparison is false.
 */
export interface ConditionBuilder {
  /** True on bars where a > b. */
  above(a: Series, b: Series | number): Condition;
  /** True on bars where a < b. */
  below(a: Series, b: Series | number): Condition;
  /**
   * True on the bar on which `a` crosses `b` upwards, by the rule of `ta.crossOver`: a > b now, and a ≤ b on the bar
   * before. So a tie counts with the side below.
   * @example when.crossOver(ta.sma(data.close, 10), ta.sma(data.close, 30))
   */
  crossOver(a: Series, b: Series | number): Condition;
  /**
   * True on the bar on which `a` crosses `b` downwards, by the rule of `ta.crossUnder`: a < b now, and a ≥ b on the
   * bar before. So a tie counts with the side above.
   * @example when.crossUnder(ta.rsi(data.close, 14), 30)
   */
  crossUnder(a: Series, b: Series | number): Condition;
  /**
   * A condition of your own: `true` or `false` for each bar of the first symbol.
   * @throws when the number of values is not the number of bars.
   */
  condition(values: readonly boolean[]): Condition;
}

/** Makes sizes where there is no `order`; they are the same as those of `order.percentOfEquity` and `order.cash`. */
export interface SizeBuilder {
  /** A size that makes the traded value this percentage of equity: 100 = all of it. */
  percentOfEquity(percent: number): Size;
  /** A size worth this much money. */
  cash(amount: number): Size;
}

/**
 * When to be in the market, as conditions on the bars of the first symbol. They are looked at on each bar's close,
 * and what they say is done at the next bar's open:
 *
 * - flat: `entries` buys, `shortEntries` sells short; where both are true, neither counts
 * - long: `exits` closes; `shortEntries` (without `entries`) closes and sells short
 * - short: `shortExits` closes; `entries` (without `shortEntries`) closes and buys
 *
 * A position is never enlarged. What is left out is never true.
 */
export interface Signals {
  readonly entries?: Condition;
  readonly exits?: Condition;
  readonly shortEntries?: Condition;
  readonly shortExits?: Condition;
  /** Units, or a size made by `size`; 100 % of equity by default. Worked out at the fill price, costs included. */
  readonly size?: number | Size;
}
