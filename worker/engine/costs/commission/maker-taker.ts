import type { Fraction } from '#shared/domain/units.ts';
import type { CommissionModel } from '../commission.ts';

/**
 * Two fractions of the traded value: one for orders that rested in the book and gave liquidity, one for those that
 * took it. A negative fraction for makers is a rebate.
 *
 *   charge = qty · price · multiplier · (isMaker ? maker : taker)
 *
 * Source: the fee schedules of crypto exchanges (Binance, Kraken, Coinbase) and of US stock exchanges.
 */
export function makerTakerCommission(maker: Fraction, taker: Fraction): CommissionModel {
  return {
    charge: (qty, price, multiplier, isMaker) => qty * price * multiplier * (isMaker ? maker : taker),
    affordableUnits: (budget, price, multiplier, isMaker) =>
      Math.max(0, budget / (1 + (isMaker ? maker : taker))) / (price * multiplier),
  };
}
