import type { CommissionModel } from './costs/commission.ts';
import type { Quote } from './deal.ts';
import type { Order, SizeSpec } from './order.ts';
import type { Holding, Portfolio } from './portfolio.ts';

/** Margin that is free for new positions under leverage: equity less what the held positions bind. */
export function freeMargin(portfolio: Portfolio, leverage: number): number {
  return portfolio.equity - portfolio.grossExposure / leverage;
}

/** A percentage as a share of the free margin: just below 1 when it is all or more. */
export function shareOf({ value }: SizeSpec): number {
  return Math.min(value / 100, 1 - Number.EPSILON);
}

/**
 * What a unit is taken to cost, in the quote currency: its price, and the commission for an order of this size a unit.
 * @param size units, or the share that the order asks for as if it were units: a fixed charge then counts in full
 * for each unit, which is how backtesting.py has it
 */
export function costOfUnit(
  size: number,
  { price, reference }: Quote,
  multiplier: number,
  commission: CommissionModel,
  isMaker: boolean,
): number {
  return price * multiplier + commission.charge(size, reference, multiplier, isMaker) / size;
}

/** Whether free margin under leverage carries the units that an order opens. */
export function canCarry(
  portfolio: Portfolio,
  leverage: number,
  { terms: { size } }: Order,
  { instrument, rate }: Holding,
  qty: number,
  quote: Quote,
  commission: CommissionModel,
  isMaker: boolean,
): boolean {
  const asked = size.kind === 'percent-of-equity' ? shareOf(size) : size.kind === 'units' ? size.value : qty;
  const cost = qty * costOfUnit(asked, quote, instrument.multiplier, commission, isMaker);
  return cost * rate <= freeMargin(portfolio, leverage) * leverage;
}
