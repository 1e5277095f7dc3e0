import type { CheckFinding } from './checks.ts';
import type { Funnel } from './funnel.ts';
import type { BarIndex, Fraction, Money, Ms } from './units.ts';

export const SIDES = ['buy', 'sell'] as const;
export const ORDER_TYPES = ['market', 'limit', 'stop', 'stop-limit', 'trailing-stop'] as const;
/** What an order is for: as the strategy asked, or the protection of a position. */
export const ORDER_ROLES = ['entry', 'exit', 'stop-loss', 'take-profit', 'trailing-stop'] as const;
export const ORDER_STATUSES = ['pending', 'filled', 'cancelled', 'rejected'] as const;

/** Which rule of the fill semantics gave a fill its reference price. */
export const FILL_RULES = [
  /** market order, at the bar's open */
  'market-open',
  /** market order, at the bar's close */
  'market-close',
  /** limit touched inside the bar, at the limit */
  'limit-touch',
  /** the bar opened beyond the limit: filled at the open, better than asked */
  'limit-gap',
  /** stop touched inside the bar, at the stop */
  'stop-touch',
  /** the bar opened beyond the stop: filled at the open, worse than asked */
  'stop-gap',
  /** position closed at the last close because the data ends */
  'end-of-data',
  /** position closed at the bar's close because equity fell to zero */
  'liquidation',
  /** part of a position closed at the bar's close because equity fell below the maintenance margin */
  'margin-call',
  /** position closed at the last price because the symbol is no longer traded */
  'delisted',
  /** inside the bar a shorter bar opened beyond the limit: filled there, better than asked */
  'limit-jump',
  /** inside the bar a shorter bar opened beyond the stop: filled there, worse than asked */
  'stop-jump',
] as const;

/**
 * The piece of the assumed path inside a bar on which a fill happened; `finer` = inside the bar, where shorter bars
 * show the way.
 */
export const PATH_SEGMENTS = ['open', 'to-first-extreme', 'to-second-extreme', 'to-close', 'close', 'finer'] as const;

export const EXIT_REASONS = [
  'signal',
  'stop-loss',
  'take-profit',
  'trailing-stop',
  'reversal',
  'end-of-data',
  'liquidation',
  'margin-call',
  'delisted',
] as const;

/** Money that moves without a fill. */
export const CASH_FLOW_KINDS = ['dividend', 'borrow-fee', 'funding', 'interest', 'debt-relief'] as const;

export type Side = (typeof SIDES)[number];
export type OrderType = (typeof ORDER_TYPES)[number];
export type OrderRole = (typeof ORDER_ROLES)[number];
export type OrderStatus = (typeof ORDER_STATUSES)[number];
export type FillRule = (typeof FILL_RULES)[number];
export type PathSegment = (typeof PATH_SEGMENTS)[number];
export type ExitReason = (typeof EXIT_REASONS)[number];
export type CashFlowKind = (typeof CASH_FLOW_KINDS)[number];

/**
 * Every fill, in the order in which it happened. Columns of equal length; `side`, `rule`, `segment` are
 * indexes into the lists above, `symbol` into `RunResult.symbols`.
 */
export interface FillColumns {
  /** Bar of the run's clock. */
  bar: Int32Array;
  symbol: Int32Array;
  /** Id of the order, which is its row in `orders`; −1 for a close that the engine itself made. */
  order: Int32Array;
  side: Uint8Array;
  /** Units, always positive. */
  qty: Float64Array;
  /** What was paid or received for a unit: reference ± half spread ± slippage. */
  price: Float64Array;
  /** The price that the rule gave before spread and slippage. */
  reference: Float64Array;
  /** Half spread and slippage for a unit, positive = against the trader. */
  spread: Float64Array;
  slippage: Float64Array;
  /** For the whole fill, in the symbol's quote currency. */
  commission: Float64Array;
  /** Account money for a unit of the quote currency when it happened. */
  rate: Float64Array;
  rule: Uint8Array;
  segment: Uint8Array;
  /** The bar on which it happened; NaN where the symbol had none then. */
  open: Float64Array;
  high: Float64Array;
  low: Float64Array;
  close: Float64Array;
  /** 1 where another order could as well have filled first inside this bar. */
  ambiguous: Uint8Array;
}

