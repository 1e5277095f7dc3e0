import type { SemanticsId } from '#shared/domain/manifest.ts';
import { BACKTESTING_PY } from './backtesting-py.ts';
import { HINDCAST_1 } from './hindcast-1.ts';
import { TRADINGVIEW } from './tradingview.ts';
import { VECTORBT } from './vectorbt.ts';

/** The rules of time and fills by which a run is made, as data: each switch is read where its rule is applied. */
export interface Semantics {
  readonly id: SemanticsId;

  /** The first bar that the strategy sees: that on which its series all have a value, or the one after. */
  readonly startsOn: 'first-value' | 'bar-after';
  /**
   * How a bar meets orders. `path`: market orders at the open, then the price walks open → nearer extreme → other
   * extreme → close and meets priced orders on its way. `queue`: each order in its turn is asked whether the whole
   * bar reaches it.
   */
  readonly meeting: 'path' | 'queue';
  /** Market orders that reduce a position meet the open before all others, whatever the order of the calls. */
  readonly reducingFirst: boolean;
  /** What is put in front of the orders that wait: closes and stop-losses, or all protection. */
  readonly goesFirst: 'nothing' | 'exits' | 'protection';
  /** Where stop-loss and take-profit both lie in what is left of a bar: the worse, the better, or the path's. */
  readonly bothLegs: 'pessimistic' | 'optimistic' | 'path';
  /** Of several opposite entries that the open has passed, buys come first. */
  readonly buyStopFirst: boolean;

  /**
   * When protection can first fill: within its entry's bar, only after a market entry in it (or where a stop entry's
   * bar goes on to the target), or on the next bar.
   */
  readonly protectionFrom: 'fill' | 'market-fill' | 'next-bar';
  /** What distances of protection are measured from. */
  readonly distanceFrom: 'fill' | 'entry-close';
  /** Trailing stops follow the price within the bar, or its extreme once the bar is over. */
  readonly trailing: 'along-path' | 'after-bar';
  /** Price levels stay as they are, or move to the next tick on their far side. */
  readonly levels: 'as-given' | 'outward-ticks';

  /** What is held is worth its price at the open while a bar meets orders, or already (looking ahead) at the close. */
  readonly marksInBar: 'open' | 'close';
  /** When and from what percent and cash sizes become units. */
  readonly sizing: 'equity-at-fill' | 'equity-at-signal' | 'free-margin' | 'free-cash';
  /** What an order that adds to a position is checked against. */
  readonly buyingPower: 'equity' | 'equity-at-signal' | 'free-margin' | 'free-cash';
  /** The money in which commissions of so much an order or a unit are meant: the symbol's or the account's. */
  readonly commissionIn: 'quote' | 'account';
  /** Which fills pay the spread: those that take liquidity, or all entries and no exit. */
  readonly spreadOn: 'taking' | 'entries';
  /** Stop-losses and trailing stops pay slippage, as every stop order does. */
  readonly slippageOnProtection: boolean;

  /** Orders also close what is held the other way round: its units are added when they are sent. */
  readonly reverses: boolean;
  /** The most entries in one direction; Infinity = no limit. */
  readonly pyramiding: number;
  /** That many keep further orders from being sent, or waiting ones from being filled as well. */
  readonly pyramidingLimits: 'orders' | 'fills';
  /** Each exit closes the units of the entry it came with, instead of the position's units in matching order. */
  readonly exitsOwnLots: boolean;
  /** Exits for entries of a name close the units of these entries, or as many of the position's in matching order. */
  readonly namedExits: 'own-units' | 'in-order';

  /** Cash pays the value of what is bought, or only profits and costs go through it. */
  readonly settlement: 'full' | 'profit';
  /** The share of what is held that equity must cover: the maintenance margin, or as much as entering takes. */
  readonly marginRequirement: 'maintenance' | 'initial';
  /** What equity below that leads to: as few lots as restore it are closed, or four times as many (rounded down). */
  readonly marginCall: 'restore' | 'fourfold' | 'none';
  /** An account without equity is closed, owing what it owes or nothing, and the strategy stopped; or it goes on. */
  readonly inRuin: 'owes' | 'owes-nothing' | 'goes-on';
  /** Market orders of an account with `timing: close` fill on the bar that they are sent on, or while the next is met. */
  readonly closeTiming: 'same-bar' | 'next-bar';
  /** What is still open when the data ends. */
  readonly atEnd: 'last-close' | 'last-open' | 'stays-open';
}

const ALL: Readonly<Record<SemanticsId, Semantics>> = {
  'hindcast-1': HINDCAST_1,
  'backtesting.py': BACKTESTING_PY,
  tradingview: TRADINGVIEW,
  vectorbt: VECTORBT,
};

/** The rules that go by a name. */
export function semanticsOf(id: SemanticsId): Semantics {
  return ALL[id];
}
