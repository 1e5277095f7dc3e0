import type { AccountSpec } from '#shared/domain/account.ts';
import type { CommissionModel } from './costs/commission.ts';
import type { Quote } from './deal.ts';
import { canCarry } from './free-margin.ts';
import type { Direction, Order } from './order.ts';
import type { Holding, Portfolio } from './portfolio.ts';
import type { Semantics } from './semantics/semantics.ts';

/** Whether the account bears the units of an entry at a price. */
export type BuyingPower = (
  order: Order,
  holding: Holding,
  qty: number,
  quote: Quote,
  commission: CommissionModel,
  isMaker: boolean,
) => boolean;

/** What entries are checked against when they fill under some semantics, chosen once for a run. */
export function buyingPower({ buyingPower }: Semantics, portfolio: Portfolio, account: AccountSpec): BuyingPower {
  switch (buyingPower) {
    case 'equity':
      return ({ terms: { direction } }, holding, qty, quote, commission, isMaker) => {
        const charge = commission.charge(qty, quote.price, holding.instrument.multiplier, isMaker) * holding.rate;
        return canBear(portfolio, account, holding, direction, qty, quote, charge);
      };
    case 'free-margin':
      return (order, holding, qty, quote, commission, isMaker) =>
        canCarry(portfolio, account.leverage, order, holding, qty, quote, commission, isMaker);
    case 'free-cash':
      // An order is cut to free cash when its size is worked out; what waits after that must find cash of its own.
      return ({ terms: { direction } }, { instrument, rate, size }, qty, { price }, commission, isMaker) => {
        if (direction === -1 || size < 0) return true;
        const { multiplier } = instrument;
        const cost = qty * price * multiplier + commission.charge(qty, price, multiplier, isMaker);
        return cost * rate <= portfolio.cash * (1 + NOISE);
      };
    // Decided when the order was sent.
    case 'equity-at-signal':
      return () => true;
  }
}

/** Rounding noise of a sum of values, relative. */
const NOISE = 1e-9;

/**
 * Whether the account bears a fill: what is held in all, both ways, may not exceed equity times leverage after it.
 * What makes the position in its symbol smaller is always borne.
 * @param charge commission of the fill, in the account's currency
 */
export function canBear(
  portfolio: Portfolio,
  account: AccountSpec,
  holding: Holding,
  direction: Direction,
  qty: number,
  quote: Quote,
  charge: number,
): boolean {
  // Where long and short are held beside each other, an entry reduces nothing.
  const before = account.hedging ? 0 : holding.size;
  const after = before + direction * qty;
  if (Math.abs(after) <= Math.abs(before) && after * before >= 0) return true;
  const point = holding.instrument.multiplier * holding.rate;
  const equity = portfolio.equity - charge - qty * (quote.spread + quote.slippage) * point;
  const others = portfolio.grossExposure - Math.abs(before * holding.mark) * point;
  const exposure = others + Math.abs(after) * quote.reference * point;
  return exposure <= (equity + NOISE * Math.abs(equity)) * account.leverage;
}

/**
 * The most units that an order may add at a price to what is held its way already, so that all exposure stays within
 * equity times leverage.
 */
export function unitsBearable(
  portfolio: Portfolio,
  account: AccountSpec,
  holding: Holding,
  direction: Direction,
  price: number,
): number {
  const point = holding.instrument.multiplier * holding.rate;
  const others = portfolio.grossExposure - Math.abs(holding.value);
  const { equity } = portfolio;
  const room = (equity + NOISE * Math.abs(equity)) * account.leverage - others;
  return Math.max(0, room / (price * point) - Math.max(0, direction * holding.size));
}