/** Round trips in the order of their exits, entries matched as the account says (first in, first out by default). */
export interface TradeColumns {
  symbol: Int32Array;
  /** +1 long, −1 short. */
  direction: Int8Array;
  qty: Float64Array;
  entryBar: Int32Array;
  entryPrice: Float64Array;
  exitBar: Int32Array;
  exitPrice: Float64Array;
  /** Rows of the fills that opened and that closed it. */
  entryFill: Int32Array;
  exitFill: Int32Array;
  /** Net of both commissions, in the account's currency. */
  pnl: Float64Array;
  /** Net profit divided by the value at entry: 0.05 = 5 %. */
  returnFraction: Float64Array;
  /** Entry and exit together. */
  commission: Float64Array;
  /** Index into EXIT_REASONS. */
  exitReason: Uint8Array;
  /** 1 where the engine closed the position because the data ended. */
  forced: Uint8Array;
}

/** How far each trade was in profit and in loss while it was open, in the account's currency; a row for each trade. */
export interface ExcursionColumns {
  /** Best open profit, 0 or more. */
  favourable: Float64Array;
  /** Worst open profit, 0 or less. */
  adverse: Float64Array;
}

/** Every order ever sent, in the order of sending: the row is the order's id. NaN = not set. */
export interface OrderColumns {
  bar: Int32Array;
  symbol: Int32Array;
  side: Uint8Array;
  type: Uint8Array;
  role: Uint8Array;
  status: Uint8Array;
  /** The entry whose fill made this protective order, or −1. */
  parent: Int32Array;
  limit: Float64Array;
  stop: Float64Array;
  /** Units asked for, known once the size is resolved; NaN before that. */
  qty: Float64Array;
  /** Units filled, of those. */
  filled: Float64Array;
  /** Bar on which it was filled, cancelled or rejected; −1 while pending. */
  endBar: Int32Array;
  /** Index into `RunResult.texts`: why it was rejected or cancelled; −1 = nothing to say. */
  reason: Int32Array;
  /** Index into `RunResult.texts`; −1 = no tag. */
  tag: Int32Array;
}

/** Money that moved without a fill, in the order in which it did. */
export interface CashFlowColumns {
  bar: Int32Array;
  /** −1 for the account as a whole. */
  symbol: Int32Array;
  /** Index into CASH_FLOW_KINDS. */
  kind: Uint8Array;
  /** In the account's currency; negative = paid. */
  amount: Float64Array;
}

export interface MetricValue {
  /** NaN where it is not defined (no trades, no variance …). */
  value: number;
  unit: MetricUnit;
  /** How it is computed where tools disagree: `arithmetic, ddof 1, √252`. */
  convention: string;
}
export type MetricUnit = 'fraction' | 'ratio' | 'money' | 'count' | 'days' | 'bars';

export interface RunWarning {
  /** Stable, for programs: `no-trades`, `ambiguous-bars` … */
  code: string;
  message: string;
}

export interface LogLine {
  bar: BarIndex;
  text: string;
}

/** Why a run stopped before the last bar, with everything up to there kept. */
export interface RunFailure {
  code: string;
  message: string;
  bar: BarIndex;
  time: Ms;
  line: number | null;
  column: number | null;
}

/** The complete result of one run. Large parts are columns; see the exported JSON for the public shape. */
export interface RunResult {
  symbols: string[];
  /** Open times of the bars of the run's clock: the union of the times of all symbols. */
  time: Float64Array;
  /** Cash plus positions at each bar's close. */
  equity: Float64Array;
  /** The same capital bought and held from the first bar on which the strategy could trade, same costs. */
  buyAndHold: Float64Array;
  /** First bar on which the strategy was called: everything before is warm-up. */
  firstTradableBar: BarIndex;
  /** Bars at whose close a position was open. */
  barsInMarket: number;
  /** Bars inside which the order of events can't be known from the bar alone. */
  ambiguousBars: number;
  /**
   * Final equity when every ambiguous bar goes against the strategy (which is the result) and when each goes its
   * way; both are the result's own where nothing is ambiguous.
   */
  ambiguity: { pessimistic: Money; optimistic: Money };
  fills: FillColumns;
  trades: TradeColumns;
  excursions: ExcursionColumns;
  orders: OrderColumns;
  cashFlows: CashFlowColumns;
  /** Texts that columns point into. */
  texts: string[];
  metrics: Record<string, MetricValue>;
  warnings: RunWarning[];
  /** Reasons to trust the result less, the weightiest first. */
  checks: CheckFinding[];
  /** Where the way from bars to fills ended, for a run without trades; null for any other. */
  funnel: Funnel | null;
  log: LogLine[];
  failure: RunFailure | null;
  /** SHA-256 over ledger, equity and metrics. */
  resultHash: string;
}

/** Totals of what trading cost, in money, positive = paid. */
export interface CostBreakdown {
  commission: Money;
  spread: Money;
  slippage: Money;
  /** All of them as a share of the gross profit before costs; NaN when that is not positive. */
  shareOfGrossProfit: Fraction;
}
