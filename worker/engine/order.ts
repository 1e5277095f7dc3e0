import type { OrderRole, OrderStatus, OrderType } from '#shared/domain/run-result.ts';
import type { Distance, Level } from './distance.ts';
import type { ExitPlan } from './exit-plan.ts';
import type { Lot } from './lots.ts';

/** How large an order is meant to be; worked out in units when the semantics say. */
export interface SizeSpec {
  kind: 'units' | 'percent-of-equity' | 'cash' | 'whole-position';
  /** Units, percent or money; unused for the whole position. */
  value: number;
}

/** +1 buys, −1 sells. */
export type Direction = 1 | -1;

export type TimeInForce = 'gtc' | 'day' | 'ioc' | 'fok';

/** Trails the best price by a distance, once the price has gone `from` in favour (null = at once). */
export interface Trail {
  by: Distance;
  from: Distance | null;
}

/** The protection that an entry brings along; null = without that leg. */
export interface Bracket {
  stopLoss: Level | null;
  takeProfit: Level | null;
  trail: Trail | null;
}

/** What few orders ask for. */
export interface OrderOptions {
  /** Fills at the close of a bar instead of its open. */
  atClose: boolean;
  timeInForce: TimeInForce;
  /** The order lapses with the first bar that opens at or after this time; Infinity = never. */
  until: number;
  reduceOnly: boolean;
  /** Name of its group, of which one order's fill ends (or reduces) the others. */
  oco: string | null;
  ocoMode: 'cancel' | 'reduce';
  /** The strategy's own name for the order. */
  name: string | null;
  /** Only units that entries of this name opened are closed. */
  entry: string | null;
  reverse: boolean | null;
  pyramiding: number | null;
}

/** An order that asks for nothing unusual. */
export const PLAIN: OrderOptions = Object.freeze({
  atClose: false,
  timeInForce: 'gtc',
  until: Number.POSITIVE_INFINITY,
  reduceOnly: false,
  oco: null,
  ocoMode: 'cancel',
  name: null,
  entry: null,
  reverse: null,
  pyramiding: null,
});

/** What the sender of an order decides. NaN and null = not set. */
export interface OrderTerms {
  symbol: number;
  direction: Direction;
  role: OrderRole;
  size: SizeSpec;
  limit: number;
  stop: number;
  trail: Trail | null;
  bracket: Bracket | null;
  options: OrderOptions;
  tag: string | null;
}

/** Orders of which one fill ends the others, or takes its units off them. */
export interface OcoGroup {
  mode: 'cancel' | 'reduce';
  members: Order[];
}

/** An order on its way: what was asked, and where it stands. */
export class Order {
  readonly id: number;
  readonly terms: OrderTerms;
  /** Id of the entry whose fill made this protective order, or −1. */
  readonly parent: number;
  status: OrderStatus = 'pending';
  /**
   * The stop price and the limit price in force; they can be moved. Beyond all prices (infinite) is a stop that was
   * reached and of which a part is still to be filled.
   */
  stop = Number.NaN;
  limit = Number.NaN;
  /** A stop-limit order whose stop was reached: only its limit counts from then on. */
  isTriggered = false;
  /** The first bar that meets it at its present limit: where that bar opens beyond the limit, it takes liquidity. */
  arrival = 0;
  /** A stop-limit order whose limit was marketable when its stop was reached. */
  takes = false;
  /** Units of an opposite position, when it was sent, that it closes beside its size. */
  turns = 0;
  /** Units still to be filled; NaN until the size is worked out. */
  remaining = Number.NaN;
  filled = 0;
  /** Of its latest fill; NaN before the first. */
  fillPrice = Number.NaN;
  /** The first bar on which it can fill. */
  firstBar = 0;
  /** Time from which on a day order no longer works; NaN until its first bar is known. */
  lapse = Number.NaN;
  /** Of a trailing stop: the price from which it trails, and the best one since; NaN = not known. */
  activation = Number.NaN;
  best = Number.NaN;
  /** The bar inside which its entry was filled when that bar may have touched this level before; −1 = none. */
  uncertainBar = -1;
  /** The bar inside which its entry was filled; −1 when that was at an open or a close. */
  insideBar = -1;
  /** Of a bracket's leg: the units of its entry that were held when one was last opened or closed; NaN = none of its own. */
  guarded = Number.NaN;
  group: OcoGroup | null = null;
  plan: ExitPlan | null = null;
  /** The units that it closes, where exits belong to entries. */
  lot: Lot | null = null;
  /** Sent because the data ends. */
  isForced = false;

  constructor(id: number, terms: OrderTerms, parent: number, firstBar: number) {
    this.id = id;
    this.terms = terms;
    this.parent = parent;
    this.firstBar = firstBar;
    this.arrival = firstBar;
    this.stop = terms.stop;
    this.limit = terms.limit;
  }

  get isMarket(): boolean {
    return Number.isNaN(this.terms.stop) && Number.isNaN(this.terms.limit) && this.terms.trail === null;
  }

  /** Stop-losses, take-profits and trailing stops never open a position. */
  get isProtective(): boolean {
    const { role } = this.terms;
    return role !== 'entry' && role !== 'exit';
  }
}

/** Units still to be filled of an order that was placed for units; NaN while they have to be worked out. */
export function unitsLeft({ remaining, terms: { size } }: Order): number {
  return Number.isNaN(remaining) && size.kind === 'units' ? size.value : remaining;
}

export function orderType(terms: { stop: number; limit: number; trail: Trail | null }): OrderType {
  if (terms.trail !== null) return 'trailing-stop';
  if (Number.isNaN(terms.stop)) return Number.isNaN(terms.limit) ? 'market' : 'limit';
  return Number.isNaN(terms.limit) ? 'stop' : 'stop-limit';
}
