import type { CommissionModel } from './commission.ts';

/**
 * A commission whose amounts of money are the account's, as one in the quote currency. Fractions of the traded value
 * come out the same.
 * @param currency account money for a unit of the quote currency, as it is at the time of the charge
 */
export function accountCommission(model: CommissionModel, currency: { readonly rate: number }): CommissionModel {
  return {
    charge(qty, price, multiplier, isMaker) {
      const { rate } = currency;
      return model.charge(qty, price, multiplier * rate, isMaker) / rate;
    },
    affordableUnits(budget, price, multiplier, isMaker) {
      const { rate } = currency;
      return model.affordableUnits(budget * rate, price, multiplier * rate, isMaker);
    },
  };
}
